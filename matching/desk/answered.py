"""What everybody who is asked has answered, for the arrangement's page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matching.models import Answer, BestInterests, DecisionSupport, Explained, Question, Side
from matching.queries import arrangements, asked
from matching.queries.accounts import accounts_of_household, accounts_of_person
from matching.queries.arrangements import Pair, question_open
from scheme.ways_of_living import Communication
from scheme.words import Words


@dataclass(frozen=True)
class Asking:
    """What the arrangement's page shows of the answers."""

    question: Question | None
    answers: dict[Side, Answer | None]
    at_home: Sequence[asked.AtHome]
    supports: Sequence[tuple[str, Sequence[DecisionSupport]]]
    """How each of those was supported to decide who was, by what the desk calls them: the person, then who lives there."""
    decided: BestInterests | None
    """Whether somebody decided in the person's best interests, and how."""
    pages: dict[Side, int]
    """How many accounts on each side may answer in pages of their own."""
    formats: Sequence[str]
    """How the person wishes to be asked, in words."""

    @staticmethod
    def formats_of(support: DecisionSupport) -> list[str]:
        """In which ways it was explained, in words."""
        return labels(support.formats, Communication)

    @staticmethod
    def explained_of(support: DecisionSupport) -> list[str]:
        """What was explained, in words."""
        return labels(support.explained, Explained)


def asking(pair: Pair) -> Asking:
    """Everything about who is asked what, and what they said."""
    question = question_open(pair.arrangement)
    about, which = question or Question.MEET, pair.arrangement.id
    at_home = asked.everybody_at_home(pair.arrangement, pair.household) if question is Question.MEET else ()
    deciding = [(pair.person.known_as, None), *((one.label, one.who.id) for one in at_home if one.moved_in)]
    supports = [(name, asked.supports_of(which, about, resident_id)) for name, resident_id in deciding]
    return Asking(
        question,
        {side: arrangements.answer_of(which, about, side) for side in Side},
        at_home,
        [(name, found) for name, found in supports if found],
        asked.best_interests(which, about),
        {Side.PERSON: len(accounts_of_person(pair)), Side.HOUSEHOLD: len(accounts_of_household(pair))},
        labels(pair.person.communication, Communication),
    )


def labels(values: Iterable[str], listed: type[Words]) -> list[str]:
    """Stored values in words: a database gives plain values back."""
    return [member.label for value in values if (member := listed.read(value))]
