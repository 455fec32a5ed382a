"""How firm the order of somebody's list is: what would have to be otherwise for another household to come first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for

from carers.models import Household
from matching.compatibility.firm_ranges import Range
from matching.compatibility.how_firm import Step
from matching.desk import desk
from matching.jobs import HOW_FIRM
from matching.queries import firm, scores
from people.desk.opening import opened
from people.models import Person
from scheme.database import carry_out
from scheme.jobs import asking
from scheme.sign_in.sessions import reader


@dataclass(frozen=True)
class WouldBeFirst:
    """A household that one step would put first, and which steps would, in words."""

    household: Household
    if_: Sequence[str]


@dataclass(frozen=True)
class Line:
    """One of the first few: its place now, and where it could come, in words."""

    household: Household
    now: str
    ranges: Sequence[str]
    without_cards: str | None
    """Its place had the person sorted no cards; nothing if they have sorted none."""

    @property
    def moved_by_cards(self) -> bool:
        """Whether the cards put it anywhere else."""
        return self.without_cards not in (None, self.now)


@desk.route("/people/<uuid:person_id>/households/how-firm", methods=["GET", "POST"])
def how_firm(person_id: UUID) -> Any:
    """Whether the first stays first, what would change that, and between which places the first few could move.

    Where many households could be put forward, a job works it out.
    """
    person, asked = opened(person_id, "how firm the order of households is"), {"person": str(person_id)}
    if request.method == "POST":
        return redirect(url_for("scheme_desk.job", job_id=carry_out(asking.ask, HOW_FIRM, asked, reader().id)))
    terms, profile = scores.terms(), scores.person_profile(person)
    candidates = scores.households_for(profile, terms).suiting
    among = len(candidates)
    if among <= firm.QUICK_HOUSEHOLDS:
        return _page(person, firm.firmness(profile, candidates, terms), terms.weights.version)
    job = asking.newest(HOW_FIRM, reader().id, asked)
    result = asking.result_of(job, HOW_FIRM)
    kept = firm.kept_firmness(result) if result is not None else None
    if job is None or kept is None:
        under_way = None if result is not None else job
        return render_template("matching/desk/firm/ask.html", person=person, among=among, under_way=under_way)
    return _page(person, *kept, at=job.finished_at, published_since=kept[1] != terms.weights.version)


def _page(
    person: Person, found: firm.Firmness, weights: str, at: datetime | None = None, published_since: bool = False
) -> str:
    """``at``: when it was worked out, if not just now."""
    return render_template(
        "matching/desk/firm/how_firm.html",
        person=person,
        firm=found.found,
        lines=list(_lines(found)),
        turns=list(_turns(found, person)),
        to_ask=found.to_ask,
        weights=weights,
        at=at,
        published_since=published_since,
    )


def _lines(found: firm.Firmness) -> Iterator[Line]:
    for reach in found.found.reaches:
        ranges = (reach.any_one, reach.unknowns, reach.everything)
        without = found.without_cards.get(reach.reference)
        places = [_between(each) for each in ranges]
        yield Line(found.households[reach.reference], nth(reach.place), places, nth(without) if without else None)


def _turns(found: firm.Firmness, person: Person) -> Iterator[WouldBeFirst]:
    """Grouped by who would be first, in the order of the list."""
    place = {reference: number for number, reference in enumerate(found.households)}
    turns = sorted(found.found.turns, key=lambda turn: place[turn.first])
    for first, those in groupby(turns, key=lambda turn: turn.first):
        steps = [_in_words(turn.step, found, person) for turn in those]
        yield WouldBeFirst(found.households[first], steps)


def _in_words(step: Step, found: firm.Firmness, person: Person) -> str:
    whose = found.households[step.household].name if step.household else person.known_as
    return f"“{step.title}” mattered a step {'more' if step.more else 'less'} to {whose}"


def _between(places: Range) -> str:
    if places.best == places.worst:
        return f"stays {nth(places.best)}"
    return f"{nth(places.best)} to {nth(places.worst)}" + ("" if places.exact else " at most")


def nth(place: int) -> str:
    """A place as it is said: 1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"
