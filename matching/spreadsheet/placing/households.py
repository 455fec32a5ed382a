"""Where each fact about a household lives."""

from collections.abc import Mapping
from typing import Any

from carers import actions, queries
from carers.models import CheckKind, Household, MemberKind
from matching.spreadsheet.found import ReadRow
from matching.spreadsheet.placing.slot import (
    HOME_FACTS,
    OWN,
    Kept,
    Slot,
    Slots,
    as_date,
    by_name,
    field,
    kept,
    member,
    tempers,
    write_own,
)
from matching.spreadsheet.values.names import carers_in
from matching.spreadsheet.values.periods import Period
from scheme.clock import today
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import AgeBand

_AWAY_WORDS = 200


def _rows(value: Kept) -> list[Any]:
    return value if isinstance(value, list) else []


# --- the home --------------------------------------------------------------------------------------------------------------


def _where(name: str) -> Slot[Household]:
    """Postcode and address move together."""

    def get(household: Household) -> Kept:
        home = queries.home_of(household)
        return kept(getattr(home, name)) if home else None

    def put(household: Household, value: Kept) -> None:
        home = queries.home_of(household)
        now = {part: getattr(home, part) if home else None for part in ("address", "postcode")} | {name: value}
        actions.move_home(household, now["address"], now["postcode"], home.version if home else 1)

    return Slot(name, (name,), lambda row: kept(row.facts.get(name)), get, put)


_HOME, _APPROVAL = "home", "approval"


def _like(name: str, fact: str | None = None) -> Slot[Household]:
    """What the home is like."""

    def get(household: Household) -> Kept:
        home = queries.home_of(household)
        return kept(getattr(home, name)) if home else None

    source = fact or name
    return Slot(source, (source,), lambda row: kept(row.facts.get(source)), get, None, _HOME, name)


def _write_home(household: Household, answers: Mapping[str, Any]) -> None:
    home = queries.home_of(household)
    actions.change_home(household, answers, home.version if home else 1)


# --- who lives there -------------------------------------------------------------------------------------------------------


def _read_carers(row: ReadRow) -> Kept:
    name = row.facts.get("name")
    return sorted(carers_in(name)) or None if isinstance(name, str) else None


def _get_carers(household: Household) -> Kept:
    members = queries.members_of(household)
    return sorted(one.name for one in members if one.kind is MemberKind.CARER and one.name) or None


def _put_carers(household: Household, value: Kept) -> None:
    """Add those who are not there yet. Somebody who is no longer named has not moved out because a file says so."""
    there = set(_rows(_get_carers(household)))
    for name in _rows(value):
        if name not in there:
            actions.add_member(household, {"kind": MemberKind.CARER, "name": name})


def _get_children(household: Household) -> Kept:
    members = queries.members_of(household)
    return sorted(one.age_band.value for one in members if one.kind is MemberKind.CHILD and one.age_band) or None


def _read_children(row: ReadRow) -> Kept:
    return sorted(_rows(kept(row.facts.get("children_bands")))) or None


def _put_children(household: Household, value: Kept) -> None:
    there = _rows(_get_children(household))
    for band in _rows(value):
        if band in there:
            there.remove(band)
        else:
            actions.add_member(household, {"kind": MemberKind.CHILD, "age_band": member(AgeBand, band)})


# --- what they offer, and when ---------------------------------------------------------------------------------------------


def _read_offers(row: ReadRow) -> Kept:
    kinds = row.facts.get("kinds")
    if not isinstance(kinds, tuple):
        return None
    return [[kept(kind), kept(row.facts.get("spaces")), kept(row.facts.get("spaces_from"))] for kind in kinds]


def _get_offers(household: Household) -> Kept:
    return [[one.kind.value, one.spaces, kept(one.starts_on)] for one in queries.offers_of(household)] or None


def _put_offers(household: Household, value: Kept) -> None:
    wanted = {kind: (spaces, starts) for kind, spaces, starts in _rows(value)}
    for offer in queries.offers_of(household):
        if offer.kind.value not in wanted:
            actions.remove_offer(offer)
            continue
        spaces, starts = wanted.pop(offer.kind.value)
        actions.change_offer(offer, {"spaces": spaces, "starts_on": as_date(starts)}, offer.version)
    for kind, (spaces, starts) in wanted.items():
        actions.add_offer(
            household, {"kind": member(ArrangementKind, kind), "spaces": spaces, "starts_on": as_date(starts)}
        )


