"""One pair in full: every part of both sums, the essentials, what is not known, and both sides' answers side by side.

An :class:`Explanation` is frozen and complete: a proposal keeps its JSON, so that what was shown on the day can be
shown again when facts and weights have moved on. Its parts add up to its totals; a reader needs nothing else to check.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from pydantic import TypeAdapter

from matching.compatibility.agreement import Agreement
from matching.compatibility.answers import SideBySide, side_by_side
from matching.compatibility.both_asked import both_asked
from matching.compatibility.changing_first import First
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.criterion import Compared, Criterion, Reader
from matching.compatibility.essentials import Checked, Standing, at_best, standing
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.score import Part, SideSum, compare_pair
from matching.compatibility.sentences import NOT_KNOWN, in_registers
from matching.compatibility.telling import Reason, may_tell, reasons
from matching.compatibility.verdicts import Met, Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.compatibility.what_to_ask import Ask, what_to_ask_about
from matching.lifecycle import Stage
from scheme.kinds import ArrangementKind


@dataclass(frozen=True, slots=True)
class ExplainedPart:
    """One line of a side's sum: ``scheme_weight`` × ``matters`` = ``weight``, and ``weight`` × likely = ``points``.

    ``sentence`` is the worker's; ``carer`` and ``easy_read`` say the same to the household and to the person, one idea each,
    for a worker to say aloud: portals show :meth:`Explanation.reasons_for` and nothing else.
    """

    criterion: str
    title: str
    question: str
    scheme_weight: int
    matters: int
    weight: int
    agreement: Agreement
    points: int
    sentence: str
    whose: str | None
    carer: tuple[str, ...] = ()
    easy_read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InWords:
    """One way of fitting in three registers, one idea each, whether it may be told or not: for workers."""

    title: str
    worker: tuple[str, ...]
    carer: tuple[str, ...]
    easy_read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedSide:
    """One side's sum: its parts, their total, Σ weight, and total ÷ Σ weight; no score without a weight."""

    parts: tuple[ExplainedPart, ...]
    total_low: int
    total: int
    total_high: int
    weight: int
    score: Agreement | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything the matcher can say about one pair."""

    person: str
    household: str
    kind: ArrangementKind | None
    weights_version: str
    together: Agreement | None
    person_side: ExplainedSide
    household_side: ExplainedSide
    standing: Standing
    essentials: tuple[Checked, ...]
    answers: tuple[SideBySide, ...]
    unknowns: tuple[Ask, ...]
    reasons: tuple[Reason, ...]

    @property
    def in_the_way(self) -> tuple[Checked, ...]:
        """The essentials that are not met, then those to check first."""
        open_ones = [checked for checked in self.essentials if checked.met is not Met.MET]
        return tuple(sorted(open_ones, key=lambda checked: checked.met is Met.NOT_KNOWN))

    @property
    def in_words(self) -> tuple[InWords, ...]:
        """Every way of fitting of which something is known: to each side first as the one that was asked."""
        parts = [*self.person_side.parts, *self.household_side.parts]
        names = dict.fromkeys(part.criterion for part in parts if part.sentence != NOT_KNOWN[Reader.WORKER])
        return tuple(_in_words([part for part in parts if part.criterion == name]) for name in names)

    def reasons_for(self, reader: Reader, stage: Stage) -> tuple[str, ...]:
        """What this reader may be told at this stage, the weightiest ways of fitting first."""
        return tuple(dict.fromkeys(one.sentence for one in self.reasons if may_tell(one, reader, stage)))

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON. Workers only: portals show :meth:`reasons_for` and nothing else."""
        plain: dict[str, Any] = EXPLANATIONS.dump_python(self, mode="json")
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """An explanation that was kept. Raises ``ValueError`` if it is not one."""
        return TypeAdapter(cls).validate_python(plain)


EXPLANATIONS = TypeAdapter(Explanation)


def explain(
    person: PersonProfile,
    household: HouseholdProfile,
    rules: Rules,
    weights: Weights = DEFAULT_WEIGHTS,
    first: First | None = None,
) -> Explanation:
    """Explain one pair in full, as of ``rules.today``, with this version of the weights.

    With ``first``, the person's list, it is said which answers could change who comes first in it.
    """
    both = pair(person, household)
    comparison = compare_pair(both, weights)
    best = at_best(both, rules)
    essentials = best.checked
    return Explanation(
        person=person.reference,
        household=household.reference,
        kind=best.kind,
        weights_version=weights.version,
        together=comparison.together,
        person_side=_side(comparison.person, ((one.criterion, one.person) for one in both_asked(both)), of_person=True),
        household_side=_side(comparison.household, ((one.criterion, one.household) for one in both_asked(both)), False),
        standing=standing(essentials),
        essentials=essentials,
        answers=side_by_side(both),
        unknowns=what_to_ask_about(both, comparison, first),
        reasons=reasons(both),
    )


def _side(side: SideSum, asked: Iterable[tuple[Criterion, Compared | None]], of_person: bool) -> ExplainedSide:
    compared = ((criterion, one) for criterion, one in asked if one)
    parts = tuple(_part(*one, part, of_person) for one, part in zip(compared, side.parts, strict=True))
    return ExplainedSide(parts, side.total_low, side.total, side.total_high, side.weight, side.score)


def _in_words(parts: Sequence[ExplainedPart]) -> InWords:
    """From the person's part, if they are asked, and then the household's."""
    criterion = BY_NAME.get(parts[0].criterion)
    both = criterion is not None and criterion.says.turns
    carer = [line for part in (parts[::-1] if both else parts[-1:]) for line in part.carer]
    easy_read = [line for part in (parts if both else parts[:1]) for line in part.easy_read]
    worker = [part.sentence for part in parts]
    return InWords(parts[0].title, *(tuple(dict.fromkeys(lines)) for lines in (worker, carer, easy_read)))


def _part(criterion: Criterion, compared: Compared, part: Part, of_person: bool) -> ExplainedPart:
    told = in_registers(criterion, compared, of_person)
    return ExplainedPart(
        criterion=part.criterion,
        title=criterion.title,
        question=criterion.question,
        scheme_weight=part.scheme_weight,
        matters=part.matters,
        weight=part.weight,
        agreement=part.agreement,
        points=part.points,
        sentence=" ".join(told.worker),
        whose=part.whose,
        carer=told.carer,
        easy_read=told.easy_read,
    )
