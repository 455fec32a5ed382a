"""Lists that people and households choose from alike, as rows for a form."""

from functools import cache

from scheme.forms.grids import Row
from scheme.interests import groups
from scheme.ways_of_living import Contribution, HelpWith, Pet

ANIMALS = {
    Pet.DOG: "dog-face",
    Pet.CAT: "cat-face",
    Pet.BIRD: "bird",
    Pet.SMALL: "rabbit-face",
    Pet.OTHER: "paw-prints",
}

CONTRIBUTIONS = {
    Contribution.COOKING: "cooking",
    Contribution.GARDEN: "gardening-gloves",
    Contribution.WALKS: "person-walking",
    Contribution.ANIMALS: "person-with-dog",
    Contribution.MUSIC: "musical-notes",
    Contribution.MAKING: "hammer-and-wrench",
    Contribution.ART: "artist-palette",
    Contribution.GAMES: "puzzle-piece",
    Contribution.STORIES: "people-dialogue",
    Contribution.LAUGHTER: "face-with-tears-of-joy",
    Contribution.COMPANY: "hot-beverage",
    Contribution.READING: "open-book",
    Contribution.SPORT: "soccer-ball",
    Contribution.OUTINGS: "beach-with-umbrella",
    Contribution.HOUSEWORK: "broom",
    Contribution.SCREENS: "laptop",
}

HELP = {
    HelpWith.MONEY: "pound-banknote",
    HelpWith.GETTING_OUT: "bus",
    HelpWith.COOKING: "cook",
    HelpWith.SHOPPING: "shopping-cart",
    HelpWith.LAUNDRY: "washing-machine",
    HelpWith.WASHING: "person-taking-bath",
    HelpWith.MOVING_ABOUT: "wheelchair-symbol",
    HelpWith.APPOINTMENTS: "spiral-calendar",
    HelpWith.PLANNING: "memo",
    HelpWith.HARD_DAYS: "cloud-with-rain",
    HelpWith.FRIENDS: "people-holding-hands",
    HelpWith.WORK: "briefcase",
    HelpWith.SCREENS: "mobile-phone",
    HelpWith.BEING_A_PARENT: "baby",
}


@cache
def animal_rows() -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Every kind of animal with its picture, for a ``TemperField``."""
    return (("", tuple(Row(pet.value, pet.label, ANIMALS[pet]) for pet in Pet)),)


@cache
def interest_groups() -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Every interest under its heading, with its picture, for a ``StanceField``."""
    return tuple(
        (group.heading.name_en, tuple(Row(each.key, each.name_en, each.picture) for each in group.entries))
        for group in groups()
    )
