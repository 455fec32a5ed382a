"""Measure the score, beside other ways of working it out and only once all of them say the same: ``make bench``.

Seconds differ between machines and between minutes, so what we claim are ratios, all sides measured here and now.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.contestants import THREADS, installed
from benchmarks.invented import TODAY, Inventor
from benchmarks.laid_out import FEW, Found, found, lay_out, with_things
from benchmarks.memory import most_memory
from benchmarks.plain_rules import plain_rules
from matching.compatibility import compiled_look
from matching.compatibility.all_pairs import slices
from matching.compatibility.coded import Crowd
from matching.compatibility.essentials import check
from matching.compatibility.first_few import FirstFew, first_few
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import rank_households
from matching.compatibility.score import compare
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS

SEED = 20_270_301
RULES = Rules(TODAY)
LONG = 20
"""Whoever takes longer is timed once."""
PAIRS_AT_ONCE = 16_000_000
"""What others hold of every pair has room in some ten gigabytes."""
SAMPLE = 300
"""Pairs explained one by one, for what one of them takes."""

Crowds = tuple[Crowd[PersonProfile], Crowd[HouseholdProfile]]


def main() -> None:
    """Check, measure and print."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--beside", type=int, default=2_000, metavar="N", help="N × N pairs beside the others (2000)")
    asked.add_argument(
        "--sizes", type=int, nargs="*", default=[1_000, 3_000, 10_000, 30_000], metavar="N", help="N × N, alone"
    )
    asked.add_argument("--tries", type=int, default=3, metavar="N", help="the median of so many counts (3)")
    asked.add_argument("--alone", type=int, metavar="N", help="only N × N, in this process")
    given = asked.parse_args()
    if given.alone:
        alone(given.alone, given.tries)
        return
    print(
        f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}, {os.cpu_count()} processors."
    )
    print(f"The median of {given.tries}; the load of the machine was {os.getloadavg()[0]:.1f} when we began.\n")
    if given.beside:
        beside_others(given.beside, given.tries)
    one_person(given.tries)
    each_alone(given.sizes, given.tries)


def crowds(size: int) -> Crowds:
    """As many invented people as households."""
    inventor = Inventor(SEED)
    return Crowd(inventor.people(size)), Crowd(inventor.households(size))


def beside_others(size: int, tries: int) -> None:
    """Everybody's first ten by every means: essentials, scores, bands and order."""
    people, homes = crowds(size)
    began = perf_counter()
    read(people, homes)
    reading = perf_counter() - began

    def ours() -> FirstFew:
        return first_few(people, homes, FEW, DEFAULT_WEIGHTS, RULES, THREADS)

    print(
        f"Everybody's first {FEW}, {size:,} × {size:,}, {THREADS} threads each: essentials, both sums, bands, together, order;\n"
        "all checked to find the same before they are told"
    )
    by_tiles, compiled = ways_of_looking()
    best, seconds = None, 0.0
    for name, way in (("Alongside, compiled (numba)", compiled), ("Alongside, NumPy alone", by_tiles)):
        with way:
            began = perf_counter()
            one = found(ours())
            first = perf_counter() - began
            best = best or one
            assert one.same_as(best), f"{name} finds something else"
            each = taken(ours, tries)
        seconds = seconds or each
        told(name, each, size**2, seconds)
        print(f"{'':<46} the first time, compiling or loading what was compiled: {first:.1f} s")
    assert best
    few = plain_rules(people, homes, RULES)
    began = perf_counter()
    theirs = few()
    took, whose = perf_counter() - began, len(theirs.columns)
    assert theirs.same_as(best.of(slice(0, whose))), "plain Python rules find something else"
    told("Plain Python rules, a few people", took, whose * size, seconds * whose / size)
    beside_libraries(people, homes, best, seconds, tries)
    print(f"(Reading both sides' answers once took {reading:.1f} s and is not timed for anybody.)")
    one_by_one([(people[number % size], homes[number * 7 % size]) for number in range(SAMPLE)], tries)


