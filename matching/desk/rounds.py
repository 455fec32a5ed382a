"""Suggestions for everyone: the best introductions there could be for the whole scheme at once. A worker decides on each."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for
from sqlmodel import col, select

from carers.models import Household, HouseholdState
from matching.compatibility.essentials import Checked
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.rounds_spaces import WhyNone
from matching.compatibility.score import Comparison, compare
from matching.compatibility.verdicts import Met
from matching.compatibility.why_not import why_not
from matching.desk import desk
from matching.highlights import Highlights, highlights
from matching.jobs import SUGGESTIONS
from matching.queries import scores
from matching.queries.arrangements import titled
from matching.queries.holds import OnHold, on_hold
from matching.queries.profiles import household_profiles, person_profiles
from matching.queries.rounds import at_most, for_everybody, going_on_between, how_many
from matching.queries.suggested import QUICK_PAIRS, Otherwise, Suggested, Suggestions, kept_suggestions, told
from people.models import Person, PersonState
from scheme import record
from scheme.database import carry_out, db, this_scheme
from scheme.jobs import asking
from scheme.kinds import ArrangementKind
from scheme.pages import asked_number, part_of
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader

MOST_NAMED = 100
"""So many without a suggestion are named (our judgement: more are counted; lists of people name everybody)."""


@dataclass(frozen=True)
class Line:
    """One suggestion, explained as far as a list needs: the pair as it is now."""

    title: str
    person: Person
    household: Household
    score: Comparison
    kind: ArrangementKind | None
    waited: int
    highlights: Highlights
    in_the_way: Sequence[Checked]
    since: Sequence[str]
    """What has changed since it was suggested, so that it would not be suggested now."""
    otherwise: Otherwise | None
    href: str


@dataclass(frozen=True)
class Pair:
    """Two who were suggested to each other, as they are now."""

    person: Person
    household: Household
    mine: PersonProfile
    theirs: HouseholdProfile


@desk.route("/suggestions", methods=["GET", "POST"])
def suggestions() -> Any:
    """Introductions for everybody who is ready to meet; nothing is made of them here. For many people a job works them out."""
    asked = {"each": at_most(asked_number("each"))}
    if request.method == "POST":
        return redirect(url_for("scheme_desk.job", job_id=carry_out(asking.ask, SUGGESTIONS, asked, reader().id)))
    ready, offering = how_many()
    if ready * offering <= QUICK_PAIRS:
        return _worked_out_now(asked["each"])
    job = asking.newest(SUGGESTIONS, reader().id, asked)
    result = asking.result_of(job, SUGGESTIONS)
    if job is None or result is None:
        return render_template(
            "matching/desk/rounds/ask.html",
            under_way=job,
            ready=ready,
            offering=offering,
            **_choice(asked["each"]),
        )
    _write_down()
    return _page(kept_suggestions(result), person_profiles, household_profiles, job.finished_at)


def _worked_out_now(each: int) -> str:
    _write_down()
    everybody = for_everybody(each)
    shown = part_of(range(len(everybody.found.round.suggestions)), asked_number())
    return _page(
        told(everybody, shown.rows), lambda _: everybody.person_profiles, lambda _: everybody.household_profiles
    )


def _write_down() -> None:
    record.viewed("scheme", this_scheme(), "suggestions for everyone", "A list at the desk")


def _choice(each: int) -> dict[str, Any]:
    """How many introductions for each person, of how many there may be."""
    most = our_scheme().number("introductions_at_once")
    filters = {"each": each} if each > 1 else {}
    return {"each": each, "most_each": most, "here": request.path, "filters": filters}


def _page(
    found: Suggestions,
    profiles_of_people: Callable[[Sequence[Person]], Mapping[UUID, PersonProfile]],
    profiles_of_households: Callable[[Sequence[Household]], Mapping[UUID, HouseholdProfile]],
    at: datetime | None = None,
) -> str:
    """Everybody as they are in this moment. ``at``: when it was worked out, if not just now."""
    page = part_of(found.suggested, asked_number())
    left_out = [one for one in found.left_out if one.why is not WhyNone.HAS_ENOUGH]
    under_way = [one for one in found.left_out if one.why is WhyNone.HAS_ENOUGH]
    named = [*left_out[:MOST_NAMED], *under_way[:MOST_NAMED]]
    people = _by_id(Person, {*_people(page.rows), *(one.person for one in named)})
    households = _by_id(Household, {*_households(page.rows), *(one.household for one in found.spaces)})
    there = [row for row in page.rows if row.person in people and row.household in households]
    mine = profiles_of_people([people[row.person] for row in there])
    theirs = profiles_of_households([households[row.household] for row in there])
    going_on, held = going_on_between([row.person for row in there], [row.household for row in there]), on_hold()
    pairs = [
        Pair(people[row.person], households[row.household], mine[row.person], theirs[row.household]) for row in there
    ]
    terms = scores.terms()
    return render_template(
        "matching/desk/rounds/suggestions.html",
        page=page.showing([_line(row, pair, terms, going_on, held) for row, pair in zip(there, pairs, strict=True)]),
        found=found,
        at=at,
        published_since=found.weights != terms.weights.version,
        left_out=left_out,
        under_way=under_way,
        most_named=MOST_NAMED,
        people=people,
        households=households,
        **_choice(found.each),
    )


def _people(rows: Iterable[Suggested]) -> set[UUID]:
    instead = (one for row in rows if row.otherwise for one in row.otherwise.instead)
    return {*(row.person for row in rows), *(one.person for one in instead)}


def _households(rows: Iterable[Suggested]) -> set[UUID]:
    instead = (
        each for row in rows if row.otherwise for one in row.otherwise.instead for each in (one.before, one.after)
    )
    return {*(row.household for row in rows), *(each for each in instead if each)}


def _by_id(model: type[Any], ids: set[UUID]) -> Mapping[UUID, Any]:
    return {row.id: row for row in db.session.exec(select(model).where(col(model.id).in_(ids)))}


def _line(
    row: Suggested, pair: Pair, terms: scores.Terms, going_on: Collection[tuple[UUID, UUID]], held: OnHold
) -> Line:
    person, household, theirs = pair.person, pair.household, pair.theirs
    mine = pair.mine.wishing_only(row.kind) if row.kind else pair.mine
    in_the_way = why_not(mine, theirs, terms.rules)
    return Line(
        titled(person, household),
        person,
        household,
        compare(mine, theirs, terms.weights),
        row.kind,
        row.waited,
        highlights(mine, theirs, terms.weights),
        [checked for checked in in_the_way if checked.met is not Met.NOT_MET],
        list(_since(person, household, in_the_way, (person.id, household.id) in going_on, held)),
        row.otherwise,
        url_for(".pair", person_id=person.id, household_id=household.id, kind=row.kind.value if row.kind else None),
    )


def _since(
    person: Person, household: Household, in_the_way: Sequence[Checked], going_on: bool, held: OnHold
) -> Iterable[str]:
    """Nothing of this was so when it was suggested."""
    if held.stops(person.reference, household.reference):
        yield "There is a hold. Their own pages say whom to talk to."
    if person.state is not PersonState.READY:
        yield f"{person.known_as} is not ready to meet just now."
    if household.state is not HouseholdState.OFFERING:
        yield f"{household.name} does not offer just now."
    if going_on:
        yield "They have something going on already."
    yield from (checked.reason for checked in in_the_way if checked.met is Met.NOT_MET)
