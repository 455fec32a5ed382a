"""Writing what a row tells into a profile, without undoing what somebody has since changed here.

For each slot the file's words are compared with what it said last time. The same words change nothing. Other words
change the profile only where it still holds what the file gave it (or nothing); otherwise Alongside's value is kept,
and a worker is asked.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from matching.spreadsheet.found import Problem
from matching.spreadsheet.placing.slot import Kept, Slot
from matching.spreadsheet.told import DIFFERENCE, SLOTS, Question, Told
from scheme.changing import change
from scheme.errors import Refused

Said = MutableMapping[str, list[Any]]
"""Slot → [the file's words, the value here when they were taken in]."""

NOTE = "note: "
GIVEN_AT_FIRST = {"known_as", "name"}
"""What a new profile already holds."""


@dataclass(slots=True)
class Settled:
    """What came of it."""

    changed: bool = False
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def settle(profile: Any, told: Told, said: Said, is_new: bool = False) -> Settled:
    """Write what the row tells into the profile; ``said`` is brought up to date.

    A profile that ``is_new`` holds nothing but its name, and is not asked what else it says.
    """
    settled = Settled()
    slots = SLOTS[told.about]
    writing = {
        name: value
        for name, (words, value) in told.values.items()
        if _is_to_write(profile, slots.by_name[name], words, value, said, settled, is_new)
    }
    refused = slots.write(profile, writing)
    for name, value in writing.items():
        words = told.values[name][0]
        said[name] = [words, None if name in refused else value]
    settled.changed = len(refused) < len(writing)
    notes = [*told.notes, *_refused(told, refused, settled)]
    _settle_notes(profile, dict(_numbered(notes)), said, settled)
    return settled


def _is_to_write(
    profile: Any, slot: Slot[Any], words: str, value: Kept, said: Said, settled: Settled, is_new: bool
) -> bool:
    before = said.get(slot.name)
    if before and before[0] == words:
        return False
    now = None if is_new and slot.name not in GIVEN_AT_FIRST else slot.get(profile)
    if same(now, value):
        said[slot.name] = [words, now]
        return False
    if now is None or is_new or (before and same(now, before[1])):
        return True
    said[slot.name] = [words, before[1] if before else None]
    settled.questions.append(Question(DIFFERENCE, words, slot=slot.name, value=value))
    return False


def _refused(told: Told, refused: Mapping[str, Refused], settled: Settled) -> Iterator[tuple[str, str]]:
    """What a rule of the profile refused is reported, and its words are kept."""
    for name, refusal in refused.items():
        column, words = told.headers.get(name, name), told.values[name][0]
        settled.problems.append(Problem(told.sheet, told.row, column, words, refusal.message))
        yield column, words


def same(one: Kept, other: Kept) -> bool:
    """Whether two kept values say the same; the order of a list does not matter."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return one == other


def _numbered(notes: list[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Each note by its column; a second one of the same column has its number."""
    by_key: dict[str, tuple[str, str]] = {}
    for column, words in notes:
        key, number = f"{NOTE}{column}", 2
        while key in by_key:
            key, number = f"{NOTE}{column} {number}", number + 1
        by_key[key] = (column, words)
    return by_key


def _settle_notes(profile: Any, notes: Mapping[str, tuple[str, str]], said: Said, settled: Settled) -> None:
    """Keep words as they stand. A note that changed in the file replaces its old words, where those still stand."""
    text = profile.notes or ""
    for key, (column, words) in notes.items():
        before, line = said.get(key), f"{column}: {words}"
        if before and before[0] == words:
            continue
        old = f"{column}: {before[0]}" if before else ""
        if old and old in text:
            text = text.replace(old, line, 1)
        elif line not in text.split("\n\n"):
            text = f"{text}\n\n{line}" if text else line
        said[key] = [words, None]
    if text != (profile.notes or ""):
        change(profile, {"notes": text}, profile.version)
        settled.changed = True
