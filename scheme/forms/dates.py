"""A date, as day, month and year."""

from datetime import date
from typing import Any

from scheme.forms.base import Asked

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years somebody may mean (our judgement): outside them it is a slip of the finger."""


class DateField(Asked):
    """A date in three boxes → ``date`` or ``None``. The month may be a number or its name.

    ``earliest`` and ``latest`` bound it; give callables for what depends on today.
    """

    component = "date-input"
    macro = "govukDateInput"
    parts = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))

    def __init__(self, label: str | None = None, *, earliest: Any = None, latest: Any = None, **options: Any) -> None:
        super().__init__(label, **options)
        self.earliest = earliest
        self.latest = latest

    @property
    def first_input_id(self) -> str:
        return f"{self.id}-day"

    @property
    def typed(self) -> list[str]:
        """What the three boxes show."""
        if self.raw_data:
            sent = [str(part).replace("\0", "") for part in self.raw_data[:3]]
            return sent + [""] * (3 - len(sent))
        return [str(self.data.day), str(self.data.month), str(self.data.year)] if self.data else ["", "", ""]

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        self.data = None
        day, month, year = (part.strip().lower() for part in self.typed)
        if day or month or year:
            self.data = self._within(self._understood(day, month, year))

    def _understood(self, day: str, month: str, year: str) -> date:
        missing = [name for name, part in (("day", day), ("month", month), ("year", year)) if not part]
        if missing:
            raise ValueError(
                self.gettext("Please add the {part}.").format(part=self.gettext(" and the ".join(missing)))
            )
        if len(year) == 2 and year.isdigit():
            raise ValueError(self.gettext("Please write the year in full, like 1985."))
        try:
            understood = date(int(year), self._month(month), int(day))
        except (ValueError, OverflowError):
            raise ValueError(self.gettext("There is no such date. Please check the day and the month.")) from None
        if not FIRST_YEAR <= understood.year <= LAST_YEAR:
            raise ValueError(self.gettext("Please check the year."))
        return understood

    @staticmethod
    def _month(written: str) -> int:
        named = [number for number, name in enumerate(MONTHS, 1) if len(written) >= 3 and name.startswith(written)]
        return named[0] if named else int(written)

    def _within(self, understood: date) -> date:
        earliest = self.earliest() if callable(self.earliest) else self.earliest
        latest = self.latest() if callable(self.latest) else self.latest
        if earliest and understood < earliest:
            raise ValueError(self.gettext("Please give a date from {day} on.").format(day=in_words(earliest)))
        if latest and understood > latest:
            raise ValueError(self.gettext("Please give a date up to {day}.").format(day=in_words(latest)))
        return understood

    def params(self) -> dict[str, Any]:
        boxes = [
            {
                "id": f"{self.id}-{part}",
                "name": self.name,
                "label": self.gettext(label),
                "value": shown,
                "classes": f"govuk-input--width-{width}" + (" govuk-input--error" if self.errors else ""),
                # The month may be written as a word, so its box asks for no number pad.
                "inputmode": "text" if part == "month" else "numeric",
            }
            for (part, label, width), shown in zip(self.parts, self.typed, strict=True)
        ]
        return super().params() | {"fieldset": self.legend, "items": boxes}


def in_words(day: date) -> str:
    """``3 March 2026``."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
