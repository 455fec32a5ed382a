"""Who somebody is, how to reach them, and the optional questions about fairness."""

from people.forms.base import ProfileForm
from people.models import Monitoring, Person
from scheme.clock import today
from scheme.forms import DateField, EmailField, PickField, TextField, WordsField
from scheme.forms.text import why_more


def _longest(model: type[Person] | type[Monitoring], name: str) -> int:
    """The model's own limit, so that the form and the table never disagree."""
    limits = (getattr(each, "max_length", None) for each in model.model_fields[name].metadata)
    return next(int(limit) for limit in limits if limit is not None)


class WhoForm(ProfileForm):
    """Names and how to reach somebody."""

    known_as = TextField(
        "What do they like to be called?",
        longest=_longest(Person, "known_as"),
        needed="Please say what they like to be called.",
        why="The only thing that has to be here.",
    )
    full_name = TextField(
        "What is their full name?", longest=_longest(Person, "full_name"), why="For agreements. Seen only by workers."
    )
    pronouns = TextField(
        "Which pronouns do they use?",
        longest=_longest(Person, "pronouns"),
        width=20,
        why="So that we speak of them rightly.",
    )
    date_of_birth = DateField("When were they born?", latest=today, why="Schemes have a lowest age.")
    email = EmailField("What is their email address?", why="So that news reaches them as soon as it does us.")
    phone = TextField(
        "What is their phone number?",
        longest=40,
        width=20,
        autocomplete="tel",
        why="Kept sealed. Seen only by workers.",
    )
    easy = {
        "known_as": ("What should we call you?", "People see this name."),
        "full_name": ("What is your full name?", "Only your workers see it."),
        "pronouns": ("Which pronouns do you use?", "Like she, he or they."),
        "date_of_birth": ("When is your birthday?", ""),
        "email": ("What is your email address?", "We send you news there."),
        "phone": ("What is your phone number?", "Only your workers see it."),
    }


class AddForm(ProfileForm):
    """The start of a profile: a name, and the conversation can go on."""

    known_as = WhoForm.known_as
    good_life = WordsField(
        "What does a good life look like to them?", why="If you talked about it already. It can wait."
    )
    full_name = WhoForm.full_name
    first_contact_on = DateField(
        "When did you first speak?", latest=today, why="So that nobody is forgotten. Left empty it is today."
    )
    named_worker_id = PickField(
        "Who is their named worker?", nothing="Nobody yet", why="One worker who knows them and stays."
    )
    more_because = why_more()


class DeskForm(ProfileForm):
    """What only the desk keeps."""

    first_contact_on = DateField(
        "When did they first speak with the scheme?", latest=today, why="Waiting time breaks ties between suggestions."
    )
    notes = WordsField(
        "Notes",
        longest=20_000,
        rows=8,
        why="Kept sealed, for workers. What a spreadsheet said that fitted nowhere else is here too.",
    )


class MonitoringForm(ProfileForm):
    """Answers for the fairness panel."""

    ethnicity = TextField("How would they describe their ethnicity?", longest=_longest(Monitoring, "ethnicity"))
    gender = TextField("How would they describe their gender?", longest=_longest(Monitoring, "gender"))
    sexuality = TextField("How would they describe their sexuality?", longest=_longest(Monitoring, "sexuality"))
    disability = TextField(
        "How would they describe a disability or condition?", longest=_longest(Monitoring, "disability")
    )
    religion = TextField("How would they describe their religion?", longest=_longest(Monitoring, "religion"))
    easy = {
        "ethnicity": ("What is your ethnic group?", "Only if you want to say."),
        "gender": ("What is your gender?", "Only if you want to say."),
        "sexuality": ("Who are you attracted to?", "Only if you want to say."),
        "disability": ("Do you have a disability?", "Only if you want to say."),
        "religion": ("What is your religion?", "Only if you want to say."),
    }
