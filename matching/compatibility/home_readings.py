"""Facts that come with whoever gives the home, or with whoever moves into it."""

from typing import Any

from matching.compatibility.nearness import Whereabouts
from matching.compatibility.pairs import AnyParty
from matching.compatibility.profiles import HouseholdProfile, MemberKind
from matching.compatibility.readings import Reading, jointly
from matching.compatibility.tables import AnyPets
from scheme.ways_of_living import LivingWith
from scheme.words import Words


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
