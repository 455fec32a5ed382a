"""Between which places a household stays when much may turn out otherwise at once: from pairs, and then tried for all."""

from dataclasses import dataclass

import numpy as np

from matching.compatibility.all_pairs import NO_NUMBER
from matching.compatibility.coded import Whole
from matching.compatibility.firm_bounds import Contest, Passing, Truth, at_end, without_view
from matching.compatibility.firm_lines import HIGH, LIKELY, LOW, Lines, Table, goods, scores, side_scores

TRIED = 40
"""So many people's steps are tried at most to reach the ends of a range for everybody at once (our judgement)."""


AT_ONCE = 5
"""So many of them at a time: mostly the first few do."""


@dataclass(frozen=True, slots=True)
class Range:
    """The best and the worst place. Exact: both can happen; otherwise what can happen lies between them."""

    best: int
    worst: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Varying:
    """What may turn out otherwise: what matters, by a step; what is not known, anywhere in its band."""

    steps: bool
    unknowns: bool


WEIGHTS, UNKNOWNS, EVERYTHING = Varying(True, False), Varying(False, True), Varying(True, True)


class Variation:
    """A table with what varies, and each household's ends worked out once."""

    def __init__(self, table: Table, varying: Varying) -> None:
        both = (table.person, table.household)
        self._later, self._varying = table.later, varying
        self._person, self._household = (_Side(lines, varying) for lines in both)
        all_known = not any((each.agreement[HIGH] > each.agreement[LOW])[each.weight > 0].any() for each in both)
        self._floor_breaks_ties = not varying.unknowns and not all_known
        self._rests_on_unknowns = varying.unknowns and not all_known
        self._lowest, self._highest = self._ends(highest=False).min(axis=0), self._ends(highest=True).max(axis=0)

    def range_of(self, row: int, place: int) -> Range:
        """Between which places this one stays, which is at ``place`` now."""
        others = np.delete(np.arange(len(self._later)), row)
        this = np.full_like(others, row)
        (passing, some), (passed, more) = self._passing(this, others), self._passing(others, this)
        best = min(place, 1 + int((passed == Passing.CANNOT).sum()))
        worst = max(place, 1 + int((passing != Passing.CANNOT).sum()))
        if best == worst:
            return Range(best, worst, exact=True)
        if self._rests_on_unknowns:
            return Range(best, worst, exact=False)
        tried = self._tried(row, others[(passing != Passing.CANNOT) | (passed != Passing.CANNOT)], [*some, *more])
        return Range(best, worst, self._reached(row, place, tried, (best, worst)))

    def _ends(self, *, highest: bool) -> Whole:
        """How good each pair could be at an end of both sides; also where a side were left without a view."""
        person, household = self._person.ends(highest), self._household.ends(highest)
        return np.array([goods(one, other) for one in person for other in household])

    # --- pairs ----------------------------------------------------------------------------------------------------------------

    def _passing(self, ahead: Whole, passing: Whole) -> tuple[Whole, list[Whole]]:
        """For each of these: whether ``passing`` could come before ``ahead``; and steps that were found on the way."""
        low, high = self._lowest[ahead], self._highest[passing]
        could = (high > low) | ((high == low) & (self._later[passing] > self._later[ahead]))
        if self._floor_breaks_ties:
            could |= high == low
        found = np.where(could, Passing.CAN, Passing.CANNOT).astype(np.int64)
        steps = []
        if self._varying.steps:
            unsure = np.flatnonzero(could)
            unsure = unsure[~self._at_once(ahead[unsure], passing[unsure])]
            for place in unsure.tolist():
                found[place], those = self._contest(int(ahead[place]), int(passing[place])).settle()
                steps += [] if those is None else [those]
        return found, steps

    def _at_once(self, ahead: Whole, passing: Whole) -> Truth:
        """Whether it passes with the steps that speak most for it: those up where it agrees more, and down where less."""
        person = self._person
        worse, better = person.weight[ahead] * person.worst[ahead], person.weight[passing] * person.best[passing]
        steps = np.where(better > worse, person.most[ahead], person.least[ahead])
        mine = side_scores(person.weight[ahead], steps, person.worst[ahead])
        theirs = side_scores(person.weight[passing], steps, person.best[passing])
        before = goods(mine, self._household.lowest[ahead])
        kept = (mine != NO_NUMBER) & (theirs != NO_NUMBER)
        found: Truth = kept & (goods(theirs, self._household.highest[passing]) > before)
        return found

    def _contest(self, ahead: int, passing: int) -> Contest:
        person = self._person
        return Contest(
            person.matters[ahead],
            person.least[ahead],
            person.most[ahead],
            person.weight[ahead],
            person.worst[ahead],
            person.weight[passing],
            person.best[passing],
            tuple(int(end[ahead]) for end in self._household.ends(highest=False)),
            tuple(int(end[passing]) for end in self._household.ends(highest=True)),
            None if self._floor_breaks_ties else bool(self._later[passing] > self._later[ahead]),
        )

    # --- for everybody at once ------------------------------------------------------------------------------------------------

    def _tried(self, row: int, others: Whole, found: list[Whole]) -> Whole:
        """People's steps worth trying: as they are, those that speak most for this one or another, and those found."""
        person = self._person
        points = person.weight * person.best
        least, most = person.least[row], person.most[row]
        differ = points[row] - points[others[:TRIED]]
        speaking = np.stack([np.where(each > 0, most, least) for each in (differ, -differ)], axis=1)
        speaking = speaking.reshape(-1, len(least))  # for this one and against it, one household after another
        tried = np.concatenate([person.matters[row][None], speaking, *(each[None] for each in found[:TRIED])])
        kept = tried @ person.weight.T > 0
        return tried[(kept | without_view(person.weight, person.matters)).all(axis=1)]

    def _reached(self, row: int, place: int, tried: Whole, ends: tuple[int, int]) -> bool:
        """Whether some of these steps bring this one to its best place, and some to its worst, with everybody looked at."""
        best = worst = place
        for start in range(0, len(tried), AT_ONCE):
            some = tried[start : start + AT_ONCE]
            if best > ends[0]:
                best = min(best, int(self._places(row, some, at_best=True).min()))
            if worst < ends[1]:
                worst = max(worst, int(self._places(row, some, at_best=False).max()))
            if (best, worst) == ends:
                return True
        return False

    def _places(self, row: int, tried: Whole, *, at_best: bool) -> Whole:
        """This one's place with each of these steps, at its best and all others at their worst; or the other way round."""
        own, all_others = (self._goods(self._person.scored(tried, best=each), each) for each in (at_best, not at_best))
        before = all_others - own[:, row, None]
        ties = (before == 0) & (self._later > self._later[row])
        if self._floor_breaks_ties:  # whoever it is that comes first then, it is not claimed
            ties = (before == 0) if at_best else np.zeros_like(ties)
        ahead = (before > 0) | ties
        ahead[:, row] = False
        places: Whole = 1 + ahead.sum(axis=1)
        return places

    def _goods(self, person: Whole, highest: bool) -> Whole:
        """How good each pair could be at this end of the household's side; rows are the person's steps."""
        each = np.array([goods(person, np.broadcast_to(end, person.shape)) for end in self._household.ends(highest)])
        ends: Whole = each.max(axis=0) if highest else each.min(axis=0)
        return ends


class _Side:
    """One side's lines as far as they vary, and the ends of its scores."""

    def __init__(self, lines: Lines, varying: Varying) -> None:
        self.weight, self.matters = lines.weight, lines.matters
        self.least, self.most = (lines.least, lines.most) if varying.steps else (lines.matters, lines.matters)
        bands = (LOW, HIGH) if varying.unknowns else (LIKELY, LIKELY)
        self.worst, self.best = (lines.agreement[band] for band in bands)
        self.lowest = at_end(self.weight, self.least, self.most, self.worst, highest=False)
        self.highest = at_end(self.weight, self.least, self.most, self.best, highest=True)
        self._without_view = without_view(self.weight, self.matters)

    def ends(self, highest: bool) -> tuple[Whole, Whole]:
        """Its score at that end, and what else it may be there: none at all, where it may be left without a view."""
        end = self.highest if highest else self.lowest
        return end, np.where(self._without_view, NO_NUMBER, end)

    def scored(self, steps: Whole, best: bool) -> Whole:
        """Rows of the person's steps × households: the scores, all agreements at their best or their worst."""
        agreement = self.best if best else self.worst
        return scores(steps @ (self.weight * agreement).T, steps @ self.weight.T)
