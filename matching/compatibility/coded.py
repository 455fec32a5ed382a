"""Many profiles' answers as rows of whole numbers, each different answer once.

Ten thousand households give the same few answers to a question again and again. So each different answer (for a
household, each different set of voices) becomes rows once, and a profile keeps only the number of its own.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import Rows
from matching.compatibility.pairs import AnyParty, Party, Profile
from matching.compatibility.profiles import HouseholdProfile
from matching.compatibility.readings import Reading

Whole = NDArray[np.int64]
RowMaker = Callable[[Sequence[Any]], Rows]
T = TypeVar("T")

_NOT_YET: Any = object()


@dataclass(frozen=True, slots=True)
class Coded:
    """Different answers, and which of them each profile gave.

    ``rows`` holds the voices of one different answer after another, ``begins`` where each of them begins, and
    ``codes`` the different answer of each profile.
    """

    rows: Rows
    begins: Whole
    codes: Whole

    @property
    def different(self) -> int:
        """How many different answers there are."""
        return len(self.begins) - 1

    def of(self, codes: Whole) -> tuple[Rows, Whole]:
        """The rows of these different answers, one after another, and where each of them begins."""
        if self.rows[0].shape[0] == self.different:
            return tuple(_some(array, codes) for array in self.rows), np.arange(len(codes) + 1)
        starts, ends = self.begins[codes], self.begins[codes + 1]
        begins = np.concatenate([[0], np.cumsum(ends - starts)])
        picked = np.arange(begins[-1]) + np.repeat(starts - begins[:-1], ends - starts)
        return tuple(_some(array, picked) for array in self.rows), begins


class Crowd(Sequence[Profile], Generic[Profile]):
    """Profiles that are looked at together, and what was worked out about them so far.

    Hand the same crowd in again and its answers are not turned into rows again. It never changes; when a profile does,
    make another.
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._profiles = tuple(profiles)
        self._kept: dict[Hashable, Any] = {}
        self._heard: dict[Hashable, _Heard] = {}

    def __len__(self) -> int:
        return len(self._profiles)

    @overload
    def __getitem__(self, place: int) -> Profile: ...
    @overload
    def __getitem__(self, place: slice) -> "Crowd[Profile]": ...
    def __getitem__(self, place: int | slice) -> "Profile | Crowd[Profile]":
        return Crowd(self._profiles[place]) if isinstance(place, slice) else self._profiles[place]

    def __iter__(self) -> Iterator[Profile]:
        return iter(self._profiles)

    def kept(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """What goes by this name, worked out the first time it is asked for."""
        found: T = self._kept.get(name, _NOT_YET)
        if found is _NOT_YET:
            found = self._kept[name] = work_out()
        return found

    def places(self) -> Mapping[str, Sequence[int]]:
        """Where in the crowd each reference stands; the same one may stand there more than once."""

        def find() -> dict[str, list[int]]:
            found: dict[str, list[int]] = {}
            for place, one in enumerate(self):
                found.setdefault(one.reference, []).append(place)
            return found

        return self.kept("places", find)

    def parties(self, gives_home: bool) -> "Sequence[Party[Profile]]":
        """Each of them as the one who gives the home, or as the one who moves."""
        return self.kept(("parties", gives_home), lambda: [Party(one, gives_home) for one in self])

    def coded(self, name: Hashable, reading: Reading, as_rows: RowMaker, gives_home: bool) -> Coded:
        """Their answers to one reading; ``name`` says which rows are made of them."""

        def heard() -> _Heard:
            found = self._heard.get((reading, gives_home))
            if found is None:
                found = self._heard[reading, gives_home] = _heard(reading, self.parties(gives_home))
            return found

        return self.kept(("coded", name, gives_home), lambda: heard().as_rows(as_rows))

    def let_go(self) -> None:
        """Keep the rows that were made of answers, and no longer the answers themselves."""
        self._heard.clear()

    def matters(self, name: str, mattering: Callable[[Mapping[str, int], str], int]) -> Whole:
        """How much a criterion matters to each of them."""
        return self.kept(
            ("matters", name), lambda: np.array([mattering(one.matters, name) for one in self], dtype=np.int64)
        )


def crowd(profiles: Sequence[Profile]) -> Crowd[Profile]:
    """These profiles as a crowd; the very same if they are one."""
    return profiles if isinstance(profiles, Crowd) else Crowd(profiles)


def by_whose_home(households: Crowd[HouseholdProfile]) -> Sequence[tuple[Crowd[HouseholdProfile], Whole]]:
    """Those who give a home and those who would move, apart, and at which place each of them stood."""

    def apart() -> list[tuple[Crowd[HouseholdProfile], Whole]]:
        moves = np.array([household.is_homesharer for household in households], dtype=bool)
        groups = (np.flatnonzero(moves == moving) for moving in (False, True))
        return [(Crowd(households[place] for place in group.tolist()), group) for group in groups if len(group)]

    return households.kept("by whose home", apart)


@dataclass(frozen=True, slots=True)
class _Heard:
    """The voices of each different answer, and which different answer each profile gave."""

    voices: Sequence[tuple[Any, ...]]
    codes: Whole

    def as_rows(self, as_rows: RowMaker) -> Coded:
        each = {key_of(answer): answer for voices in self.voices for answer in voices}
        place = {key: number for number, key in enumerate(each)}
        picked = np.array([place[key_of(answer)] for voices in self.voices for answer in voices], dtype=np.int64)
        begins = np.cumsum([0, *map(len, self.voices)])
        return Coded(tuple(_some(array, picked) for array in as_rows(list(each.values()))), begins, self.codes)


def _heard(reading: Reading, parties: Sequence[AnyParty]) -> _Heard:
    known: dict[Hashable, int] = {}
    different: list[tuple[Any, ...]] = []
    codes = np.empty(len(parties), dtype=np.int64)
    for number, party in enumerate(parties):
        answers = tuple(voice.answer for voice in reading.voices(party))
        key = frozenset(map(key_of, answers))  # the least of them counts, however often and in whatever order they came
        if key not in known:
            known[key] = len(different)
            different.append(answers)
        codes[number] = known[key]
    return _Heard(different, codes)


def key_of(answer: Any) -> Hashable:
    """The answer itself, or the same things and stances in any order: a mapping cannot be looked up by."""
    found: Hashable = frozenset(answer.items()) if isinstance(answer, dict) else answer
    return found


def _some(array: Any, picked: Whole) -> Any:
    """Some rows of a table, lying in memory as the table does."""
    first = int(picked[0]) if len(picked) else 0
    if np.array_equal(picked, np.arange(first, first + len(picked))):
        return array if len(picked) == array.shape[0] else array[first : first + len(picked)]
    lies_by_column = isinstance(array, np.ndarray) and array.ndim == 2 and not array.flags.c_contiguous
    return array.T[:, picked].T if lies_by_column else array[picked]
