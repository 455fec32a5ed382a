"""Finding households and reading their profiles. Only the session's own scheme is ever seen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, exists, or_
from sqlalchemy import select as select_rows
from sqlmodel import col, func, select

from carers.models import Check, Household, HouseholdState, Member, MemberKind, Offer, TimeAway, WouldShare
from scheme import told
from scheme.clock import local_moment, today
from scheme.database import db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Home, Photograph
from scheme.pages import Page, page_of
from scheme.queries import our_scheme
from scheme.words import Words

# --- one household -----------------------------------------------------------------------------------------------------


def household(household_id: UUID) -> Household | None:
    """The household with this id, or nothing."""
    return db.session.exec(select(Household).where(Household.id == household_id)).first()


def would_share(page: int = 1) -> Page[WouldShare]:
    """Everybody who wrote that they would share their home: those waiting for an answer first."""
    return told.listed(WouldShare, page)


def one_who_would_share(row_id: UUID) -> WouldShare | None:
    """One of them, or nothing."""
    return db.session.exec(select(WouldShare).where(WouldShare.id == row_id)).first()


def waiting_would_share() -> Sequence[WouldShare]:
    """Those nobody has answered, longest waiting first."""
    return told.waiting(WouldShare)


def household_by_reference(reference: str) -> Household | None:
    """The household with this reference ("H001"; capitals or not), or nothing."""
    wanted = func.lower(without_nul(reference).strip())
    return db.session.exec(select(Household).where(func.lower(Household.reference) == wanted)).first()


def own_household(account: Account) -> Household | None:
    """The household this account is a member of, as long as they live there."""
    query = (
        select(Household)
        .join(Member, col(Member.household_id) == col(Household.id))
        .where(Member.account_id == account.id, col(Member.left_on).is_(None))
    )
    return db.session.exec(query).first()


def household_of(part: Any) -> Household:
    """The household that a member, an offer, a check or time away belongs to."""
    return db.session.exec(select(Household).where(Household.id == part.household_id)).one()


def home_of(household: Household) -> Home | None:
    """The household's home; nothing when it is not written down, or when they would move into somebody else's."""
    if household.home_id is None:
        return None
    return db.session.exec(select(Home).where(Home.id == household.home_id)).first()


def members_of(household: Household) -> Sequence[Member]:
    """Everybody who lives in the home now: carers first, then other adults, children, people supported there already."""
    rows = _rows_of(Member, household, col(Member.left_on).is_(None))
    order = list(MemberKind)
    return sorted(rows, key=lambda member: (order.index(member.kind), member.name or "", str(member.id)))


def offers_of(household: Household) -> Sequence[Offer]:
    """What they offer, in the order kinds are listed everywhere."""
    order = list(ArrangementKind)
    return sorted(
        _rows_of(Offer, household),
        key=lambda offer: (order.index(offer.kind), offer.starts_on or date.min, str(offer.id)),
    )


def away_of(household: Household, since: date | None = None) -> Sequence[TimeAway]:
    """When they are away, soonest first; with ``since`` only what is not over by then."""
    rows = _rows_of(TimeAway, household)
    return sorted((away for away in rows if since is None or away.ends_on >= since), key=lambda away: away.starts_on)


def checks_of(household: Household) -> Sequence[Check]:
    """Their checks: what runs out first comes first, what never does comes last."""
    return sorted(
        _rows_of(Check, household), key=lambda check: (check.expires_on or date.max, check.kind, str(check.id))
    )


def photographs_of(household: Household) -> Sequence[Photograph]:
    """Their photographs, in their own order."""
    query = (
        select(Photograph)
        .where(Photograph.of_kind == Household.record_kind, Photograph.of_id == household.id)
        .order_by(col(Photograph.position), col(Photograph.added_at))
    )
    return db.session.exec(query).all()


def photograph_of(household: Household, photograph_id: UUID) -> Photograph | None:
    """One of this household's photographs, or nothing."""
    return next((each for each in photographs_of(household) if each.id == photograph_id), None)


def supported_already(household: Household, members: Iterable[Member]) -> int | None:
    """How many people are supported in the home apart from arrangements kept here; nothing when nobody has said.

    A number given and people named may both be there; the larger of the two is believed, so that no place is promised twice.
    """
    named = sum(member.kind is MemberKind.RESIDENT for member in members)
    if household.living_there is None:
        return named or None
    return max(household.living_there, named)


def _rows_of(table: type[Any], household: Household, *conditions: Any) -> Sequence[Any]:
    return db.session.exec(select(table).where(table.household_id == household.id, *conditions)).all()


# --- the list ----------------------------------------------------------------------------------------------------------


class Availability(Words):
    """What a worker may ask of a household's spaces."""

    HAS_SPACE = "space", "Says it has a space"
    STALE = "stale", "Not confirmed lately"


