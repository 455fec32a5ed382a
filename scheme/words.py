"""The base of every list of choices: a stored value, and the words a person reads."""

from enum import StrEnum
from typing import Self


class Words(StrEnum):
    """An enum whose members carry a label to show: ``EARLY = "early", "Up early"``."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def read(cls, value: str | None) -> Self | None:
        """The member with this value; ``None`` for anything else, as when nonsense stands in an address."""
        return next((member for member in cls if member.value == value), None)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Value and label of each member, in order, for a form."""
        return [(member.value, member.label) for member in cls]
