"""What recorded answers, feelings and endings suggest about the weights, and how little that may be.

Each side is modelled by itself (:mod:`learning_model`) from what its own sum was made of, and the two are joined: both go
on as often as one does times as often as the other does. A criterion's suggested weight is both sides' coefficient, by
how many answers each rests on, on the scheme's own scale: all of them together keep the sum they have now, because
weights matter only beside each other.

Nothing is decided here. A manager reads it, changes weights by hand, and publishes them or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.learning_checks import Fifth, Telling, calibration, drawn_again, telling
from matching.compatibility.learning_evidence import EVEN, Bools, Evidence, Floats, Outcome, Side, evidence
from matching.compatibility.learning_model import MonotoneLogistic
from matching.compatibility.weights import Weights

STRENGTH = 10.0
"""How strongly the weights in use hold: about as much as ten answers speak (our judgement)."""

LEAST_OF_EACH = 30
"""Yes, and also no, from each side. With 30 of each an AUC is known to ± 0.15 (standard error 0.075: Hanley and McNeil,
Radiology 143, 1982): with fewer not even a good rule could be told from a coin."""

LEAST_HOUSEHOLDS = 20
"""Different households: four in each fold that is tested on (our judgement)."""

LEAST_SEEN = 30
"""Pairs in which a way of fitting was known, before anything is said about it (our judgement)."""

FOLDS = 5
SPREAD_DRAWS = 200
HELD_AT_ONCE = 0.95
"""How often the intervals of *all* ways of fitting hold at once: whoever reads twenty would else find one wrong."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How much has been heard of one side."""

    title: str
    yes: int
    no: int

    @property
    def enough(self) -> bool:
        """Whether it can be learned from."""
        return min(self.yes, self.no) >= LEAST_OF_EACH


@dataclass(frozen=True, slots=True)
class Suggested:
    """One way of fitting: its weight in use, and what the evidence suggests on the same scale."""

    criterion: str
    title: str
    present: int
    seen: int
    suggests: int | None
    """Nothing while too few pairs say anything about it."""
    low: int
    high: int

    @property
    def says_otherwise(self) -> bool:
        """Whether the evidence speaks against the weight in use: it lies outside the interval."""
        return self.suggests is not None and not self.low <= self.present <= self.high