def beside_libraries(
    people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile], best: Found, ours: float, tries: int
) -> None:
    """The others, so many people at a time that what each holds of every pair has room: added up, and each part checked."""
    spent, handed = dict.fromkeys((name for name, *_ in installed()), 0.0), Counter[str]()
    ready = 0.0
    for some in slices(0, len(people), max(1, PAIRS_AT_ONCE // len(homes))):
        part = people[some]
        began = perf_counter()
        laid = lay_out(part, homes, RULES)
        took = perf_counter() - began
        ready += took
        laid = with_things(laid, part, homes)
        for name, contestant, makes_some in installed():
            spent[name] += checked(name, contestant(laid), best.of(some), tries)
            handed[name] += took - laid.made_by_others if makes_some else took
    pairs = len(people) * len(homes)
    for name, seconds in spent.items():
        told(name, seconds, pairs, ours)
        told("  with our making the tables it was handed", seconds + handed[name], pairs, ours)
    print(
        f"(Each was given at most {PAIRS_AT_ONCE:,} pairs at a time. Plain Python rules begin with both sides' answers, as we\n"
        "do. scikit-learn, Polars and DuckDB make the agreements about chosen things themselves; choices, languages,\n"
        "nearness and the essentials they look up in tables that our own code made for them, and the compiled loop looks up\n"
        f"everything. All these tables took {ready:.1f} s.)"
    )


def checked(name: str, work: Callable[[], Found], best: Found, tries: int) -> float:
    """How long somebody else takes, once they are seen to find the same: the median, unless the first took long."""
    began = perf_counter()
    theirs = work()
    took = perf_counter() - began
    assert theirs.same_as(best), f"{name} finds something else"
    return took if tries == 1 or took > LONG else taken(work, tries)


def one_by_one(pairs: Sequence[tuple[PersonProfile, HouseholdProfile]], tries: int) -> None:
    """What one pair takes."""
    for what in ("explained one by one, for the first time", "explained one by one, again"):
        told(what, taken(lambda: [compare(*pair) for pair in pairs], 1), SAMPLE, None)
    told("essentials one by one", taken(lambda: [check(*pair, RULES) for pair in pairs], tries), SAMPLE, None)
    print()


def ways_of_looking() -> tuple[Any, Any]:
    """Whatever the size: in tiles, and compiled."""
    return (patch.object(compiled_look, "WORTH_COMPILING", pairs) for pairs in (2**62, 0))  # type: ignore[return-value]


def read(people: Crowd[PersonProfile], homes: Crowd[HouseholdProfile]) -> None:
    """Both sides' answers, once: what anybody would need to begin with."""
    first_few(people[:1], homes, FEW, DEFAULT_WEIGHTS, RULES, THREADS)
    first_few(people, homes[:1], FEW, DEFAULT_WEIGHTS, RULES, THREADS)


def one_person(tries: int) -> None:
    """One person's whole list, with every essential, once the households have been read."""
    people, homes = crowds(10_000)
    print("One person's whole list in order, with every essential")
    for length in (300, 10_000):
        some = Crowd(homes[:length])
        began = perf_counter()
        rank_households(people[0], some, RULES)
        told(f"{length:,} households, read for the first time", perf_counter() - began, length, None)
        told(f"{length:,} households, known", taken(partial(_next_list, iter(people[1:]), some), tries), length, None)
    print()


def _next_list(people: Iterator[PersonProfile], homes: Crowd[HouseholdProfile]) -> object:
    return rank_households(next(people), homes, RULES)


def alone(size: int, tries: int) -> None:
    """The full model with every essential, and how much memory this process ever held."""
    people, homes = crowds(size)
    before = most_memory()
    began = perf_counter()
    read(people, homes)
    reading = perf_counter() - began
    first_few(people[:1_100], homes[:1_100], FEW, DEFAULT_WEIGHTS, RULES, THREADS)  # compiled by now
    seconds = taken(partial(first_few, people, homes, FEW, DEFAULT_WEIGHTS, RULES, THREADS), tries)
    told(f"{size:,} × {size:,}", seconds, size**2, None)
    print(
        f"{'':<46} reading both sides' answers once {reading:.1f} s; at most {most_memory():,} MB, profiles {before:,} MB"
    )


def each_alone(sizes: Sequence[int], tries: int) -> None:
    """Several sizes, each in a process of its own."""
    print(f"Everybody's first {FEW} with every essential, {THREADS} threads", flush=True)
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks", "--alone", str(size), "--tries", str(tries)], check=True)  # noqa: S603 (ourselves)


def taken(work: Callable[[], object], tries: int) -> float:
    """The median of the seconds it takes."""
    seconds = []
    for _ in range(tries):
        began = perf_counter()
        work()
        seconds.append(perf_counter() - began)
    return median(seconds)


def told(what: str, seconds: float, pairs: int, ours: float | None) -> None:
    """One line."""
    ratio = f"{seconds / ours:>8.1f} ×" if ours else ""
    print(f"{what:<46} {seconds:>9.3f} s {seconds / pairs * 1e9:>12,.1f} ns a pair {ratio}", flush=True)


if __name__ == "__main__":
    main()
