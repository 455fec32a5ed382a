"""The two sides and the kind of arrangement a step is about, read fresh."""

from dataclasses import dataclass
from functools import cached_property

from carers.models import Household
from matching.compatibility.essentials import Checked, Rules, check
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.models import Arrangement
from matching.queries import arrangements
from matching.queries.profiles import household_profiles, person_profiles
from people.models import Person
from scheme.clock import today
from scheme.kinds import ArrangementKind
from scheme.models import Scheme
from scheme.queries import our_scheme


@dataclass(frozen=True)
class Matter:
    """The two sides and the kind of arrangement a step is about; ``arrangement`` is ``None`` before there is one."""

    person: Person
    household: Household
    kind: ArrangementKind
    arrangement: Arrangement | None = None
    by_the_night: bool = False
    """Whether it is about a visit: of a full home its own nights alone count, and those when their place is taken."""

    @classmethod
    def of(cls, pair: arrangements.Pair, *, by_the_night: bool = False) -> "Matter":
        """The matter of an arrangement that is there."""
        return cls(pair.person, pair.household, pair.arrangement.kind, pair.arrangement, by_the_night)

    @property
    def under_way(self) -> Arrangement:
        """The arrangement. Raises ``LookupError`` before there is one."""
        if self.arrangement is None:
            raise LookupError("these two have not been put forward")
        return self.arrangement

    @property
    def scheme(self) -> Scheme:
        """The scheme whose numbers count."""
        return our_scheme()

    @cached_property
    def profiles(self) -> tuple[PersonProfile, HouseholdProfile]:
        """Both sides as the score may know them, asking for this kind alone. A stay of their own takes nobody's place."""
        ours = self.arrangement.id if self.arrangement else None
        person = person_profiles([self.person])[self.person.id].wishing_only(self.kind)
        return person, household_profiles([self.household], without=ours)[self.household.id]

    @property
    def rules(self) -> Rules:
        """The scheme's numbers, as the essentials take them."""
        return rules_of(self.scheme)

    @cached_property
    def essentials(self) -> tuple[Checked, ...]:
        """Every essential for these two, fresh."""
        return check(*self.profiles, self.rules)


def rules_of(scheme: Scheme) -> Rules:
    """A scheme's own numbers for the essentials."""
    return Rules(
        today=today(),
        declined_for_days=scheme.number("decline_interval_days"),
        people_at_most=scheme.number("people_in_one_home"),
    )
