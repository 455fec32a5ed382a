"""What is asked about money: what is paid for, and a scheme's own care fee bands."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, cast

from matching.agreements.costs import MOST_PENCE, Amount, Cost, Payer, Per
from scheme.forms import Asked, Form, MoneyField, PickField, TextField, WordsField

BANDS_AT_MOST = 8
"""As many bands as a scheme writes down (our judgement: those seen have four)."""


class BandLike(Protocol):
    """One of the scheme's bands: its name, amount, and for how long that is."""

    @property
    def name(self) -> str: ...
    @property
    def pence(self) -> int: ...
    @property
    def per(self) -> Per: ...


class CostsForm(Form):
    """What is paid for: an amount, for how long, and who pays; and for care perhaps one of the scheme's bands."""

    @classmethod
    def asking(cls, costs: Sequence[Cost], amounts: Sequence[Amount], bands: Sequence[BandLike]) -> "CostsForm":
        """The form with these questions, filled with what is written down."""
        now = {amount.what: amount for amount in amounts}
        fields: dict[str, Asked] = {}
        filled: dict[str, Any] = {}
        for cost in costs:
            if cost is Cost.CARE and bands:
                choices = [
                    (band.name, f"{band.name}: {Amount(cost, band.pence, band.per, None).words}") for band in bands
                ]
                fields[f"{cost}_band"] = PickField(
                    "Which of the scheme’s bands?", choices=choices, nothing="None: another amount"
                )
            fields[f"{cost}_pence"] = MoneyField("How much?", most=MOST_PENCE)
            fields[f"{cost}_per"] = PickField("For how long?", choices=Per, nothing="Choose")
            fields[f"{cost}_payer"] = PickField("Who pays?", choices=Payer, nothing="Choose")
            if amount := now.get(cost):
                band = amount.band if any(each.name == amount.band for each in bands) else None
                filled |= {
                    f"{cost}_band": band, f"{cost}_pence": amount.pence, f"{cost}_per": amount.per.value,
                    f"{cost}_payer": amount.payer.value if amount.payer else None,
                }  # fmt: skip
        made = type("CostsForm", (cls,), fields)(data=filled)
        made.costs, made.bands = tuple(costs), {band.name: band for band in bands}
        return cast(CostsForm, made)

    costs: tuple[Cost, ...]
    bands: Mapping[str, BandLike]

    def of(self, cost: Cost) -> list[Asked]:
        """The questions about one thing."""
        return [self[name] for name in (f"{cost}_{each}" for each in ("band", "pence", "per", "payer")) if name in self]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each amount says for how long it is and who pays; a band brings its own amount."""
        fine: bool = super().validate(extra_validators)
        for cost in self.costs:
            pence, per, payer = (self[f"{cost}_{each}"] for each in ("pence", "per", "payer"))
            banded = self._band(cost) is not None
            if pence.errors or (pence.data is None and not banded):
                continue
            if not banded and per.data is None:
                per.errors, fine = [*per.errors, f"{cost.label}: please say for how long this is."], False
            if payer.data is None:
                payer.errors, fine = [*payer.errors, f"{cost.label}: please say who pays."], False
        return fine

    def _band(self, cost: Cost) -> BandLike | None:
        return self.bands.get(self[f"{cost}_band"].data or "") if f"{cost}_band" in self else None

    @property
    def amounts(self) -> dict[Cost, Amount | None]:
        """What was answered; nothing for what is not paid for."""
        return {cost: self._amount(cost) for cost in self.costs}

    def _amount(self, cost: Cost) -> Amount | None:
        band, payer = self._band(cost), self[f"{cost}_payer"].data
        if band:
            return Amount(cost, band.pence, band.per, payer, band.name)
        pence = self[f"{cost}_pence"].data
        return None if pence is None else Amount(cost, pence, self[f"{cost}_per"].data, payer)


class BandsForm(Form):
    """The scheme's care fee bands."""

    note: WordsField

    @classmethod
    def filled(cls, bands: Sequence[BandLike], number: int) -> "BandsForm":
        """The form with a line for each band there may be."""
        fields: dict[str, Asked] = {}
        now: dict[str, Any] = {"version": number}
        for place in range(BANDS_AT_MOST):
            fields[f"name_{place}"] = TextField(f"Band {place + 1}", longest=60, width=20)
            fields[f"pence_{place}"] = MoneyField("How much?", most=MOST_PENCE)
            fields[f"per_{place}"] = PickField("For how long?", choices=Per, nothing="Choose")
            if place < len(bands):
                band = bands[place]
                now |= {f"name_{place}": band.name, f"pence_{place}": band.pence, f"per_{place}": band.per.value}
        fields["note"] = WordsField(
            "Why this change?",
            why="Such as “From April, as the council decided”. Whoever reads the history later will thank you.",
            needed="Please say in a few words why, so that others can follow.",
            longest=500,
            rows=2,
        )
        return cast(BandsForm, type("BandsForm", (cls,), fields)(data=now))

    @property
    def places(self) -> list[list[Asked]]:
        """The questions of each line."""
        return [[self[f"{each}_{place}"] for each in ("name", "pence", "per")] for place in range(BANDS_AT_MOST)]

    @property
    def lines(self) -> list[tuple[str, int, Per]]:
        """Name, amount and for how long of each band that was written down."""
        return [
            (name.data, pence.data, per.data)
            for name, pence, per in self.places
            if name.data and pence.data is not None and per.data
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """A line is whole or empty."""
        fine: bool = super().validate(extra_validators)
        for name, pence, per in self.places:
            given = [field.data is not None for field in (name, pence, per)]
            if any(given) and not all(given) and not (pence.errors or per.errors):
                name.errors, fine = (
                    [*name.errors, "Please give this band a name, an amount, and for how long it is."],
                    False,
                )
        return fine
