"""Endings at the desk: notice, the move, keeping in touch, looking back, and what they taught the scheme."""

from typing import Any
from uuid import UUID

from flask import abort, flash, render_template
from werkzeug.wrappers import Response

from matching.actions import ending
from matching.desk import desk
from matching.desk.answers import asked_side
from matching.desk.arrangements import Page, asked_pair, to_arrangement
from matching.forms.endings import KeepInTouchForm, MovingForm, NoticeForm, ReflectionForm, WorkerReflectionForm
from matching.models import LooksBack
from matching.queries import endings
from matching.queries.arrangements import Pair
from matching.queries.lessons import FEWEST
from matching.queries.lessons import lessons as lessons_learned
from scheme.clock import today
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/arrangements/<uuid:arrangement_id>/notice", methods=["GET", "POST"])
def notice(arrangement_id: UUID) -> Page:
    """Write notice down."""
    pair = asked_pair(arrangement_id)
    there = endings.ending_of(pair.arrangement)
    form = NoticeForm(
        data={
            "given_on": pair.arrangement.notice_given_on,
            "by": there and there.notice_by,
            "last_day": there and there.last_day,
            "fewer_days_agreed": "yes" if there and there.fewer_days_agreed else "no",
        }
    )
    asked = ending.notice_asked(pair, form.given_on.data or today())
    form.last_day.description = (
        f"Leave it empty for {asked} after notice, as your scheme asks. It may be less if both sides agree."
    )
    answers = form.answers | {"fewer_days_agreed": form.fewer_days_agreed.data == "yes"}
    if form.validate_on_submit() and carried_out(form, ending.give_notice, pair, **answers):
        return to_arrangement(pair)
    return _small(form, pair, "Notice")


@desk.post("/arrangements/<uuid:arrangement_id>/notice/take-back")
def take_notice_back(arrangement_id: UUID) -> Page:
    """They go on living together after all."""
    pair, form = asked_pair(arrangement_id), Form()
    if carried_out(form, ending.take_notice_back, pair):
        flash("The notice is taken back. They go on together.")
        return to_arrangement(pair)
    return _small(form, pair, "Take notice back")


@desk.route("/arrangements/<uuid:arrangement_id>/moving", methods=["GET", "POST"])
def moving(arrangement_id: UUID) -> Page:
    """The moving plan."""
    pair = asked_pair(arrangement_id)
    form = MovingForm(obj=endings.ending_of(pair.arrangement))
    if not form.is_submitted():
        form.both_know.data = "yes" if form.both_know.data else "no"
    answers = form.answers | {"both_know": form.both_know.data == "yes"}
    if form.validate_on_submit() and carried_out(form, ending.plan_move, pair, answers, form.version.data):
        return to_arrangement(pair)
    return _small(form, pair, "Moving plan")


@desk.route("/arrangements/<uuid:arrangement_id>/keep-in-touch/<side>", methods=["GET", "POST"])
def keep_in_touch(arrangement_id: UUID, side: str) -> Page:
    """What one side told a worker about keeping in touch."""
    pair, whose = asked_pair(arrangement_id), asked_side(side)
    wish = endings.wishes_of(pair.arrangement).get(whose)
    form = KeepInTouchForm(data=wished(wish))
    wishes, how = form.wishes.data == "yes", form.how.data
    if form.validate_on_submit() and carried_out(
        form, ending.say_about_keeping_in_touch, reader(), pair, whose, wishes, how
    ):
        return to_arrangement(pair)
    return _small(form, pair, f"Keeping in touch: {pair.name_of(whose)}")


@desk.route("/arrangements/<uuid:arrangement_id>/looking-back/<whose>", methods=["GET", "POST"])
def reflection(arrangement_id: UUID, whose: str) -> Page:
    """What one of them takes from it."""
    pair, looks_back = asked_pair(arrangement_id), LooksBack.read(whose) or abort(404)
    form = (WorkerReflectionForm if looks_back is LooksBack.WORKER else ReflectionForm)(
        data=reflected(endings.reflections_of(pair.arrangement).get(looks_back))
    )
    if form.validate_on_submit() and carried_out(form, ending.reflect, reader(), pair, looks_back, said(form)):
        return to_arrangement(pair)
    return _small(form, pair, f"Looking back: {looks_back.label.lower()}")


@desk.get("/endings")
def lessons() -> str:
    """What endings taught us, without names."""
    return render_template("matching/desk/endings/lessons.html", learned=lessons_learned(), fewest=FEWEST)


def _small(form: Form, pair: Pair, title: str) -> str | Response:
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title=title)


# --- shared with the two sides' own pages ------------------------------------------------------------------------------------


def wished(wish: Any) -> dict[str, Any]:
    """What somebody said about keeping in touch, for a form."""
    return {"wishes": "yes" if wish.wishes else "no", "how": wish.how} if wish else {}


def reflected(there: Any) -> dict[str, Any]:
    """What somebody wrote when they looked back, for a form."""
    names = ("good", "would_help", "lesson")
    return (
        {name: getattr(there, name) for name in names} | {"may_share": "yes" if there.may_share else "no"}
        if there
        else {}
    )


def said(form: Form) -> dict[str, Any]:
    """The form's answers as the action takes them."""
    answers = form.answers
    return answers | ({"may_share": answers["may_share"] == "yes"} if "may_share" in answers else {})
