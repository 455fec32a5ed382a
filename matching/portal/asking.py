"""Being asked beside the two sides: somebody who lives in the home already; and a supporter telling how they helped."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matching import disclosure
from matching.actions import answering, deciding
from matching.forms.asking import SupportForm
from matching.lifecycle import GOING_ON
from matching.models import AnswerWord
from matching.portal import portal
from matching.portal.person import saved
from matching.queries import arrangements, asked
from matching.queries.arrangements import Pair
from people.models import Person
from people.portal.opening import own
from scheme import record
from scheme.look import NOT_DONE
from scheme.models import Role
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

Page = str | Response


@portal.get("/me/<uuid:person_id>/at-home/<uuid:arrangement_id>")
def at_home(person_id: UUID, arrangement_id: UUID) -> str:
    """Somebody may come to live where I live, or to stay there: is that all right for me?"""
    person = own(person_id, "somebody who may come to my home").person
    pair = _asked_at_home(person_id, arrangement_id)
    record.viewed("person", pair.person.id, "asked at home", "They live where you might come to")
    return render_template(
        "matching/portal/asking/at_home.html",
        person=person,
        pair=pair,
        shown=disclosure.person_to_resident(pair),
        answer=asked.resident_answers(arrangement_id).get(person_id),
        supporting=reader().role is Role.SUPPORTER,
    )


@portal.post("/me/<uuid:person_id>/at-home/<uuid:arrangement_id>/answer")
def answer_at_home(person_id: UUID, arrangement_id: UUID) -> Page:
    """Yes, no, not sure, or talk to someone."""
    person = own(person_id, "somebody who may come to my home", writing=True).person
    pair, word = _asked_at_home(person_id, arrangement_id), AnswerWord.read(request.form.get("answer"))
    if word is None:
        flash("Please choose one of the four answers.", NOT_DONE)
    else:
        supported = deciding.Support(reader().name) if reader().role is Role.SUPPORTER else None
        saved(answering.answer_as_resident, reader(), pair, person, word, supported=supported)
    return redirect(url_for("matching_portal.at_home", person_id=person_id, arrangement_id=arrangement_id))


@portal.route("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/how-we-decided", methods=["GET", "POST"])
def how_we_decided(person_id: UUID, arrangement_id: UUID) -> Page:
    """A supporter tells how they helped the person to decide."""
    person, pair = own(person_id, "how we decided", writing=True).person, arrangements.pair(arrangement_id)
    if pair is None or pair.person.id != person_id or pair.arrangement.stage not in GOING_ON:
        abort(404)
    back = url_for("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id)
    return _tell_how(pair, person, back)


@portal.route("/me/<uuid:person_id>/at-home/<uuid:arrangement_id>/how-we-decided", methods=["GET", "POST"])
def how_we_decided_at_home(person_id: UUID, arrangement_id: UUID) -> Page:
    """A supporter tells how they helped somebody to say whether another may come to their home."""
    person = own(person_id, "how we decided", writing=True).person
    back = url_for("matching_portal.at_home", person_id=person_id, arrangement_id=arrangement_id)
    return _tell_how(_asked_at_home(person_id, arrangement_id), person, back, resident=person)


def _tell_how(pair: Pair, person: Person, back: str, resident: Person | None = None) -> Page:
    form = SupportForm(obj=_mine(pair, resident))
    if form.validate_on_submit():
        support = deciding.Support(reader().name, form.how.data, form.formats.data, form.explained.data)
        if carried_out(form, deciding.write_support, reader(), pair, support, resident=resident):
            flash("Thank you for telling us.")
            return redirect(back)
    return render_template("matching/portal/asking/how_we_decided.html", form=form, person=person, back=back)


def _mine(pair: Pair, resident: Person | None) -> object | None:
    question = arrangements.question_open(pair.arrangement)
    rows = asked.supports_of(pair.arrangement.id, question, resident.id if resident else None) if question else ()
    return next((row for row in rows if row.by_id == reader().id), None)


def _asked_at_home(person_id: UUID, arrangement_id: UUID) -> Pair:
    """The arrangement this person is asked about because they live there; nobody else's is there."""
    person = own(person_id, "my home").person
    found = next((each for each in asked.asked_of_resident(person) if each.arrangement.id == arrangement_id), None)
    return found or abort(404)
