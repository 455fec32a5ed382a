"""Taking a place in a home: the one rule that never more than three people are supported there at any moment.

Stays are counted fresh inside the serializable transaction that adds one, so whoever clicks first has the place and everybody
else hears no, kindly. A trigger in the database is the second wall (``migrations/0002_walls.py``).
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from carers import queries as carers
from carers.models import Household, Member, MemberKind
from matching.models import Arrangement, Stay, Visit
from matching.queries import arrangements
from scheme.clock import local_day
from scheme.database import db, now
from scheme.errors import Refused
from scheme.forms.dates import in_words
from scheme.kinds import ArrangementKind
from scheme.queries import our_scheme

FULL = "There is no place left in this home at that time: {most} people at most are supported in one home. Nothing was changed."


def take_place(
    pair: arrangements.Pair, starts_at: datetime, ends_at: datetime | None, visit: Visit | None = None
) -> Stay:
    """Add a stay. Raises ``Refused`` when it ends before it starts, there is no home yet, or the home would be too full."""
    if ends_at is not None and ends_at <= starts_at:
        raise Refused("It has to end after it starts.", "ends_on")
    home_id = pair.arrangement.home_id or _home_now(pair)
    if home_id is None:
        raise Refused("Write down where the home is first, on the household's profile.")
    pair.arrangement.home_id = home_id
    if pair.arrangement.kind is not ArrangementKind.HOMESHARE:
        _refuse_too_many(pair, home_id, starts_at, ends_at)
    stay = Stay(
        arrangement_id=pair.arrangement.id,
        home_id=home_id,
        starts_at=starts_at,
        ends_at=ends_at,
        visit_id=visit.id if visit else None,
    )
    db.session.add(stay)
    db.session.flush()
    return stay


def refuse_without_room(pair: arrangements.Pair, starts_at: datetime, ends_at: datetime) -> None:
    """Refuse nights while the household is away, for which it offers no space of this kind, or on which every space is taken."""
    first, last = local_day(starts_at), local_day(ends_at)
    refuse_while_away(pair, first, last, "day")
    ours = [offer for offer in carers.offers_of(pair.household) if offer.kind is pair.arrangement.kind]
    then = [one for one in ours if (one.starts_on or first) <= first and last <= (one.ends_on or last)]
    if ours and not then:
        raise Refused("No space is offered on those nights.", "day")
    taken = _taken_of_kind(pair, starts_at, ends_at)
    if then and all(one.spaces is not None and taken >= one.spaces for one in then):
        raise Refused(f"No space on those nights: {taken} of {max(one.spaces or 0 for one in then)} taken.", "day")


def refuse_while_away(pair: arrangements.Pair, first: date, last: date, field: str) -> None:
    """Refuse days on which the household is away, at this question of the form."""
    for away in carers.away_of(pair.household, since=first):
        if away.starts_on <= last:
            gone = f"from {in_words(away.starts_on)} to {in_words(away.ends_on)}"
            raise Refused(f"{pair.household.name} is away {gone}.", field)


def leave_place(stays: Sequence[Stay], at: datetime) -> None:
    """End stays: those under way end now, those still to come never happen."""
    for stay in stays:
        if stay.starts_at >= at:
            db.session.delete(stay)
        elif stay.ends_at is None or stay.ends_at > at:
            stay.ends_at = at


def people_there(home_id: UUID, starts_at: datetime, ends_at: datetime | None, without: UUID | None = None) -> int:
    """The most people supported in a home at any one moment of a stretch of time, not counting one person."""
    stays = [
        (stay, arrangement.person_id)
        for stay, arrangement in arrangements.stays_in(home_id)
        if arrangement.person_id != without and arrangement.kind is not ArrangementKind.HOMESHARE
    ]
    return most_at_once(stays, starts_at, ends_at) + _supported_already(home_id)


def most_at_once(stays: Sequence[tuple[Stay, Any]], starts_at: datetime, ends_at: datetime | None) -> int:
    """The most different people there at one moment of a stretch of time, of stays given with whose they are."""
    arrivals = (
        stay.starts_at
        for stay, _ in stays
        if stay.starts_at > starts_at and (ends_at is None or stay.starts_at < ends_at)
    )
    return max(len({whose for stay, whose in stays if there_at(stay, moment)}) for moment in (starts_at, *arrivals))


def there_at(stay: Stay, moment: datetime) -> bool:
    """Whether a stay is under way at a moment."""
    return stay.starts_at <= moment and (stay.ends_at is None or stay.ends_at > moment)


def _refuse_too_many(pair: arrangements.Pair, home_id: UUID, starts_at: datetime, ends_at: datetime | None) -> None:
    most = our_scheme().number("people_in_one_home")
    if people_there(home_id, starts_at, ends_at, without=pair.person.id) + 1 > most:
        raise Refused(FULL.format(most=most))


def _taken_of_kind(pair: arrangements.Pair, starts_at: datetime, ends_at: datetime) -> int:
    home_id = pair.arrangement.home_id or _home_now(pair)
    stays = [
        (stay, other.person_id)
        for stay, other in (arrangements.stays_in(home_id) if home_id else ())
        if other.kind is pair.arrangement.kind and other.person_id != pair.person.id
    ]
    return most_at_once(stays, starts_at, ends_at)


def _supported_already(home_id: UUID) -> int:
    """People supported in the home who have no arrangement here."""
    most = 0
    for household in db.session.exec(select(Household).where(Household.home_id == home_id)):
        members = db.session.exec(
            select(Member).where(
                Member.household_id == household.id, Member.kind == MemberKind.RESIDENT, col(Member.left_on).is_(None)
            )
        ).all()
        most = max(most, carers.supported_already(household, members) or 0)
    return most


def _home_now(pair: arrangements.Pair) -> UUID | None:
    return pair.person.home_id if pair.arrangement.kind is ArrangementKind.HOMESHARE else pair.household.home_id


def stays_left(arrangement: Arrangement) -> Sequence[Stay]:
    """An arrangement's stays that are under way or still to come."""
    return [stay for stay in arrangements.stays_of(arrangement.id) if stay.ends_at is None or stay.ends_at > now()]
