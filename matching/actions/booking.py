"""Further stays and days, for kinds in which nobody moves in: booked one by one, and called off."""

from datetime import UTC, datetime

from matching.actions.staying import leave_place, refuse_while_away, take_place
from matching.actions.telling import SOMETHING_CALLED_OFF, tell_both
from matching.kinds import VISITING_KINDS
from matching.lifecycle import BY_NAME, LIVING_TOGETHER, Need
from matching.models import Stay
from matching.needs import Matter, missing
from matching.queries import arrangements
from scheme.clock import local_day, today
from scheme.database import now
from scheme.errors import Refused
from scheme.look import until

BEFORE_A_STAY = frozenset({Need.KEEP_APART, Need.NO_HOLD, Need.NOT_PAUSED, Need.APPROVAL})
"""Of what a trial needs, what each further stay needs again. A crisis stops nobody's stay (DESIGN §1.7)."""


def book_stay(pair: arrangements.Pair, starts_at: datetime, ends_at: datetime) -> Stay:
    """Book a further short break or day, and tell both sides that there is something new.

    Raises ``Refused``: when nothing is booked in this kind or at this stage, for a day gone by, while the household is away, when
    the person is somewhere else then, when something stands in the way, or when the home would be too full.
    """
    starts_at, ends_at = starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    _refuse_unless_booked_here(pair)
    if ends_at <= starts_at:
        raise Refused("It has to end after it starts.", "ends_at")
    if local_day(starts_at) < today():
        raise Refused("This day has gone by already.", "starts_on")
    obstacles = [one.sentence for one in missing(BY_NAME["start_trial"], Matter.of(pair)) if one.need in BEFORE_A_STAY]
    if obstacles:
        raise Refused(" ".join(obstacles))
    refuse_while_away(pair, local_day(starts_at), local_day(ends_at), "starts_on")
    _refuse_in_two_places(pair, starts_at, ends_at)
    stay = take_place(pair, starts_at, ends_at)
    tell_both(pair)
    return stay


def call_off_stay(pair: arrangements.Pair, stay: Stay) -> None:
    """Call off a stay or day still to come; one under way ends now. Its place is given back, and both sides are told.

    Raises ``Refused`` when it is over, or was not booked by itself.
    """
    if stay.visit_id or stay.ends_at is None or pair.arrangement.kind not in VISITING_KINDS:
        raise Refused("This was not booked by itself, so it cannot be called off by itself.")
    moment = now()
    if stay.ends_at <= moment:
        raise Refused("This is over already.")
    leave_place([stay], moment)
    tell_both(pair, SOMETHING_CALLED_OFF)


def _refuse_unless_booked_here(pair: arrangements.Pair) -> None:
    if pair.arrangement.kind not in VISITING_KINDS:
        raise Refused("Only short breaks and days are booked one by one.")
    if pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("Stays are booked once they are trying it out.")


def _refuse_in_two_places(pair: arrangements.Pair, starts_at: datetime, ends_at: datetime) -> None:
    for stay in arrangements.dated_stays_of_person(pair.person.id):
        if stay.ends_at and stay.starts_at < ends_at and stay.ends_at > starts_at:
            there = until(stay.starts_at, stay.ends_at)
            raise Refused(f"{pair.person.known_as} already has something booked then: {there}.", "starts_on")
