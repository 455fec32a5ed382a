"""Answers and checks, as a worker writes them down."""

from uuid import UUID

from flask import abort, render_template

from matching.actions import answering, clearing, deciding
from matching.compatibility.essentials import ESSENTIALS
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, to_arrangement
from matching.forms.arrangements import AnswerForm, CheckEssentialForm
from matching.forms.asking import PersonAnswerForm
from matching.models import Side
from matching.queries import arrangements
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/arrangements/<uuid:arrangement_id>/answers/<side>", methods=["GET", "POST"], defaults={"member_id": None})
@desk.route("/arrangements/<uuid:arrangement_id>/answers/<side>/<uuid:member_id>", methods=["GET", "POST"])
def answer(arrangement_id: UUID, side: str, member_id: UUID | None) -> Page:
    """An answer a worker was told."""
    pair, whose = asked_pair(arrangement_id), asked_side(side)
    member = next((one for one in arrangements.asked_members(pair.household.id) if one.id == member_id), None)
    if member_id and member is None:
        abort(404)
    form = PersonAnswerForm() if whose is Side.PERSON else AnswerForm()
    if form.validate_on_submit():
        supported = support_in(form) if isinstance(form, PersonAnswerForm) else None
        said = {"words": form.words.data, "member": member, "supported": supported}
        if carried_out(form, answering.answer, reader(), pair, whose, form.answer.data, **said):
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


def asked_side(side: str) -> Side:
    """The side of the address, or 404."""
    return Side.read(side) or abort(404)


def support_in(form: PersonAnswerForm) -> deciding.Support | None:
    """How they were helped; nothing where they decided by themselves."""
    if not form.supported_by.data:
        return None
    on = form.supported_on.data
    return deciding.Support(form.supported_by.data, form.how.data, form.formats.data, form.explained.data, on)


def _page(form: Form, pair: arrangements.Pair, title: str) -> Page:
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title=title)
