"""What a worker is asked about a safeguarding hold."""

from collections.abc import Sequence
from typing import Any

from matching.models import LegalBasis
from scheme.clock import today
from scheme.forms import ChoiceField, ChoicesField, DateField, Form, WordsField
from scheme.models import Account


class HoldForm(Form):
    """Setting a hold, or looking at it again."""

    basis = ChoiceField("What does it rest on?", choices=LegalBasis, needed="Choose what it rests on.")
    words = WordsField(
        "What is known, and what is being done?",
        why="Kept sealed. Only managers, whoever set it, and whom you name below ever read it.",
        needed="Write down what is known, in a sentence or two.",
        longest=4000,
        rows=5,
    )
    review_on = DateField(
        "When is it looked at again?", why="A hold is never forgotten.", needed="Choose a day.", earliest=today
    )
    readers = ChoicesField(
        "Who else may know?",
        choices=(),
        why="Managers may, and whoever set it. Everybody else reads only: there is a hold, talk to whoever set it.",
    )

    @classmethod
    def naming(cls, workers: Sequence[Account], **data: Any) -> "HoldForm":
        """The form with these workers to name."""
        form = cls(data=data)
        form.readers.choices = [(str(each.id), each.name) for each in workers]
        return form


class LiftHoldForm(Form):
    """Lifting it."""

    words = WordsField(
        "Why is it lifted?", why="Stays with what was written before.", needed="Write down why.", longest=2000, rows=4
    )
