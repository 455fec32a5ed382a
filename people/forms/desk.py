"""What workers record: where things stand, a crisis, conversations, consents and supporters."""

from people.forms.base import ProfileForm
from people.models import Authority, AuthorityScope, ConsentFor, PersonState
from scheme.clock import today
from scheme.forms import ChoiceField, DateField, EmailField, TextField, WordsField
from scheme.models import WhichConversation
from scheme.ways_of_living import YesNo


class StateForm(ProfileForm):
    """Where somebody is with looking."""

    state = ChoiceField(
        "Where are they with looking?",
        choices=PersonState,
        needed="Please choose one.",
        why="Only people who are ready to meet are put forward.",
    )
    paused_until = DateField(
        "If they take a break: when shall we ask again?",
        why="A break has a day on which you ask again, so that nobody is forgotten.",
    )


class CrisisForm(ProfileForm):
    """A crisis, apart from everything else."""

    crisis = ChoiceField(
        "Are they in a crisis?",
        choices=YesNo,
        why="Nobody plans for the long term in a crisis: until it is over only a stay for now is put forward. Not known means we check first.",
    )
    noted_on = DateField("When was this noted?", latest=today, why="Left empty it is today.")


class ConversationForm(ProfileForm):
    """A conversation."""

    on = DateField(
        "When did you speak?",
        latest=today,
        needed="Please give the day.",
        why="So that we see whom nobody has spoken with.",
    )
    which = ChoiceField(
        "Which conversation was it?",
        choices=WhichConversation,
        needed="Please choose one.",
        why="We listen first, and never plan for the long term in a crisis.",
    )
    words = WordsField("What did they say?", longest=8000, why="Kept sealed, for workers.")


class ConsentForm(ProfileForm):
    """Something somebody agrees to."""

    purpose = ChoiceField(
        "What do they agree to?", choices=ConsentFor, needed="Please choose one.", why="Each is asked on its own."
    )
    how = TextField("How did they say so?", longest=300, why="In words, with a sign, with somebody beside them.")
    given_on = DateField("When?", latest=today, why="Left empty it is today.")


class SupporterForm(ProfileForm):
    """What an account may do with somebody's pages, and why."""

    email = EmailField(
        "What is their email address?",
        needed="Please give the address.",
        why="If they have no account yet, we send them a link to sign in.",
    )
    name = TextField("What are they called?", longest=120, why="Only for somebody who has no account yet.")
    authority = ChoiceField(
        "On what authority?",
        choices=Authority,
        needed="Please choose one.",
        why="Relatives have none unless the person asks them, or a court has decided.",
    )
    scope = ChoiceField(
        "How far does it go?",
        choices=AuthorityScope,
        needed="Please choose one.",
        why="Reading together is often enough.",
    )
    evidence = TextField(
        "What did you see?",
        longest=300,
        why="The document, its date and number. Needed for attorneys, deputies and advocates.",
    )
    expires_on = DateField("When does it end?", why="The last day it holds. Left empty: until you end it here.")


class AuthorityForm(SupporterForm):
    """The same for an account that has authority already."""

    email = None  # type: ignore[assignment] # WTForms' way to leave a question out
    name = None  # type: ignore[assignment]
