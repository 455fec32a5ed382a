"""Whether everybody who is asked has said yes."""

from matching.lifecycle import Need
from matching.models import AnswerWord, Question, Side
from matching.needs.matter import Matter
from matching.queries import arrangements


def both_yes(matter: Matter) -> str | None:
    return _sides_say_yes(matter, Question.MEET, Need.BOTH_YES)


def talked_through(matter: Matter) -> str | None:
    return _sides_say_yes(matter, Question.LIVE, Need.TALKED_THROUGH)


def _sides_say_yes(matter: Matter, question: Question, need: Need) -> str | None:
    answers = {a.side: a.answer for a in arrangements.answers_of(matter.under_way.id, question) if a.member_id is None}
    waiting = [side.label for side in Side if answers.get(side) is not AnswerWord.YES]
    return f"{need.label} Still to say yes: {' and '.join(waiting).lower()}." if waiting else None


def everyone_yes(matter: Matter) -> str | None:
    answers = {
        a.member_id: a.answer for a in arrangements.answers_of(matter.under_way.id, Question.MEET) if a.member_id
    }
    members = arrangements.asked_members(matter.household.id)
    waiting = [member.label for member in members if answers.get(member.id) is not AnswerWord.YES]
    return f"{Need.EVERYONE_YES.label} Still to say yes: {', '.join(waiting)}." if waiting else None
