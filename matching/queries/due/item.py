"""What every rule about what is due speaks in: one thing to do, whose things are looked for, and the rule itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from carers.models import Household
from matching.models import Arrangement
from matching.queries.arrangements import Pair, pairs
from people.models import Person
from scheme.models import Account, Scheme


@dataclass(frozen=True)
class Item:
    """One thing to do: whom it is about, why, by when, and the page to do it on."""

    about: str
    words: str
    by: date | None
    worker_id: UUID | None
    """Whose it is: the named worker of whom it is about; nothing when there is none."""
    subject: tuple[str, UUID]
    """The kind and the id of whom it is about, as the record knows them: an arrangement, a household or a person."""
    row_id: UUID
    """The one row it is about: what is put off, or not."""
    endpoint: str
    values: dict[str, UUID]
    not_beyond: date | None = None
    """The last day it may be put off until. From that day on it cannot be, and whatever was put off is back."""
    for_others: str = ""
    """Said to whoever reads it and may not decide about it; nothing when they may."""

    def late(self, on: date) -> bool:
        """Whether its day has gone by."""
        return self.by is not None and self.by < on

    def may_wait(self, on: date) -> bool:
        """Whether it may be put off at all."""
        return self.not_beyond is None or self.not_beyond > on


@dataclass(frozen=True)
class Asked:
    """Whose things are looked for, one worker's or everybody's with ``None``; and who reads them, if not everybody may."""

    scheme: Scheme
    reader: Account
    worker_id: UUID | None


@dataclass(frozen=True)
class Rule:
    """One kind of thing that falls due: a row of ``RULES`` and one small query, in as many statements however much is due."""

    name: str
    """Kept with what is put off: never changed."""
    title: str
    """Says nothing about anybody: it stands in the weekly mail too."""
    nothing: str
    """What is said when nothing is due."""
    find: Callable[[Asked], Sequence[Item]]
    private: bool = False
    """Whether not even how many there are stands in a mail, and only whoever put one off reads why it waits."""


def their_pairs(asked: Asked, *conditions: Any) -> Sequence[Pair]:
    """Arrangements whose worker is asked for, newest first."""
    return pairs(*conditions, *([Arrangement.worker_id == asked.worker_id] if asked.worker_id else []))


def about_pair(
    pair: Pair, words: str, by: date | None, *, row_id: UUID | None = None, not_beyond: date | None = None
) -> Item:
    """Something to do for an arrangement; ``row_id`` where it is about one row of it, such as a visit."""
    one = pair.arrangement
    page = "matching_desk.arrangement", {"arrangement_id": one.id}
    return Item(pair.title, words, by, one.worker_id, ("arrangement", one.id), row_id or one.id, *page, not_beyond)


def about_household(
    household: Household, words: str, by: date | None, *, row_id: UUID | None = None, not_beyond: date | None = None
) -> Item:
    """Something to do for a household."""
    page = "carers_desk.read", {"household_id": household.id}
    subject, row_id = ("household", household.id), row_id or household.id
    return Item(household.name, words, by, household.named_worker_id, subject, row_id, *page, not_beyond)


def about_person(
    person: Person, words: str, by: date | None, *, row_id: UUID | None = None, not_beyond: date | None = None
) -> Item:
    """Something to do for a person."""
    page = "people_desk.read", {"person_id": person.id}
    subject, row_id = ("person", person.id), row_id or person.id
    return Item(person.known_as, words, by, person.named_worker_id, subject, row_id, *page, not_beyond)
