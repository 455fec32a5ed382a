"""Somebody introduced to us by anybody: a neighbour, a sister, a social worker, or themselves."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from scheme.database import SchemeTable, choice, now
from scheme.encryption import sealed
from scheme.words import Words


class Agrees(Words):
    """Whether whoever is introduced knows of it: asked before anything else. Without it nothing is kept."""

    AGREES = "agrees", "They know, and they agree"
    MYSELF = "myself", "It is about me"


class EnquiryOutcome(Words):
    """What became of it."""

    PROFILE = "profile", "They have a profile with us now"
    NOT_NOW = "not_now", "Not with us for now"


class Enquiry(SchemeTable, table=True):
    """What somebody told us on the public page. Everything they wrote is sealed, and let go some time after it was answered."""

    version: int = 1
    arrived_at: datetime = Field(default_factory=now, index=True)
    agrees: Agrees = choice(Agrees, nullable=False)

    first_name_sealed: bytes | None = None
    first_name = sealed("first_name")
    enjoys_sealed: bytes | None = None
    enjoys = sealed("enjoys")
    good_at_sealed: bytes | None = None
    good_at = sealed("good_at")
    hopes_sealed: bytes | None = None
    hopes = sealed("hopes")
    reach_them_sealed: bytes | None = None
    reach_them = sealed("reach_them")

    introducer_sealed: bytes | None = None
    introducer = sealed("introducer")
    relation_sealed: bytes | None = None
    relation = sealed("relation")
    email_sealed: bytes | None = None
    email = sealed("email")
    phone_sealed: bytes | None = None
    phone = sealed("phone")

    answered_at: datetime | None = None
    answered_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    outcome: EnquiryOutcome | None = choice(EnquiryOutcome)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)
    words_sealed: bytes | None = None
    words = sealed("words")
    """Why not, for the desk."""
    let_go_at: datetime | None = None
    """From then on nothing of what was written is here any more."""


TOLD = ("first_name", "enjoys", "good_at", "hopes", "reach_them", "introducer", "relation", "email", "phone")
"""What whoever introduced somebody wrote."""
