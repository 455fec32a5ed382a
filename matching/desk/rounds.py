"""Suggestions for everyone: the best introductions there could be for the whole scheme at once. A worker decides on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template, request, url_for

from carers.models import Household
from matching.compatibility.essentials import Checked
from matching.compatibility.rounds_spaces import WhyNone
from matching.compatibility.rounds_suggested import Gain, Move, Suggestion
from matching.compatibility.score import Comparison, compare
from matching.compatibility.why_not import why_not
from matching.desk import desk
from matching.highlights import Highlights, highlights
from matching.queries.arrangements import titled
from matching.queries.rounds import ForEverybody, for_everybody
from people.models import Person
from scheme import record
from scheme.database import this_scheme
from scheme.kinds import ArrangementKind
from scheme.pages import asked_number, part_of
from scheme.queries import our_scheme

MOST_SPACES = 5
"""Households named where one more space would do most (our judgement: what a manager could act on)."""


@dataclass(frozen=True)
class Instead:
    """What would be otherwise for one person; no name where they would meet nobody."""

    person: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Line:
    """One suggestion, explained as far as a list needs."""

    suggestion: Suggestion
    title: str
    person: Person
    household: Household
    score: Comparison
    kind: ArrangementKind | None
    waited: int
    highlights: Highlights
    in_the_way: Sequence[Checked]
    gain: Gain
    instead: Sequence[Instead]
    href: str


@dataclass(frozen=True)
class LeftOut:
    """Somebody nothing is suggested to, why, and where to look further."""

    person: Person
    why: WhyNone
    href: str


@desk.get("/suggestions")
def suggestions() -> str:
    """Introductions for everybody who is ready to meet, worked out now; nothing is made of them here."""
    record.viewed("scheme", this_scheme(), "suggestions for everyone", "A list at the desk")
    everybody = for_everybody(asked_number("each"))
    found = everybody.found.round
    page, left_out = part_of(found.suggestions, asked_number()), _left_out(everybody)
    return render_template(
        "matching/desk/rounds/suggestions.html",
        page=page.showing([_line(one, everybody) for one in page.rows]),
        introduced=len({one.person for one in found.suggestions}),
        ready=len(everybody.people),
        offering=len(everybody.households),
        left_out=[one for one in left_out if one.why is not WhyNone.HAS_ENOUGH],
        under_way=[one for one in left_out if one.why is WhyNone.HAS_ENOUGH],
        spaces=_spaces(everybody),
        proved=found.is_the_best,
        terms=everybody.terms,
        most_each=our_scheme().number("introductions_at_once"),
        here=request.path,
        filters={"each": everybody.terms.introductions} if everybody.terms.introductions > 1 else {},
    )


def _line(one: Suggestion, everybody: ForEverybody) -> Line:
    person, household = everybody.people[one.person], everybody.households[one.household]
    mine, theirs = everybody.person_profiles[one.person], everybody.household_profiles[one.household]
    kind = everybody.found.kind_of(one)
    if kind:
        mine = mine.wishing_only(kind)
    otherwise = everybody.found.round.without(one)
    return Line(
        one,
        titled(person, household),
        person,
        household,
        compare(mine, theirs, everybody.terms.weights),
        kind,
        everybody.terms.waited[one.person],
        highlights(mine, theirs, everybody.terms.weights),
        why_not(mine, theirs, everybody.terms.rules),
        otherwise.gain,
        [_instead(move, everybody) for move in otherwise.moves],
        url_for(".pair", person_id=person.id, household_id=household.id, kind=kind.value if kind else None),
    )


def _instead(move: Move, everybody: ForEverybody) -> Instead:
    before, after = (everybody.households[each].name if each else None for each in (move.before, move.after))
    return Instead(everybody.people[move.person].known_as, before, after)


def _left_out(everybody: ForEverybody) -> Sequence[LeftOut]:
    each = ((everybody.people[reference], why) for reference, why in everybody.found.without.items())
    return [LeftOut(person, why, url_for(".households_for", person_id=person.id)) for person, why in each]


def _spaces(everybody: ForEverybody) -> Sequence[tuple[Household, Gain]]:
    """The households where one more would do most, best first."""
    found = everybody.found.round
    gains: dict[str, Any] = {}
    for limit in found.limits:
        household, gain = found.household_of(limit.name), found.one_more(limit.name)
        gains[household] = max(gains.get(household, (0, 0)), (gain.people, gain.points))
    best = sorted(gains, key=lambda reference: (-gains[reference][0], -gains[reference][1], reference))[:MOST_SPACES]
    return [(everybody.households[one], Gain(*gains[one])) for one in best if gains[one] > (0, 0)]
