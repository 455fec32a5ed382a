"""Messages in the pages of both sides: one conversation for each arrangement, with the worker always in it.

The same pages for a person (with their id in the address) and for a household (without).
"""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from carers.portal.own import own as own_household
from matching import disclosure
from matching.actions import writing
from matching.forms.messages import MessageForm
from matching.models import Audience, PairMessage, Side
from matching.portal import portal
from matching.portal.person import saved
from matching.queries import arrangements, messages
from matching.queries.arrangements import Pair
from matching.who_writes import OWN, readable
from people.portal.opening import own as own_person
from scheme import record
from scheme.clock import after_quiet_hours
from scheme.database import now
from scheme.models import Account
from scheme.pages import carried_out
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader

Page = str | Response

OF_PERSON = "/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/messages"
OF_HOUSEHOLD = "/home/introductions/<uuid:arrangement_id>/messages"
HOUSEHOLD = {"person_id": None}

PICTURES = {**dict.fromkeys(OWN.values(), "speaking-head"), Audience.EVERYBODY: "people-dialogue"}


@portal.route(OF_HOUSEHOLD, methods=["GET", "POST"], defaults=HOUSEHOLD)
@portal.route(OF_PERSON, methods=["GET", "POST"])
def messages_here(person_id: UUID | None, arrangement_id: UUID) -> Page:
    """The conversation, oldest first, and a place to write."""
    pair, side = _conversation(person_id, arrangement_id)
    worker, other = (
        arrangements.by_id(Account, [pair.arrangement.worker_id])[pair.arrangement.worker_id],
        _other(pair, side),
    )
    open_to = messages.may_write_to(pair, side)
    labels = {OWN[side]: f"Only {worker.name}", Audience.EVERYBODY: f"{other or 'The others'} and {worker.name}"}
    form = MessageForm.to_one_of([(one, labels[one]) for one in open_to], PICTURES)
    if form.validate_on_submit():
        audience = form.audience.data if "audience" in form else open_to[0]
        if carried_out(form, writing.write, reader(), pair, side, audience, form.words.data):
            flash(_told())
            return _back(person_id, arrangement_id)
    _viewed(pair, side)
    return render_template(
        "matching/portal/messages/conversation.html",
        form=form,
        pair=pair,
        person_id=person_id,
        lines=messages.conversation(pair, side),
        worker=worker,
        other=other,
        open_to=open_to,
        blocked=messages.block_by(arrangement_id, side),
        everybody=Audience.EVERYBODY in readable(side, pair.arrangement.stage, in_touch=messages.in_touch(pair)),
        quiet=[our_scheme().number(name) for name in ("quiet_from_hour", "quiet_until_hour")],
        contact=our_scheme().contact,
    )


@portal.post(f"{OF_HOUSEHOLD}/<uuid:message_id>/report", defaults=HOUSEHOLD)
@portal.post(f"{OF_PERSON}/<uuid:message_id>/report")
def report_message(person_id: UUID | None, arrangement_id: UUID, message_id: UUID) -> Response:
    """Something is wrong with this message: tell the worker and the manager, and hide it."""
    pair, side = _conversation(person_id, arrangement_id, writing=True)
    message = _message(pair, side, message_id)
    told = "Thank you for telling us. You do not see that message any more. We will look at it."
    saved(writing.report, reader(), pair, side, message, told=told)
    return _back(person_id, arrangement_id)


@portal.post(f"{OF_HOUSEHOLD}/block", defaults=HOUSEHOLD)
@portal.post(f"{OF_PERSON}/block")
def block_messages(person_id: UUID | None, arrangement_id: UUID) -> Response:
    """No more messages from the other side."""
    pair, side = _conversation(person_id, arrangement_id, writing=True)
    told = "They cannot write to you any more. Your worker knows. You can still write to your worker."
    saved(writing.block, reader(), pair, side, told=told)
    return _back(person_id, arrangement_id)


@portal.post(f"{OF_HOUSEHOLD}/let-them-write", defaults=HOUSEHOLD)
@portal.post(f"{OF_PERSON}/let-them-write")
def unblock_messages(person_id: UUID | None, arrangement_id: UUID) -> Response:
    """They may write to me again."""
    pair, side = _conversation(person_id, arrangement_id, writing=True)
    saved(writing.lift_block, pair, side, told="They can write to you again.")
    return _back(person_id, arrangement_id)


def _conversation(person_id: UUID | None, arrangement_id: UUID, *, writing: bool = False) -> tuple[Pair, Side]:
    """The reader's own conversation and which side they are on; nobody else's is there."""
    side = Side.HOUSEHOLD if person_id is None else Side.PERSON
    own_id = own_household().id if person_id is None else own_person(person_id, "messages", writing=writing).person.id
    pair = arrangements.pair(arrangement_id)
    if pair is None or own_id != (pair.person.id if side is Side.PERSON else pair.household.id):
        abort(404)
    if not messages.is_open(pair, side):
        abort(404)
    return pair, side


def _message(pair: Pair, side: Side, message_id: UUID) -> PairMessage:
    """A message that this side may read; any other is not there."""
    shown = (one.message for one in messages.conversation(pair, side))
    return next((one for one in shown if one.id == message_id), None) or abort(404)


def _other(pair: Pair, side: Side) -> str | None:
    """What the other side is called, as far as that is told now."""
    shown = disclosure.household_to_person(pair) if side is Side.PERSON else disclosure.person_to_household(pair)
    name: str | None = shown.name
    return name


def _viewed(pair: Pair, side: Side) -> None:
    other = ("household", pair.household.id) if side is Side.PERSON else ("person", pair.person.id)
    record.viewed(*other, "messages", "You write to each other")


def _told() -> str:
    """Whether it is there now, or in the morning."""
    scheme = our_scheme()
    at = now()
    quiet = after_quiet_hours(at, scheme.number("quiet_from_hour"), scheme.number("quiet_until_hour")) > at
    return (
        f"It is late. They get your message at {scheme.number('quiet_until_hour')} in the morning."
        if quiet
        else "Sent."
    )


def _back(person_id: UUID | None, arrangement_id: UUID) -> Response:
    return redirect(url_for("matching_portal.messages_here", person_id=person_id, arrangement_id=arrangement_id))
