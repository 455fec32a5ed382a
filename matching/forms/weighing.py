"""How much each way of fitting counts, asked of a manager."""

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.weights import Weights
from scheme.forms import Asked, Form, WholeNumberField, WordsField

NOTE_LENGTH = 500

NEEDED = "Please give this a number. 0 leaves it out of the sum."


def weights_form(weights: Weights, number: int, heaviest: int, note: str = "") -> Form:
    """A whole number for each way of fitting, 0 to ``heaviest``, and why; filled with the version in use.

    A heavier weight published under a higher limit may be kept as it is.
    """
    fields: dict[str, Asked] = {
        criterion.name: WholeNumberField(
            criterion.title,
            why=f"{criterion.question} Usually {criterion.weight}.",
            needed=NEEDED,
            most=max(heaviest, weights.of(criterion.name)),
        )
        for criterion in CRITERIA
    }
    fields["note"] = WordsField(
        "Why this change?",
        why="Whoever reads the history later will thank you. One sentence is enough.",
        needed="Please say in a few words why, so that others can follow.",
        longest=NOTE_LENGTH,
        rows=3,
    )
    made: Form = type("WeightsForm", (Form,), fields)(
        data={name: weights.of(name) for name in fields if name != "note"} | {"version": number, "note": note}
    )
    return made
