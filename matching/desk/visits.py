"""The plan of visits at the desk: planned, moved, called off, how they felt side by side, and that it was talked about."""

from uuid import UUID

from flask import Response, abort, flash, redirect, render_template, url_for

from matching.actions import visiting
from matching.calendar_files import visit_file
from matching.desk import desk
from matching.desk.answers import asked_side
from matching.desk.arrangements import Page, asked_pair, viewed
from matching.forms.arrangements import FACES, FeelingForm
from matching.forms.visits import CallOffForm, TalkedForm, VisitForm
from matching.models import CallOffReason, Side, Visit, VisitState
from matching.queries import arrangements
from matching.queries.arrangements import by_id
from matching.queries.visits import seen
from scheme.clock import today
from scheme.forms import Form
from scheme.messages import address_of
from scheme.models import Account
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.get("/arrangements/<uuid:arrangement_id>/visits")
def visits(arrangement_id: UUID) -> Page:
    """What is planned, and how it felt to each side afterwards, side by side."""
    pair = asked_pair(arrangement_id)
    viewed(pair, "visits")
    found = seen(arrangement_id)
    return render_template(
        "matching/desk/arrangements/visits.html",
        pair=pair,
        to_come=[one for one in found if one.planned],
        been=[one for one in found if one.visit.state is VisitState.HAPPENED],
        off=[one for one in found if one.visit.state is VisitState.CALLED_OFF],
        may_plan=pair.arrangement.stage in visiting.VISITED_AT,
        names=by_id(Account, {talk.by_id for one in found for talk in one.talks}),
        faces=FACES,
        sides=Side,
    )


@desk.route("/arrangements/<uuid:arrangement_id>/visits/new", methods=["GET", "POST"])
def plan_visit(arrangement_id: UUID) -> Page:
    """Plan a visit."""
    pair = asked_pair(arrangement_id)
    form = VisitForm.of(pair.arrangement.kind)
    if form.validate_on_submit():
        answers = form.particulars
        if carried_out(form, visiting.plan_visit, pair, answers.pop("kind"), form.starts_at, **answers):
            return _to_visits(pair)
    return _page(form, pair, "Plan a visit")


@desk.route("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>", methods=["GET", "POST"])
def change_visit(arrangement_id: UUID, visit_id: UUID) -> Page:
    """Move a visit to another day, or change anything else about it."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    form = VisitForm.of(pair.arrangement.kind, visit)
    if form.validate_on_submit():
        answers = form.particulars | {"starts_at": form.starts_at}
        if carried_out(form, visiting.change_visit, pair, visit, answers, form.version.data):
            return _to_visits(pair)
    return _page(form, pair, "Change this visit")


@desk.post("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>/happened")
def visit_happened(arrangement_id: UUID, visit_id: UUID) -> Page:
    """The visit took place."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    form = Form()
    if carried_out(form, visiting.visit_happened, visit):
        return _to_visits(pair)
    return _page(form, pair, "The visit took place")


@desk.route("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>/call-off", methods=["GET", "POST"])
def call_off(arrangement_id: UUID, visit_id: UUID) -> Page:
    """Call the visit off, with a kind reason."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    form = CallOffForm()
    if form.validate_on_submit():
        because = CallOffReason.read(form.because.data) or abort(400)
        if carried_out(form, visiting.call_off, visit, because):
            return _to_visits(pair)
    return _page(form, pair, f"Call off: {visit.kind.label}", submit="Call it off")


@desk.get("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>.ics")
def visit_for_calendar(arrangement_id: UUID, visit_id: UUID) -> Response:
    """A visit to come, for the worker's calendar."""
    _, visit = _asked_visit(arrangement_id, visit_id)
    return visit_file(visit, address_of("matching_desk.arrangement", arrangement_id=arrangement_id))


@desk.route("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>/feelings/<side>", methods=["GET", "POST"])
def feeling(arrangement_id: UUID, visit_id: UUID, side: str) -> Page:
    """How it felt to one side, as they told a worker."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    whose = asked_side(side)
    form = FeelingForm()
    if form.validate_on_submit() and carried_out(form, visiting.feel, reader(), visit, whose, **form.answers):
        return _to_visits(pair)
    return _page(form, pair, f"How it felt: {whose.label.lower()}")


@desk.route("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>/talked", methods=["GET", "POST"])
def talked_about(arrangement_id: UUID, visit_id: UUID) -> Page:
    """Somebody talked about how it felt."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    form = TalkedForm(data={"on": today()})
    if form.validate_on_submit() and carried_out(form, visiting.talked_about, reader(), visit, **form.answers):
        flash("Written down.")
        return _to_visits(pair)
    return _page(form, pair, f"You talked about it: {visit.kind.label}")


def _asked_visit(arrangement_id: UUID, visit_id: UUID) -> tuple[arrangements.Pair, Visit]:
    pair = asked_pair(arrangement_id)
    return pair, arrangements.visit(arrangement_id, visit_id) or abort(404)


def _to_visits(pair: arrangements.Pair) -> Page:
    return redirect(url_for("matching_desk.visits", arrangement_id=pair.arrangement.id))


def _page(form: Form, pair: arrangements.Pair, title: str, submit: str = "Save") -> Page:
    return render_template(
        "matching/desk/arrangements/small_of_visits.html", form=form, pair=pair, title=title, submit=submit
    )
