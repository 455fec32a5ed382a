"""Somebody introduced to us by anybody: a neighbour, a sister, a social worker, or themselves."""

from uuid import UUID

from sqlmodel import Field

from scheme.database import choice
from scheme.encryption import sealed
from scheme.told import ToldUs
from scheme.words import Words


class Agrees(Words):
    """Whether whoever is introduced knows of it: asked before anything else. Without it nothing is kept."""

    AGREES = "agrees", "They know, and they agree"
    MYSELF = "myself", "It is about me"


class EnquiryOutcome(Words):
    """What became of it."""

    PROFILE = "profile", "They have a profile with us now"
    NOT_NOW = "not_now", "Not with us for now"


class Enquiry(ToldUs, table=True):
    """What somebody told us on the public page. Everything they wrote is sealed, and let go some time after it was answered."""

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

    outcome: EnquiryOutcome | None = choice(EnquiryOutcome)
    person_id: UUID | None = Field(default=None, foreign_key="person.id", index=True)


TOLD = ("first_name", "enjoys", "good_at", "hopes", "reach_them", "introducer", "relation", "email", "phone")
"""What whoever introduced somebody wrote."""
