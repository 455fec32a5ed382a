"""Visits, answers and checks, as a worker writes them down."""

from datetime import time
from uuid import UUID

from flask import Response, abort, render_template

from matching.actions import answering, clearing, visiting
from matching.calendar_files import visit_file
from matching.compatibility.essentials import ESSENTIALS
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, to_arrangement
from matching.forms.arrangements import AnswerForm, CheckEssentialForm, FeelingForm, VisitForm
from matching.models import Side, Visit
from matching.queries import arrangements
from scheme.clock import local_moment
from scheme.forms import Form
from scheme.messages import address_of
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

TEA_TIME = time(15)
"""When a visit starts if nobody said (our judgement)."""


@desk.route("/arrangements/<uuid:arrangement_id>/visits/new", methods=["GET", "POST"])
def plan_visit(arrangement_id: UUID) -> Page:
    """Plan a visit."""
    pair = asked_pair(arrangement_id)
    form = VisitForm()
    if form.validate_on_submit():
        answers = form.answers
        starts_at = local_moment(answers.pop("day"), answers.pop("hour") or TEA_TIME)
        if carried_out(form, visiting.plan_visit, pair, answers.pop("kind"), starts_at, **answers):
            return to_arrangement(pair)
    return _page(form, pair, "Plan a visit")


@desk.post("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>/happened")
def visit_happened(arrangement_id: UUID, visit_id: UUID) -> Page:
    """The visit took place."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    form = Form()
    return (
        to_arrangement(pair)
        if carried_out(form, visiting.visit_happened, visit)
        else _page(form, pair, "The visit took place")
    )


@desk.post("/arrangements/<uuid:arrangement_id>/visits/<uuid:visit_id>/call-off")
def call_off(arrangement_id: UUID, visit_id: UUID) -> Page:
    """Call the visit off."""
    pair, visit = _asked_visit(arrangement_id, visit_id)
    form = Form()
    return (
        to_arrangement(pair) if carried_out(form, visiting.call_off, visit) else _page(form, pair, "Call the visit off")
    )


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
        return to_arrangement(pair)
    return _page(form, pair, f"How it felt: {whose.label.lower()}")


@desk.route("/arrangements/<uuid:arrangement_id>/answers/<side>", methods=["GET", "POST"], defaults={"member_id": None})
@desk.route("/arrangements/<uuid:arrangement_id>/answers/<side>/<uuid:member_id>", methods=["GET", "POST"])
def answer(arrangement_id: UUID, side: str, member_id: UUID | None) -> Page:
    """An answer a worker was told."""
    pair, whose = asked_pair(arrangement_id), asked_side(side)
    member = next((one for one in arrangements.asked_members(pair.household.id) if one.id == member_id), None)
    if member_id and member is None:
        abort(404)
    form = AnswerForm()
    if form.validate_on_submit():
        given = form.answers
        if carried_out(form, answering.answer, reader(), pair, whose, given.pop("answer"), member=member, **given):
            return to_arrangement(pair)
    return _page(form, pair, f"What {member.label if member else whose.label.lower()} said")


@desk.route("/arrangements/<uuid:arrangement_id>/essentials/<essential>", methods=["GET", "POST"])
def check_essential(arrangement_id: UUID, essential: str) -> Page:
    """What a worker found when they checked an essential."""
    pair = asked_pair(arrangement_id)
    title = next((one.title for one in ESSENTIALS if one.name == essential), None) or abort(404)
    form = CheckEssentialForm()
    met, words = form.met.data == "yes", form.words.data
    if form.validate_on_submit() and carried_out(form, clearing.check_essential, reader(), pair, essential, met, words):
        return to_arrangement(pair)
    return _page(form, pair, f"Check: {title}")


def _asked_visit(arrangement_id: UUID, visit_id: UUID) -> tuple[arrangements.Pair, Visit]:
    pair = asked_pair(arrangement_id)
    return pair, arrangements.visit(arrangement_id, visit_id) or abort(404)


def asked_side(side: str) -> Side:
    """The side of the address, or 404."""
    return Side.read(side) or abort(404)


def _page(form: Form, pair: arrangements.Pair, title: str) -> Page:
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title=title)
