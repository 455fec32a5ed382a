"""What somebody at home told a worker, and decisions in the best interests of somebody who cannot make them, as they are written down."""

from uuid import UUID

from flask import abort, render_template

from matching.actions import answering, deciding
from matching.desk import desk
from matching.desk.answers import support_in
from matching.desk.arrangements import Page, asked_pair, to_arrangement, viewed
from matching.forms.asking import BestInterestsForm, PersonAnswerForm
from matching.models import Side
from matching.queries import arrangements, asked
from matching.queries.arrangements import Pair, by_id, question_open
from scheme.forms import Form
from scheme.models import Account
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/arrangements/<uuid:arrangement_id>/at-home/<uuid:resident_id>", methods=["GET", "POST"])
def answer_of_resident(arrangement_id: UUID, resident_id: UUID) -> Page:
    """What somebody told a worker who lives in that home already."""
    pair = asked_pair(arrangement_id)
    person = next((one for one in asked.residents_beside(pair.arrangement) if one.id == resident_id), None) or abort(
        404
    )
    form = PersonAnswerForm()
    if form.validate_on_submit():
        said = {"words": form.words.data, "supported": support_in(form)}
        if carried_out(form, answering.answer_as_resident, reader(), pair, person, form.answer.data, **said):
            return to_arrangement(pair)
    return _page(form, pair, f"What {person.known_as} said")


@desk.route("/arrangements/<uuid:arrangement_id>/best-interests", methods=["GET", "POST"])
def best_interests(arrangement_id: UUID) -> Page:
    """Write down, or read, a decision for somebody who cannot make this one themselves."""
    pair = asked_pair(arrangement_id)
    question = question_open(pair.arrangement) or abort(404)
    form = BestInterestsForm()
    if form.validate_on_submit() and carried_out(
        form, deciding.decide_for, reader(), pair, deciding.Decided(**form.answers)
    ):
        return to_arrangement(pair)
    viewed(pair, "a decision in their best interests")
    found = asked.decisions(arrangement_id, question)
    return render_template(
        "matching/desk/asking/best_interests.html",
        form=form,
        pair=pair,
        own=arrangements.answer_of(arrangement_id, question, Side.PERSON),
        found=found,
        writers=by_id(Account, {each.by_id for each in found}),
    )


@desk.post("/arrangements/<uuid:arrangement_id>/best-interests/take-back")
def take_decision_back(arrangement_id: UUID) -> Page:
    """That decision does not stand any more."""
    pair = asked_pair(arrangement_id)
    carried_out(Form(), deciding.take_decision_back, reader(), pair)
    return to_arrangement(pair)


def _page(form: Form, pair: Pair, title: str) -> Page:
    return render_template("matching/desk/arrangements/small.html", form=form, pair=pair, title=title)
