"""What a worker is asked about a visit."""

from datetime import datetime, time
from typing import Any

from matching.forms.stays import refuse_jumped_over
from matching.kinds import KINDS
from matching.models import CallOffReason, Visit, VisitPlace
from scheme.clock import local_day, local_moment, local_time, today
from scheme.errors import ChangedMeanwhile, Refused
from scheme.forms import ChoiceField, DateField, Form, PickField, TextField, TimeField, WordsField
from scheme.kinds import ArrangementKind

TEA_TIME = time(16)
"""When a visit starts if nobody said (our judgement)."""


EVERYBODY_SLEEPS = (time(22), time(7))
"""From when until when a visit that begins is more likely a slip between morning and afternoon (our judgement)."""


class VisitForm(Form):
    """Planning a visit, and changing what was planned."""

    kind = ChoiceField("What kind of visit?", not_known=None, needed="Choose a kind of visit.")
    day = DateField("Which day?", needed="Choose a day.", why="A visit that has been already may be written down too.")
    hour = TimeField("Starting at what time?", why="Like 3:30pm, or 15:30. Leave it empty for tea time, 4pm.")
    at_night = ChoiceField(
        "Does it begin in the night?", choices=[("yes", "Yes, at that time")], not_known=None, once_refused=True
    )
    place = ChoiceField("Whose home is it in?", choices=VisitPlace)
    where = TextField(
        "Where?", why="Both sides see this, so keep the address off it: “at their house” is enough.", longest=200
    )
    travel = TextField("How do they get there?", longest=200)
    who_comes = TextField("Who comes along?", longest=200)

    @classmethod
    def of(cls, kind: ArrangementKind, visit: Visit | None = None) -> "VisitForm":
        """The form for a kind of arrangement, with the visits that suit it first; or for a visit that is planned already.

        A visit planned in another time keeps the kind it has: whether it may be moved is for the action to say.
        """
        form = cls(obj=visit, data=_when(visit) if visit else {})
        rules = KINDS[kind]
        possible = (*rules.possible_visits, visit.kind) if visit else rules.possible_visits
        form.kind.choices = [(one, one.label) for one in dict.fromkeys(possible)]
        form.kind.description = rules.why_no_others
        return form

    def validate_hour(self, field: TimeField) -> None:
        refuse_jumped_over(self.day.data, field)

    def validate(self, extra_validators: Any = None) -> bool:
        """A visit that begins while everybody sleeps is asked about, once."""
        fine = bool(super().validate(extra_validators))
        hour = self.hour.data
        if hour is None or self.hour.errors or self.at_night.data or not in_the_night(hour):
            return fine
        self.at_night.errors = [*self.at_night.errors, DID_YOU_MEAN.format(hour=_said(hour), other=_said(_other(hour)))]
        return False

    @property
    def starts_at(self) -> datetime:
        """When it starts, by the clock on the wall."""
        return local_moment(self.day.data, self.hour.data or TEA_TIME)

    @property
    def particulars(self) -> dict[str, Any]:
        """The answers but for when."""
        return {name: answer for name, answer in self.answers.items() if name not in ("day", "hour", "at_night")}

    def refuse(self, refusal: Refused, version: int | None = None) -> None:
        """As every form does; a moment somebody else changed is shown at the day."""
        if isinstance(refusal, ChangedMeanwhile) and "starts_at" in refusal.changes:
            refusal.changes["day"] = refusal.changes.pop("starts_at")
        super().refuse(refusal, version)


DID_YOU_MEAN = "This says {hour}, in the night. Did you mean {other}? Then change the time. If not, say so here."


def in_the_night(hour: time) -> bool:
    """Whether most people are asleep then."""
    falls, wakes = EVERYBODY_SLEEPS
    return hour >= falls or hour < wakes


def _when(visit: Visit) -> dict[str, Any]:
    hour = local_time(visit.starts_at)
    return {"day": local_day(visit.starts_at), "hour": hour, "at_night": "yes" if in_the_night(hour) else None}


def _other(hour: time) -> time:
    """The same on the clock, in the other half of the day."""
    return hour.replace(hour=(hour.hour + 12) % 24)


def _said(hour: time) -> str:
    return "midnight" if hour == time() else "noon" if hour == time(12) else f"{hour:%-I:%M%p}".lower()


class CallOffForm(Form):
    """Calling a visit off."""

    because = PickField(
        "What do both sides hear?",
        choices=CallOffReason.choices(),
        why="A kind sentence. They read it beside the visit, and are told that something was called off.",
        needed="Please choose what they hear.",
    )


class TalkedForm(Form):
    """Having talked about how a visit felt."""

    on = DateField("When did you talk?", needed="Choose a day.", latest=today)
    words = WordsField(
        "Who talked, and what came of it?",
        why="Stays at the desk. Nobody else reads this.",
        needed="Write down who talked, and what came of it.",
        longest=2000,
        rows=4,
    )
