"""What is asked about an agreement: what goes into it, its words, and how somebody signed."""

from collections.abc import Sequence

from matching.agreements.filling import Said
from matching.agreements.kinds import AgreedHow, SignedBy
from scheme.clock import today
from scheme.forms import ChoiceField, ChoicesField, DateField, Form, PaperField, TextField, WordsField

LONGEST_PART = 4000
HOW_PICTURES = {
    AgreedHow.WORDS: "speech-balloon",
    AgreedHow.SIGN: "raised-hand",
    AgreedHow.PICTURE: "framed-picture",
    AgreedHow.ANOTHER_WAY: "light-bulb",
}

PLAIN = "In plain words"
EASY_READ = "In Easy Read"
EASY_WHY = "One idea a line, ten to fifteen words. It speaks to the person."


class DetailsForm(Form):
    """What goes into the agreement and stands nowhere else."""

    room = TextField(
        "Which room is it?",
        why="So that it is plain which room is theirs, such as “the back bedroom on the first floor, with its own key”.",
        longest=400,
    )
    independent = TextField(
        "Who is independent, and how are they reached?",
        why="Somebody who belongs to neither side. Agreements in Wales name one. Leave it empty and the part is left out.",
        longest=300,
    )


class PartForm(Form):
    """One part written differently for these two."""

    plain = WordsField(PLAIN, longest=LONGEST_PART, rows=6)
    easy_read = WordsField(EASY_READ, why=EASY_WHY, longest=LONGEST_PART, rows=6)

    @property
    def said(self) -> Said:
        """Both registers."""
        return Said(self.plain.data or "", self.easy_read.data or "")


class WordingForm(PartForm):
    """One part in the scheme's own words."""

    note = WordsField(
        "Why this change?",
        why="Whoever reads the history later will thank you. One sentence is enough.",
        needed="Please say in a few words why, so that others can follow.",
        longest=500,
        rows=2,
    )


class TypedForm(Form):
    """Signing by typing a name."""

    name = TextField("Type your name", needed="Please type your name.", longest=120, autocomplete="name")


class SeenForm(Form):
    """Somebody saw them agree."""

    how = ChoiceField(
        "How did they agree?", choices=AgreedHow, pictures=HOW_PICTURES, needed="Please choose how they agreed."
    )
    who_saw = TextField(
        "Who saw it?", why="You, or somebody who was there.", needed="Please say who saw it.", longest=200
    )
    words = WordsField("What was it like?", why="What was explained, and what they did or said.", longest=1000, rows=3)


class PaperForm(Form):
    """A page signed on paper."""

    file = PaperField(
        "The signed page",
        why="A photograph or a scan of it, or a PDF.",
        needed="Please choose the photograph or the PDF of the signed page.",
    )
    on = DateField("When was it signed?", why="Leave it empty for today.", latest=today)
    also = ChoicesField("Who else signed on the same sheet?", why="It is kept once and stands for all of them.")

    def ask_who_else(self, others: Sequence[tuple[str, str]]) -> None:
        """Ask about whoever has still to sign; when there is nobody else, nothing is asked."""
        if others:
            self.also.choices = others
        else:
            del self.also


class ForThemForm(Form):
    """Somebody with the authority to signs for them."""

    name = TextField("Who signs for them?", needed="Please say who signs for them.", longest=120)
    words = WordsField(
        "On which authority, and why can they not sign themselves?",
        why="Such as a deputy for property, or an attorney; what was tried; how it is in their best interests.",
        needed="Please write down the authority, and why.",
        longest=1000,
        rows=4,
    )
    on = DateField("When was it signed?", why="Leave it empty for today.", latest=today)


FORM_OF = {
    SignedBy.TYPED: TypedForm,
    SignedBy.WITNESSED: SeenForm,
    SignedBy.PAPER: PaperForm,
    SignedBy.FOR_THEM: ForThemForm,
}
"""What is asked for each way of signing."""
