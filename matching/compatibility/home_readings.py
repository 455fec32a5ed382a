"""Facts that come with whoever gives the home, or with whoever moves into it."""

from typing import Any

from matching.compatibility.nearness import Whereabouts
from matching.compatibility.pairs import AnyParty
from matching.compatibility.profiles import HouseholdProfile, MemberKind
from matching.compatibility.readings import Reading, Voice, jointly
from matching.compatibility.tables import AnyPets
from scheme.ways_of_living import LivingWith, Pet, PetTemper
from scheme.words import Words

DECIDES_ALONE = frozenset({PetTemper.LIVELY, PetTemper.NOISY})
"""What is known to be there already decides, whatever the others are like (our judgement: the rest makes little difference)."""


CALLED = {
    Pet.DOG: "the dog",
    Pet.CAT: "the cat",
    Pet.BIRD: "the bird",
    Pet.SMALL: "the small animal",
    Pet.OTHER: "the other animal",
}
"""Animals in the middle of a sentence."""


def home_fact(fact: str) -> Reading:
    """A fact about the home, from the side whose home it is; not known if nobody described it."""

    def read(party: AnyParty) -> Any:
        return getattr(party.home, fact)

    return jointly(fact, read)


def whereabouts(party: AnyParty) -> Whereabouts | None:
    """Where the home is, as far as we know; ``None`` if we do not."""
    home = party.home
    return Whereabouts(home.cell, home.district) if home.cell or home.district else None


def any_pets(party: AnyParty) -> AnyPets | None:
    """Whether there would be animals because of this side."""
    if party.pets is None:
        return None
    return AnyPets.SOME if party.pets else AnyPets.NONE


def least_calm(party: AnyParty) -> Words | None:
    """How the least calm of the animals there would be is with people; not known while one that nobody described could be less calm."""
    if not party.pets:
        return any_pets(party)
    tempers = [party.home.pet_tempers.get(pet) for pet in party.pets]
    least = max((temper for temper in tempers if temper), key=list(PetTemper).index, default=None)
    return least if None not in tempers or least in DECIDES_ALONE else None


def _least_calm_voice(party: AnyParty) -> tuple[Voice, ...]:
    """What the least calm of them is like and, where they are not alike, which one it is."""
    least, tempers = least_calm(party), party.home.pet_tempers
    alike = len({tempers.get(pet) for pet in party.pets or ()}) < 2
    which = sorted(pet for pet in party.pets or () if tempers.get(pet) is least)
    if alike or not which:
        return (Voice(None, least),)
    return (Voice(CALLED[which[0]], least, of_several=True),)


LEAST_CALM = Reading("pet_tempers", _least_calm_voice)
"""One voice for all the animals, because on either side there may be a person, who has one voice."""


def who_lives_here(party: AnyParty) -> frozenset[Words]:
    """The household's own people and, if there are any, the people already supported there."""
    household = party.profile
    if not isinstance(household, HouseholdProfile) or household.shape is None:
        return frozenset()
    shared = household.living_there or any(member.kind is MemberKind.RESIDENT for member in household.members)
    return frozenset({household.shape, LivingWith.OTHERS_SUPPORTED} if shared else {household.shape})


def moves_into_a_household(mine: AnyParty, theirs: AnyParty) -> bool:
    """Whether the side that moves would move in with a household: so not in Homeshare, where one moves in with one."""
    return not mine.gives_home and isinstance(theirs.profile, HouseholdProfile)
