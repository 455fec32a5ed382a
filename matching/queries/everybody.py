"""Everybody who offers and everybody who is looking, as the score may know them: kept between pages, and never believed blindly.

Reading thousands of profiles takes seconds, scoring them milliseconds. So what was read is kept in this process, and used
again only when the request's own transaction says that it still holds:

- the *essentials* (who offers, spaces and days, who is there, approval, must-nots, crisis, earlier declines, keep-apart) are read anew
  each time, as a few narrow columns in one text each, and must be what they were;
- for everything else, no change of any row it was read from may have been recorded since. The record sees every change in
  the change's own transaction, rows of it are never removed, and transactions see each other's in one order: as many as there
  were means the same ones.

Otherwise everything is read again. What a writing transaction reads, it keeps to itself. The key is the database, the scheme and the
side, so that no scheme ever meets another's.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Text, bindparam, cast, inspect
from sqlmodel import col, func

from carers.models import Household, HouseholdState, Member, MemberKind, Offer, TimeAway
from matching.compatibility.coded import Crowd
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.models import Arrangement, KeepApart, Stay
from matching.queries.endings import kept_from_each_other
from matching.queries.profiles import LOOKING, household_profiles, person_profiles
from people.models import CirclePerson, Person, PersonPlace, WantedArrangement
from scheme.clock import today
from scheme.database import db, now, this_scheme
from scheme.engines import writing
from scheme.models import Change, Home
from scheme.plain_rows import as_texts, columns, plain_rows
from scheme.queries import our_scheme

MOST_PROFILES = 40_000
"""Kept in one process at most, the longest unused let go first: some 250 MB (our judgement: four large schemes, or hundreds)."""

MARGIN = timedelta(hours=1)
"""No transaction takes as long, and no two machines' clocks differ by as much: changes are counted from so long before."""

Row = Any
"""Who somebody is, as a list needs it: ``id``, ``reference``, ``name`` or ``known_as``, ``home_id`` and its ``area``; a person's ``state``."""

Profile = TypeVar("Profile", PersonProfile, HouseholdProfile)


@dataclass(frozen=True, eq=False)
class Side(Generic[Profile]):
    """One side: whom to list, their essentials as statements, what else their profiles are read from, and how."""

    listed: Callable[[], Any]
    essentials: Callable[[], Sequence[Any]]
    read_from: tuple[type[Any], ...]
    profiles: Callable[[], Mapping[UUID, Profile]]


@dataclass(frozen=True)
class Everybody(Generic[Profile]):
    """Everybody on one side, in order of their references: who they are, and their profiles as one crowd."""

    rows: Sequence[Row]
    crowd: Crowd[Profile]


@dataclass(frozen=True)
class _Kept:
    essentials: Sequence[Any]
    since: datetime
    changes: int
    found: Everybody[Any]


_kept: OrderedDict[Hashable, _Kept] = OrderedDict()
_lock = threading.Lock()


def households() -> Everybody[HouseholdProfile]:
    """Every household that offers."""
    return _everybody(_HOUSEHOLDS)


def people() -> Everybody[PersonProfile]:
    """Everybody a household may be looked for."""
    return _everybody(_PEOPLE)


def _everybody(side: Side[Profile]) -> Everybody[Profile]:
    key = (str(db.engine.url), this_scheme(), id(side))
    essentials = [today(), our_scheme().numbers, *_as_kept(side)]
    kept = _kept.get(key)
    if kept and kept.essentials == essentials and _nothing_changed(kept, side):
        _keep(key, kept)
        return kept.found
    rows, profiles = db.session.execute(side.listed()).all(), side.profiles()
    found = Everybody(rows, Crowd(profiles[row.id] for row in rows))
    if not writing.get():
        since = now() - MARGIN
        _keep(key, _Kept(essentials, since, _changes(side, since), found))
    return found


def _as_kept(side: Side[Any]) -> tuple[str, ...]:
    """The essentials, as the database keeps them: to be compared, not read, which is several times quicker."""
    return tuple(db.session.execute(_texts(side, db.engine.dialect.name), {"now": now()}).one())


@cache
def _texts(side: Side[Any], _dialect: str) -> Any:
    """Put together once for each kind of database, which takes longer than asking."""
    return as_texts(*side.essentials())


def _nothing_changed(kept: _Kept, side: Side[Any]) -> bool:
    # A clock that went back would leave changes uncounted.
    return now() - MARGIN >= kept.since and _changes(side, kept.since) == kept.changes


