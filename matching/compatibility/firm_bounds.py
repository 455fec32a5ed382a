"""Whether one household could pass another for a person, when answers about what matters move by a step.

How much things matter to the person is the same for both households; each household has its own. So the households'
scores are taken at their ends, which is exact, and only the person's own steps are searched. A score is a ratio of two
sums that are linear in the steps; it is at its ends where criteria above some agreement are at one end and those below
at the other. That one passes the other is two linear conditions on the steps for each pair of whole scores: what no
combination of the two allows is proved impossible, what is allowed is tried in the real arithmetic, and what is left is
divided and looked at again. After ``LOOKS`` of those it says that it cannot tell, rather than guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import half_up
from matching.compatibility.all_pairs import NO_NUMBER
from matching.compatibility.coded import Whole
from matching.compatibility.firm_lines import goods, side_scores

LOOKS = 200
"""After so many parts of one question looked at, "cannot tell" (our judgement: a tenth of a second)."""

NONE_YET = 101
"""Above every score."""

Truth = NDArray[np.bool_]


class Passing(IntEnum):
    """Whether one could pass the other."""

    CANNOT = 0
    CANNOT_TELL = 1
    CAN = 2


def at_end(weight: Whole, least: Whole, most: Whole, agreement: Whole, *, highest: bool) -> Whole:
    """The lowest or highest score of each row, whatever the steps; ``NO_NUMBER`` where it never has one."""
    order = np.argsort(-agreement if highest else agreement, axis=-1, kind="stable")
    weight, least, most, agreement = (
        np.take_along_axis(each, order, axis=-1) for each in (weight, least, most, agreement)
    )
    steps = weight * (most - least)
    none = np.zeros((*weight.shape[:-1], 1), dtype=np.int64)
    whole = (weight * least).sum(axis=-1, keepdims=True) + np.concatenate([none, steps.cumsum(axis=-1)], axis=-1)
    total = (weight * least * agreement).sum(axis=-1, keepdims=True)
    total = total + np.concatenate([none, (steps * agreement).cumsum(axis=-1)], axis=-1)
    scores = half_up(total, whole)
    if highest:
        ends: Whole = np.where(whole == 0, NO_NUMBER, scores).max(axis=-1)
        return ends
    ends = np.where(whole == 0, NONE_YET, scores).min(axis=-1)
    return np.where(ends == NONE_YET, NO_NUMBER, ends)


def without_view(weight: Whole, matters: Whole) -> Truth:
    """Whether a side has no view: nothing that counts matters to it at all."""
    found: Truth = (weight * matters).sum(axis=-1) == 0
    return found


@dataclass(frozen=True, slots=True)
class Contest:
    """Somebody ahead, as low as they could be, and somebody who might pass: their lines with one person's steps.

    ``matters`` is how much it matters now: steps that would leave the person without a view they have are not looked at.
    ``ahead_sides`` and ``passing_sides`` are the households' own scores to reckon with. ``tie_passes`` says what comes
    of a tie: ``None`` where more than these scores would decide it.
    """

    matters: Whole
    least: Whole
    most: Whole
    ahead_weight: Whole
    ahead: Whole
    passing_weight: Whole
    passing: Whole
    ahead_sides: tuple[int, ...]
    passing_sides: tuple[int, ...]
    tie_passes: bool | None

    def settle(self) -> tuple[Passing, Whole | None]:
        """Look, divide, and look again. If it can: with which of the person's steps."""
        tell = not self._apart()
        parts = [(self.least, self.most)]
        for _ in range(LOOKS):
            if not parts:
                return Passing.CANNOT if tell else Passing.CANNOT_TELL, None
            least, most = parts.pop()
            steps = self._promising(least, most)
            if steps is None:
                continue
            if (passing := self.passes(steps, ties=self.tie_passes or False)).any():
                return Passing.CAN, steps[int(passing.argmax())]
            if (least == most).all():
                tell = tell and not self.passes(least[None], ties=self.tie_passes is not False).any()
                continue
            parts += self._divided(least, most)
        return Passing.CANNOT_TELL, None

    def passes(self, steps: Whole, *, ties: bool) -> Truth:
        """Whether it passes for each of these rows of steps, by the real arithmetic."""
        behind = side_scores(self.passing_weight, steps, self.passing)
        before = side_scores(self.ahead_weight, steps, self.ahead)
        theirs = goods(behind[:, None], np.array(self.passing_sides)[None]).max(axis=1)
        mine = goods(before[:, None], np.array(self.ahead_sides)[None]).min(axis=1)
        passing = theirs >= mine if ties else theirs > mine
        for weight, score in ((self.ahead_weight, before), (self.passing_weight, behind)):
            passing &= (score != NO_NUMBER) | without_view(weight, self.matters)
        found: Truth = passing
        return found

    def _apart(self) -> bool:
        """Whether one may be without a view where the other is not: then the conditions below say too little."""
        differ = ((self.ahead_weight > 0) != (self.passing_weight > 0)).any()
        return bool(
            differ and any(without_view(each, self.matters) for each in (self.ahead_weight, self.passing_weight))
        )

    def _promising(self, least: Whole, most: Whole) -> Whole | None:
        """Steps worth trying within these; nothing if it is proved that none pass."""
        rows: list[Whole] = [least[None]] if without_view(self.ahead_weight, least) else []
        best = at_end(self.passing_weight, least, most, self.passing, highest=True)
        ends = [int(at_end(self.ahead_weight, least, most, self.ahead, highest=each)) for each in (False, True)]
        if int(best) != NO_NUMBER and ends[0] != NO_NUMBER:
            up_to = np.arange(ends[0], ends[1] + 1)
            needed = np.array(_needed(self.ahead_sides, self.passing_sides, self.tie_passes is not False))[up_to]
            within = needed <= best
            rows += self._allowed(up_to[within], needed[within], least, most)
        return np.concatenate(rows) if rows else None

    def _allowed(self, up_to: Whole, needed: Whole, least: Whole, most: Whole) -> Iterator[Whole]:
        """For each score of the one ahead and what is needed beside it: steps where no condition speaks against it."""
        at_most = self.ahead_weight * (2 * self.ahead - 2 * up_to[:, None] - 1)  # Σ steps · this < 0
        at_least = self.passing_weight * (2 * self.passing + 1 - 2 * needed[:, None])  # Σ steps · this ≥ 0
        for low, high in zip(at_most, at_least, strict=True):
            both = low * high > 0
            mixed = np.abs(low[both])[:, None] * high - np.abs(high[both])[:, None] * low
            conditions = np.concatenate([high[None], -low[None], mixed])
            steps = np.where(conditions > 0, most, least)
            most_of_each = (steps * conditions).sum(axis=1)
            if most_of_each[0] >= 0 and (most_of_each[1:] > 0).all():
                yield steps

    def _divided(self, least: Whole, most: Whole) -> Iterator[tuple[Whole, Whole]]:
        """The same steps in parts: one for each step of the criterion in which the two differ most."""
        differ = np.abs(self.ahead * self.ahead_weight - self.passing * self.passing_weight)
        column = int(np.argmax((most - least) * (differ + 1)))
        for step in range(int(least[column]), int(most[column]) + 1):
            lower, upper = least.copy(), most.copy()
            lower[column] = upper[column] = step
            yield lower, upper


@lru_cache(maxsize=2**12)
def _needed(ahead: tuple[int, ...], passing: tuple[int, ...], ties: bool) -> tuple[int, ...]:
    """For each score 0 to 100 of the one ahead: the least score the other needs to pass; 101 where none would do."""
    scores = np.arange(101)
    mine = goods(scores[:, None], np.array(ahead)[None]).min(axis=1)
    theirs = goods(scores[:, None], np.array(passing)[None]).max(axis=1)
    return tuple(np.searchsorted(theirs, mine, side="left" if ties else "right").tolist())
