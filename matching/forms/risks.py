"""What is asked about a risk: at the desk, and of the person about their own."""

from collections.abc import Sequence
from typing import Any

from matching.models import Risk, WhoseRisk
from people.forms.base import ProfileForm
from scheme.clock import today
from scheme.forms import ChoiceField, DateField, PickField, TextField, WordsField
from scheme.ways_of_living import YesNo


class OwnRiskForm(ProfileForm):
    """What the person says of their own. What helps may be thought about together later."""

    good = WordsField("What is good about it?", why="What they would miss without it.", longest=1000, rows=2)
    what = WordsField("What might happen?", needed="Write down what might happen.", longest=1000, rows=3)
    helps = WordsField("What helps?", longest=1000, rows=3)
    easy = {
        "good": ("What do you like to do?", "Like going into town alone. You decide what you do."),
        "what": ("What could go wrong?", "So that we can think about it together."),
        "helps": ("What helps you?", "People, things or places. You can leave it empty for now."),
    }


class RiskForm(OwnRiskForm):
    """The whole of it, at the desk."""

    helps = WordsField("What helps?", needed="Write down what helps.", longest=1000, rows=3)
    whose = ChoiceField(
        "Whose is it?",
        choices=WhoseRisk,
        needed="Choose whose it is.",
        why="People take their own risks, as everybody does. They read theirs in their own pages and can change the words.",
    )
    agreed = TextField("Who agreed to it?", why="Names, and when you talked about it.", longest=300)
    review_on = DateField("When do you look at it again?", earliest=today, needed="Choose a day.")
    arrangement_id = PickField("Is it about one household alone?", nothing="No, wherever they are")
    household_knows = ChoiceField(
        "Does a household they visit need to know?",
        choices=YesNo,
        needed="Choose one.",
        why="Only what keeps everybody safe. The household reads what might happen and what helps, once a visit is booked.",
    )
    told_because = TextField(
        "If so: who agreed or decided?", why="Their own words, or who decided and why.", longest=300
    )

    @classmethod
    def about(cls, homes: Sequence[tuple[str, str]], risk: Risk | None = None) -> "RiskForm":
        """The form with these arrangements to choose from, filled with what is known."""
        filled: dict[str, Any] = {"household_knows": YesNo.NO}
        if risk:
            filled = {
                name: getattr(risk, name) for name in (*OWN, "whose", "agreed", "review_on", "told_because", "version")
            }
            filled |= {
                "arrangement_id": risk.arrangement_id,
                "household_knows": YesNo.YES if risk.household_knows else YesNo.NO,
            }
        form = cls(data=filled)
        form.arrangement_id.choices = homes
        return form


OWN = ("good", "what", "helps")
