"""What a worker is asked about a stay, or a day, that is booked by itself."""

from datetime import datetime, time
from typing import Any

from wtforms.validators import ValidationError

from matching.kinds import Booked
from scheme.clock import local_moment, on_the_clock, today
from scheme.forms import DateField, Form, TimeField

USUALLY = {Booked.STAY: (time(16), time(11)), Booked.DAY: (time(10), time(16))}
"""From when until when, if nobody says otherwise (our judgement)."""

JUMPED_OVER = "The clocks go forward that night, so there is no such time. Please choose another."


class StayForm(Form):
    """From when until when."""

    starts_on = DateField("From which day?", needed="Choose the first day.", earliest=today)
    starts_at = TimeField("From what time?", needed="Say from what time.")
    ends_on = DateField("Until which day?", needed="Choose the last day.")
    ends_at = TimeField("Until what time?", needed="Say until what time.")

    @classmethod
    def for_booking(cls, booked: Booked) -> "StayForm":
        """The form for a stay of several days, or for one day alone."""
        starts_at, ends_at = USUALLY[booked]
        form = cls(data={"starts_at": starts_at, "ends_at": ends_at})
        if booked is Booked.DAY:
            del form.ends_on
            form.starts_on.label.text = "Which day?"
        return form

    def validate_starts_at(self, field: TimeField) -> None:
        refuse_jumped_over(self.starts_on.data, field)

    def validate_ends_at(self, field: TimeField) -> None:
        refuse_jumped_over(self._last_day, field)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """When it starts and ends, by the clock on the wall: a night on which the clocks change is an hour longer or shorter."""
        return (
            local_moment(self.starts_on.data, self.starts_at.data),
            local_moment(self._last_day, self.ends_at.data),
        )

    @property
    def _last_day(self) -> Any:
        return self.ends_on.data if "ends_on" in self else self.starts_on.data


def refuse_jumped_over(day: Any, field: TimeField) -> None:
    """Refuse a time that no clock shows on that day, because the clocks go forward."""
    if day is not None and not on_the_clock(day, field.data):
        raise ValidationError(JUMPED_OVER)
