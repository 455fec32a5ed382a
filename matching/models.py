"""The row that lives through the stages, and everything that happens to it."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from matching.lifecycle import Stage
from scheme.database import SchemeTable, choice, mapped, now
from scheme.encryption import sealed
from scheme.kinds import ArrangementKind
from scheme.words import Words


class WeightsVersion(SchemeTable, table=True):
    """How much each way of fitting counts, as a manager published it. The newest published version is used."""

    __tablename__ = "weights_version"
    __table_args__ = (UniqueConstraint("scheme_id", "number"),)

    number: int
    weights: dict[str, int] = mapped()
    """Criterion name to weight, whole numbers from 0."""
    note: str | None = Field(default=None, max_length=500)
    published_at: datetime = Field(default_factory=now)
    published_by_id: UUID | None = Field(default=None, foreign_key="account.id")


class Arrangement(SchemeTable, table=True):
    """A person and a household, from the proposal to a shared life or an ending. Stages change only through steps."""

    record_kind: ClassVar[str | None] = "arrangement"
    __table_args__ = (UniqueConstraint("scheme_id", "reference"),)

    reference: str = Field(max_length=40)
    version: int = 1
    person_id: UUID = Field(foreign_key="person.id", index=True)
    household_id: UUID = Field(foreign_key="household.id", index=True)
    home_id: UUID | None = Field(default=None, foreign_key="home.id", index=True)
    """The home of this pair: the household's, or in Homeshare the person's."""
    kind: ArrangementKind = choice(ArrangementKind, nullable=False)
    stage: Stage = choice(Stage, default=Stage.PROPOSED, nullable=False, index=True)
    stage_since: datetime = Field(default_factory=now)
    worker_id: UUID = Field(foreign_key="account.id", index=True)
    why: str | None = Field(default=None, max_length=2000)
    """Why the worker puts these two forward, in words both sides may read."""

    proposed_at: datetime = Field(default_factory=now)
    answer_by: date
    weights_version_id: UUID | None = Field(default=None, foreign_key="weights_version.id")
    frozen: dict[str, Any] = mapped()
    """The facts, weights and explanation as they were when it was proposed."""

    place_to_go_back_to: str | None = Field(default=None, max_length=400)
    """Recorded before a trial starts: nobody burns their boats."""
    plan: str | None = Field(default=None, max_length=4000)
    """What was agreed for living together: read by both sides from the trial on."""
    trial_starts_on: date | None = None
    trial_ends_on: date | None = None
    review_on: date | None = None
    agreed_on: date | None = None
    long_term_from: date | None = None
    paused_until: date | None = None
    notice_given_on: date | None = None
    ended_on: date | None = None
    reopened_by_person: bool = False
    reopened_by_household: bool = False
    """After a decline: that side would like to meet again after all."""


class Side(Words):
    """Who is being asked."""

    PERSON = "person", "The person"
    HOUSEHOLD = "household", "The household"


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


class _OfArrangement(SchemeTable):
    """A row that is part of one arrangement."""

    record_kind: ClassVar[str | None] = "arrangement"
    record_field: ClassVar[str] = "arrangement_id"

    arrangement_id: UUID = Field(foreign_key="arrangement.id", index=True)


class Answer(_OfArrangement, table=True):
    """What one side, or one member of the household, answers to meeting; changeable until the next step."""

    __table_args__ = (UniqueConstraint("arrangement_id", "question", "side", "member_id"),)

    question: Question = choice(Question, default=Question.MEET, nullable=False)
    side: Side = choice(Side, nullable=False)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    """Which member of the household; nothing: the side as a whole."""
    answer: AnswerWord = choice(AnswerWord, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    supported_by: str | None = Field(default=None, max_length=400)
    """How somebody was supported to decide: who was there, and what was explained."""
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class VisitKind(Words):
    """Ways of getting to know each other, from a short tea to a weekend."""

    TEA = "tea", "Tea and a chat"
    MEAL = "meal", "A meal together"
    OUTING = "outing", "A trip out"
    OVERNIGHT = "overnight", "Staying one night"
    WEEKEND = "weekend", "Staying a weekend"


STAYING_VISITS = frozenset({VisitKind.OVERNIGHT, VisitKind.WEEKEND})


class VisitState(Words):
    """What became of a visit."""

    PLANNED = "planned", "Planned"
    HAPPENED = "happened", "It happened"
    CALLED_OFF = "called_off", "Called off"


class Visit(_OfArrangement, table=True):
    """A visit: what, when, where and who comes along."""

    kind: VisitKind = choice(VisitKind, nullable=False)
    state: VisitState = choice(VisitState, default=VisitState.PLANNED, nullable=False)
    starts_at: datetime
    ends_at: datetime | None = None
    where: str | None = Field(default=None, max_length=200)
    travel: str | None = Field(default=None, max_length=200)
    who_comes: str | None = Field(default=None, max_length=200)


class Feels(Words):
    """How a visit felt, as five faces."""

    VERY_HAPPY = "very_happy", "Very happy"
    HAPPY = "happy", "Happy"
    NOT_SURE = "not_sure", "Not sure"
    SAD = "sad", "Sad"
    VERY_SAD = "very_sad", "Very sad"


class Feeling(_OfArrangement, table=True):
    """How one visit felt to one side: told to the worker, never to the other side."""

    __table_args__ = (UniqueConstraint("visit_id", "side"),)

    visit_id: UUID = Field(foreign_key="visit.id", index=True)
    side: Side = choice(Side, nullable=False)
    feels: Feels = choice(Feels, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class Stay(_OfArrangement, table=True):
    """Somebody being supported in a home between two moments: what "never more than three at once" counts.

    A trial and a long-term arrangement are one stay without an end; a short break, a day session and an overnight visit
    are stays with both. ``ends_at`` itself is outside the stay.
    """

    __table_args__ = (CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name="ends_after_start"),)

    home_id: UUID = Field(foreign_key="home.id", index=True)
    visit_id: UUID | None = Field(default=None, foreign_key="visit.id", index=True)
    starts_at: datetime
    ends_at: datetime | None = None


class TakenStep(_OfArrangement, table=True):
    """One step taken in an arrangement's life: the dated timeline is these rows."""

    __tablename__ = "taken_step"

    step: str = Field(max_length=40)
    source: Stage | None = choice(Stage)
    target: Stage = choice(Stage, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    reason: str | None = Field(default=None, max_length=80)
    """A kind sentence from a short list, which the other side may hear."""
    words_sealed: bytes | None = None
    words = sealed("words")
    """The private reason: stays at the desk."""


class CheckedEssential(_OfArrangement, table=True):
    """An essential that was not known, checked by a worker: what they found, and how."""

    __tablename__ = "checked_essential"
    __table_args__ = (UniqueConstraint("arrangement_id", "essential"),)

    essential: str = Field(max_length=60)
    met: bool
    words: str = Field(max_length=1000)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class Waiver(_OfArrangement, table=True):
    """A need a manager lets pass for now, with a reason and a last day. Some needs are never waived."""

    need: str = Field(max_length=60)
    reason: str = Field(min_length=1, max_length=1000)
    expires_on: date
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")


class KeepApart(SchemeTable, table=True):
    """A person and a household, or two people, who must not be brought together. Seen only at the desk."""

    __tablename__ = "keep_apart"
    record_kind: ClassVar[str | None] = "person"
    record_field: ClassVar[str] = "person_id"

    person_id: UUID = Field(foreign_key="person.id", index=True)
    household_id: UUID | None = Field(default=None, foreign_key="household.id", index=True)
    other_person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    words_sealed: bytes | None = None
    words = sealed("words")
    written_at: datetime | None = Field(default_factory=now)
    by_id: UUID | None = Field(default=None, foreign_key="account.id")
    """Who wrote it; nothing where it came from elsewhere."""
    taken_back_at: datetime | None = None
    """From then on it holds no more; the row stays."""
    taken_back_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    taken_back_words_sealed: bytes | None = None
    taken_back_words = sealed("taken_back_words")


class SafeguardingHold(_OfArrangement, table=True):
    """A hold that stops every step: who set it, on what basis, and when it is looked at again. Seen only by those who may know."""

    __tablename__ = "safeguarding_hold"

    basis: str = Field(max_length=300)
    review_on: date
    set_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    lifted_at: datetime | None = None


class ToldMark(_OfArrangement, table=True):
    """A worker has told one side that it does not go ahead, or has ended: nobody is left to find out by themselves."""

    __tablename__ = "told_mark"
    __table_args__ = (UniqueConstraint("arrangement_id", "side"),)

    side: Side = choice(Side, nullable=False)
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
