"""Looking together at how it is going: asking for it, and writing down what each side said and what is to change."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from matching.lifecycle import LIVING_TOGETHER, Stage
from matching.models import Area, Impact, Review, ReviewRequest, Side, WhyNow
from matching.queries import reviews
from matching.queries.arrangements import Pair
from scheme.changing import refuse_twice
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account

DAYS_TO_TALK = timedelta(days=14)
"""Within how long whoever asks is talked with (our judgement)."""

PLEASE_TALK = "Somebody would like to talk about how it is going. Please look: {address}\n"


@dataclass(frozen=True)
class Looked:
    """What came of looking at it together."""

    on: date
    why: WhyNow
    areas: Mapping[Area, Impact]
    person_said: str | None = None
    household_said: str | None = None
    worker_said: str | None = None
    to_change: str | None = None
    who_was_there: str | None = None


def ask_for_review(account: Account, pair: Pair, side: Side, words: str | None) -> ReviewRequest:
    """One side asks to talk about how it is going; the worker hears of it, and it is due soon. Raises ``Refused`` if they wait already."""
    _refuse_unless_living_together(pair)
    if reviews.asked_by(pair.arrangement.id, side):
        raise Refused("You have asked already. Your worker will talk with you.")
    asked = ReviewRequest(arrangement_id=pair.arrangement.id, side=side, by_id=account.id)
    asked.words = words
    db.session.add(asked)
    soon = today() + DAYS_TO_TALK
    if pair.arrangement.stage is Stage.LONG_TERM:
        pair.arrangement.review_on = min(pair.arrangement.review_on or soon, soon)
    worker = db.session.get_one(Account, pair.arrangement.worker_id)
    address = address_of("matching_desk.reviews", arrangement_id=pair.arrangement.id)
    post(worker.email, f"Please talk with them: {pair.arrangement.reference}", PLEASE_TALK.format(address=address))
    return asked


def write_review(account: Account, pair: Pair, looked: Looked) -> Review:
    """Write down one time of looking together. Raises ``Refused`` for a day to come, and when nothing was said at all."""
    _refuse_unless_living_together(pair)
    if looked.on > today():
        raise Refused("This day is still to come.", "on")
    if not (looked.areas or looked.person_said or looked.household_said):
        raise Refused("Write down what was said, or what became better, worse or no different.")
    refuse_twice(reviews.reviews_of(pair.arrangement.id), asdict(looked))
    review = Review(
        arrangement_id=pair.arrangement.id, on=looked.on, why=looked.why, who_was_there=looked.who_was_there,
        next_on=reviews.next_review_on(pair.arrangement, looked.on), by_id=account.id,
    )  # fmt: skip
    review.areas, review.to_change = dict(looked.areas), looked.to_change
    review.person_said, review.household_said, review.worker_said = (
        looked.person_said, looked.household_said, looked.worker_said,
    )  # fmt: skip
    db.session.add(review)
    db.session.flush()
    for asked in reviews.requests_open(pair.arrangement.id):
        asked.review_id = review.id
    if pair.arrangement.stage is Stage.LONG_TERM:
        pair.arrangement.review_on = max(one.next_on for one in reviews.reviews_of(pair.arrangement.id))
    return review


def _refuse_unless_living_together(pair: Pair) -> None:
    if pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("This is looked at once they are trying it out.")
