"""Measure rounds beside other ways to suggest introductions for everybody at once: ``python -m benchmarks.rounds``.

Two instances: every pair allowed, which is the hardest there is, and what the essentials leave of invented people, about one
pair in eight. All are handed the same pairs with the same points, worked out beforehand, and have to respect the same limits. Ours settles five
objectives with a proof over every pair; the others two (people, points), as one number. Those that cannot hold every pair
in memory are handed each side's best twenty, and the gap says what that costs. OR-Tools takes part if ``make bench`` has
fetched it and ``PYTHONPATH`` is ``.bench``.
"""

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

import numpy as np

from benchmarks.invented import TODAY, Inventor
from benchmarks.memory import most_memory
from benchmarks.rounds_asked import ASKS, SEED, Answer, Asked, asked
from benchmarks.rounds_rivals import RIVALS
from matching.compatibility.rounds import Round, round_among
from matching.compatibility.rounds_spaces import Terms, suggest
from matching.compatibility.verdicts import Rules


def ours(given: Asked) -> Round:
    """The whole round: five stages and the proof."""
    return round_among(given.people, given.limits, given.grid)


def beside_others(people: int, households: int, essentials: bool) -> None:
    """One size, by every means that can be waited for."""
    given = asked(people, households, essentials)
    pairs = given.grid.count()
    print(f"{people:,} people × {households:,} households, {pairs:,} pairs allowed ({pairs / people / households:.0%})")
    began = process_time()
    found, seconds = taken(lambda: ours(given))
    at_work = process_time() - began
    proved, checking = taken(lambda: found.is_the_best)
    assert proved
    best = found.bound[0], found.bound[1]
    told("Alongside: five stages, every pair", seconds, (found.totals[0], found.totals[1]), best)
    taking_part = f"{len(found.best.pairs):,} pairs took part"
    beside = f"holding its prices beside every pair again {checking:.2f} s"
    print(f"{'':<4}{at_work:.2f} s of processors' time; {taking_part}; {beside}; at most {most_memory():,} MB")
    for name, most, every, rival in RIVALS:
        if pairs > most and not every:
            continue
        some = given.everything() if pairs <= most else given.few()
        what = name if pairs <= most else f"{name}, best 20 of each side"
        if len(some) <= most:
            answer, seconds = taken(lambda rival=rival, some=some: rival(given, some))
            told(what, seconds, answer, best)
    print()


def cold(people: int, households: int) -> None:
    """A real scheme in a process of its own: nothing was worked out before."""
    inventor = Inventor(SEED)
    everybody, homes = inventor.people(people), inventor.households(households)
    waited = {one.reference: number * 7 % 400 for number, one in enumerate(everybody)}
    terms = Terms(Rules(TODAY), asks=ASKS, least=40, waited=waited)
    began = process_time()
    found, seconds = taken(lambda: suggest(everybody, homes, terms))
    at_work = process_time() - began
    assert found.round.is_the_best
    print(
        f"{people:,} × {households:,}, a fresh process, from profiles to proof: {seconds:.2f} s ({at_work:.2f} of"
        f" processors' time), {found.round.totals[0]:,} people meet somebody; at most {most_memory():,} MB"
    )


def taken(work: Callable[[], Any]) -> tuple[Any, float]:
    """What it finds, and the seconds it takes."""
    began = perf_counter()
    found = work()
    return found, perf_counter() - began


def told(what: str, seconds: float, answer: Answer, best: Answer) -> None:
    """One line."""
    gap = f"{best[0] - answer[0]:,} people and {best[1] - answer[1]:,} points from the bound"
    share = f"{answer[1] / best[1]:.1%}" if best[1] else ""
    print(
        f"  {what:<45} {seconds:>8.2f} s   {answer[0]:>6,} people {answer[1]:>9,} points {share:>7}   {gap}", flush=True
    )


def _alone(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.rounds", *arguments], check=True)  # noqa: S603 – our own words


def main() -> None:
    """Measure and print, each size in a process of its own so that memory is its own too."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.rounds", description=__doc__)
    given.add_argument("--sizes", nargs="*", default=["150x100", "400x300", "1000x1000", "10000x10000"], metavar="PxH")
    given.add_argument("--cold", metavar="PxH", help="only this, from profiles, in this process")
    given.add_argument("--one", metavar="PxH", help="only this size, every pair allowed, in this process")
    given.add_argument("--essentials", action="store_true", help="with --one: only the pairs that essentials leave")
    chosen = given.parse_args()
    if chosen.cold:
        cold(*map(int, chosen.cold.split("x")))
    elif chosen.one:
        beside_others(*map(int, chosen.one.split("x")), chosen.essentials)
    else:
        print(
            f"Python {platform.python_version()}, NumPy {np.__version__}, {platform.machine()}, {os.cpu_count()} processors;"
        )
        print(f"the load of the machine was {os.getloadavg()[0]:.1f} when we began.\n", flush=True)
        for size in chosen.sizes:
            _alone("--cold", size)
        print()
        for size in chosen.sizes:
            _alone("--one", size)
            _alone("--one", size, "--essentials")


if __name__ == "__main__":
    main()
