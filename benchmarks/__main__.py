"""Measure the score, beside other ways of working it out and only once all of them say the same: ``make bench``.

Seconds differ between machines and between minutes, so what we claim are ratios, all sides measured here and now.
"""

import argparse
import os
import platform
import resource
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.contestants import THREADS, installed
from benchmarks.invented import TODAY, Inventor
from benchmarks.laid_out import FEW, found, lay_out
from matching.compatibility.coded import Crowd
from matching.compatibility.essentials import check
from matching.compatibility.first_few import first_few
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import rank_households
from matching.compatibility.score import compare
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS

SEED = 20_270_301
RULES = Rules(TODAY)
SAMPLE = 300
"""Pairs explained one by one, for what one of them takes."""

Crowds = tuple[Crowd[PersonProfile], Crowd[HouseholdProfile]]


def main() -> None:
    """Check, measure and print."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--beside", type=int, default=2_000, metavar="N", help="N × N pairs beside the others (2000)")
    asked.add_argument("--sizes", type=int, nargs="*", default=[1_000, 3_000, 10_000], metavar="N", help="N × N, alone")
    asked.add_argument("--tries", type=int, default=3, metavar="N", help="the median of so many counts (3)")
    given = asked.parse_args()
    print(
        f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}, {os.cpu_count()} processors."
    )
    print(f"The median of {given.tries}; the load of the machine was {os.getloadavg()[0]:.1f} when we began.\n")
    if given.beside:
        beside_others(given.beside, given.tries)
    one_person(given.tries)
    sizes(given.sizes, given.tries)


def crowds(size: int) -> Crowds:
    """As many invented people as households."""
    inventor = Inventor(SEED)
    return Crowd(inventor.people(size)), Crowd(inventor.households(size))


def beside_others(size: int, tries: int) -> None:
    """Everybody's first ten by every means, without essentials: scores, bands and order."""
    people, homes = crowds(size)
    began = perf_counter()
    laid = lay_out(people, homes)
    ready = perf_counter() - began
    ours = found(first_few(people, homes, FEW, DEFAULT_WEIGHTS, None, THREADS))
    print(
        f"Everybody's first {FEW}, {size:,} × {size:,}: both sums, bands, together, order ({len(laid.ways)} agreements a pair)"
    )
    seconds = taken(lambda: first_few(people, homes, FEW, DEFAULT_WEIGHTS, None, THREADS), tries)
    told("Alongside (NumPy), 2 threads", seconds, size**2, seconds)
    for name, contestant in installed():
        work = contestant(laid)
        assert work().same_as(ours), f"{name} finds something else"
        told(f"{name}, same answers", taken(work, tries), size**2, seconds)
    pairs = [(people[number % size], homes[number * 7 % size]) for number in range(SAMPLE)]
    print(f"(Making the tables that the others were handed, interests and distances among them, took {ready:.1f} s.)")
    for what in ("explained one by one, for the first time", "explained one by one, again"):
        told(what, taken(lambda: [compare(*pair) for pair in pairs], 1), SAMPLE, None)
    told("essentials one by one", taken(lambda: [check(*pair, RULES) for pair in pairs], tries), SAMPLE, None)
    print()


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


def sizes(asked: Sequence[int], tries: int) -> None:
    """The full model with every essential, at several sizes."""
    print(f"Everybody's first {FEW} with every essential, {THREADS} threads")
    for size in asked:
        people, homes = crowds(size)
        before = _memory()
        began = perf_counter()
        first_few(people[:1], homes, FEW, DEFAULT_WEIGHTS, RULES, THREADS)
        first_few(people, homes[:1], FEW, DEFAULT_WEIGHTS, RULES, THREADS)
        read = perf_counter() - began
        seconds = taken(partial(first_few, people, homes, FEW, DEFAULT_WEIGHTS, RULES, THREADS), tries)
        told(f"{size:,} × {size:,}", seconds, size**2, None)
        print(
            f"{'':<46} reading both sides' answers once {read:.1f} s; at most {_memory():,} MB, profiles {before:,} MB"
        )


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


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
