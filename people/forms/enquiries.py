"""What is asked when somebody is introduced, what they enjoy first; and what a worker says to it."""

from people.models import Agrees
from scheme.forms import ChoiceField, EmailField, Form, PickField, TextField, WordsField
from scheme.forms.text import why_more


class IntroduceForm(Form):
    """Introducing somebody."""

    first_name = TextField(
        "Whom would you like to introduce?",
        why="A first name is enough.",
        longest=80,
        needed="Please give a first name.",
    )
    enjoys = WordsField("What do they enjoy?", why="We begin with what is good.", longest=2000, rows=3)
    good_at = WordsField("What are they good at, and what do people like about them?", longest=2000, rows=3)
    hopes = WordsField("What would they like to happen?", why="As they would say it.", longest=2000, rows=3)
    reach_them = TextField(
        "How may we reach them?", why="A phone number, a place, or through you. Ask them what they prefer.", longest=300
    )
    introducer = TextField("What is your name?", longest=120, needed="Please tell us your name.", autocomplete="name")
    relation = TextField("Who are you to them?", why="Sister, neighbour, social worker, friend.", longest=80)
    email = EmailField("What is your email address?", why="To thank you. An email address or a phone number is enough.")
    phone = TextField("What is your phone number?", longest=40, autocomplete="tel")

    @classmethod
    def told_by(cls, agrees: Agrees) -> "IntroduceForm":
        """The form for somebody else, or for whoever writes of themselves."""
        form = cls()
        if agrees is Agrees.MYSELF:
            for name in ("first_name", "reach_them", "relation"):
                del form[name]
            for name, words in OF_MYSELF.items():
                form[name].label.text = words
            form.hopes.description = form.email.description = ""
            form.email.description = "An email address or a phone number is enough."
        return form


OF_MYSELF = {
    "enjoys": "What do you enjoy?",
    "good_at": "What are you good at, and what do people like about you?",
    "hopes": "What would you like to happen?",
}


class BeginProfileForm(Form):
    """Making a profile of it."""

    known_as = TextField(
        "What do they like to be called?", longest=80, needed="Please say what they like to be called."
    )
    named_worker_id = PickField("Who will be their named worker?", why="A known worker stays.")
    more_because = why_more()
    into_circle = ChoiceField(
        "Does whoever introduced them belong to the people in their life?",
        choices=[("yes", "Yes, put them there"), ("no", "No")],
        not_known=None,
    )


class NotNowForm(Form):
    """Saying why not."""

    words = WordsField(
        "Why not with us, for now?",
        why="Read at the desk alone. Whoever introduced them only hears that we have read it and talked.",
        needed="Please write down why.",
        longest=2000,
        rows=3,
    )
