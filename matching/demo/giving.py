"""What invented people and households bring, enjoy and can help with, and where friends are met; drawn apart, as in
``about_themselves``, so that nobody else's lots are moved by it."""

from collections.abc import Sequence
from random import Random
from typing import Any

from matching.compatibility.criteria import CRITERIA
from matching.demo.drawing_lots import SEED, one_of, perhaps, some
from people import actions, queries
from people.models import Person
from scheme.database import db
from scheme.ways_of_living import (
    Contribution,
    GettingTogether,
    HelpedBy,
    Helper,
    HelpWith,
    HouseholdShape,
    Pet,
    PetTemper,
    PetTemperWish,
)

WISHES = {PetTemperWish.CALM_ONLY: 30, PetTemperWish.LIVELY_FINE: 50, PetTemperWish.NOISY_FINE: 20}
TEMPERS = {PetTemper.CALM: 45, PetTemper.LIVELY: 30, PetTemper.SHY: 15, PetTemper.NOISY: 10}
HELPED_BY = {HelpedBy.NOBODY: 45, HelpedBy.EITHER: 30, HelpedBy.WOMAN: 17, HelpedBy.MAN: 8}
TOGETHER = {
    GettingTogether.BY_BUS: 40,
    GettingTogether.BY_CAR: 30,
    GettingTogether.ON_FOOT: 20,
    GettingTogether.BY_PHONE: 10,
}
HELPERS = {HouseholdShape.ONE_WOMAN: [Helper.WOMAN], HouseholdShape.ONE_MAN: [Helper.MAN]}


def what_a_person_gives(number: int) -> dict[str, Any]:
    """What somebody brings, enjoys and would like a hand with, where they would share a household's home."""
    lots = _lots(number, 1)
    return _either_side(lots) | {
        "help_with": some(lots, tuple(HelpWith), 0, 4),
        "helped_by": perhaps(lots, 60, one_of(lots, HELPED_BY)),
        "pet_temper_wish": perhaps(lots, 55, one_of(lots, WISHES)),
        "matters_most": {each.name: lots.randint(0, 3) for each in some(lots, CRITERIA, 0, 5)},
    }


def what_a_householder_gives(number: int, pets: Sequence[Pet]) -> dict[str, Any]:
    """The same where the home is the person's."""
    lots = _lots(number, 2)
    return _either_side(lots) | {
        "help_with": some(lots, (HelpWith.SHOPPING, HelpWith.SCREENS, HelpWith.COOKING, HelpWith.GETTING_OUT), 0, 3),
        "pet_tempers": _tempers(lots, pets),
    }


def what_a_household_gives(number: int, pets: Sequence[Pet], shape: HouseholdShape) -> dict[str, Any]:
    """What a household brings and enjoys, what it has helped with, and how its animals are."""
    lots = _lots(number, 3)
    return _either_side(lots) | {
        "experienced_with": some(lots, tuple(HelpWith), 0, 6),
        "helpers": perhaps(lots, 70, HELPERS.get(shape, list(Helper))),
        "pet_tempers": _tempers(lots, pets),
    }


def what_a_homesharer_gives(number: int) -> dict[str, Any]:
    """The same for somebody who would come to live in a person's home."""
    lots = _lots(number, 4)
    return _either_side(lots) | {
        "experienced_with": some(lots, (HelpWith.SHOPPING, HelpWith.SCREENS, HelpWith.COOKING), 0, 3),
        "pet_temper_wish": perhaps(lots, 60, one_of(lots, WISHES)),
    }


def say_where_friends_are_met(person: Person, number: int) -> None:
    """Most friends are met at one of the person's places, some we do not know where."""
    lots = _lots(number, 5)
    db.session.flush()  # what was just told is found again
    places = queries.places_of(person)
    for one in queries.circle_of(person):
        met = {"meet_at_id": lots.choice(places).id} if places and lots.random() < 0.8 else {}
        together = perhaps(lots, 70, one_of(lots, TOGETHER))
        actions.change_in_circle(one, met | {"getting_together": together}, one.version)


def _either_side(lots: Random) -> dict[str, Any]:
    return {
        "contributes": some(lots, tuple(Contribution), 1, 4) if lots.random() < 0.75 else [],
        "would_enjoy": some(lots, tuple(Contribution), 1, 4) if lots.random() < 0.65 else [],
    }


def _tempers(lots: Random, pets: Sequence[Pet]) -> dict[str, PetTemper]:
    return {pet.value: one_of(lots, TEMPERS) for pet in pets if lots.random() < 0.8}


def _lots(number: int, of: int) -> Random:
    return Random((SEED * 10 + of) * 1000 + number)  # noqa: S311 – only invents
