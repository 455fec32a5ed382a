"""What a worker is asked when somebody gets another worker."""

from typing import Any

from scheme.clock import today
from scheme.forms import DateField, Form, PickField, TextField, WordsField
from scheme.queries import worker_choices


class HandoverForm(Form):
    """Planning it; whoever had nobody is asked for the worker alone, and only a manager may do it at once."""

    to = PickField(
        "Who will be their worker?",
        needed="Please choose a worker.",
        why="A known worker stays. Change it only when it has to be.",
    )
    meet_on = DateField(
        "On which day do both workers meet them together?",
        earliest=today,
        why="Until they have met, and have been told, nothing changes.",
    )
    more_because = TextField(
        "If the new worker then knows more than the scheme plans for one: why is it still right?", longest=400
    )
    at_once_because = WordsField(
        "If the worker has left or is ill: why is there no time to meet?",
        why="For managers. Leave it empty for a warm handover. If you write something here, it is the new worker from now on.",
        longest=1000,
        rows=3,
    )

    @classmethod
    def asked(cls, *, had_one: bool, manager: bool) -> "HandoverForm":
        """The form with the questions that arise."""
        form = cls()
        form.to.choices = worker_choices()
        if not had_one:
            del form.meet_on
        if not (had_one and manager):
            del form.at_once_because
        return form


class WriteDownForm(Form):
    """What has happened of it."""

    met_on = DateField("On which day did both meet them together?", latest=today)
    told_on = DateField("On which day were they told?", latest=today)
    told_by = PickField("Who told them?", nothing="Nobody yet")
    told_how = WordsField("How were they told?", why="In which words, with whom beside them.", longest=1000, rows=3)

    @classmethod
    def for_row(cls, row: Any) -> "WriteDownForm":
        """The form with what is written down already."""
        told_by = str(row.told_by_id) if row.told_by_id else None
        filled = {name: getattr(row, name) for name in ("met_on", "told_on", "told_how", "version")}
        form = cls(data=filled | {"told_by": told_by})
        form.told_by.choices = worker_choices()
        return form
