"""What became of the pairs that were put forward, and what was known of them on that day.

Learned from is what a proposal kept when it was made, never today's profiles: what somebody has found out since would be
knowing the end of the story beforehand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

EVEN = 50
"""An agreement that speaks neither for nor against; also what is not known counts as (DESIGN §4)."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One line of a kept sum: how much it mattered to this side, 0 to 3, and how far the two agreed, 0 to 100."""

    matters: int
    agreement: int


Kept = Mapping[str, Looked]
"""Criterion name → its line, for one side."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one side has said so far; ``None`` is not known, never no.

    ``met``: whether they would like to meet. ``felt``: how visits felt, on average, from −2 (very sad) to 2 (very happy).
    ``later``: whether, having tried it out, they went on.
    """

    met: bool | None = None
    felt: float | None = None
    later: bool | None = None

    @property
    def went_well(self) -> bool | None:
        """As far as it got, the later the weightier: what people say after meeting outranks what they said before it."""
        if self.later is not None:
            return self.later
        return self.felt > 0 if self.felt else self.met


@dataclass(frozen=True, slots=True)
class Outcome:
    """One pair that was put forward: what was kept on the day, and what both sides have said since."""

    household: str
    """Whose: a household's answers resemble each other, so they are never on both sides of a comparison."""
    person_side: Kept
    household_side: Kept
    person: Said = field(default_factory=Said)
    of_household: Said = field(default_factory=Said)


def kept_sides(frozen: Mapping[str, Any]) -> tuple[Kept, Kept] | None:
    """Both sides' lines as a proposal kept them; nothing when it kept no explanation that can be read.

    Only what is needed is read, so that explanations kept by an earlier version stay of use.
    """
    try:
        explanation = frozen["explanation"]
        return _lines(explanation["person_side"]), _lines(explanation["household_side"])
    except (KeyError, TypeError, ValueError):
        return None


def _lines(side: Mapping[str, Any]) -> Kept:
    return {
        str(part["criterion"]): Looked(int(part["matters"]), int(part["agreement"]["likely"])) for part in side["parts"]
    }


@dataclass(frozen=True, slots=True)
class Side:
    """One side of every pair as numbers: what agreed, and how it went."""

    agreements: Floats
    """Pairs × criteria, from −1 to 1 times how much it matters beside this side's other lines; 0: not asked or not known."""
    asked: Floats
    """Pairs × criteria: how much it matters beside this side's other lines, whether known or not; 0: not asked."""
    went_well: Floats
    """1, 0, or not a number where it is not known."""

    @property
    def known(self) -> Bools:
        """For which pairs this side's outcome is known."""
        return ~np.isnan(self.went_well)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Every pair as numbers."""

    names: tuple[str, ...]
    person: Side
    household: Side
    together: Floats
    """1 if both wished to go on, 0 if either did not, or not a number."""
    felt: Floats
    """How visits felt to whichever side they felt worse to, or not a number."""
    later: Floats
    """1 if both went on after trying it out, 0 if either did not, or not a number."""
    group: NDArray[np.int64]
    """Which household, as a number from 0."""

    @property
    def sides(self) -> tuple[Side, Side]:
        """The person's, then the household's."""
        return self.person, self.household


def evidence(outcomes: Sequence[Outcome], names: Sequence[str]) -> Evidence:
    """The outcomes as numbers; ``names``: the criteria to look at, in the order of the columns."""
    theirs = [outcome.of_household for outcome in outcomes]
    mine = [outcome.person for outcome in outcomes]
    households = sorted({outcome.household for outcome in outcomes})
    places = {household: place for place, household in enumerate(households)}
    return Evidence(
        names=tuple(names),
        person=_side([outcome.person_side for outcome in outcomes], mine, names),
        household=_side([outcome.household_side for outcome in outcomes], theirs, names),
        together=_numbers([_both(a.went_well, b.went_well) for a, b in zip(mine, theirs, strict=True)]),
        felt=_numbers([_worse(a.felt, b.felt) for a, b in zip(mine, theirs, strict=True)]),
        later=_numbers([_both(a.later, b.later) for a, b in zip(mine, theirs, strict=True)]),
        group=np.array([places[outcome.household] for outcome in outcomes], dtype=np.int64),
    )


def _side(kept: Sequence[Kept], said: Sequence[Said], names: Sequence[str]) -> Side:
    nothing = Looked(0, EVEN)
    rows = [[lines.get(name, nothing) for name in names] for lines in kept]
    matters = _table([[line.matters for line in row] for row in rows], len(names))
    usual = _table([[sum(line.matters for line in lines.values()) / max(1, len(lines))] for lines in kept], 1)
    asked = np.divide(matters, usual, out=np.zeros_like(matters), where=usual > 0)
    agreements = (_table([[line.agreement for line in row] for row in rows], len(names)) - EVEN) / EVEN
    return Side(asked * agreements, asked, _numbers([each.went_well for each in said]))


def _table(rows: Sequence[Sequence[float]], columns: int) -> Floats:
    return np.array(rows, dtype=np.float64).reshape(len(rows), columns)


def _both(mine: bool | None, theirs: bool | None) -> bool | None:
    """No as soon as one says no; yes only if both do."""
    if mine is False or theirs is False:
        return False
    return True if mine and theirs else None


def _worse(mine: float | None, theirs: float | None) -> float | None:
    felt = [each for each in (mine, theirs) if each is not None]
    return min(felt) if felt else None


def _numbers(values: Sequence[float | bool | None]) -> Floats:
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)
