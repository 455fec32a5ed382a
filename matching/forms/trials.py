"""What is asked about trying it out: how it starts, how it is going, what makes it home, and what both said in the end."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from carers.models import Household
from matching.forms.arrangements import EASY_WHY, FACES
from matching.models import Feels, Measure
from scheme.forms import ChoiceField, DateField, Form, PickField, TextField, WordsField


class TrialPlanForm(Form):
    """How it starts, and what happens when it gets too much."""

    who_brings = TextField("Who comes with them on the first day?", why="Both sides read this.", longest=400)
    who_brings_easy_read = WordsField("Who comes with them, in Easy Read", why=EASY_WHY, longest=400, rows=2)
    first_days = WordsField(
        "What do the first days look like?",
        why="Both sides read this: when they come, who is at home, what is planned and what is not.",
        longest=2000,
        rows=4,
    )
    first_days_easy_read = WordsField("The first days in Easy Read", why=EASY_WHY, longest=2000, rows=4)
    backup = WordsField(
        "What happens when it gets too much, or somebody is ill?",
        why="Both sides read this: whom to ring, by day and by night, and where somebody can have a break.",
        longest=2000,
        rows=4,
    )
    backup_easy_read = WordsField("If it gets too much, in Easy Read", why=EASY_WHY, longest=2000, rows=4)
    backup_household_id = PickField(
        "Which household would help with a short break?",
        why="Seen at the desk alone. Only households that offer short breaks are on the list.",
        choices=[],
    )

    @classmethod
    def of(cls, plan: object | None, households: Sequence[Household]) -> "TrialPlanForm":
        """The form for the plan there is, and these households to choose from."""
        form = cls(obj=plan)
        form.backup_household_id.choices = [(str(one.id), f"{one.name}, {one.reference}") for one in households]
        if form.backup_household_id.data is not None:
            form.backup_household_id.data = str(form.backup_household_id.data)
        return form

    @property
    def plan(self) -> dict[str, Any]:
        """The answers, with the household's id."""
        chosen = self.backup_household_id.data
        return self.answers | {"backup_household_id": UUID(chosen) if chosen else None}


def _face(question: str) -> ChoiceField:
    return ChoiceField(question, choices=Feels, pictures=FACES, not_known="Not heard")


class CheckInForm(Form):
    """A check-in: when it is planned, and how it went."""

    due_on = DateField("Which day is it planned for?", needed="Choose a day.")
    held_on = DateField("Which day did you speak?", why="Leave it empty until you have spoken.")
    who_spoke = TextField("Who spoke with whom?", longest=400)
    person_feels = _face("How is it for the person?")
    household_feels = _face("How is it for the household?")
    words = WordsField("How is it going?", why="Read at the desk alone.", longest=4000, rows=5)


class MeetingForm(Form):
    """Deciding together."""

    on = DateField("Which day?", needed="Choose a day.")
    who_came = TextField("Who is there?", longest=400)
    person_said = WordsField("What did the person say?", why="In their own words.", longest=4000, rows=3)
    household_said = WordsField("What did the household say?", why="In their own words.", longest=4000, rows=3)


class MeasureForm(Form):
    """One sentence of the person's own about what makes it home."""

    words = TextField(
        "What makes it home for you?",
        why="A short sentence, like “I sleep well here” or “My friends can come”.",
        needed="Please write a few words.",
        longest=120,
    )


class MeasuresForm(Form):
    """A face for each of the person's sentences."""

    measures: tuple[Measure, ...] = ()

    @classmethod
    def of(cls, measures: Sequence[Measure], said: Mapping[UUID, Feels]) -> "MeasuresForm":
        """The form that asks about these, filled with what was said today."""
        fields: dict[str, Any] = {
            _name(one): ChoiceField(one.words, choices=Feels, pictures=FACES, not_known="Not today") for one in measures
        }
        form: MeasuresForm = type("MeasuresForm", (cls,), fields)(
            data={_name(one): said.get(one.id) for one in measures}
        )
        form.measures = tuple(measures)
        return form

    @property
    def faces(self) -> dict[UUID, Feels]:
        """What was said, by sentence."""
        said = ((one.id, Feels.read(self.answers[_name(one)])) for one in self.measures)
        return {measure_id: feels for measure_id, feels in said if feels}


def _name(measure: Measure) -> str:
    return f"felt_{measure.id.hex}"
