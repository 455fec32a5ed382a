"""Which unknown to ask about next: what could change who comes first, then what would narrow the band together most."""

from dataclasses import dataclass

from matching.compatibility.agreement import Agreement
from matching.compatibility.both_asked import BothAsked, both_asked
from matching.compatibility.changing_first import First
from matching.compatibility.criterion import Compared, Criterion
from matching.compatibility.nearness import Whereabouts
from matching.compatibility.pairs import AnyParty, Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Place, Tie
from matching.compatibility.readings import given
from matching.compatibility.score import Comparison, compare_pair, scored, together
from matching.compatibility.sentences import Question, question
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from scheme.cells import DISTRICT_M
from scheme.ways_of_living import Language
from scheme.words import Words


class Side(Words):
    """Whom to ask."""

    PERSON = "person", "The person"
    HOUSEHOLD = "household", "The household"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question for one side, and by how many points the band together would narrow once this is fully known.

    ``could_change_first``: whether an answer could put another household first in the person's list (see
    :mod:`changing_first`); ``None`` where no list was looked at.
    ``question_cy`` is the question in Welsh, where somebody on that side said they speak it.
    """

    criterion: str
    title: str
    side: Side
    question: str
    narrows_by: int
    could_change_first: bool | None = None
    question_cy: str = ""


def what_to_ask(
    person: PersonProfile,
    household: HouseholdProfile,
    weights: Weights = DEFAULT_WEIGHTS,
    first: First | None = None,
) -> tuple[Ask, ...]:
    """The open questions of a pair, those that would tell most first; with ``first``, in the person's list too."""
    both = pair(person, household)
    return what_to_ask_about(both, compare_pair(both, weights), first)


def what_to_ask_about(pair: Pair, comparison: Comparison, first: First | None = None) -> tuple[Ask, ...]:
    """The same, for a pair already put side by side and scored."""
    asks = []
    width = _width(comparison.together)
    speaks_welsh = {Side.PERSON: _speaks_welsh(pair.person), Side.HOUSEHOLD: _speaks_welsh(pair.household)}
    for one in both_asked(pair):
        if questions := _open_questions(one, pair):
            criterion = one.criterion
            narrows_by = width - _width_once_known(comparison, criterion.name)
            for side, questions_of_side in questions.items():
                household = None if side is Side.PERSON else pair.household.profile.reference
                asked, could = _to_ask_now(questions_of_side, first, household)
                welsh = asked.cy if speaks_welsh[side] else ""
                asks.append(Ask(criterion.name, criterion.title, side, asked.en, narrows_by, could, welsh))
    return tuple(sorted(asks, key=lambda ask: (not ask.could_change_first, -ask.narrows_by)))


def _speaks_welsh(party: AnyParty) -> bool:
    return any(Language.WELSH in ways.languages for ways in (party.profile, *party.grown_up_members))


Open = tuple[Question, str]
"""A question, and the fact it asks for, by the name of its reading."""


def _to_ask_now(questions: list[Open], first: First | None, household: str | None) -> tuple[Question, bool | None]:
    """One of a side's questions: the earliest that could change who comes first, and the first of all if none could."""
    if first is None:
        return questions[0][0], None
    could = (asked for asked, fact in questions if first.could_change(fact, household))
    chosen = next(could, None)
    return chosen or questions[0][0], chosen is not None


def _open_questions(one: BothAsked, pair: Pair) -> dict[Side, list[Open]]:
    """Each side's open questions: what it has not said itself comes before what the other wonders about."""
    criterion, person, household = one
    questions: dict[Side, list[Open]] = {}
    if person and not _settled(person):
        _open(questions, criterion, person, (Side.PERSON, pair.person), (Side.HOUSEHOLD, pair.household))
    if household and not _settled(household):
        _open(questions, criterion, household, (Side.HOUSEHOLD, pair.household), (Side.PERSON, pair.person))
    return questions


def _settled(compared: Compared) -> bool:
    return compared.agreement.known and compared.between.given


def _open(
    questions: dict[Side, list[Open]],
    criterion: Criterion,
    compared: Compared,
    asking: tuple[Side, AnyParty],
    looked_at: tuple[Side, AnyParty],
) -> None:
    """Add what one side could be asked about its wish, and the other about what would be found."""
    (wanting, mine), (finding, theirs) = asking, looked_at
    if not all(_precise(voice.answer) for voice in criterion.wants.heard(mine)):
        asked = Question(criterion.asks.wants, criterion.asks.wants_cy)
        questions.setdefault(wanting, []).append((asked, criterion.wants.fact))
    if compared.between.common.unsaid or not all(_precise(voice.answer) for voice in criterion.finds.heard(theirs)):
        questions.setdefault(finding, []).append((question(criterion, compared), criterion.finds.fact))


def _precise(answer: object) -> bool:
    """Whether an answer needs no more: it was given, and no place in it is known only by its district or not at all."""
    if isinstance(answer, tuple):
        return bool(answer) and all(map(_on_the_map, answer))
    return _on_the_map(answer) if isinstance(answer, Whereabouts) else given(answer)


def _on_the_map(where: Place | Whereabouts) -> bool:
    if isinstance(where, Tie) and where.wherever:
        return True
    return where.cell is not None and where.cell.size_m < DISTRICT_M


def _width_once_known(comparison: Comparison, name: str) -> int:
    """How wide the band together would be if this way of fitting turned out exactly as is likely."""
    sides = (comparison.person, comparison.household)
    return _width(together(*(scored(side.sums(settled=name)) for side in sides)))


def _width(agreement: Agreement | None) -> int:
    return agreement.width if agreement else 0
