"""A time of day, as people write it."""

import re
from datetime import time
from typing import Any

from scheme.forms.text import TextField

WRITTEN = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?", re.ASCII)
MORNING_OR_EVENING = re.compile(r"[1-8](?:[:.h]\d{2})?", re.ASCII)
"""What people write of both halves of a day (our judgement): 5, 7:30. From nine on, and with a nought in front, it is the morning."""

IN_A_WORD = {"noon": time(12), "midday": time(12), "midnight": time(0)}


class TimeField(TextField):
    """A time of day → ``time`` or ``None``: 15:30, 3.30pm, 3pm, 15, noon. Whether 5 is in the morning is asked, not guessed."""

    def __init__(self, label: str | None = None, **options: Any) -> None:
        options.setdefault("why", "Like 3:30pm, or 15:30.")
        super().__init__(label, longest=20, width=10, **options)

    @property
    def typed(self) -> str:
        """What was typed, or a time that is kept as 15:30."""
        if not self.raw_data and isinstance(self.data, time):
            return f"{self.data:%H:%M}"
        return super().typed

    def understood(self, text: str) -> time:
        plain = text.lower().replace(" ", "").rstrip(".").replace("a.m", "am").replace("p.m", "pm")
        if plain in IN_A_WORD:
            return IN_A_WORD[plain]
        written = WRITTEN.fullmatch(plain)
        if MORNING_OR_EVENING.fullmatch(plain):
            raise ValueError(self.gettext("Please write %sam or %spm, so that nobody has to guess.") % (plain, plain))
        hour, half = (int(written[1]), written[3]) if written else (99, None)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 99
        try:
            return time(hour, int(written[2] or 0) if written else 0)
        except ValueError:
            raise ValueError(self.gettext("Please write a time like 3:30pm or 15:30.")) from None
