"""What both sides, and everybody in the household, answer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed
from scheme.words import Words


class AnswerWord(Words):
    """The four answers (DESIGN §6)."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_SURE = "not_sure", "Not sure"
    TALK = "talk", "Talk to someone"


class Question(Words):
    """What is being asked: first about meeting, then, once they have tried it out, about sharing a life."""

    MEET = "meet", "Would you like to meet?"
    LIVE = "live", "Would you like to go on?"


class Answer(OfArrangement, table=True):
    """What one side, or one member of the household, answers to meeting; changeable until the next step."""

    __table_args__ = (UniqueConstraint("arrangement_id", "question", "side", "member_id"),)

    question: Question = choice(Question, default=Question.MEET, nullable=False)
    side: Side = choice(Side, nullable=False)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    """Which member of the household; nothing: the side as a whole."""
    answer: AnswerWord = choice(AnswerWord, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
