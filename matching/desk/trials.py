"""Trying it out, at the desk: how it starts, how it is going, what makes it home, and deciding together."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from carers.models import Household
from matching.actions import measuring, trying
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, viewed
from matching.forms.arrangements import FACES
from matching.forms.trials import CheckInForm, MeasureForm, MeasuresForm, MeetingForm, TrialPlanForm
from matching.kinds import KINDS, needs_of
from matching.lifecycle import BY_NAME, GOING_ON, Need, Stage
from matching.models import TrialPlan
from matching.queries import arrangements, trials
from matching.queries.agreements import in_easy_read
from matching.queries.arrangements import by_id
from scheme.clock import today
from scheme.forms import Form
from scheme.models import Account
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@dataclass(frozen=True)
class InBoth:
    """One text of the plan as both sides read it: what a household reads, and what the person does."""

    title: str
    picture: str
    plain: str | None
    written: str | None
    """In Easy Read, if somebody wrote it."""
    page: str
    """Where it is changed."""

    @property
    def easy_read(self) -> str | None:
        """What the person reads."""
        return in_easy_read(self.plain, self.written)


@desk.get("/arrangements/<uuid:arrangement_id>/trial")
def trial(arrangement_id: UUID) -> Page:
    """Everything that is written down about trying it out."""
    pair = asked_pair(arrangement_id)
    viewed(pair, "trying it out")
    plan, check_ins = trials.plan_of(arrangement_id), trials.check_ins_of(arrangement_id)
    rules = KINDS[pair.arrangement.kind]
    return render_template(
        "matching/desk/arrangements/trial.html",
        pair=pair,
        stage=rules.label(Stage.TRIAL),
        going_on=pair.arrangement.stage in GOING_ON,
        plan=plan,
        texts=_texts(pair, plan),
        helping=by_id(Household, {plan.backup_household_id if plan else None}),
        check_ins=check_ins,
        names=by_id(Account, {one.by_id for one in check_ins}),
        home=trials.measure_table(arrangement_id),
        meetings=trials.meetings_of(arrangement_id),
        meets=Need.DECISION_MEETING in needs_of(BY_NAME["settle"], pair.arrangement.kind),
        faces=FACES,
        today=today(),
    )


def _texts(pair: arrangements.Pair, plan: TrialPlan | None) -> list[InBoth]:
    start, agreed = plan or TrialPlan(arrangement_id=pair.arrangement.id), pair.arrangement
    back = agreed.place_to_go_back_to
    returns = InBoth("A place to go back to", "house", back, agreed.place_to_go_back_to_easy_read, "plan")
    return [
        InBoth(
            "Who comes with them", "people-holding-hands", start.who_brings, start.who_brings_easy_read, "trial_plan"
        ),
        InBoth("The first days", "sun", start.first_days, start.first_days_easy_read, "trial_plan"),
        InBoth("If it gets too much", "telephone-receiver", start.backup, start.backup_easy_read, "trial_plan"),
        InBoth(KINDS[agreed.kind].together, "people-holding-hands", agreed.plan, agreed.plan_easy_read, "plan"),
        *([returns] if back or KINDS[agreed.kind].somebody_moves else []),
    ]


@desk.route("/arrangements/<uuid:arrangement_id>/trial/plan", methods=["GET", "POST"])
def trial_plan(arrangement_id: UUID) -> Page:
    """How it starts, and what happens when it gets too much."""
    pair = asked_pair(arrangement_id)
    form = TrialPlanForm.of(trials.plan_of(arrangement_id), trials.short_break_households(pair.household.id))
    if form.validate_on_submit() and carried_out(form, trying.plan_trial, pair, form.plan, form.version.data):
        return _to_trial(pair)
    return _page(form, pair, "How it starts, and if it gets too much")


@desk.route("/arrangements/<uuid:arrangement_id>/check-ins/new", methods=["GET", "POST"])
def add_check_in(arrangement_id: UUID) -> Page:
    """One more check-in, to come or held."""
    pair = asked_pair(arrangement_id)
    form = CheckInForm()
    if form.validate_on_submit() and carried_out(form, trying.add_check_in, reader(), pair, form.answers):
        return _to_trial(pair)
    return _page(form, pair, "One more check-in")


@desk.route("/arrangements/<uuid:arrangement_id>/check-ins/<uuid:check_in_id>", methods=["GET", "POST"])
def check_in(arrangement_id: UUID, check_in_id: UUID) -> Page:
    """How it went, or another day for it."""
    pair, found = asked_pair(arrangement_id), trials.check_in(arrangement_id, check_in_id) or abort(404)
    form = CheckInForm(obj=found)
    if form.validate_on_submit() and carried_out(
        form, trying.write_check_in, reader(), found, form.answers, form.version.data
    ):
        return _to_trial(pair)
    return _page(form, pair, "Check-in")


@desk.route("/arrangements/<uuid:arrangement_id>/meetings/new", methods=["GET", "POST"])
def meet_to_decide(arrangement_id: UUID) -> Page:
    """A meeting of both sides to decide together."""
    pair = asked_pair(arrangement_id)
    form = MeetingForm()
    if form.validate_on_submit() and carried_out(form, trying.meet_to_decide, reader(), pair, form.answers):
        return _to_trial(pair)
    return _page(form, pair, "Meet to decide together")


@desk.route("/arrangements/<uuid:arrangement_id>/meetings/<uuid:meeting_id>", methods=["GET", "POST"])
def meeting(arrangement_id: UUID, meeting_id: UUID) -> Page:
    """What each side said, or another day for it."""
    pair, found = asked_pair(arrangement_id), trials.meeting(arrangement_id, meeting_id) or abort(404)
    form = MeetingForm(obj=found)
    if form.validate_on_submit() and carried_out(
        form, trying.write_meeting, reader(), found, form.answers, form.version.data
    ):
        return _to_trial(pair)
    return _page(form, pair, "Deciding together")


@desk.route("/arrangements/<uuid:arrangement_id>/measures/new", methods=["GET", "POST"])
def add_measure(arrangement_id: UUID) -> Page:
    """One sentence of the person's own, chosen with them."""
    pair = asked_pair(arrangement_id)
    form = MeasureForm()
    if form.validate_on_submit() and carried_out(form, measuring.add_measure, reader(), pair, form.words.data):
        return _to_trial(pair)
    return _page(form, pair, f"What makes it home for {pair.person.known_as}?")


