"""Writing a message, and what came of a report."""

from collections.abc import Mapping, Sequence

from matching.models import Audience
from scheme.forms import ChoiceField, Form, WordsField

LONGEST = 2000
"""The longest a message may be, in characters (our judgement: half a page)."""


class MessageForm(Form):
    """A message; to whom is asked where there is a choice."""

    audience = ChoiceField("Who is it for?", choices=[], not_known=None, needed="Choose who it is for.")
    words = WordsField("Your message", needed="Write a few words first.", longest=LONGEST, rows=4)

    @classmethod
    def to_one_of(
        cls, choices: Sequence[tuple[str, str]], pictures: Mapping[Audience, str] | None = None
    ) -> "MessageForm":
        """The form with these to choose from; the only one there is needs no choosing."""
        form = cls()
        form.audience.choices, form.audience.pictures = (
            list(choices),
            {one.value: name for one, name in (pictures or {}).items()},
        )
        if len(choices) < 2:
            del form.audience
        return form


class LookedForm(Form):
    """What came of a report."""

    done = WordsField("What came of it?", needed="Write down what came of it.", longest=LONGEST, rows=3)
