"""“How is it going?”: what each side said, what became better, worse or no different, and what is to change."""

import json
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field

from matching.models.arrangement import OfArrangement, Side
from scheme.database import choice, now
from scheme.encryption import sealed
from scheme.words import Words


class WhyNow(Words):
    """Why it was looked at that day."""

    TIME = "time", "It was time"
    PERSON_ASKED = "person_asked", "The person asked for it"
    HOUSEHOLD_ASKED = "household_asked", "The household asked for it"
    CHANGE = "change", "Something important changed"


class Area(Words):
    """What life is made of, in words of our own; what was not talked about is left out."""

    FRIENDS = "friends", "Seeing friends and making new ones"
    BELONGING = "belonging", "Being part of the home"
    HEALTH = "health", "Health and feeling well"
    DOING = "doing", "Doing things I enjoy"
    CHOICE = "choice", "Deciding things for myself"
    SAFE = "safe", "Feeling safe"
    COMFORT = "comfort", "My room, food and comfort"
    RESPECT = "respect", "Being treated with respect"


class Impact(Words):
    """What living together has done to an area. No difference is an answer of its own."""

    BETTER = "better", "Better"
    SAME = "same", "No different"
    WORSE = "worse", "Worse"


class Review(OfArrangement, table=True):
    """One time of looking together at how it is going."""

    on: date
    why: WhyNow = choice(WhyNow, nullable=False)
    who_was_there: str | None = Field(default=None, max_length=300)
    areas_sealed: bytes | None = None
    areas_text = sealed("areas")
    person_said_sealed: bytes | None = None
    person_said = sealed("person_said")
    household_said_sealed: bytes | None = None
    household_said = sealed("household_said")
    worker_said_sealed: bytes | None = None
    worker_said = sealed("worker_said")
    to_change_sealed: bytes | None = None
    to_change = sealed("to_change")
    """What was agreed to change: both sides read it."""
    next_on: date
    """By when it is looked at again, as it was worked out that day."""
    at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")

    @property
    def areas(self) -> dict[Area, Impact]:
        """What became of each area that was talked about, in the order they are asked."""
        kept = json.loads(self.areas_text or "{}")
        return {area: Impact(kept[area.value]) for area in Area if area.value in kept}  # type: ignore[call-arg]

    @areas.setter
    def areas(self, said: dict[Area, Impact]) -> None:
        self.areas_text = json.dumps({area.value: impact.value for area, impact in said.items()})


class ReviewRequest(OfArrangement, table=True):
    """One side would like to talk about how it is going."""

    __tablename__ = "review_request"

    side: Side = choice(Side, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")
    asked_at: datetime = Field(default_factory=now)
    by_id: UUID = Field(foreign_key="account.id")
    review_id: UUID | None = Field(default=None, foreign_key="review.id")
    """The time it was talked about."""
