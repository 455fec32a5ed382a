"""One person beside one household, and whose home it would be.

In Shared Lives the home is the household's and the person moves. Homeshare turns the home round: the person has the
home and the homesharer moves. So criteria and essentials never ask "the household's cell"; they ask a :class:`Party`
what it brings as the one who gives the home, or as the one who moves.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from matching.compatibility.profiles import (
    HomeFacts,
    HouseholdProfile,
    MemberKind,
    MemberProfile,
    PersonProfile,
)
from scheme.ways_of_living import Pet, SupportLevel

NOT_DESCRIBED = HomeFacts()
"""A home nobody has told us anything about."""


AnyProfile = PersonProfile | HouseholdProfile
Profile = TypeVar("Profile", bound=AnyProfile, covariant=True)


@dataclass(frozen=True, slots=True)
class Party(Generic[Profile]):
    """One side of a pair: its profile, and whether the home of the pair is theirs."""

    profile: Profile
    gives_home: bool
    remembered: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out about it while it stands beside another; gone with it."""

    @property
    def home(self) -> HomeFacts:
        """Their home. Of the two sides of a pair, ask the one that ``gives_home``."""
        return self.profile.home or NOT_DESCRIBED

    @property
    def pets(self) -> frozenset[Pet] | None:
        """The animals the other side would live with because of them: at home, or brought along."""
        return self.home.pets if self.gives_home else self.profile.brings_pets

    @property
    def support(self) -> frozenset[SupportLevel]:
        """How much support a person asks for, or any a household feels able to give. Empty: not known."""
        if isinstance(self.profile, HouseholdProfile):
            return self.profile.support_levels
        level = self.profile.support_level if isinstance(self.profile, PersonProfile) else None
        return frozenset({level} if level else ())

    @property
    def grown_up_members(self) -> tuple[MemberProfile, ...]:
        """Everybody in a household who is asked; nobody for a person."""
        if not isinstance(self.profile, HouseholdProfile):
            return ()
        found: tuple[MemberProfile, ...] | None = self.remembered.get(MemberKind)
        if found is None:
            found = tuple(member for member in self.profile.members if member.kind is not MemberKind.CHILD)
            self.remembered[MemberKind] = found
        return found


AnyParty = Party[AnyProfile]


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of one possible arrangement."""

    person: Party[PersonProfile]
    household: Party[HouseholdProfile]
    remembered: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out about it so far; gone with it."""

    @property
    def home(self) -> HomeFacts:
        """The home they would share."""
        return self.person.home if self.person.gives_home else self.household.home

    @property
    def mover(self) -> AnyParty:
        """Whoever would come to live in the other's home."""
        return self.household if self.person.gives_home else self.person


def pair(person: PersonProfile, household: HouseholdProfile) -> Pair:
    """A person beside a household, with the home on the side it belongs to."""
    turned = household.is_homesharer
    return Pair(Party(person, gives_home=turned), Party(household, gives_home=not turned))
