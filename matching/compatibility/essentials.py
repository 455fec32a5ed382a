"""What no score can outvote. Each essential answers met, not met, or not known ("check first"), with a reason.

One function each, listed in :data:`ESSENTIALS`: to add one, write it and list it. They are said from both sides and
are read by workers only; what may be told to anybody else is :mod:`telling`'s business, and essentials never are.

Somebody may wish for several kinds of arrangement. Each kind both sides want is looked at as a whole, with its own
dates, and the pair is shown at its best: never "there is space" for one kind beside "approved" for another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matching.compatibility import essentials_about_homes as homes
from matching.compatibility import essentials_about_kinds as kinds
from matching.compatibility import essentials_about_people as people
from matching.compatibility.occupancy import shared_wishes
from matching.compatibility.pairs import Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Wish
from matching.compatibility.verdicts import Met, Rules, Verdict
from scheme.kinds import ArrangementKind
from scheme.words import Words

__all__ = [
    "ESSENTIALS",
    "Checked",
    "Essential",
    "Met",
    "Rules",
    "Standing",
    "Verdict",
    "check",
    "check_pair",
    "kind_to_propose",
    "standing",
]


class Standing(Words):
    """What the essentials, taken together, say about a pair."""

    CLEAR = "clear", "Can be proposed"
    CHECK_FIRST = "check_first", "Check first"
    RULED_OUT = "ruled_out", "Ruled out"


@dataclass(frozen=True, slots=True)
class Essential:
    """One essential: its name, what it is called, and how it is checked."""

    name: str
    title: str
    check: Callable[[Pair, Wish | None, Rules], Verdict]


@dataclass(frozen=True, slots=True)
class Checked:
    """An essential's answer for one pair, with its reason in a worker's words."""

    name: str
    title: str
    met: Met
    reason: str


ESSENTIALS: tuple[Essential, ...] = (
    Essential("kind", "A kind both want", kinds.kind_offered),
    Essential("space", "Space on those dates", kinds.space_on_those_dates),
    Essential("three_people", "Three people at most", kinds.three_people_at_most),
    Essential("approval", "Approval is current", kinds.approval_current),
    Essential("crisis", "Nothing long-term in a crisis", kinds.crisis_rule),
    Essential("access", "A home they can get about in", homes.access_needs),
    Essential("person_must_nots", "The person's must-nots", homes.persons_must_nots),
    Essential("household_must_nots", "The household's must-nots", homes.households_must_nots),
    Essential("distance", "Not too far", homes.not_too_far),
    Essential("keep_apart", "Nobody to be kept apart", people.keep_apart),
    Essential("declined", "Not declined recently", people.not_declined_recently),
)


def check(person: PersonProfile, household: HouseholdProfile, rules: Rules) -> tuple[Checked, ...]:
    """Every essential's answer for this pair, in the order a worker would ask."""
    return check_pair(pair(person, household), rules)


def check_pair(pair: Pair, rules: Rules) -> tuple[Checked, ...]:
    """The same, for a pair already put side by side."""
    return at_best(pair, rules).checked


def kind_to_propose(person: PersonProfile, household: HouseholdProfile, rules: Rules) -> ArrangementKind | None:
    """The kind whose essentials :func:`check` shows: of those both want, the one with least in its way."""
    return at_best(pair(person, household), rules).kind


class AtBest(NamedTuple):
    """A kind of arrangement and its essentials' answers; no kind where a pair wants none in common."""

    kind: ArrangementKind | None
    verdicts: Sequence[Verdict]

    @property
    def checked(self) -> tuple[Checked, ...]:
        """Every answer, in the order a worker would ask."""
        return tuple(map(_checked, ESSENTIALS, self.verdicts))

    def answering(self, met: Met) -> Sequence[Checked]:
        """The essentials with this answer, in the same order."""
        each = zip(ESSENTIALS, self.verdicts, strict=True)
        return [_checked(essential, verdict) for essential, verdict in each if verdict.met is met]


def at_best(pair: Pair, rules: Rules) -> AtBest:
    """Of the kinds both want, the one with least in its way."""
    looked_at = [(wish, _verdicts(pair, wish, rules)) for wish in shared_wishes(pair) or (None,)]
    wish, verdicts = min(looked_at, key=lambda one: _obstacles(one[1])) if len(looked_at) > 1 else looked_at[0]
    return AtBest(wish.kind if wish else None, verdicts)


def standing(checks: Sequence[Checked]) -> Standing:
    """Ruled out by one not met; "check first" by one not known; clear if all are met."""
    answers = {checked.met for checked in checks}
    if Met.NOT_MET in answers:
        return Standing.RULED_OUT
    return Standing.CHECK_FIRST if Met.NOT_KNOWN in answers else Standing.CLEAR


def _checked(essential: Essential, verdict: Verdict) -> Checked:
    return Checked(essential.name, essential.title, *verdict)


def _verdicts(pair: Pair, wish: Wish | None, rules: Rules) -> Sequence[Verdict]:
    return [essential.check(pair, wish, rules) for essential in ESSENTIALS]


def _obstacles(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    answers = [verdict.met for verdict in verdicts]
    return answers.count(Met.NOT_MET), answers.count(Met.NOT_KNOWN)
