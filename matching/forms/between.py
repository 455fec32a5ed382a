"""What a worker is asked about two who did not go ahead, or who must be kept apart."""

from matching.models import Side
from matching.queries.arrangements import Pair
from scheme.forms import ChoicesField, Form, PickField, WordsField


class ReopenForm(Form):
    """Who would like to meet again."""

    sides = ChoicesField(
        "Who would like to meet again?",
        choices=(),
        why="Ask each side by itself. Neither hears from us what the other said.",
    )

    @classmethod
    def for_pair(cls, pair: Pair, wished: set[Side]) -> "ReopenForm":
        """The form with both sides by name."""
        form = cls(data={"sides": sorted(wished), "version": pair.arrangement.version})
        form.sides.choices = [(side.value, f"{pair.name_of(side)} would like to meet again") for side in Side]
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
