"""Whether everybody who is asked has said yes."""

from matching.lifecycle import Need
from matching.models import Answer, AnswerWord, BestInterests, Question, Side
from matching.needs.matter import Matter
from matching.queries import arrangements, asked


def both_yes(matter: Matter) -> str | None:
    return _sides_say_yes(matter, Question.MEET, Need.BOTH_YES)


def talked_through(matter: Matter) -> str | None:
    return _sides_say_yes(matter, Question.LIVE, Need.TALKED_THROUGH)


def _sides_say_yes(matter: Matter, question: Question, need: Need) -> str | None:
    arrangement = matter.under_way
    answers = {a.side: a for a in arrangements.answers_of(arrangement.id, question) if a.member_id is None}
    decided = asked.best_interests(arrangement.id, question)
    waiting = [side for side in Side if not _says_yes(side, answers.get(side), decided)]
    if not waiting:
        return None
    still = f"{need.label} Still to say yes: {' and '.join(side.label for side in waiting).lower()}."
    return f"{still} {_about(decided)}".strip() if Side.PERSON in waiting else still


def _says_yes(side: Side, own: Answer | None, decided: BestInterests | None) -> bool:
    """Their own yes; for a person who cannot make this decision, one made in their best interests with all it needs."""
    if side is Side.PERSON and decided is not None:
        return decided.counts_beside(own)
    return own is not None and own.answer is AnswerWord.YES


def _about(decided: BestInterests | None) -> str:
    if decided is None:
        return ""
    if decided.decision is AnswerWord.NO:
        return "It was decided that this is not in the person’s best interests."
    return "The person has said no since a decision was made in their best interests: think again about what is right."


def everyone_yes(matter: Matter) -> str | None:
    at_home = asked.everybody_at_home(matter.under_way, matter.household)
    waiting = [one.label for one in at_home if not one.says_yes]
    return f"{Need.EVERYONE_YES.label} Still to say yes: {', '.join(waiting)}." if waiting else None
