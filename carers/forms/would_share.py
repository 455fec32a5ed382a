"""What is asked of whoever would share their home, what they enjoy first; and what a worker says to it."""

from collections.abc import Mapping

from scheme.forms import EmailField, Form, TextField, WordsField
from scheme.forms.text import why_more


class WouldShareForm(Form):
    """Sharing one's home."""

    name = TextField(
        "What is your name?", why="Or your names.", longest=120, needed="Please tell us your name.", autocomplete="name"
    )
    enjoys = WordsField(
        "What do you enjoy at home and around it?", why="We begin with what is good.", longest=2000, rows=3
    )
    offers = WordsField(
        "What would you like to share?",
        why="A home for good, some nights now and then, or days together. You need not know yet.",
        longest=2000,
        rows=3,
    )
    lives_with = TextField("Who lives with you?", why="People and animals.", longest=300)
    where = TextField(
        "Roughly where do you live?", why="A town or village is enough. Please write no address.", longest=120
    )
    email = EmailField("What is your email address?", why="An email address or a phone number is enough.")
    phone = TextField("What is your phone number?", longest=40, autocomplete="tel")

    @classmethod
    def to(cls, *, homeshare: bool) -> "WouldShareForm":
        """The form for a scheme where they share their own home or, in Homeshare, come to live in somebody's."""
        form = cls()
        for name, (label, why) in IN_HOMESHARE.items() if homeshare else ():
            form[name].label.text, form[name].description = label, why
        return form


IN_HOMESHARE: Mapping[str, tuple[str, str]] = {
    "enjoys": ("What do you enjoy?", "We begin with what is good."),
    "offers": ("What would you like to do together, and what could you lend a hand with?", "You need not know yet."),
    "lives_with": ("Who would come with you?", "People and animals. Many come by themselves."),
    "where": ("Where would you like to live?", "A town, or a part of one."),
}


class BeginHouseholdForm(Form):
    """Making a household of it."""

    name = TextField("What is the household called?", longest=160, needed="Please give the household a name.")
    more_because = why_more()


class NotNowForm(Form):
    """Saying why not."""

    words = WordsField(
        "Why not with us, for now?",
        why="Read at the desk alone. They only hear that we have read it. Talk with them yourself.",
        needed="Please write down why.",
        longest=2000,
        rows=3,
    )