def _read_away(row: ReadRow) -> Kept:
    away = row.facts.get("away")
    if not isinstance(away, tuple):
        return None
    words = row.sources["away"] if len(row.sources["away"]) <= _AWAY_WORDS else None
    told = [one for one in away if isinstance(one, Period) and one.ends >= today()]
    return [[kept(one.starts), kept(one.ends), words] for one in told]


def _get_away(household: Household) -> Kept:
    return [[kept(one.starts_on), kept(one.ends_on), one.words] for one in queries.away_of(household, today())] or None


def _put_away(household: Household, value: Kept) -> None:
    for one in queries.away_of(household, today()):
        actions.remove_time_away(one)
    for starts, ends, words in _rows(value):
        answers = {"starts_on": as_date(starts), "ends_on": as_date(ends), "words": words}
        actions.add_time_away(household, answers)


# --- approval and checks ---------------------------------------------------------------------------------------------------


def _approval(column: str, fact: str, is_date: bool = True) -> Slot[Household]:
    def get(household: Household) -> Kept:
        return kept(getattr(household, column)) or None

    return Slot(fact, (fact,), lambda row: kept(row.facts.get(fact)), get, None, _APPROVAL, column, is_date)


def _write_approval(household: Household, answers: Mapping[str, Any]) -> None:
    actions.change_approval(household, answers, household.version)


def _check(kind: CheckKind, done: str, expires: str | None = None) -> Slot[Household]:
    """A check. One that was renewed is a new one, so that the old one is still known."""
    facts = (done, expires) if expires else (done,)

    def read(row: ReadRow) -> Kept:
        days = [kept(row.facts.get(fact)) for fact in facts]
        return days if any(days) else None

    def get(household: Household) -> Kept:
        ours = [one for one in queries.checks_of(household) if one.kind is kind]
        latest = max(ours, key=lambda one: (str(one.done_on or ""), str(one.expires_on or "")), default=None)
        if latest is None:
            return None
        return [kept(latest.done_on), kept(latest.expires_on)] if expires else [kept(latest.done_on)]

    def put(household: Household, value: Kept) -> None:
        done_on, expires_on = (*_rows(value), None)[:2]
        answers = {"kind": kind, "done_on": as_date(done_on), "expires_on": as_date(expires_on)}
        actions.add_check(household, answers)

    return Slot(done, facts, read, get, put)


_GIVING = ("contributes", "would_enjoy", "experienced_with", "helpers")

_SLOTS = by_name(
    field("name"),
    Slot("carers", ("name",), _read_carers, _get_carers, _put_carers),
    field("email"),
    field("phone"),
    _where("address"),
    _where("postcode"),
    _like("setting"),
    _like("words", "home_words"),
    *(_like(name) for name in HOME_FACTS),
    field("about_us"),
    *(field(name, empty_is_unknown=True) for name in ("languages", "communication", "faiths", "foods", *_GIVING)),
    field("culture"),
    field("pets"),
    field("pets_wish"),
    field("pet_temper_wish"),
    tempers("pets"),
    field("smoking"),
    field("smoking_wish"),
    field("children_at_home"),
    Slot("children", ("children_bands",), _read_children, _get_children, _put_children),
    field("living_there"),
    Slot("offers", ("kinds", "spaces", "spaces_from"), _read_offers, _get_offers, _put_offers),
    Slot("away", ("away",), _read_away, _get_away, _put_away),
    field("support_words"),
    field("support_levels"),
    _approval("panel_on", "approved"),
    _approval("approved_kinds", "approved_kinds", is_date=False),
    _approval("approval_review_on", "review_due"),
    _check(CheckKind.DBS, "dbs", "dbs_expires"),
    _check(CheckKind.FIRST_AID, "first_aid"),
    _check(CheckKind.SAFEGUARDING, "safeguarding"),
)
SLOTS = Slots(_SLOTS, {OWN: write_own, _HOME: _write_home, _APPROVAL: _write_approval})
"""Everything a spreadsheet can fill in a household's profile, beside the notes and the named worker."""


def add(name: str, reference: str) -> Household:
    """A new profile with nothing but its name and reference."""
    return actions.add_household({"name": name}, reference)
