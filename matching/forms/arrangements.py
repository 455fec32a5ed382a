"""What a worker is asked about an arrangement."""

from collections.abc import Mapping, Sequence
from typing import Any

from matching.kinds import KINDS, Booked
from matching.lifecycle import Need, Stage, Step
from matching.models import AnswerWord, Arrangement, Feels, WhoDecided
from people.models import PersonState
from scheme.clock import today
from scheme.forms import ChoiceField, DateField, Form, PickField, TextField, WordsField
from scheme.kinds import ArrangementKind

FACES = {
    Feels.VERY_HAPPY: "beaming-face-with-smiling-eyes",
    Feels.HAPPY: "slightly-smiling-face",
    Feels.NOT_SURE: "neutral-face",
    Feels.SAD: "slightly-frowning-face",
    Feels.VERY_SAD: "crying-face",
}
"""The picture beside each feeling; the words stand beside it always."""


EASY_WHY = "One idea a line, ten to fifteen words. It speaks to the person. Empty, they read the plain words, a sentence a line."


class ProposeForm(Form):
    """Putting two forward."""

    kind = ChoiceField(
        "What kind of arrangement?", choices=ArrangementKind, not_known=None, needed="Choose a kind of arrangement."
    )
    why = WordsField(
        "Why might these two get on?",
        why="Both sides read this before names are told, so leave surnames and addresses out of it.",
        longest=2000,
        rows=4,
    )

    wish = ChoiceField(
        "Does this answer what one of them told you?",
        choices=[],
        not_known="No",
        why="Then they hear that it began with them, and the other side does once introductions start.",
    )

    @classmethod
    def answering(cls, kind: ArrangementKind | None, wishes: Sequence[tuple[str, str]]) -> "ProposeForm":
        """The form with the wishes it may answer; without any it does not ask."""
        form = cls(kind=kind)
        form.wish.choices = list(wishes)
        if not wishes:
            del form.wish
        return form


class StepForm(Form):
    """Taking a step: which questions are asked follows from the step."""

    reason = PickField(
        "Reason",
        choices=[],
        why="The other side hears a kind sentence, never your private words.",
        needed="Please choose a reason.",
    )
    words = WordsField("Anything to remember", why="Stays at the desk. Nobody else reads this.", longest=2000, rows=4)
    decided_by = ChoiceField("Whose decision was it?", choices=WhoDecided, not_known="Nobody’s, or not known yet")
    then = ChoiceField(
        "What comes next for the person?",
        choices=[(state, state.label) for state in (PersonState.READY, PersonState.EXPLORING, PersonState.LEFT)],
        not_known="As usual: ready to meet others, unless they still live with somebody",
        why="Not asked of somebody who died: their profile then says that they have left.",
    )
    starts_on = DateField("From which day?")
    ends_on = DateField("Until which day?")

    @classmethod
    def for_step(cls, step: Step, kind: ArrangementKind, **data: Any) -> "StepForm":
        """The form with the questions this step asks for this kind of arrangement, and no others."""
        form = cls(data=data)
        days = DAYS_ASKED.get(step.name, {})
        for name in {"starts_on", "ends_on"} - days.keys() | (set() if step.gives_reason else {"reason"}):
            del form[name]
        for name, why in days.items():
            form[name].description = FIRST_STAY if why is AS_USUAL and KINDS[kind].booked is Booked.STAY else why
        if step.target is not Stage.ENDED:
            del form.decided_by, form.then
        if step.gives_reason:
            form.reason.choices = [(reason.value, reason.label) for reason in step.reasons]
        return form


TODAY = "Leave it empty for today."
AS_USUAL = "Leave it empty for the scheme's usual length."
FIRST_STAY = "The day they go home again."

DAYS_ASKED: Mapping[str, Mapping[str, str]] = {
    "stay_for_now": {"starts_on": TODAY, "ends_on": AS_USUAL},
    "start_trial": {"starts_on": TODAY, "ends_on": AS_USUAL},
    "extend_trial": {"ends_on": "A later day than the one it ends on now."},
    "settle": {"starts_on": TODAY},
    "end_trial": {"ends_on": f"The moving day. {TODAY}"},
    "end": {"ends_on": f"The moving day. {TODAY}"},
}
"""Which days each step asks for, and what an empty one means."""


class AnswerForm(Form):
    """An answer a worker was told, on the telephone or face to face."""

    answer = ChoiceField("What did they say?", choices=AnswerWord, not_known=None, needed="Choose the answer.")
    words = WordsField("In their own words", why="Only you and your colleagues read this.", longest=1000, rows=3)


class FeelingForm(Form):
    """How a visit felt."""

    feels = ChoiceField(
        "How did it feel?", choices=Feels, not_known=None, pictures=FACES, needed="Choose the face that is nearest."
    )
    words = WordsField("Anything else about it?", why="Only your worker reads this.", longest=1000, rows=3)


class PlanForm(Form):
    """What is agreed before and during a trial."""

    place_to_go_back_to = TextField(
        "Where can whoever moves go back to?",
        why="Nobody burns their boats: it is written down before a trial starts.",
        longest=400,
    )
    place_to_go_back_to_easy_read = WordsField(
        "Where they can go back to, in Easy Read", why=EASY_WHY, longest=400, rows=2
    )
    plan = WordsField(
        "What was agreed?",
        why="Both sides read this from the trial on: room, meals, money, visitors, time alone, what to do if it is hard.",
        longest=4000,
        rows=8,
    )
    plan_easy_read = WordsField("The same in Easy Read", why=EASY_WHY, longest=4000, rows=8)

    @classmethod
    def of(cls, arrangement: Arrangement) -> "PlanForm":
        """The form in the words of its kind. Where nobody moves, nobody is asked where they can go back to."""
        form, rules = cls(obj=arrangement), KINDS[arrangement.kind]
        form.plan.label.text = f"What was agreed about {rules.together.lower()}?"
        if not rules.somebody_moves and not arrangement.place_to_go_back_to:
            for name in ABOUT_GOING_BACK:
                del form[name]
        return form

    @property
    def answers(self) -> dict[str, Any]:
        """Every answer; what was not asked is nothing."""
        return dict.fromkeys(ABOUT_GOING_BACK) | super().answers


ABOUT_GOING_BACK = ("place_to_go_back_to", "place_to_go_back_to_easy_read")


class CheckEssentialForm(Form):
    """An essential that was not known, checked."""

    met = ChoiceField(
        "What did you find?",
        choices=[("yes", "It is met"), ("no", "It is not met")],
        not_known=None,
        needed="Choose one.",
    )
    words = WordsField("How did you check?", needed="Write down how you checked.", longest=1000, rows=3)


class WaiveForm(Form):
    """Letting a need pass for now."""

    need = PickField("Which need?", choices=[], needed="Choose a need.")
    reason = WordsField("Why?", needed="Write down why.", longest=1000, rows=3)
    expires_on = DateField("Until when?", needed="Choose the last day.", earliest=today)

    @classmethod
    def for_needs(cls, needs: list[Need]) -> "WaiveForm":
        """The form for these needs."""
        form = cls()
        form.need.choices = [(need.value, need.label) for need in needs]
        return form


class PauseForm(Form):
    """A pause."""

    paused_until = DateField("Paused until", why="Leave it empty to go on again.", earliest=today)
