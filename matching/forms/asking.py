"""What is asked about an answer: how the person was supported to decide, and who decides for somebody who cannot."""

from typing import Any

from matching.forms.arrangements import AnswerForm
from matching.models import AnswerWord, DecisionMaker, Explained
from scheme.clock import today
from scheme.forms import ChoiceField, ChoicesField, DateField, Form, TextField, WordsField
from scheme.ways_of_living import Communication

EXPLAINED = {
    Explained.WHERE: "round-pushpin",
    Explained.WHO_WITH: "busts-in-silhouette",
    Explained.FAMILY: "family",
    Explained.DAYS: "spiral-calendar",
    Explained.COST: "pound-banknote",
    Explained.CARE: "help-others",
}
"""The picture beside each thing there is to know before deciding."""

WHO = "Who supported them to decide?"
HOW = "How?"
NEEDS_WHO = "Write down who supported them."


class SupportForm(Form):
    """How somebody was helped to decide, as a supporter writes it."""

    how = WordsField(HOW, why="Where you were, what you looked at, and how much time there was.", longest=1000, rows=3)
    formats = ChoicesField("In which way was it explained?", choices=Communication)
    explained = ChoicesField("Which of these did you talk about?", choices=Explained, pictures=EXPLAINED)


class PersonAnswerForm(AnswerForm):
    """An answer a worker was told by a person, and how they were supported to decide."""

    supported_by = TextField(
        WHO, why="A name, and who that is to them. Leave it empty if they decided by themselves.", longest=400
    )
    supported_on = DateField("On which day?", why="Leave it empty for today.", latest=today)
    how = WordsField(
        HOW, why="Where they were, what they looked at, and how much time there was.", longest=1000, rows=3
    )
    formats = ChoicesField("In which way was it explained?", choices=Communication)
    explained = ChoicesField("Which of these was explained?", choices=Explained, pictures=EXPLAINED)

    def validate(self, extra_validators: Any = None) -> bool:
        """How somebody was helped needs somebody who helped."""
        fine = bool(super().validate(extra_validators))
        if not self.supported_by.data and (self.how.data or self.formats.data or self.explained.data):
            self.supported_by.errors = [*self.supported_by.errors, NEEDS_WHO]
            return False
        return fine


class BestInterestsForm(Form):
    """A decision in the best interests of somebody who cannot make this one themselves."""

    capacity = WordsField(
        "Who found that they cannot make this decision, when, and how?",
        why="Everybody is presumed able to decide. Say what help was tried first, and how it was found for this decision alone.",
        needed="Write down how it was found.",
        longest=2000,
        rows=4,
    )
    wishes = WordsField(
        "What do they themselves wish and feel?",
        why="In their words, signs or ways of showing it, now and earlier in their life.",
        needed="Write down what they wish and feel.",
        longest=2000,
        rows=4,
    )
    consulted = WordsField(
        "Who was asked?",
        why="Family, friends, an advocate, whoever knows them well; and what each of them thinks.",
        needed="Write down who was asked.",
        longest=2000,
        rows=3,
    )
    less_restrictive = WordsField(
        "Which choices that leave them freer were looked at?",
        why="And why this one is right rather than those.",
        needed="Write down which choices were looked at.",
        longest=2000,
        rows=3,
    )
    decision = ChoiceField(
        "What was decided?",
        choices=[(AnswerWord.YES, "Yes, this is in their best interests"), (AnswerWord.NO, "No, this is not")],
        not_known=None,
        needed="Choose what was decided.",
    )
    maker = ChoiceField(
        "On what authority?",
        choices=DecisionMaker,
        not_known=None,
        why="Somebody who is paid to care for them cannot decide this, and an advocate is heard and does not decide.",
        needed="Choose on what authority.",
    )
    decided_by = TextField("Who decided?", needed="Write down who decided.", longest=200)
    authority_seen = TextField(
        "How did you see their authority?",
        why="The registered power of attorney, the court’s order, the minutes of the meeting: what it says, and when you saw it.",
        needed="Write down how you saw it.",
        longest=400,
    )
    decided_on = DateField("On which day was it decided?", needed="Choose the day.", latest=today)
    about_their_no = WordsField(
        "If they say no: why would it go ahead all the same?",
        why="Their own no stays written down and is shown first. Whoever takes the next step reads this.",
        longest=2000,
        rows=4,
    )
