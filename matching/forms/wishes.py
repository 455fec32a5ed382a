"""A wish to meet somebody, and what a worker says to it."""

from matching.models import WishKind
from scheme.forms import ChoiceField, Form, WordsField

PICTURES = {
    WishKind.SOMEBODY: "waving-hand",
    WishKind.KNOWN: "people-holding-hands",
    WishKind.AGAIN: "handshake",
}


class WishForm(Form):
    """Telling one's worker."""

    kind = ChoiceField(
        "What would you like?", choices=WishKind, not_known=None, pictures=PICTURES, needed="Choose one of these."
    )
    words = WordsField(
        "Tell us more",
        why="Who is it, or who would you like to meet? Only your worker reads this.",
        longest=1000,
        rows=3,
    )


class ReplyForm(Form):
    """What a worker says to a wish."""

    reply = WordsField(
        "What do you say to them?",
        why="They read this in their own pages, so say it as you would at their kitchen table.",
        needed="Write a few kind words: they wait for them.",
        longest=1000,
        rows=4,
    )