def _changes(side: Side[Any], since: datetime) -> int:
    kinds = [str(table.__tablename__) for table in side.read_from]
    counted = columns(func.count(col(Change.id))).where(col(Change.at) >= since, col(Change.row_kind).in_(kinds))
    return int(db.session.execute(counted).scalar_one())


def _keep(key: Hashable, kept: _Kept) -> None:
    with _lock:
        _kept[key] = kept
        _kept.move_to_end(key)
        while len(_kept) > 1 and sum(len(each.found.rows) for each in _kept.values()) > MOST_PROFILES:
            _kept.popitem(last=False)


# --- the two sides ----------------------------------------------------------------------------------------------------------

_STAYS = (Stay.home_id, Stay.starts_at, Stay.ends_at, Arrangement.id, Arrangement.kind, Arrangement.person_id)
_APART = (KeepApart.person_id, KeepApart.household_id, KeepApart.other_person_id)


def _as_written(column: Any) -> Any:
    """A list as the database keeps it: to be compared, not read."""
    return cast(column, Text).label(column.key)


def _apart() -> Any:
    return columns(*_APART).where(col(KeepApart.taken_back_at).is_(None)).order_by(KeepApart.id)


def _offering() -> Any:
    named = columns(Household.id, Household.reference, Household.name, Household.home_id, Home.area)
    at_home = named.join(Home, col(Home.id) == Household.home_id, isouter=True)
    return at_home.where(Household.state == HouseholdState.OFFERING).order_by(Household.reference)


def _essentials_of_households() -> Sequence[Any]:
    at = bindparam("now", type_=inspect(Stay).columns["starts_at"].type)
    began = (col(Stay.starts_at) <= at).label("began")
    over = (col(Stay.ends_at) <= at).label("over")
    own = (
        Household.id,
        _as_written(Household.must_nots),
        _as_written(Household.approved_kinds),
        Household.panel_on,
        Household.approval_review_on,
        Household.living_there,
    )
    return (
        columns(*own).where(Household.state == HouseholdState.OFFERING).order_by(Household.id),
        columns(Offer.household_id, Offer.kind, Offer.spaces, Offer.starts_on, Offer.ends_on).order_by(Offer.id),
        columns(TimeAway.household_id, TimeAway.starts_on, TimeAway.ends_on).order_by(TimeAway.id),
        columns(Member.household_id, Member.left_on).where(Member.kind == MemberKind.RESIDENT).order_by(Member.id),
        columns(*_STAYS, began, over).join(Arrangement, col(Stay.arrangement_id) == Arrangement.id).order_by(Stay.id),
        _apart(),
    )


def _looking() -> Any:
    named = columns(Person.id, Person.reference, Person.known_as, Person.state, Person.home_id, Home.area)
    at_home = named.join(Home, col(Home.id) == Person.home_id, isouter=True)
    return at_home.where(col(Person.state).in_(LOOKING)).order_by(Person.reference)


def _essentials_of_people() -> Sequence[Any]:
    own = (
        Person.id,
        Person.state,
        _as_written(Person.must_nots),
        Person.crisis,
        Person.distance_limit_miles,
        _as_written(Person.access_needs),
        Person.support_level,
        Person.night_support,
    )
    wanted = (
        WantedArrangement.person_id,
        WantedArrangement.kind,
        WantedArrangement.starts_on,
        WantedArrangement.ends_on,
    )
    declined = (
        Arrangement.person_id,
        Arrangement.household_id,
        Arrangement.stage_since,
        Arrangement.reopened_by_person,
        Arrangement.reopened_by_household,
        Arrangement.stage,
    )
    return (
        columns(*own).where(col(Person.state).in_(LOOKING)).order_by(Person.id),
        columns(*wanted).order_by(WantedArrangement.id),
        columns(*declined).where(kept_from_each_other()).order_by(Arrangement.id),
        _apart(),
    )


def _profiles_of_households() -> Mapping[UUID, HouseholdProfile]:
    return household_profiles(plain_rows(Household, Household.state == HouseholdState.OFFERING))


def _profiles_of_people() -> Mapping[UUID, PersonProfile]:
    return person_profiles(plain_rows(Person, col(Person.state).in_(LOOKING)))


_HOUSEHOLDS: Side[HouseholdProfile] = Side(
    _offering, _essentials_of_households, (Household, Member, Home, Person), _profiles_of_households
)
_PEOPLE: Side[PersonProfile] = Side(
    _looking, _essentials_of_people, (Person, PersonPlace, CirclePerson, Home, Household), _profiles_of_people
)
