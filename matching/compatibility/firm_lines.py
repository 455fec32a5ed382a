"""One person's lines beside many households', as whole numbers: what :mod:`how_firm` moves about.

The agreements are those of the criteria's own shapes and the roundings those of :mod:`agreement`, so that nothing is
scored in a second way; a property test holds these scores to those of one explained pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.compatibility.agreement import Rows, half_up, harmonic
from matching.compatibility.all_pairs import NO_NUMBER
from matching.compatibility.coded import Crowd, Whole, by_whose_home, crowd
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.first_few import goodness
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import MOST_OF_ALL, Weights, mattering

LOW, LIKELY, HIGH = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Lines:
    """One side's lines beside each household: rows are households, columns are criteria."""

    weight: Whole
    """The scheme's weight; 0 where this side is not asked."""
    matters: Whole
    """How much it matters to this side, 0 to 3."""
    agreement: Whole
    """``[low, likely, high]`` × households × criteria."""

    @property
    def least(self) -> Whole:
        """How much each would matter, a step less."""
        return np.maximum(self.matters - 1, 0)

    @property
    def most(self) -> Whole:
        """How much each would matter, a step more."""
        return np.minimum(self.matters + 1, MOST_OF_ALL)


@dataclass(frozen=True, slots=True)
class Table:
    """A person beside households: both sides' lines. The person's ``matters`` are the same in every row."""

    references: tuple[str, ...]
    person: Lines
    household: Lines

    @property
    def later(self) -> Whole:
        """For each household, how many references come after its own: what decides when all else is equal."""
        later = np.empty(len(self.references), dtype=np.int64)
        order = sorted(range(len(self.references)), key=self.references.__getitem__, reverse=True)
        later[order] = np.arange(len(order))
        return later


def table(person: PersonProfile, households: Sequence[HouseholdProfile], weights: Weights) -> Table:
    """This person's lines beside each of these households', and theirs."""
    mine, theirs = Crowd([person]), crowd(households)
    sides = [_nothing(len(theirs)), _nothing(len(theirs))]
    for column, criterion in enumerate(CRITERIA):
        sides[0].matters[:, column] = mine.matters(criterion.name, mattering)
        sides[1].matters[:, column] = theirs.matters(criterion.name, mattering)
    for group, rows in by_whose_home(theirs):
        turned = group[0].is_homesharer
        one, other = mine.parties(turned)[0], group.parties(not turned)[0]
        for column, criterion in enumerate(CRITERIA):
            for lines, person_asks in zip(sides, (True, False), strict=True):
                if criterion.asked_of(*((one, other) if person_asks else (other, one))):
                    lines.weight[rows, column] = weights.of(criterion.name)
                    answers = _answers(criterion, mine, turned, person_asks)
                    lines.agreement[:, rows, column] = agreements(criterion, answers, group, person_asks)[:, 0]
    return Table(tuple(each.reference for each in theirs), *sides)


def _nothing(length: int) -> Lines:
    shape = (length, len(CRITERIA))
    return Lines(*(np.zeros(each, dtype=np.int64) for each in (shape, shape, (3, *shape))))


def _answers(criterion: Criterion, mine: Crowd[PersonProfile], turned: bool, person_asks: bool) -> Rows:
    """What the person answered, as the rows of this criterion."""
    shape = criterion.shape
    if person_asks:
        return mine.coded((criterion.name, "wants"), criterion.wants, shape.wants, turned).rows
    return mine.coded((criterion.name, "finds"), criterion.finds, shape.finds, turned).rows


def agreements(criterion: Criterion, answers: Rows, group: Crowd[HouseholdProfile], person_asks: bool) -> Whole:
    """``[low, likely, high]`` × these answers of a person × households: the least over each household's voices.

    In the group the home is always on the same side.
    """
    gives_home, shape = not group[0].is_homesharer, criterion.shape
    if person_asks:
        theirs = group.coded((criterion.name, "finds"), criterion.finds, shape.finds, gives_home)
        bands = shape.agree(answers, theirs.rows)
    else:
        theirs = group.coded((criterion.name, "wants"), criterion.wants, shape.wants, gives_home)
        bands = shape.agree(theirs.rows, answers).transpose(0, 2, 1)
    least = np.minimum.reduceat(bands, theirs.begins[:-1], axis=2)
    return least[:, :, theirs.codes].astype(np.int64)


# --- scores, as everywhere else -------------------------------------------------------------------------------------------


def side_scores(weight: Whole, matters: Whole, agreement: Whole) -> Whole:
    """Total ÷ Σ weight over the last axis, rounded half up once; ``NO_NUMBER`` where this side has no view."""
    share = weight * matters
    return scores((share * agreement).sum(axis=-1), share.sum(axis=-1))


def scores(total: Whole, whole: Whole) -> Whole:
    """Total ÷ Σ weight, rounded half up; ``NO_NUMBER`` where there is no weight."""
    return np.where(whole == 0, NO_NUMBER, half_up(total, whole))


def together(person: Whole, household: Whole) -> Whole:
    """Both sides' scores as one; the other's where one has no view."""
    both = harmonic(np.maximum(person, 0), np.maximum(household, 0))
    return np.where(person == NO_NUMBER, household, np.where(household == NO_NUMBER, person, both))


def goods(person: Whole, household: Whole) -> Whole:
    """How good pairs of known scores are, by :func:`score.order` but for the reference: the larger, the earlier."""
    both = together(person, household)
    return _good(person, household, both, both)


def goods_as_told(person: Whole, household: Whole) -> Whole:
    """The same for scores in bands, ``[low, likely, high]`` × pairs, by what is likely; the floor breaks ties."""
    both = together(person, household)
    return _good(person[LIKELY], household[LIKELY], both[LIKELY], both[LOW])


def _good(person: Whole, household: Whole, both: Whole, floor: Whole) -> Whole:
    points = (each.astype(np.float32) for each in (person, household, both, floor))
    return goodness(*points).astype(np.int64)
