"""A slot: one place in a profile that a spreadsheet can fill."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from matching.spreadsheet.found import ReadRow
from scheme.changing import change
from scheme.errors import Refused
from scheme.ways_of_living import PetTemper
from scheme.words import Words

Kept = str | int | list[Any] | None
"""A value in the form that JSON keeps: enums as their values, dates as ISO text. ``None``: not known."""

Profile = TypeVar("Profile")
Word = TypeVar("Word", bound=Words)


@dataclass(frozen=True, slots=True)
class Slot(Generic[Profile]):
    """How one place is read from a row, read from a profile, and written.

    ``read`` gives ``None`` when the row does not say. A slot is written by its own ``put``, or is a ``column`` that its
    ``batch`` writes together with others. Writing raises ``Refused`` when a rule of the profile says no.
    """

    name: str
    facts: tuple[str, ...]
    read: Callable[[ReadRow], Kept]
    get: Callable[[Profile], Kept]
    put: Callable[[Profile, Kept], None] | None = None
    batch: str = ""
    column: str = ""
    is_date: bool = False

    def words(self, row: ReadRow) -> str:
        """The file's own words for this slot."""
        return "\n".join(row.sources[fact] for fact in self.facts if fact in row.sources)


@dataclass(frozen=True, slots=True)
class Slots(Generic[Profile]):
    """Every slot of one kind of profile by name, and how each batch of columns is written."""

    by_name: Mapping[str, Slot[Profile]]
    batches: Mapping[str, Callable[[Profile, Mapping[str, Any]], None]]

    def write(self, profile: Profile, values: Mapping[str, Kept]) -> dict[str, Refused]:
        """Write several slots at once. Gives each slot that a rule refused, with the refusal."""
        together: dict[str, dict[str, Kept]] = {}
        refused: dict[str, Refused] = {}
        for name, value in values.items():
            slot = self.by_name[name]
            if slot.put is None:
                together.setdefault(slot.batch, {})[name] = value
            else:
                refused |= _tried({name}, slot.put, profile, value)
        for batch, slots in together.items():
            answers = {self.by_name[name].column: self._as_held(name, value) for name, value in slots.items()}
            refused |= _tried(set(slots), self.batches[batch], profile, answers)
        return refused

    def _as_held(self, name: str, value: Kept) -> Any:
        return as_date(value) if self.by_name[name].is_date else value


def _tried(names: set[str], write: Callable[[Profile, Any], None], profile: Profile, value: Any) -> dict[str, Refused]:
    try:
        write(profile, value)
    except Refused as refusal:
        return dict.fromkeys(names, refusal)
    return {}


def kept(value: Any) -> Kept:
    """A fact or a field's value in the form that JSON keeps. An empty list stays one: it may mean "none"."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [kept(one) for one in value]
    if value is None or isinstance(value, int):
        return value
    return str(value)


HOME_FACTS = (
    "step_free",
    "ground_floor_bedroom",
    "accessible_bathroom",
    "stairs",
    "wheelchair_space",
    "garden",
    "parking",
    "bus_nearby",
    "bedrooms",
)
"""Columns of ``Home`` that a spreadsheet can fill, each by the fact of its own name."""

OWN = "own"
"""The batch of the profile's own plain columns."""


def write_own(profile: Any, answers: Mapping[str, Any]) -> None:
    """Write plain columns of the profile."""
    # Not the package's verb: an import is kept as it is, and what is wrong with it is reported, not refused.
    change(profile, answers, profile.version)


def field(name: str, fact: str | None = None, is_date: bool = False, empty_is_unknown: bool = False) -> Slot[Any]:
    """A slot that is one plain column of the profile. ``empty_is_unknown``: its list cannot say "none"."""
    source = fact or name

    def get(profile: Any) -> Kept:
        value = kept(getattr(profile, name))
        return None if empty_is_unknown and value == [] else value

    return Slot(source, (source,), lambda row: kept(row.facts.get(source)), get, None, OWN, name, is_date)


def tempers(pets: str) -> Slot[Any]:
    """How each animal is with people. What names no animal is said of all that the row's column of ``pets`` names."""

    def read(row: ReadRow) -> Kept:
        said, named = row.facts.get("pet_tempers"), row.facts.get(pets)
        if not isinstance(said, tuple):
            return None
        everyone = [kept(pet) for pet in named] if isinstance(named, tuple) else []
        each = {pet: temper for name, temper in said for pet in ([name] if name else everyone)}
        return [[pet, temper] for pet, temper in sorted(each.items())] or None

    def get(profile: Any) -> Kept:
        return [[pet, kept(temper)] for pet, temper in sorted((profile.pet_tempers or {}).items())] or None

    def put(profile: Any, value: Kept) -> None:
        each = {pet: member(PetTemper, temper) for pet, temper in (value if isinstance(value, list) else [])}
        change(profile, {"pet_tempers": each}, profile.version)

    return Slot("pet_tempers", ("pet_tempers",), read, get, put)


def as_date(value: Kept) -> date | None:
    """A kept date as one."""
    return date.fromisoformat(value) if isinstance(value, str) else None


def member(kind: type[Word], value: Any) -> Word:
    """The entry of a closed list that a kept value stands for. Raises ``KeyError`` for a value that is not on it."""
    return {entry.value: entry for entry in kind}[str(value)]


def by_name(*slots: Slot[Profile]) -> Mapping[str, Slot[Profile]]:
    """Slots by their names."""
    return {slot.name: slot for slot in slots}
