"""A household's photographs: the rows. The files are kept by ``scheme.photographs``."""

from carers.models import Household
from carers.queries import photographs_of
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Photograph

MOST_PHOTOGRAPHS = 12
"""Photographs one household may have (our judgement: what somebody will look through on a phone)."""


def add_photograph(household: Household, file_name: str, caption: str | None) -> Photograph:
    """Add a photograph whose file has been kept already. Every photograph says in words what is in it."""
    others = photographs_of(household)
    if len(others) >= MOST_PHOTOGRAPHS:
        raise Refused(f"There are {MOST_PHOTOGRAPHS} photographs already. Please take one away first.", "file")
    photograph = Photograph(
        of_kind=str(Household.record_kind),
        of_id=household.id,
        caption=_said(caption),
        file_name=file_name,
        position=max((other.position for other in others), default=0) + 1,
    )
    db.session.add(photograph)
    return photograph


def change_caption(photograph: Photograph, caption: str | None) -> None:
    """Say better what is in the photograph."""
    photograph.caption = _said(caption)


def remove_photograph(photograph: Photograph) -> None:
    """Take a photograph away. Its file goes after this is saved, so that a refusal never loses it."""
    db.session.delete(photograph)


def _said(caption: str | None) -> str:
    if not caption:
        raise Refused(
            "Please say in a few words what is in the photograph. It is read out to those who cannot see it.", "caption"
        )
    return caption