class Order(Words):
    """The orders a list of households may be in."""

    NAME = "name", "Name"
    REFERENCE = "reference", "Reference"
    CONFIRMED = "confirmed", "Longest since confirmed"
    REVIEW = "review", "Next review"
    NEWEST = "newest", "Newest first"


@dataclass(frozen=True)
class Wanted:
    """What a worker is looking for; whatever is left out narrows nothing."""

    search: str = ""
    state: HouseholdState | None = None
    kind: ArrangementKind | None = None
    worker_id: UUID | None = None
    availability: Availability | None = None
    order: Order = Order.NAME


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    household: Household
    offers: Sequence[Offer] = ()
    area: str | None = None
    worker: str | None = None
    carers: Sequence[str] = field(default=())


def find(wanted: Wanted, page: int = 1) -> Page[Listed]:
    """One page of the households that fit. The number of statements is the same however many there are."""
    found = page_of(_narrowed(wanted).order_by(*_in_order(wanted.order)), page)
    return found.showing(_lines(found.rows))


def _narrowed(wanted: Wanted) -> Select[Any]:
    query: Select[Any] = select_rows(Household)
    if wanted.state:
        query = query.where(col(Household.state) == wanted.state)
    if wanted.worker_id:
        query = query.where(col(Household.named_worker_id) == wanted.worker_id)
    if wanted.kind:
        query = query.where(_offers_where(col(Offer.kind) == wanted.kind))
    if wanted.availability is Availability.HAS_SPACE:
        query = query.where(
            col(Household.state) == HouseholdState.OFFERING,
            _offers_where(col(Offer.spaces) > 0, or_(col(Offer.ends_on).is_(None), col(Offer.ends_on) >= today())),
        )
    if wanted.availability is Availability.STALE:
        days = our_scheme().number("availability_stale_days")
        long_ago = local_moment(today() - timedelta(days=days), time())
        confirmed = col(Household.availability_confirmed_at)
        query = query.where(
            col(Household.state) == HouseholdState.OFFERING, or_(confirmed.is_(None), confirmed < long_ago)
        )
    for word in without_nul(wanted.search).split()[:8]:
        query = query.where(_mentions(word))
    return query


def _offers_where(*conditions: Any) -> Any:
    return exists().where(and_(col(Offer.household_id) == col(Household.id), *conditions))


def _mentions(word: str) -> Any:
    """A word in the name or reference, the name of somebody who lives there, or the area."""
    member = exists().where(
        and_(
            col(Member.household_id) == col(Household.id),
            col(Member.left_on).is_(None),
            col(Member.name).icontains(word, autoescape=True),
        )
    )
    area = exists().where(and_(col(Home.id) == col(Household.home_id), col(Home.area).icontains(word, autoescape=True)))
    own = (col(Household.name), col(Household.reference))
    return or_(*(column.icontains(word, autoescape=True) for column in own), member, area)


def _in_order(order: Order) -> tuple[Any, ...]:
    reference = col(Household.reference)
    ways: Mapping[Order, tuple[Any, ...]] = {
        Order.NAME: (col(Household.name), reference),
        Order.REFERENCE: (reference,),
        Order.CONFIRMED: (col(Household.availability_confirmed_at).asc().nulls_first(), reference),
        Order.REVIEW: (col(Household.approval_review_on).asc().nulls_last(), reference),
        Order.NEWEST: (col(Household.created_at).desc(), reference),
    }
    return ways[order]


def _lines(households: Sequence[Household]) -> list[Listed]:
    ids = [household.id for household in households]
    offers = _by_household(Offer, ids)
    members = _by_household(Member, ids)
    homes = _by_id(Home, [household.home_id for household in households])
    named = _by_id(Account, [household.named_worker_id for household in households])
    return [
        Listed(
            household=each,
            offers=sorted(offers.get(each.id, ()), key=lambda offer: list(ArrangementKind).index(offer.kind)),
            area=getattr(homes.get(each.home_id), "area", None),
            worker=getattr(named.get(each.named_worker_id), "name", None),
            carers=sorted(
                member.name
                for member in members.get(each.id, ())
                if member.kind is MemberKind.CARER and member.name and member.left_on is None
            ),
        )
        for each in households
    ]


def _by_household(table: type[Any], ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    grouped: dict[UUID, list[Any]] = {}
    for row in db.session.exec(select(table).where(col(table.household_id).in_(ids))):
        grouped.setdefault(row.household_id, []).append(row)
    return grouped


def _by_id(table: type[Any], ids: Iterable[UUID | None]) -> Mapping[UUID | None, Any]:
    wanted = {each for each in ids if each is not None}
    return {row.id: row for row in db.session.exec(select(table).where(col(table.id).in_(wanted)))}


def without_nul(text: str) -> str:
    """What may be looked for: PostgreSQL holds no NUL character, so nothing is lost by leaving it out."""
    return text.replace("\0", "")
