"""What is asked about an ending: notice, the move, and looking back. The last two are asked of people themselves, too."""

from matching.models import WhoDecided
from scheme.clock import today
from scheme.forms import ChoiceField, DateField, Form, TextField, WordsField

YES_NO = [("yes", "Yes"), ("no", "No")]
THUMBS = {"yes": "thumbs-up", "no": "thumbs-down"}


class NoticeForm(Form):
    """Notice given. Whether fewer days were agreed is asked with the days, because it decides which are right."""

    given_on = DateField("Notice was given on", needed="Choose a day.", latest=today)
    by = ChoiceField("By whom?", choices=WhoDecided)
    last_day = DateField("The last day")
    fewer_days_agreed = ChoiceField(
        "Did both sides agree to fewer days?", choices=YES_NO, not_known=None, why="Only if the last day is sooner."
    )


class MovingForm(Form):
    """The move, as the person reads it."""

    moving_to = TextField(
        "Where are they moving to?",
        why="The person reads this in their own pages. The household does not: it is the person’s to tell.",
        longest=200,
    )
    who_helps = TextField("Who helps on the day?", why="Both sides read this. First names are enough.", longest=300)
    goes_along = WordsField(
        "What goes along?",
        why="Both sides read this: the bed, the bike, the cat, the door key back.",
        longest=1000,
        rows=3,
    )
    both_know = ChoiceField(
        "Have both sides been told, and talked it through?",
        choices=YES_NO,
        needed="Please choose yes or no.",
        why="With a yes each sees the plan in their own pages. Nobody should learn of it there.",
    )


class KeepInTouchForm(Form):
    """Keeping in touch, asked of one side alone."""

    wishes = ChoiceField(
        "Would they like to keep in touch?",
        choices=YES_NO,
        needed="Please choose yes or no.",
        why="The other side hears only if both say yes. Either may change their mind.",
    )
    how = TextField(
        "How may the other side reach them?",
        why="A phone number, a place, a day of the week. The other side sees this if both say yes.",
        longest=300,
    )


class OwnKeepInTouchForm(KeepInTouchForm):
    """The same, in the person's or the household's own pages."""

    wishes = ChoiceField(
        "Would you like to keep in touch?",
        choices=YES_NO,
        pictures=THUMBS,
        needed="Please choose yes or no.",
        why="They only hear about it if they say yes too.",
    )
    how = TextField(
        "How can they reach you?", why="Like a phone number. They see this only if they say yes too.", longest=300
    )


class ReflectionForm(Form):
    """What somebody takes from it, as they told a worker."""

    good = WordsField("What was good?", longest=2000, rows=3)
    would_help = WordsField("What would have helped?", longest=2000, rows=3)
    may_share = ChoiceField(
        "May others at the scheme learn from these words?",
        choices=YES_NO,
        not_known=None,
        why="Names are taken out. Without a yes they stay with this arrangement.",
    )


class OwnReflectionForm(ReflectionForm):
    """The same, in the person's or the household's own pages."""

    good = WordsField("What was good?", longest=2000, rows=3, why="You can leave this empty.")
    would_help = WordsField("What would have made it better?", longest=2000, rows=3, why="You can leave this empty.")
    may_share = ChoiceField(
        "May other workers learn from what you say?",
        choices=YES_NO,
        not_known=None,
        pictures=THUMBS,
        why="We take out names. If you say nothing, only your worker reads it.",
    )


class WorkerReflectionForm(ReflectionForm):
    """The worker's own."""

    good = WordsField("What went well?", longest=2000, rows=3, why="Stays with this arrangement.")
    would_help = WordsField("What would we do differently?", longest=2000, rows=3, why="Stays with this arrangement.")
    lesson = WordsField(
        "What may others learn from it?",
        longest=500,
        rows=2,
        why="A sentence for “What endings taught us”. No names, please: somebody might be recognised.",
    )
    may_share = None  # type: ignore[assignment] # the lesson is there to be shared
