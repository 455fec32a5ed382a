"""What a worker is asked in somebody's crisis: little, and what people nearby can do first."""

from matching.models import HelpFrom
from scheme.clock import today
from scheme.forms import ChoiceField, DateField, Form, TextField, WordsField


class SpokeForm(Form):
    """A contact today."""

    words = WordsField("What did you talk about?", why="A word or two is enough, or none.", longest=2000, rows=2)


class CrisisPlanForm(Form):
    """The plan itself."""

    hope = WordsField(
        "What would make the biggest difference now?",
        why="In their words as far as may be. They read this plan in their own pages.",
        needed="Write down what would make the biggest difference.",
        longest=1000,
        rows=3,
    )
    review_on = DateField(
        "When do you look at it together again?", earliest=today, needed="Choose a day.", why="Soon: within two weeks."
    )


class CrisisStepForm(Form):
    """One thing that happens next."""

    help_from = ChoiceField(
        "Who could help with it?",
        choices=HelpFrom,
        needed="Choose who could help.",
        why="Look at the nearest first. A service comes last.",
    )
    what = TextField("What happens?", needed="Write down what happens.", longest=200, why="In one short sentence.")
    who = TextField("Who does it?", needed="Write down who does it.", longest=80, why="A name.")
    by_day = DateField("By when?", earliest=today, needed="Choose a day.")


class CloseCrisisPlanForm(Form):
    """The end of it."""

    what_helped = WordsField(
        "What helped?", why="So that it is known next time.", needed="Write down what helped.", longest=2000, rows=4
    )
