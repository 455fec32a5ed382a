"""Rounds looked at by threads, by worker processes, and by workers one of which is killed half way: the same integers."""

import os
import signal
from collections.abc import Iterator
from unittest.mock import patch

import numpy as np
import pytest
from distributed import Client, LocalCluster

from matching.compatibility import rounds_looking
from matching.compatibility.coded import Crowd
from matching.compatibility.profiles import HouseholdProfile, Offer, PersonProfile, Wish
from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds_looking import LOOKING, Backend, Seen, look_at_all
from matching.compatibility.rounds_spaces import RoundOfProfiles, Terms, suggest
from matching.compatibility.weights import DEFAULT_WEIGHTS
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Company, DayRhythm, Noise
from tests.matching.compatibility.invented import RULES, household, person

KINDS = [ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK]
EVERYBODY = [
    person(
        reference=f"P{number:03}",
        wishes=tuple(map(Wish, KINDS[number % 2 :])),
        noise=list(Noise)[number % len(Noise)],
        company=list(Company)[number // 3 % len(Company)],
    )
    for number in range(120)
]
HOMES = [
    household(
        reference=f"H{number:03}",
        offers=(Offer(KINDS[number % 2], 1 + number % 3),),
        noise=list(Noise)[number % len(Noise)],
        day_rhythm=list(DayRhythm)[number % len(DayRhythm)],
    )
    for number in range(40)
]


@pytest.fixture(autouse=True)
def _in_many_parts() -> Iterator[None]:
    with patch.object(rounds_looking, "PEOPLE_AT_ONCE", 10):
        yield


@pytest.fixture
def connected() -> Iterator[Client]:
    """Two workers, each a process of its own."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def seen_by(backend: Backend, progress: Progress = unheard) -> Seen:
    people, homes = Crowd[PersonProfile](EVERYBODY), Crowd[HouseholdProfile](HOMES)
    return look_at_all(people, homes, DEFAULT_WEIGHTS, RULES, 0, progress, backend)


def same(one: Seen, other: Seen) -> bool:
    each = ((one.points, other.points), (one.turn, other.turn), (one.check_first, other.check_first))
    return all(np.array_equal(*pair) for pair in each)


def told(found: RoundOfProfiles) -> object:
    return found.round.suggestions, found.round.totals, found.round.values, found.kinds, found.without


def test_it_is_said_how_far_it_is() -> None:
    heard: list[tuple[int, int, str]] = []
    seen_by("threading", lambda *said: heard.append(said))
    assert heard == [(done, 120, LOOKING) for done in range(0, 121, 10)]


def test_in_parts_it_is_the_same_as_at_once() -> None:
    in_parts = seen_by("threading")
    with patch.object(rounds_looking, "PEOPLE_AT_ONCE", 1_000):
        assert same(in_parts, seen_by("threading"))


def test_other_machines_find_the_same_though_one_is_killed_half_way(connected: Client) -> None:
    """The first part has come back, most of the others have not, and one of two workers is no more."""
    here = suggest(EVERYBODY, HOMES, Terms(RULES))
    assert told(suggest(EVERYBODY, HOMES, Terms(RULES), backend="dask")) == told(here)
    at_work = sorted(connected.run(os.getpid).values())
    killed: list[int] = []

    def kill_one(done: int, of: int, what: str) -> None:
        if what == LOOKING and 0 < done < of and not killed:
            killed.append(at_work[0])
            os.kill(at_work[0], signal.SIGKILL)

    found = suggest(EVERYBODY, HOMES, Terms(RULES), kill_one, "dask")
    assert killed == at_work[:1]
    assert told(found) == told(here)
    assert len(here.round.suggestions) > 20
