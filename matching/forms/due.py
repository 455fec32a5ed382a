"""What a worker is asked who puts something off."""

from datetime import date, timedelta

from scheme.clock import today
from scheme.forms import DateField, Form, WordsField


def _tomorrow() -> date:
    return today() + timedelta(days=1)


class PutOffForm(Form):
    """Putting off something that is due."""

    until = DateField("Until when?", why="It is back on the list that day.", needed="Choose a day.", earliest=_tomorrow)
    why = WordsField(
        "Why can it wait?", why="Colleagues read this.", needed="Write down why it can wait.", longest=500, rows=3
    )


class PutOffAloneForm(PutOffForm):
    """The same for what is private: nobody but whoever writes it reads why."""

    why = WordsField(
        "Why can it wait?", why="Only you read this.", needed="Write down why it can wait.", longest=500, rows=3
    )
