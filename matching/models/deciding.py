"""How a person was supported to decide, who lives there already and was asked, and a decision in somebody's best interests."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from matching.models.answers import Answer, AnswerWord, Question
from matching.models.arrangement import OfArrangement
from people.models import Authority
from scheme.database import choice, chosen, now
from scheme.encryption import sealed
from scheme.ways_of_living import Communication
from scheme.words import Words


class Explained(Words):
    """What there is to know before deciding: what the law calls the relevant information, in everyday words."""

    WHERE = "where", "Where it is"
    WHO_WITH = "who_with", "Who they would be with"
    FAMILY = "family", "Seeing family and friends"
    DAYS = "days", "What they would do"
    COST = "cost", "What it costs"
    CARE = "care", "The care and support there"


class DecisionSupport(OfArrangement, table=True):
    """How somebody was helped to decide, and what they said then. An answer given alone needs none of it."""

    __tablename__ = "decision_support"

    resident_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    """Who lives there already and was helped to say whether somebody may come; nothing: the person it is about."""
    question: Question = choice(Question, default=Question.MEET, nullable=False)
    answer: AnswerWord | None = choice(AnswerWord)
    """What the person said with this support; a later answer does not change it."""
    on: date
    who: str = Field(min_length=1, max_length=400)
    """Who supported them, in words: a name and who that is to the person."""
    how_sealed: bytes | None = None
    how = sealed("how")
    formats: list[Communication] = chosen()
    explained: list[Explained] = chosen()
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class ResidentAnswer(OfArrangement, table=True):
    """What somebody says who lives in the home through another arrangement: a row of its own, because they are no member."""

    __tablename__ = "resident_answer"
    __table_args__ = (UniqueConstraint("arrangement_id", "person_id"),)

    person_id: UUID = Field(foreign_key="person.id", index=True)
    answer: AnswerWord = choice(AnswerWord, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class DecisionMaker(Words):
    """Who may decide for somebody who cannot make this decision. An advocate is heard and does not decide (MCA 2005)."""

    ATTORNEY = Authority.ATTORNEY.value, Authority.ATTORNEY.label
    DEPUTY = Authority.DEPUTY.value, Authority.DEPUTY.label
    COURT = "court", "The Court of Protection"
    MEETING = "meeting", "The council or health service, after a best interests meeting"


class BestInterests(OfArrangement, table=True):
    """A decision in the person's best interests, because they cannot make this one: never the default, never without evidence.

    The newest that was not taken back stands. The person's own answer stays theirs, and is shown first.
    """

    __tablename__ = "best_interests"

    question: Question = choice(Question, default=Question.MEET, nullable=False)
    decision: AnswerWord = choice(AnswerWord, nullable=False)
    """Yes or no, nothing between."""
    maker: DecisionMaker = choice(DecisionMaker, nullable=False)
    decided_by: str = Field(min_length=1, max_length=200)
    authority_seen: str = Field(min_length=1, max_length=400)
    """How their authority was seen: the order, the registration, the minutes."""
    decided_on: date
    capacity_sealed: bytes | None = None
    capacity = sealed("capacity")
    """Who found that they cannot make this decision, when, how, and what help was tried first."""
    wishes_sealed: bytes | None = None
    wishes = sealed("wishes")
    """What the person themself wishes and feels."""
    consulted_sealed: bytes | None = None
    consulted = sealed("consulted")
    less_restrictive_sealed: bytes | None = None
    less_restrictive = sealed("less_restrictive")
    """Which choices that leave them freer were looked at, and why not those."""
    about_their_no_sealed: bytes | None = None
    about_their_no = sealed("about_their_no")
    """Why it is right although the person says no; compulsory where they do."""
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    taken_back_at: datetime | None = None
    taken_back_by_id: UUID | None = Field(default=None, foreign_key="account.id")

    def counts_beside(self, own: Answer | None) -> bool:
        """Whether it stands for the person's yes: never past a no that was not thought about when it was made."""
        if self.decision is not AnswerWord.YES:
            return False
        return self.says_why_beside(own)

    def says_why_beside(self, own: Answer | None) -> bool:
        """Whether the person said no and this says why it goes ahead; or they said no such thing."""
        if own is None or own.answer is not AnswerWord.NO:
            return True
        return bool(self.about_their_no) and own.at <= self.at
