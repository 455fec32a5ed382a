"""Where each fact about a person lives."""

from collections.abc import Mapping
from typing import Any

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
from matching.spreadsheet.profiles import ACCESS_FACTS
from matching.spreadsheet.values.whereabouts import ReadPlace
from people import actions, queries
from people.models import Person
from scheme.changing import change
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import AccessNeed, HowOften, YesNo

_NEEDS = dict(zip(ACCESS_FACTS, AccessNeed, strict=True))


def _read_needs(row: ReadRow) -> Kept:
    """What somebody needs. A no to one need is not a no to all: unless every one was answered, nothing is said."""
    answers = {need: row.facts.get(fact) for fact, need in _NEEDS.items()}
    needed = [need.value for need, answer in answers.items() if answer is YesNo.YES]
    if needed or all(answer is YesNo.NO for answer in answers.values()):
        return needed
    return None


def _put_needs(person: Person, value: Kept) -> None:
    change(person, {"access_needs": value}, person.version)


def _read_distance(row: ReadRow) -> Kept:
    limit = row.facts.get("distance_limit_miles")
    return "anywhere" if row.facts.get("anywhere") is YesNo.YES else limit if isinstance(limit, int) else None


def _get_distance(person: Person) -> Kept:
    return "anywhere" if person.anywhere is YesNo.YES else person.distance_limit_miles


def _put_distance(person: Person, value: Kept) -> None:
    anywhere = value == "anywhere"
    answers = {"anywhere": YesNo.YES if anywhere else None, "distance_limit_miles": None if anywhere else value}
    change(person, answers, person.version)


def _put_crisis(person: Person, value: Kept) -> None:
    actions.note_crisis(person, member(YesNo, value) if value else None)


def _read_wanted(row: ReadRow) -> Kept:
    kinds = row.facts.get("kinds")
    starts = kept(row.facts.get("starts"))
    return [[kept(kind), starts] for kind in kinds] if isinstance(kinds, tuple) else None


def _get_wanted(person: Person) -> Kept:
    return [[wanted.kind.value, kept(wanted.starts_on)] for wanted in queries.wanted_of(person)] or None


def _put_wanted(person: Person, value: Kept) -> None:
    for wanted in queries.wanted_of(person):
        actions.remove(wanted)
    for kind, starts in _rows(value):
        actions.add_wanted(
            person, {"kind": member(ArrangementKind, kind), "starts_on": as_date(starts), "ends_on": None}
        )


def _read_places(row: ReadRow) -> Kept:
    places = row.facts.get("places")
    if not isinstance(places, tuple):
        return None
    return [[one.label, one.postcode, kept(one.how_often)] for one in places if isinstance(one, ReadPlace)]


def _get_places(person: Person) -> Kept:
    return [[place.label, place.postcode, kept(place.how_often)] for place in queries.places_of(person)] or None


def _put_places(person: Person, value: Kept) -> None:
    """A place that stays as it was is left alone: somebody may be met there."""
    new = list(_rows(value))
    for place in queries.places_of(person):
        as_told = [place.label, place.postcode, kept(place.how_often)]
        if as_told in new:
            new.remove(as_told)
        else:
            actions.remove(place)
    for label, postcode, often in new:
        answers = {"label": label, "postcode": postcode, "how_often": member(HowOften, often) if often else None}
        actions.add_place(person, answers)


def _rows(value: Kept) -> list[Any]:
    return value if isinstance(value, list) else []


def _home(name: str) -> Slot[Person]:
    """Postcode and address: giving one to the verb replaces both, so the other goes along."""

    def get(person: Person) -> Kept:
        home = queries.home_of(person)
        return kept(getattr(home, name)) if home else None

    def put(person: Person, value: Kept) -> None:
        home = queries.home_of(person)
        now = {part: getattr(home, part) if home else None for part in ("postcode", "address")}
        actions.change_home(person, now | {name: value}, home.version if home else None)

    return Slot(name, (name,), lambda row: kept(row.facts.get(name)), get, put)


_HOME = "home"


def _like(name: str, fact: str | None = None) -> Slot[Person]:
    """What the home is like: only Homeshare's sheets say so of a person (``header_words.HOMESHARE``)."""

    def get(person: Person) -> Kept:
        home = queries.home_of(person)
        return kept(getattr(home, name)) if home else None

    source = fact or name
    return Slot(source, (source,), lambda row: kept(row.facts.get(source)), get, None, _HOME, name)


def _write_home(person: Person, answers: Mapping[str, Any]) -> None:
    home = queries.home_of(person)
    actions.change_home(person, answers, home.version if home else None)


_GIVING = ("contributes", "would_enjoy", "help_with")

_SLOTS = by_name(
    field("known_as"),
    field("full_name"),
    field("date_of_birth", is_date=True),
    field("pronouns"),
    field("email"),
    field("phone"),
    _home("address"),
    _home("postcode"),
    field("matters_to_me"),
    field("good_life"),
    field("liked_for"),
    field("can_bring"),
    field("best_support"),
    field("bad_days"),
    *(
        field(name, empty_is_unknown=True)
        for name in ("languages", "communication", "faiths", "foods", "living_with", *_GIVING)
    ),
    field("culture"),
    field("noise"),
    field("setting"),
    field("pets_wish"),
    field("brings_pets"),
    field("pet_temper_wish"),
    tempers("brings_pets"),
    field("helped_by"),
    field("smoking"),
    field("smoking_wish"),
    field("children_wish"),
    field("needs_bus"),
    field("support_level"),
    field("night_support"),
    field("first_contact_on", is_date=True),
    Slot("access_needs", tuple(_NEEDS), _read_needs, lambda person: kept(person.access_needs), _put_needs),
    Slot("distance", ("anywhere", "distance_limit_miles"), _read_distance, _get_distance, _put_distance),
    Slot(
        "crisis",
        ("crisis",),
        lambda row: kept(row.facts.get("crisis")),
        lambda person: kept(person.crisis),
        _put_crisis,
    ),
    Slot("wanted", ("kinds", "starts"), _read_wanted, _get_wanted, _put_wanted),
    Slot("places", ("places",), _read_places, _get_places, _put_places),
    field("children_at_home"),
    _like("words", "home_words"),
    *(_like(name) for name in HOME_FACTS),
)
SLOTS = Slots(_SLOTS, {OWN: write_own, _HOME: _write_home})
"""Everything a spreadsheet can fill in somebody's profile, beside the notes and the named worker."""


def add(name: str, reference: str) -> Person:
    """A new profile with nothing but its name and reference."""
    # A first contact that nobody wrote down is not today.
    return actions.add_person({"known_as": name, "first_contact_on": None}, reference)
