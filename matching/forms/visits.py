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


class VisitForm(Form):
    """Planning a visit, and changing what was planned."""

    kind = ChoiceField("What kind of visit?", not_known=None, needed="Choose a kind of visit.")
    day = DateField("Which day?", needed="Choose a day.", why="A visit that has been already may be written down too.")
    hour = TimeField("Starting at what time?", why="Like 3:30pm, or 15:30. Leave it empty for tea time, 4pm.")
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
        when = {"day": local_day(visit.starts_at), "hour": local_time(visit.starts_at)} if visit else {}
        form = cls(obj=visit, data=when)
        rules = KINDS[kind]
        possible = (*rules.possible_visits, visit.kind) if visit else rules.possible_visits
        form.kind.choices = [(one, one.label) for one in dict.fromkeys(possible)]
        form.kind.description = rules.why_no_others
        return form

    def validate_hour(self, field: TimeField) -> None:
        refuse_jumped_over(self.day.data, field)

    @property
    def starts_at(self) -> datetime:
        """When it starts, by the clock on the wall."""
        return local_moment(self.day.data, self.hour.data or TEA_TIME)

    @property
    def particulars(self) -> dict[str, Any]:
        """The answers but for when."""
        return {name: answer for name, answer in self.answers.items() if name not in ("day", "hour")}

    def refuse(self, refusal: Refused, version: int | None = None) -> None:
        """As every form does; a moment somebody else changed is shown at the day."""
        if isinstance(refusal, ChangedMeanwhile) and "starts_at" in refusal.changes:
            refusal.changes["day"] = refusal.changes.pop("starts_at")
        super().refuse(refusal, version)


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