@dataclass(frozen=True, slots=True)
class Learned:
    """What can be said. Without enough evidence there are no suggestions, and no checks either."""

    heard: tuple[Heard, Heard]
    households: int
    suggestions: tuple[Suggested, ...] = ()
    tellings: tuple[Telling, ...] = ()
    fifths: tuple[Fifth, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there is enough to know anything."""
        return all(side.enough for side in self.heard) and self.households >= LEAST_HOUSEHOLDS

    @property
    def tells(self) -> bool:
        """Whether the agreements tell more than a coin does who goes on together."""
        return any(each.title == LEARNED and each.better_than_a_coin for each in self.tellings)

    @property
    def changes(self) -> dict[str, int]:
        """Criterion name → the weight to use instead: only what the evidence clearly says, and nothing if it is chance."""
        if not self.tells:
            return {}
        return {
            each.criterion: each.suggests
            for each in self.suggestions
            if each.says_otherwise and each.suggests is not None
        }


IN_USE = "The weights in use"
LEARNED = "What was learned, both sides joined"
FELT = "How visits felt, of what came after them"


def learn(outcomes: Sequence[Outcome], weights: Weights, heaviest: int, seed: int = 1) -> Learned:
    """Look at all of them. The same outcomes and ``seed`` give the same answer; ``heaviest``: the scale's upper end."""
    names = [criterion.name for criterion in CRITERIA]
    found = evidence(outcomes, names)
    present = np.array([weights.of(name) for name in names], dtype=np.float64)
    people, households = (_heard(*each) for each in zip(("People", "Households"), found.sides, strict=True))
    learned = Learned((people, households), len(set(found.group.tolist())))
    if not learned.enough:
        return learned
    with threadpool_limits(limits=1, user_api="blas"):
        tellings, fifths = _checked(found, present, seed)
        return Learned(learned.heard, learned.households, _suggested(found, present, heaviest, seed), tellings, fifths)


def _heard(title: str, side: Side) -> Heard:
    return Heard(title, int((side.went_well == 1).sum()), int((side.went_well == 0).sum()))


# --- what it suggests -------------------------------------------------------------------------------------------------------


def _suggested(found: Evidence, present: Floats, heaviest: int, seed: int) -> tuple[Suggested, ...]:
    """Each criterion's coefficient on the scale of the weights, with intervals that hold for all of them at once.

    How far coefficients spread is measured without the floor at 0, by drawing whole households again; the widest of all
    standardised distances that 95 in 100 draws stay within is the reach of every interval (Westfall and Young's max-T).
    The scale is taken as known.
    """
    seen = sum((each.agreements[each.known] != 0).sum(axis=0) for each in found.sides)
    enough = seen >= LEAST_SEEN
    learned = _coefficients(found, present, floored=True)
    scale = _scale(learned[enough].sum(), present[enough].sum())
    reach = scale * _reach(found, present, enough, seed)
    estimates = scale * learned
    return tuple(
        Suggested(
            criterion.name,
            criterion.title,
            int(present[place]),
            int(seen[place]),
            int(np.clip(np.floor(estimates[place] + 0.5), 0, heaviest)) if enough[place] and scale else None,
            int(np.clip(np.floor(estimates[place] - reach[place]), 0, heaviest)) if enough[place] and scale else 0,
            int(np.clip(np.ceil(estimates[place] + reach[place]), 0, heaviest))
            if enough[place] and scale
            else heaviest,
        )
        for place, criterion in enumerate(CRITERIA)
    )


def _scale(learned: float, present: float) -> float:
    """How many points a coefficient of 1 is worth, so that all together keep their sum; 0 if nothing was learned."""
    return float(present / learned) if learned > 1e-9 else 0.0


def _reach(found: Evidence, present: Floats, enough: Bools, seed: int) -> Floats:
    middle = _coefficients(found, present, floored=False)
    draws = np.array(
        [
            _coefficients(found, present, floored=False, counts=counts[found.group])
            for counts in drawn_again(int(found.group.max()) + 1, SPREAD_DRAWS, seed)
        ]
    )
    spread = np.asarray(np.maximum(draws.std(axis=0, ddof=1), 1e-12))
    if not enough.any():
        return spread
    furthest = np.abs((draws - middle) / spread)[:, enough].max(axis=1)
    return np.asarray(np.quantile(furthest, HELD_AT_ONCE) * spread)


def _coefficients(found: Evidence, present: Floats, *, floored: bool, counts: Floats | None = None) -> Floats:
    """Both sides' coefficients as one, by how many of each side's answers say anything about a criterion."""
    said = np.array([(side.agreements[side.known] != 0).sum(axis=0) for side in found.sides], dtype=np.float64)
    each = [_coefficients_of(side, present, floored, counts) for side in found.sides]
    return np.asarray((said * each).sum(axis=0) / np.maximum(said.sum(axis=0), 1))


def _coefficients_of(side: Side, present: Floats, floored: bool, counts: Floats | None) -> Floats:
    rows = side.known if counts is None else side.known & (counts > 0)
    outcomes = side.went_well[rows]
    if _one_way(outcomes):
        return np.zeros(len(present))
    often = np.ones(len(outcomes)) if counts is None else counts[rows]
    return _model(present, floored).settled(side.agreements[rows], outcomes, often)[:-1]


def _model(present: Floats, floored: bool = True) -> MonotoneLogistic:
    return MonotoneLogistic(strength=STRENGTH, towards=present, floored=floored)


def _one_way(outcomes: Floats) -> bool:
    """Whether all of them went the same way, so that nothing can be learned from them."""
    return len(np.unique(outcomes)) < 2


# --- how well it tells ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Forecast:
    """For every pair, what models that have seen nothing of its household say of one side."""

    odds: Floats
    """From the agreements alone."""
    usual: Floats
    """What a fold's model begins with: how often the others' households went on."""

    @property
    def likely(self) -> Floats:
        """How likely this side is to go on."""
        return np.asarray(expit(self.odds + self.usual))

    @property
    def to_compare(self) -> Floats:
        """The same from one beginning for all folds: a fold in which many went on was begun lower because of that alone,
        and pairs of different folds would seem to be told apart worse than by chance.
        """
        return np.asarray(expit(self.odds + self.usual.mean()))


def _checked(found: Evidence, present: Floats, seed: int) -> tuple[tuple[Telling, ...], tuple[Fifth, ...]]:
    person, household = (_forecast(side, found.group, present) for side in found.sides)
    together, group = found.together, found.group
    joined = person.to_compare * household.to_compare
    return (
        telling(IN_USE, _scores_in_use(found, present), together, group, seed),
        telling("What was learned of people", person.to_compare, found.person.went_well, group, seed),
        telling("What was learned of households", household.to_compare, found.household.went_well, group, seed),
        telling(LEARNED, joined, together, group, seed),
        telling(FELT, found.felt, found.later, group, seed),
    ), tuple(calibration(person.likely * household.likely, together))


def _forecast(side: Side, group: NDArray[np.int64], present: Floats) -> Forecast:
    found = Forecast(np.zeros(len(group)), np.zeros(len(group)))
    for others, these in GroupKFold(FOLDS).split(side.agreements, groups=group):
        rows = np.zeros(len(group), dtype=bool)
        rows[others] = side.known[others]
        if not _one_way(side.went_well[rows]):
            model = _model(present).fit(side.agreements[rows], side.went_well[rows])
            found.odds[these] = side.agreements[these] @ model.coef_[0]
            found.usual[these] = model.intercept_[0]
    return found


def _scores_in_use(found: Evidence, present: Floats) -> Floats:
    """Both sides' scores together with the weights in use, as the score works them out, only not rounded."""
    mine, theirs = (_score(side, present) for side in found.sides)
    both = mine + theirs
    joined = np.divide(2 * mine * theirs, both, out=np.zeros(len(both)), where=both > 0)
    return np.where(np.isnan(mine), theirs, np.where(np.isnan(theirs), mine, joined))


def _score(side: Side, present: Floats) -> Floats:
    weight = side.asked @ present
    agrees = np.divide(side.agreements @ present, weight, out=np.full(len(weight), np.nan), where=weight > 0)
    return np.asarray(EVEN + EVEN * agrees)
