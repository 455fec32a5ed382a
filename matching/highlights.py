"""What a worker reads first about a pair: the strongest reasons for it, and the strongest to talk about."""

from collections.abc import Iterator

from matching.compatibility.criterion import DIFFERS, FITS
from matching.compatibility.explain import ExplainedPart, Explanation

HALFWAY = 50


def reasons_for(explanation: Explanation, most: int = 3) -> list[str]:
    """Up to ``most`` sentences about what fits, those that add most to either side's sum first."""
    fitting = [part for part in _parts(explanation) if part.agreement.likely >= FITS]
    return _first(sorted(fitting, key=lambda part: -_pull(part)), most)


def to_talk_about(explanation: Explanation, most: int = 1) -> list[str]:
    """Up to ``most`` sentences about what differs, those that take most from either side's sum first."""
    differing = [part for part in _parts(explanation) if part.agreement.likely < DIFFERS]
    return _first(sorted(differing, key=_pull), most)


def _parts(explanation: Explanation) -> Iterator[ExplainedPart]:
    """Parts that count and say something; one nobody has answered has no sentence of its own worth reading first."""
    for side in (explanation.person_side, explanation.household_side):
        yield from (part for part in side.parts if part.weight and part.agreement.low + part.agreement.high != 100)


def _pull(part: ExplainedPart) -> int:
    return part.weight * (part.agreement.likely - HALFWAY)


def _first(parts: list[ExplainedPart], most: int) -> list[str]:
    """A way of fitting is mentioned once, even where both sides say it counts."""
    by_name = {part.criterion: part.sentence for part in reversed(parts)}
    return [by_name[name] for name in dict.fromkeys(part.criterion for part in parts)][:most]
