"""Messages at the desk: everything that was written in one arrangement, what was reported, and what needs an answer."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matching.actions import writing
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, viewed
from matching.forms.messages import LookedForm, MessageForm
from matching.models import Audience, PairMessage, Side
from matching.queries import messages as queries
from matching.queries.arrangements import Pair, by_id
from scheme.forms import Form
from scheme.models import Account
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/arrangements/<uuid:arrangement_id>/messages", methods=["GET", "POST"])
def messages(arrangement_id: UUID) -> Page:
    """The whole conversation, and a place to write."""
    pair = asked_pair(arrangement_id)
    names = {
        Audience.PERSON: pair.person.known_as,
        Audience.HOUSEHOLD: pair.household.name,
        Audience.EVERYBODY: "Both of them",
    }
    form = MessageForm.to_one_of([(one, names[one]) for one in queries.may_write_to(pair, None)])
    if form.validate_on_submit() and carried_out(
        form, writing.write, reader(), pair, None, form.audience.data, form.words.data
    ):
        flash("Sent. In the quiet hours it waits for the morning.")
        return _back(pair)
    viewed(pair, "messages")
    blocks = queries.blocks_of(arrangement_id)
    return render_template(
        "matching/desk/messages/messages.html",
        form=form,
        pair=pair,
        names=names,
        lines=queries.whole_conversation(pair, reader()),
        waiting={row.id for row in queries.waiting_for_an_answer()},
        blocks=[pair.name_of(block.side) for block in blocks],
        sides=Side,
        lookers=by_id(Account, {row.looked_by_id for row in queries.reports_of(arrangement_id)}),
    )


@desk.route("/arrangements/<uuid:arrangement_id>/messages/<uuid:message_id>/look", methods=["GET", "POST"])
def look_at_message(arrangement_id: UUID, message_id: UUID) -> Page:
    """What came of a report."""
    pair, message = _asked(arrangement_id, message_id)
    form = LookedForm()
    if form.validate_on_submit() and carried_out(form, writing.looked_at, reader(), pair, message, form.done.data):
        return _back(pair)
    viewed(pair, "a message that was reported")
    return render_template("matching/desk/messages/look.html", form=form, pair=pair, message=message)


@desk.post("/arrangements/<uuid:arrangement_id>/messages/<uuid:message_id>/settle")
def settle_message(arrangement_id: UUID, message_id: UUID) -> Response:
    """It needs no answer."""
    pair, message = _asked(arrangement_id, message_id)
    carried_out(Form(), writing.settle, reader(), message)
    return _back(pair)


def _asked(arrangement_id: UUID, message_id: UUID) -> tuple[Pair, PairMessage]:
    return asked_pair(arrangement_id), queries.message_of(arrangement_id, message_id) or abort(404)


def _back(pair: Pair) -> Response:
    return redirect(url_for("matching_desk.messages", arrangement_id=pair.arrangement.id))
