"""An essential's answer, and the numbers a scheme sets for essentials."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheme.words import Words

MOST_PEOPLE = 3
"""Never more in one home: the law in Northern Ireland and Wales; UK tax rules say the same of a residence."""


class Met(Words):
    """Whether an essential is met. Not known never means no: it means "check first"."""

    MET = "met", "Met"
    NOT_MET = "not_met", "Not met"
    NOT_KNOWN = "not_known", "Check first"


CODES = {Met.MET: 0, Met.NOT_KNOWN: 1, Met.NOT_MET: 16}
"""Answers as whole numbers: of two, the larger decides, and added up they count: so many not met, so many not known."""


Codes = NDArray[np.uint8]
"""Many pairs' answers, as these numbers."""


class Verdict(NamedTuple):
    """An answer and its reason, one plain sentence."""

    met: Met
    reason: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What essentials need that no profile holds: today, and the scheme's own numbers.

    A scheme may allow fewer than three people in one home, never more; ``ValueError`` if it tries.
    """

    today: date
    declined_for_days: int = 365
    """For how long a declined pair is not put forward again, unless both reopen it. Our judgement."""
    people_at_most: int = MOST_PEOPLE

    def __post_init__(self) -> None:
        if not 1 <= self.people_at_most <= MOST_PEOPLE:
            raise ValueError(f"A home has room for one to {MOST_PEOPLE} people supported.")


def met(reason: str) -> Verdict:
    """Nothing stands in the way."""
    return Verdict(Met.MET, reason)


def not_met(reason: str) -> Verdict:
    """This rules the pair out."""
    return Verdict(Met.NOT_MET, reason)


def not_known(reason: str) -> Verdict:
    """Somebody has to check first."""
    return Verdict(Met.NOT_KNOWN, reason)


def all_of(verdicts: Sequence[Verdict], otherwise: str) -> Verdict:
    """Met only if each is: the worst decides, with the reasons of all that are as bad. None at all is met."""
    for worst in (Met.NOT_MET, Met.NOT_KNOWN):
        reasons = [verdict.reason for verdict in verdicts if verdict.met is worst]
        if reasons:
            return Verdict(worst, " ".join(dict.fromkeys(reasons)))
    return met(otherwise)


def any_of(verdicts: Sequence[Verdict]) -> Verdict:
    """Met if one is: the best decides, with its reasons. Raises ``ValueError`` for no verdicts at all."""
    for best in (Met.MET, Met.NOT_KNOWN, Met.NOT_MET):
        reasons = [verdict.reason for verdict in verdicts if verdict.met is best]
        if reasons:
            return Verdict(best, " ".join(dict.fromkeys(reasons)))
    raise ValueError("There is nothing to choose from.")
