"""A form about a person, in two wordings: a worker's, and the person's own."""

from collections.abc import Mapping
from typing import Any, ClassVar

from scheme.forms import Asked, ChoiceField, Form

NOT_SURE = "I am not sure"
"""How a person says that something is not known yet."""


class ProfileForm(Form):
    """A few questions of a profile. ``easy`` maps a question to its wording and reason in the person's own pages."""

    easy: ClassVar[Mapping[str, tuple[str, str]]] = {}

    def __init__(self, *args: Any, easy: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if easy:
            for question in self.questions:
                self._say_easily(question)

    def _say_easily(self, question: Asked) -> None:
        if question.short_name in self.easy:
            question.label.text, question.description = self.easy[question.short_name]
        if isinstance(question, ChoiceField) and question.not_known:
            question.not_known = NOT_SURE
