"""Somebody is introduced to us: kept, answered once, made a profile of without typing anything twice, and let go."""

from typing import Any
from uuid import UUID

from people.actions.parts import add_to_circle
from people.actions.profile import add_person
from people.models import Agrees, Enquiry, EnquiryOutcome, Person
from people.models.enquiries import TOLD
from scheme import told
from scheme.changing import Answers
from scheme.clock import local_day
from scheme.database import db
from scheme.models import Account


def introduce(agrees: Agrees, answers: Answers) -> Enquiry:
    """Keep what somebody told us, by the names of ``TOLD``, and thank them. The session is in the scheme they chose.

    Raises ``Refused`` without a way to reach whoever wrote.
    """
    enquiry = Enquiry(agrees=agrees)
    told.keep(enquiry, TOLD, answers, "people/messages/introduced.txt")
    if agrees is Agrees.MYSELF:
        enquiry.first_name = enquiry.introducer
    return enquiry


def answer_no(account: Account, enquiry: Enquiry, words: str) -> None:
    """Not with us for now, and why: read at the desk alone. Raises ``Refused`` when it was answered before."""
    _answered(account, enquiry, EnquiryOutcome.NOT_NOW)
    enquiry.words = words


def begin_profile(account: Account, enquiry: Enquiry, known_as: str, into_circle: bool = False) -> Person:
    """Make a profile of it. Only what somebody wrote of themselves becomes their own words; the rest is in the desk's notes.

    Raises ``Refused`` when it was answered before, and as ``add_person`` does.
    """
    _answered(account, enquiry, EnquiryOutcome.PROFILE)
    own = enquiry.agrees is Agrees.MYSELF
    facts = {"known_as": known_as, "first_contact_on": local_day(enquiry.arrived_at)}
    person = add_person(facts | (_own_words(enquiry) if own else {"notes": _as_told(enquiry)}))
    if into_circle and not own and enquiry.introducer:
        add_to_circle(person, {"name": enquiry.introducer[:120], "relationship": (enquiry.relation or "")[:80] or None})
    enquiry.person_id = person.id
    return person


def _answered(account: Account, enquiry: Enquiry, outcome: EnquiryOutcome) -> None:
    told.answer(account, enquiry, "people/messages/introduction_read.txt")
    enquiry.outcome = outcome


def _own_words(enquiry: Enquiry) -> dict[str, Any]:
    return {
        "good_life": enquiry.hopes,
        "liked_for": enquiry.good_at,
        "matters_to_me": enquiry.enjoys,
        "email": enquiry.email,
        "phone": enquiry.phone,
    }


def _as_told(enquiry: Enquiry) -> str:
    """What somebody else told us, as the desk's notes: said whose words they are."""
    who = f"{enquiry.introducer} ({enquiry.relation})" if enquiry.relation else enquiry.introducer
    lines = (
        f"Introduced by {who} on {local_day(enquiry.arrived_at):%-d %B %Y}. They told us that it was agreed.",
        enquiry.enjoys and f"Enjoys: {enquiry.enjoys}",
        enquiry.good_at and f"Good at: {enquiry.good_at}",
        enquiry.hopes and f"Would like: {enquiry.hopes}",
        enquiry.reach_them and f"How to reach them: {enquiry.reach_them}",
        f"{enquiry.introducer}: {', '.join(filter(None, [enquiry.email, enquiry.phone]))}",
    )
    return "\n".join(filter(None, lines))


def let_go(enquiry_id: UUID) -> None:
    """Let go of what was written, in the record too, once it was answered long enough ago."""
    told.let_go(db.session.get_one(Enquiry, enquiry_id), TOLD)