@desk.route("/arrangements/<uuid:arrangement_id>/measures", methods=["GET", "POST"])
def answer_measures(arrangement_id: UUID) -> Page:
    """How true each sentence feels today, as they said it."""
    pair = asked_pair(arrangement_id)
    form = measures_form(pair)
    if form.validate_on_submit() and carried_out(form, measuring.answer_measures, reader(), pair, form.faces):
        return _to_trial(pair)
    return _page(form, pair, f"How {pair.person.known_as} feels about home today")


@desk.post("/arrangements/<uuid:arrangement_id>/measures/<uuid:measure_id>/leave-out")
def leave_out_measure(arrangement_id: UUID, measure_id: UUID) -> Page:
    """Ask about it no more."""
    pair, found = asked_pair(arrangement_id), trials.measure(arrangement_id, measure_id) or abort(404)
    carried_out(Form(), measuring.leave_out_measure, found)
    return _to_trial(pair)


def measures_form(pair: arrangements.Pair) -> MeasuresForm:
    """The form that asks about the person's sentences, filled with what was said today."""
    said = {one.measure_id: one.feels for one in trials.answers_to(pair.arrangement.id) if one.on == today()}
    return MeasuresForm.of(trials.measures_asked(pair.arrangement.id), said)


def _to_trial(pair: arrangements.Pair) -> Response:
    return redirect(url_for("matching_desk.trial", arrangement_id=pair.arrangement.id))


def _page(form: Any, pair: arrangements.Pair, title: str) -> Page:
    stage = KINDS[pair.arrangement.kind].label(Stage.TRIAL)
    shown = {"form": form, "pair": pair, "title": title, "stage": stage}
    return render_template("matching/desk/arrangements/small_of_trials.html", **shown)
