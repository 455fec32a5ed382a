"""Who might suit whom, and why: for one person, for one household, and one pair in full.

A list opens the profile it is for, and a pair opens both; each opening is written down before the page is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, current_app, render_template, request, url_for

from carers.desk.opening import opened as open_household
from carers.models import Household, HouseholdState
from matching.compatibility.essentials import Checked, check, standing
from matching.compatibility.explain import Explanation, explain
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ties import ties_between
from matching.compatibility.verdicts import Met
from matching.compatibility.why_not import why_not as in_the_way_of
from matching.desk import desk
from matching.desk.holds import notice
from matching.highlights import Highlights, highlights
from matching.kinds import KINDS
from matching.lifecycle import Stage
from matching.models import Arrangement
from matching.queries import scores
from matching.queries.apart import kept_apart
from matching.queries.arrangements import latest_between, titled
from matching.queries.holds import hold_on, may_know
from matching.queries.profiles import LOOKING
from people.desk.opening import opened as open_person
from people.models import Person
from scheme.access import may_open
from scheme.kinds import ArrangementKind
from scheme.pages import Page, asked_number, part_of
from scheme.places import places_known
from scheme.sign_in.sessions import reader

PROPOSE = "matching_desk.propose"
ARRANGEMENT = "matching_desk.arrangement"
NOTHING = Highlights((), ())


@dataclass(frozen=True)
class Line:
    """One candidate in a list, explained as far as a list needs."""

    candidate: scores.Candidate[Any]
    highlights: Highlights
    to_check_first: Sequence[str]
    in_the_way: Sequence[Checked]
    """Of whoever is ruled out: what is not met, then what is not known."""
    kinds: Sequence[ArrangementKind]
    under_way: str | None
    """How far their arrangement is, as its kind says it."""
    href: str

    @property
    def row(self) -> Any:
        """The person or the household."""
        return self.candidate.row

    @property
    def name(self) -> str:
        """What they are called."""
        return str(getattr(self.row, "name", None) or self.row.known_as)


# --- lists -----------------------------------------------------------------------------------------------------------------


@desk.get("/people/<uuid:person_id>/households")
def households_for(person_id: UUID) -> str:
    """Households that offer, in order for one person, with reasons; those ruled out last."""
    person = open_person(person_id, "households that might suit")
    profile = scores.person_profile(person)
    kinds = list(scores.kinds_wished(profile))
    kind = _asked_kind(kinds)
    terms = scores.terms()
    found = scores.households_for(profile, terms, kind)
    return render_template(
        "matching/desk/scores/households.html",
        person=person,
        looking=person.state in LOOKING,
        changes=() if kind else scores.changes_for(profile, found, terms),
        **_listed(person, found, terms, kinds, kind),
    )


@desk.get("/households/<uuid:household_id>/people")
def people_for(household_id: UUID) -> str:
    """People who are looking, in order for one household, with reasons; those ruled out last."""
    household = open_household(household_id, "people who might suit")
    profile = scores.household_profile(household)
    kinds = list(scores.kinds_offered(profile))
    kind = _asked_kind(kinds)
    terms = scores.terms()
    return render_template(
        "matching/desk/scores/people.html",
        household=household,
        offering=household.state is HouseholdState.OFFERING,
        **_listed(household, scores.people_for(profile, terms, kind), terms, kinds, kind),
    )


def _asked_kind(kinds: Sequence[ArrangementKind]) -> ArrangementKind | None:
    """The kind in the address, if it is one of these; nonsense means any."""
    return next((kind for kind in kinds if kind.value == request.args.get("kind")), None)


def _listed(
    of: Person | Household,
    found: scores.Candidates[Any],
    terms: scores.Terms,
    kinds: Sequence[ArrangementKind],
    kind: ArrangementKind | None,
) -> dict[str, Any]:
    """What both lists show. Only the rows on the page are explained."""
    show = _Showing(of, kind, scores.under_way_with(of))
    return {
        "suiting": show.suiting(found.suiting),
        "ruled_out": show.ruled_out(found.ruled_out),
        "on_hold": found.on_hold,
        "show_ruled_out": "ruled_out" in request.args,
        "kinds": kinds,
        "kind": kind,
        "weights": terms.weights,
        "places_known": places_known() > 0,
        "here": request.path,
        "filters": {"kind": kind.value} if kind else {},
        **notice(of),
    }


@dataclass(frozen=True)
class _Showing:
    """Turning candidates into lines, for one person or household."""

    of: Person | Household
    kind: ArrangementKind | None
    under_way: Mapping[UUID, Arrangement]

    def suiting(self, candidates: Sequence[scores.Candidate[Any]]) -> Page[Line]:
        """The page of those who might suit that the address asks for."""
        page = part_of(candidates, asked_number("page"))
        rows = list(page.rows)
        return page.showing([self._line(*each) for each in zip(rows, scores.highlights_of(rows), strict=True)])

    def ruled_out(self, candidates: Sequence[scores.Candidate[Any]]) -> Page[Line]:
        """The same of those ruled out, who are told why not and nothing else."""
        page = part_of(candidates, asked_number("ruled_out"))
        return page.showing([self._line(each) for each in page.rows])

    def _line(self, candidate: scores.Candidate[Any], said: Highlights | None = None) -> Line:
        """One candidate, explained."""
        row, to_household = candidate.row, isinstance(self.of, Person)
        href = url_for(
            ".why_not" if candidate.ruled_out else ".pair",
            person_id=self.of.id if to_household else row.id,
            household_id=row.id if to_household else self.of.id,
            kind=self.kind.value if self.kind else None,
        )
        return Line(
            candidate,
            said or NOTHING,
            () if candidate.ruled_out else candidate.beside.ranked.to_check_first(candidate.place),
            candidate.beside.in_the_way(candidate.place) if candidate.ruled_out else (),
            list(candidate.kinds) if said else (),
            _how_far(self.under_way.get(row.id)),
            href,
        )


def _how_far(arrangement: Arrangement | None) -> str | None:
    return KINDS[arrangement.kind].label(arrangement.stage) if arrangement else None


# --- one pair --------------------------------------------------------------------------------------------------------------


@desk.get("/people/<uuid:person_id>/households/<uuid:household_id>")
def pair(person_id: UUID, household_id: UUID) -> str:
    """One pair in full: both sums, the essentials, what is not known, their answers and their own words."""
    person, household = _opened_pair(person_id, household_id, "beside a household", "beside a person")
    mine, theirs, terms = _sides(person, household)
    explanation, between = explain(mine, theirs, terms.rules, terms.weights), _between(person, household)
    under_way = scores.under_way_with(person).get(household.id)
    return render_template(
        "matching/desk/scores/pair.html",
        person=person,
        household=household,
        e=explanation,
        ties=ties_between(mine, theirs),
        highlights=highlights(mine, theirs, terms.weights, fits=4, differs=3),
        under_way=_how_far(under_way),
        under_way_href=_link(ARRANGEMENT, arrangement_id=under_way.id) if under_way else None,
        places_known=places_known() > 0,
        areas=scores.areas_of([person, household]),
        propose_href=None if under_way or between["hold"] else _propose_href(person, household, explanation),
        **between,
    )


@desk.get("/people/<uuid:person_id>/households/<uuid:household_id>/why-not")
def why_not(person_id: UUID, household_id: UUID) -> str:
    """What stands in the way of one pair: every essential not met, then those not known."""
    person, household = _opened_pair(person_id, household_id, "why not a household", "why not a person")
    mine, theirs, terms = _sides(person, household)
    checks = check(mine, theirs, terms.rules)
    return render_template(
        "matching/desk/scores/why_not.html",
        person=person,
        household=household,
        standing=standing(checks),
        in_the_way=in_the_way_of(mine, theirs, terms.rules),
        **_between(person, household),
    )


def _between(person: Person, household: Household) -> dict[str, Any]:
    """What the two are called together, what did not go ahead between them last, and whether they are kept apart, or held."""
    latest, hold = latest_between(person.id, household.id), hold_on(person.id, household.id)
    return {
        "hold": hold,
        "may_know": bool(hold and may_know(reader(), hold.row)),
        "title": titled(person, household),
        "declined": latest if latest and latest.stage in {Stage.DECLINED, Stage.ENDED} else None,
        "apart": kept_apart(person.id, household.id),
    }


def _opened_pair(person_id: UUID, household_id: UUID, page: str, other_page: str) -> tuple[Person, Household]:
    """Both, once both openings are written down; neither is, if one of them is not there."""
    if not scores.both_there(person_id, household_id):
        abort(404)
    return open_person(person_id, page), open_household(household_id, other_page)


def _sides(person: Person, household: Household) -> tuple[PersonProfile, HouseholdProfile, scores.Terms]:
    """Both profiles, for one kind alone if the address says so, and what to look at them with."""
    mine, theirs = scores.profiles_of(person, household)
    kind = _asked_kind(list(scores.kinds_wished(mine)))
    return mine.wishing_only(kind) if kind else mine, theirs, scores.terms()


def _propose_href(person: Person, household: Household, explanation: Explanation) -> str | None:
    """Where these two are put forward; nothing for somebody who may not, or while an essential is not met."""
    if any(checked.met is Met.NOT_MET for checked in explanation.essentials):
        return None
    if not may_open(PROPOSE, "POST", reader().role):
        return None
    kind = explanation.kind.value if explanation.kind else None
    return _link(PROPOSE, person_id=person.id, household_id=household.id, kind=kind)


def _link(endpoint: str, **values: Any) -> str | None:
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else None
