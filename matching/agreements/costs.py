"""What living together costs, in whole pence, and in words. Shown, agreed and signed; never part of any score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scheme.words import Words

MOST_PENCE = 1_000_000
"""Ten thousand pounds: above any weekly amount there is, so that a slipped point is noticed (our judgement)."""


class Cost(Words):
    """What is paid for."""

    RENT = "rent", "Rent for the room"
    BILLS = "bills", "Food and bills"
    CARE = "care", "Care and support"
    PERSONS_FEE = "persons_fee", "What the householder pays the scheme"
    SHARERS_FEE = "sharers_fee", "What the homesharer pays the scheme"


class Per(Words):
    """For how long an amount is."""

    WEEK = "week", "a week"
    NIGHT = "night", "a night"
    SESSION = "session", "a session"
    MONTH = "month", "a month"
    ONCE = "once", "once"


class Payer(Words):
    """Who pays."""

    PERSON = "person", "The person"
    HOUSING_BENEFIT = "housing_benefit", "Housing Benefit or Universal Credit"
    COUNCIL = "council", "The council"
    HEALTH = "health", "The health service"
    HOUSEHOLD = "household", "The household"
    SOMEBODY_ELSE = "somebody_else", "Somebody else"


SHARED_LIVES_COSTS = (Cost.RENT, Cost.BILLS, Cost.CARE)
HOMESHARE_COSTS = (Cost.BILLS, Cost.PERSONS_FEE, Cost.SHARERS_FEE)

PICTURES: Mapping[Cost, str] = {
    Cost.RENT: "house",
    Cost.BILLS: "pot-of-food",
    Cost.CARE: "handshake",
    Cost.PERSONS_FEE: "envelope",
    Cost.SHARERS_FEE: "envelope",
}


@dataclass(frozen=True)
class Amount:
    """One thing that is paid for: how much, for how long, and by whom."""

    what: Cost
    pence: int
    per: Per
    payer: Payer | None
    """Nothing: whoever reads this is not told (``matching/disclosure.py``)."""
    band: str | None = None

    @property
    def picture(self) -> str:
        """A picture to stand beside it."""
        return PICTURES[self.what]

    @property
    def words(self) -> str:
        """``£85.40 a week``."""
        return f"{pounds(self.pence)} {self.per.label}"

    @property
    def plain(self) -> str:
        """One line of an agreement."""
        band = f" ({self.band})" if self.band else ""
        who = f" Paid by: {self.payer.label}." if self.payer else ""
        return f"{self.what.label}{band}: {self.words}.{who}"

    @property
    def easy_read(self) -> str:
        """The same in Easy Read, to the person."""
        return "\n".join(filter(None, [f"{self.what.label}: {self.words}.", self.who_pays]))

    @property
    def who_pays(self) -> str:
        """Who pays, to the person; nothing for whoever is not told."""
        if self.payer is None:
            return ""
        return "You pay this." if self.payer is Payer.PERSON else f"{self.payer.label} pays this."


def pounds(pence: int) -> str:
    """``£1,234.05``."""
    return f"£{pence // 100:,}.{pence % 100:02}"


def weekly(amounts: Sequence[Amount]) -> int | None:
    """What the amounts that are by the week come to in pence; nothing where there are none."""
    by_week = [amount.pence for amount in amounts if amount.per is Per.WEEK]
    return sum(by_week) if by_week else None
