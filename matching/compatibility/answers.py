"""Both sides' answers beside each other, as a worker would lay two forms on a table: agree, partly, differ, or not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from matching.compatibility.agreement import UNKNOWN, Agreement
from matching.compatibility.both_asked import both_asked
from matching.compatibility.criterion import DIFFERS, FITS, Criterion
from matching.compatibility.nearness import Whereabouts
from matching.compatibility.pairs import AnyParty, Pair
from matching.compatibility.reach import Reach
from matching.compatibility.readings import Voice, given
from matching.compatibility.sets import Sets
from scheme.ways_of_living import Stance
from scheme.words import Words


class Beside(Words):
    """How two answers stand to each other."""

    AGREE = "agree", "Agree"
    PARTLY = "partly", "Partly"
    DIFFER = "differ", "Differ"
    NOT_KNOWN = "not_known", "Not known"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One way of fitting: what each side said, in words, and how the two stand to each other."""

    criterion: str
    title: str
    person: tuple[str, ...]
    household: tuple[str, ...]
    beside: Beside


def side_by_side(pair: Pair) -> tuple[SideBySide, ...]:
    """Every way of fitting that either side is asked about."""
    return tuple(
        SideBySide(
            criterion=criterion.name,
            title=criterion.title,
            person=_said(criterion, pair.person, wants=person is not None, brings=household is not None),
            household=_said(criterion, pair.household, wants=household is not None, brings=person is not None),
            beside=_beside([compared.agreement for compared in (person, household) if compared]),
        )
        for criterion, person, household in both_asked(pair)
    )


def _said(criterion: Criterion, party: AnyParty, wants: bool, brings: bool) -> tuple[str, ...]:
    """What a side said of a criterion: what it would like if it is asked, what it brings if the other is."""
    voices = criterion.wants.heard(party) if wants else ()
    if brings and not (wants and criterion.finds is criterion.wants):
        voices += criterion.finds.heard(party)
    lines = [_line(criterion, voice) for voice in voices if given(voice.answer)]
    return tuple(dict.fromkeys(filter(None, lines)))


def _beside(agreements: Sequence[Agreement]) -> Beside:
    """By the side it suits least, with the same bounds as the sentence about it; one side with nothing to go on is not known."""
    least = min(agreements, key=lambda agreement: agreement.likely)
    if least.likely == UNKNOWN.likely and UNKNOWN in agreements:
        return Beside.NOT_KNOWN
    if least.likely >= FITS:
        return Beside.AGREE
    return Beside.PARTLY if least.likely >= DIFFERS else Beside.DIFFER


def _line(criterion: Criterion, voice: Voice) -> str:
    text = voice.answer.label if isinstance(voice.answer, Words) else _in_words(criterion, voice.answer)
    return f"{voice.whose}: {text}" if voice.whose and text else text


def _in_words(criterion: Criterion, answer: Any) -> str:
    if isinstance(answer, Whereabouts):
        return f"Known to within {answer.cell.size_m // 1000} km" if answer.cell else "Known by its postcode district"
    if isinstance(criterion.shape, Sets):
        place = criterion.shape.place
        named = sorted([thing for thing in answer if thing in place], key=place.__getitem__)
        return ", ".join([_thing(criterion, thing, answer[thing]) for thing in named])
    if isinstance(criterion.shape, Reach):
        return f"{len(answer)} {'person' if len(answer) == 1 else 'people'}"  # an explanation is kept: it names nobody
    return ", ".join(sorted([item.label for item in answer]))


@lru_cache(2**12)
def _thing(criterion: Criterion, thing: str, stance: Stance) -> str:
    name = criterion.wording(thing)
    return name if stance is Stance.LIKE else f"{name} ({stance.label.lower()})"
