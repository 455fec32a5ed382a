"""What a worker is asked after an import: one question for everybody it is about, not one for each."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carers.models import Household
from matching.spreadsheet.cells import plain
from matching.spreadsheet.queries import Open, Profile
from matching.spreadsheet.told import DIFFERENCE, LINK, MARK, WORKER
from matching.spreadsheet.topics import TOPICS
from matching.spreadsheet.values.workers import group_workers

INTERESTS = "interests"
ORDER: Sequence[str] = (LINK, DIFFERENCE, MARK, WORKER, *TOPICS)
"""First what decides who is who, then what settles many cells at once, then the lists."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that one answer settles."""

    key: str
    opens: tuple[Open, ...]

    @property
    def name(self) -> str:
        """A short name for form fields."""
        return "q" + hashlib.sha256(self.key.encode()).hexdigest()[:16]

    @property
    def topic(self) -> str:
        """What the question is about."""
        return self.opens[0].question.topic

    @property
    def words(self) -> tuple[str, ...]:
        """The file's words, in each way they are written."""
        return tuple(dict.fromkeys(one.question.words for one in self.opens))

    @property
    def options(self) -> tuple[str, ...]:
        """The entries that are proposed."""
        return self.opens[0].question.options

    @property
    def about(self) -> Mapping[str, str]:
        """Profile id to the name and reference of everybody the question is about."""
        named = sorted((label(one.profile), str(one.profile.id)) for one in self.opens)
        return {profile_id: name for name, profile_id in named}


def label(profile: Profile) -> str:
    """How a profile is named to a worker."""
    if isinstance(profile, Household):
        return f"{profile.name} ({profile.reference})"
    return f"{profile.full_name or profile.known_as} ({profile.reference})"


def group(opens: Iterable[Open]) -> list[Group]:
    """Questions put together: those with the most people first within each topic."""
    opens = list(opens)
    workers = _worker_groups(opens)
    found: dict[str, list[Open]] = {}
    for one in opens:
        found.setdefault(_key(one, workers), []).append(one)
    groups = [Group(key, tuple(together)) for key, together in found.items()]
    return sorted(groups, key=lambda one: (ORDER.index(one.topic), -len(one.opens), one.key))


def _worker_groups(opens: Sequence[Open]) -> Mapping[str, str]:
    """Each way a worker is written to the fullest way of what is likely the same worker."""
    written = (one.question.words for one in opens if one.question.topic == WORKER)
    return {way: worker.fullest for worker in group_workers(written) for way in worker.written}


def _key(one: Open, workers: Mapping[str, str]) -> str:
    question = one.question
    if question.topic == WORKER:
        return f"{WORKER}|{workers[' '.join(question.words.split())]}"
    if question.topic in {DIFFERENCE, LINK}:
        return f"{question.key}|{one.profile.id}"
    if question.topic == INTERESTS:
        return f"{INTERESTS}|{plain(question.words)}"
    return question.key
