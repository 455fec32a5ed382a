"""Arrangements at the desk: what is going on, one in full, and every step on its way."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from carers import queries as carers
from carers.models import Household
from matching.actions import clearing, proposing, stepping
from matching.compatibility.explain import Explanation
from matching.desk import desk, overview
from matching.forms.arrangements import PauseForm, PlanForm, ProposeForm, StepForm, WaiveForm
from matching.kinds import KINDS
from matching.lifecycle import BY_NAME, NEVER_WAIVED, Need, Stage
from matching.models import WishToMeet
from matching.needs import Matter, missing
from matching.queries import arrangements
from matching.queries.asked import past_their_no
from matching.queries.wishes import open_of
from people import queries as people
from people.models import Person
from scheme import record
from scheme.kinds import ArrangementKind
from scheme.look import NOT_DONE, day_short
from scheme.pages import asked_number, carried_out
from scheme.queries import kind_choices
from scheme.sign_in.sessions import reader

Page = str | Response


def asked_pair(arrangement_id: UUID) -> arrangements.Pair:
    """The arrangement of the address, or 404."""
    return arrangements.pair(arrangement_id) or abort(404)


def to_arrangement(pair: arrangements.Pair) -> Response:
    """Back to the arrangement's own page."""
    return redirect(url_for("matching_desk.arrangement", arrangement_id=pair.arrangement.id))


def viewed(pair: arrangements.Pair, page: str) -> None:
    """Opening an arrangement reads both profiles; write it down for each."""
    why = f"arrangement {pair.arrangement.reference}"
    record.viewed("person", pair.person.id, page, why)
    record.viewed("household", pair.household.id, page, why)


@desk.get("/arrangements")
def all_arrangements() -> Page:
    """What is going on, and what was."""
    wanted = overview.Wanted.from_args(request.args)
    return render_template(
        "matching/desk/arrangements/list.html", found=overview.find(wanted, asked_number()), wanted=wanted, stages=Stage
    )


@desk.get("/arrangements/<uuid:arrangement_id>")
def arrangement(arrangement_id: UUID) -> Page:
    """One arrangement in full: what happens next, both sides, visits, and everything that happened."""
    pair = asked_pair(arrangement_id)
    viewed(pair, "arrangement")
    return render_template("matching/desk/arrangements/one.html", **overview.in_full(pair, reader()))


@desk.get("/arrangements/<uuid:arrangement_id>/reasons")
def proposed_because(arrangement_id: UUID) -> Page:
    """The facts, weights and reasons these two were put forward on, as they were that day."""
    pair = asked_pair(arrangement_id)
    viewed(pair, "the reasons they were put forward on")
    explanation = Explanation.from_json(pair.arrangement.frozen["explanation"])
    return render_template("matching/desk/arrangements/proposed_because.html", pair=pair, e=explanation)


@desk.route("/people/<uuid:person_id>/households/<uuid:household_id>/propose", methods=["GET", "POST"])
def propose(person_id: UUID, household_id: UUID) -> Page:
    """Put these two forward."""
    person, household = people.person(person_id) or abort(404), carers.household(household_id) or abort(404)
    asked = ArrangementKind.read(request.args.get("kind")) or next(
        (wish.kind for wish in people.wanted_of(person)), None
    )
    wishes = {str(row.id): row for row in open_of(person_id, household_id)}
    form = ProposeForm.answering(asked, [(key, _wished(row, person, household)) for key, row in wishes.items()])
    form.kind.choices = kind_choices()
    if form.validate_on_submit():
        said = {**form.answers, "wish": wishes.get(str(form.answers.get("wish")))}
        if carried_out(form, proposing.propose, reader(), person, household, **said):
            under_way = arrangements.going_on_between(person_id, household_id) or abort(404)
            return redirect(url_for("matching_desk.arrangement", arrangement_id=under_way.id))
    title = arrangements.titled(person, household)
    return render_template("matching/desk/arrangements/propose.html", form=form, person=person, title=title)


def _wished(row: WishToMeet, person: Person, household: Household) -> str:
    name = person.known_as if row.person_id else household.name
    return f"{name}, {day_short(row.at)}: {row.words or row.kind.label}"[:200]


@desk.route("/arrangements/<uuid:arrangement_id>/steps/<name>", methods=["GET", "POST"])
def step(arrangement_id: UUID, name: str) -> Page:
    """Take one step of the table."""
    pair, step = asked_pair(arrangement_id), BY_NAME.get(name) or abort(404)
    form = StepForm.for_step(step, pair.arrangement.kind, version=pair.arrangement.version)
    if form.validate_on_submit():
        particulars = stepping.Particulars(**form.answers, version=form.version.data)
        if carried_out(form, stepping.take, reader(), pair, name, particulars):
            return to_arrangement(pair)
    elif not form.is_submitted() and step not in stepping.steps_open(pair, reader()):
        flash(stepping.not_next(pair, step), NOT_DONE)
        return to_arrangement(pair)
    needs = missing(step, Matter.of(pair))
    rules = KINDS[pair.arrangement.kind]
    return render_template(
        "matching/desk/arrangements/step.html",
        form=form,
        pair=pair,
        step=step,
        needs=needs,
        label=rules.step_label(step),
        leads_to=rules.label(step.target),
        past_their_no=None if step.gives_reason else past_their_no(pair.arrangement),
    )


@desk.route("/arrangements/<uuid:arrangement_id>/plan", methods=["GET", "POST"])
def plan(arrangement_id: UUID) -> Page:
    """Where whoever moves can go back to, and what was agreed."""
    pair = asked_pair(arrangement_id)
    form = PlanForm.of(pair.arrangement)
    return _small(form, pair, "Plan", clearing.write_plan, pair, **_with_version(form))


@desk.route("/arrangements/<uuid:arrangement_id>/pause", methods=["GET", "POST"])
def pause(arrangement_id: UUID) -> Page:
    """Pause, or go on again."""
    pair = asked_pair(arrangement_id)
    form = PauseForm(obj=pair.arrangement)
    return _small(form, pair, "Pause, or go on again", clearing.pause, pair, form.paused_until.data)


@desk.route("/arrangements/<uuid:arrangement_id>/waive", methods=["GET", "POST"])
def waive(arrangement_id: UUID) -> Page:
    """Let a need pass for now: managers only."""
    pair = asked_pair(arrangement_id)
    form = WaiveForm.for_needs([need for need in Need if need not in NEVER_WAIVED])
    need, reason, until = Need.read(form.need.data), form.reason.data, form.expires_on.data
    return _small(form, pair, "Let a need pass for now", clearing.waive, reader(), pair, need, reason, until)


def _with_version(form: PlanForm) -> dict[str, Any]:
    return form.answers | {"version": form.version.data}


def _small(form: Any, pair: arrangements.Pair, title: str, action: Any, *args: Any, **kwargs: Any) -> Page:
    """A page with one small form that carries out one action."""
    if form.validate_on_submit() and carried_out(form, action, *args, **kwargs):
        return to_arrangement(pair)
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title=title)
