"""The sections of a profile that are the desk's alone, and a worker's note of a conversation."""

from typing import Any

from carers.models import HouseholdState
from scheme.clock import today
from scheme.forms import (
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    PostcodeField,
    WholeNumberField,
    WordsField,
)
from scheme.kinds import ArrangementKind
from scheme.models import WhichConversation


class WhereForm(Form):
    """Where the home is: the desk's alone."""

    address = WordsField(
        "Address", longest=400, rows=3, why="Kept sealed. It is told to named people once a visit is booked."
    )
    postcode = PostcodeField(
        "Postcode",
        why="We keep only a two kilometre square of the map for matching. The first half is enough to begin with.",
    )


class StateForm(Form):
    """Where a household stands."""

    state = ChoiceField(
        "Where are they with offering a place?",
        choices=HouseholdState,
        needed="Please choose one.",
        why="Only households that are offering are put forward.",
    )
    paused_until = DateField("If they are taking a break, until when?", earliest=today, why="We ask again on that day.")


class SupportedForm(Form):
    """People who are supported in the home already, whoever arranged it."""

    living_there = WholeNumberField(
        "How many people are supported there already, apart from arrangements kept in Alongside?",
        most=20,
        unit="people",
        why="Never more than three people are supported in one home. Leave empty when nobody has said: that is not the same as none.",
    )


class NotesForm(Form):
    """The desk's own notes."""

    notes = WordsField(
        "Notes",
        longest=20_000,
        rows=12,
        why="Kept sealed and seen only at the desk. Write as if the household were reading over your shoulder.",
    )


class ApprovalForm(Form):
    """What the panel decided."""

    panel_on = DateField("When did the panel approve them?", why="Without a current approval nobody may come to stay.")
    approved_kinds = ChoicesField(
        "Which kinds are they approved for?", why="Leave empty when it is for everything they offer."
    )
    approval_conditions = WordsField("Conditions", longest=1000, rows=3, why="In the panel's words.")
    approval_review_on = DateField("Next review", why="We remind you before it is due.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.approved_kinds.choices = [
            (kind.value, kind.label) for kind in ArrangementKind if kind is not ArrangementKind.HOMESHARE
        ]


class ConversationForm(Form):
    """A worker spoke with them."""

    on = DateField("Which day did you speak?", latest=today, why="Leave empty for today.")
    which = ChoiceField(
        "Which conversation was it?",
        choices=WhichConversation,
        not_known=None,
        why="Most are listening and connecting.",
    )
    words = WordsField("What was said?", longest=4000, why="Kept sealed and seen only at the desk.")
