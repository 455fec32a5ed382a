"""What endings taught a scheme: how many there were for each reason, and what was learned, without names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from carers.models import Household, Member
from matching.lifecycle import EndingReason, Stage
from matching.models import Arrangement, LooksBack, Reflection, TakenStep
from people.models import Person
from scheme.database import db

FEWEST = 5
"""Of fewer than so many nothing is told one by one (our judgement): in a small scheme everybody would know who is meant."""

SOMEBODY = "somebody"


@dataclass(frozen=True)
class Lessons:
    """What there is to learn. No total is told, or what is left out could be worked out."""

    reasons: Sequence[tuple[EndingReason, int | None]]
    """Commonest first, each with how many; ``None``: fewer than ``FEWEST``."""
    words: Sequence[str]
    """In no order that says when or where; empty while there are fewer than ``FEWEST``."""


def lessons() -> Lessons:
    """What this scheme's endings taught it."""
    return Lessons(_reasons(), _words())


def _reasons() -> Sequence[tuple[EndingReason, int | None]]:
    query = (
        select(TakenStep.reason)
        .join(Arrangement, col(TakenStep.arrangement_id) == Arrangement.id)
        .where(TakenStep.target == Stage.ENDED, Arrangement.stage == Stage.ENDED)
    )
    counted = Counter(reason for each in db.session.exec(query) if (reason := EndingReason.read(each)))
    told = [(reason, many if many >= FEWEST else None) for reason, many in counted.items()]
    return sorted(told, key=lambda line: (-(line[1] or 0), line[0].label))


def _words() -> Sequence[str]:
    query = (
        select(Reflection, Person, Household)
        .join(Arrangement, col(Reflection.arrangement_id) == Arrangement.id)
        .join(Person, col(Arrangement.person_id) == Person.id)
        .join(Household, col(Arrangement.household_id) == Household.id)
        .where(Arrangement.stage == Stage.ENDED)
    )
    members: dict[object, list[str]] = {}
    for household_id, name in db.session.exec(select(Member.household_id, Member.name)):
        members.setdefault(household_id, []).append(name or "")
    found = [
        without_names(words, [person.known_as, person.full_name or "", household.name, *members.get(household.id, [])])
        for reflection, person, household in db.session.exec(query)
        for words in _shared(reflection)
    ]
    return sorted(found) if len(found) >= FEWEST else []


def _shared(reflection: Reflection) -> Iterable[str]:
    """The worker's lesson; of anybody else what they said may be shared."""
    if reflection.whose is LooksBack.WORKER:
        said = [reflection.lesson]
    else:
        said = [reflection.good, reflection.would_help] if reflection.may_share else []
    return filter(None, said)


def without_names(words: str, names: Iterable[str]) -> str:
    """The words with every part of these names taken out. Words that are no name ("and", "the") stay."""
    parts = {part for name in names for part in re.findall(r"[^\W\d_]{2,}", name) if part[0].isupper()}
    if not parts:
        return words
    any_of_them = "|".join(sorted(map(re.escape, parts), key=len, reverse=True))
    return re.sub(rf"\b(?:{any_of_them})\b(?:\s+(?:{any_of_them})\b)*", SOMEBODY, words)
