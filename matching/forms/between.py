"""What a worker is asked about two who did not go ahead, or who must be kept apart."""

from collections.abc import Collection, Mapping

from matching.models import Side
from scheme.forms import ChoicesField, Form, PickField, WordsField


class ReopenForm(Form):
    """Who would like to meet again."""

    sides = ChoicesField(
        "Who would like to meet again?",
        choices=(),
        why="Ask each side by itself. Neither hears from us what the other said.",
    )

    @classmethod
    def for_sides(cls, names: Mapping[Side, str], wished: Collection[Side], version: int) -> "ReopenForm":
        """The form with both sides by name, and who would like to so far."""
        form = cls(data={"sides": sorted(wished), "version": version})
        form.sides.choices = [(side.value, f"{name} would like to meet again") for side, name in names.items()]
        return form


class KeepApartForm(Form):
    """Keeping two apart; ``other`` is asked only where the page is about one of them."""

    other = PickField("From whom?", choices=[], needed="Choose from whom.")
    words = WordsField(
        "Why?",
        why="Read at the desk alone: neither of them ever sees it in their own pages.",
        needed="Write down why.",
        longest=2000,
        rows=4,
    )


class EndKeepApartForm(Form):
    """They need not be kept apart any more."""

    words = WordsField(
        "Why need they not be kept apart any more?",
        why="Stays with what was written before.",
        needed="Write down why.",
        longest=2000,
        rows=4,
    )
