"""The sections of a household's profile, one form each."""

from typing import Any

from carers.models import OWN_WORDS
from scheme.forms import (
    ChoiceField,
    ChoicesField,
    EmailField,
    Form,
    StanceField,
    TemperField,
    TextField,
    WholeNumberField,
    WordsField,
)
from scheme.forms.chosen_lists import CONTRIBUTIONS, HELP, animal_rows, interest_groups
from scheme.forms.text import why_more
from scheme.ways_of_living import (
    ChildrenAtHome,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Faith,
    Food,
    Helper,
    HelpWith,
    HouseholdMustNot,
    HouseholdShape,
    Language,
    Noise,
    Pet,
    PetsWish,
    PetTemperWish,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    SupportLevel,
    Value,
    Visitors,
    YesNo,
)

WHO_NEEDED = "Please give a name, such as your first names."


class AddForm(Form):
    """A new household: a name is enough to begin with."""

    name = TextField(
        "What shall we call this household?",
        longest=160,
        needed=WHO_NEEDED,
        why="First names are friendliest, such as “Ann and Joe”. Everything else can wait until you have met.",
    )
    email = EmailField("Email", why="So that we can write to them about introductions.")
    phone = TextField("Phone", longest=40, width=20, autocomplete="tel", why="So that their worker can ring them.")
    more_because = why_more()


class ContactForm(Form):
    """Who they are and how to reach them."""

    name = TextField(
        "What are you called as a household?", longest=160, needed=WHO_NEEDED, why="People see this first."
    )
    shape = ChoiceField(
        "Who are you as a household?",
        choices=HouseholdShape,
        why="Some people would rather live with a couple, a family or one person.",
    )
    email = EmailField("Email", why="So that we can tell you about an introduction. Only the scheme sees it.")
    phone = TextField(
        "Phone",
        longest=40,
        width=20,
        autocomplete="tel",
        why="So that your worker can ring you. Only the scheme sees it.",
    )


class WordsForm(Form):
    """Their story, in their own words."""

    about_us = WordsField(
        "What would you like somebody to know about you?",
        longest=OWN_WORDS,
        rows=8,
        why="People read this before anything else. Please leave out surnames and where exactly you live.",
    )
    ordinary_day = WordsField(
        "What is an ordinary day like in your home?",
        longest=OWN_WORDS,
        why="It helps somebody picture themselves there: mealtimes, evenings, weekends.",
    )
    can_share = WordsField(
        "What would you enjoy sharing?",
        longest=OWN_WORDS,
        why="The garden, cooking, a club you belong to: this is how friendships begin.",
    )


class GivingForm(Form):
    """What goes from them to somebody new, and back."""

    contributes = ChoicesField(
        "Which of these would you enjoy sharing?",
        choices=Contribution,
        pictures=CONTRIBUTIONS,
        why="Somebody may be hoping for exactly this.",
    )
    would_enjoy = ChoicesField(
        "Which of these would you enjoy somebody bringing?",
        choices=Contribution,
        pictures=CONTRIBUTIONS,
        why="Everybody brings something. Living together goes both ways.",
    )


class LikesForm(Form):
    """What they like doing."""

    interests = StanceField(
        "What do you like doing?",
        why="Liking the same things helps people get on. Leave out whatever you have no view on.",
        groups=interest_groups(),
    )


class DaysForm(Form):
    """How they live."""

    day_rhythm = ChoiceField(
        "When does your day start and end?", choices=DayRhythm, why="Early and late risers can wear each other out."
    )
    noise = ChoiceField(
        "How lively is it where you live?", choices=Noise, why="Some people need quiet and some like company about."
    )
    company = ChoiceField(
        "How much time do you like to spend together?",
        choices=Company,
        why="People want different amounts of time alone.",
    )
    routine = ChoiceField(
        "Do your days follow a pattern?",
        choices=Routine,
        why="A pattern is a comfort to some people and a bore to others.",
    )
    visitors = ChoiceField(
        "Who drops in?", choices=Visitors, why="Some people enjoy a busy front door and some do not."
    )
    pets = ChoicesField(
        "Which animals do you have?",
        choices=Pet,
        none_of_these="No animals",
        why="Some people love animals, and some are afraid or allergic.",
    )
    pet_tempers = TemperField(
        "How is each of them with people?",
        why="A bouncy dog is a joy to some people and a fright to others.",
        groups=animal_rows(),
    )
    pet_temper_wish = ChoiceField(
        "Which animals would you be happy to live with?",
        choices=PetTemperWish,
        why="Many householders have a pet.",
    )
    pets_wish = ChoiceField(
        "How would you feel about a pet coming too?",
        choices=PetsWish,
        why="Some people have an animal they cannot leave.",
    )
    smoking = ChoiceField(
        "Does anybody where you live smoke?", choices=Smoking, why="Some people must not live with smoke."
    )
    smoking_wish = ChoiceField(
        "What suits you about other people smoking?", choices=SmokingWish, why="So that nobody is surprised later."
    )
    children_at_home = ChoiceField(
        "Are there children at home?",
        choices=ChildrenAtHome,
        why="Some people love having children around and some do not.",
    )
    alcohol = ChoiceField(
        "Is there alcohol at home?", choices=YesNo, inline=True, why="Some people need a home without it."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pet_tempers.ask_about(self.pets.data)
        if self.pets.data == []:
            del self.pet_tempers


class BeliefsForm(Form):
    """Languages, faith, culture, food and what makes life good."""

    languages = ChoicesField(
        "Which languages do you speak at home?",
        choices=Language,
        why="So that somebody can live in their own language.",
    )
    communication = ChoicesField(
        "How else can you talk with somebody?", choices=Communication, why="Not everybody uses speech."
    )
    faiths = ChoicesField(
        "Do you live a faith or belief?",
        choices=Faith,
        why="Only if you would like to tell. Some people want to share theirs.",
    )
    culture = TextField(
        "Anything about your culture or background you would like to share?",
        longest=400,
        why="In your own words. People read it; nothing is worked out from it.",
    )
    foods = ChoicesField("What do you eat at home?", choices=Food, why="Food is a big part of feeling at home.")
    values = ChoicesField("What makes life at home good?", choices=Value, why="Choose the ones that are most like you.")


class SupportForm(Form):
    """Whom they feel able to support, and what would not work."""

    support_levels = ChoicesField(
        "How much support do you feel able to give?",
        choices=SupportLevel,
        why="So that nobody is asked to do more than they can. Choose all that suit.",
    )
    experienced_with = ChoicesField(
        "What have you helped somebody with before?",
        choices=HelpWith,
        pictures=HELP,
        why="At home, at work or in your family. Somebody may look for just this.",
    )
    helpers = ChoicesField(
        "Who could help somebody wash and dress?",
        choices=Helper,
        why="It is somebody’s own choice who helps them with that.",
    )
    support_words = WordsField(
        "Is there more to say about that?",
        longest=1000,
        rows=3,
        why="What you have done before, or would like to learn.",
    )
    must_nots = ChoicesField(
        "What would really not work in your home?",
        choices=HouseholdMustNot,
        why="We never put forward somebody this is true of. If it is something else, please talk to your worker.",
    )

    @property
    def answers(self) -> dict[str, Any]:
        told: dict[str, Any] = super().answers
        return told | {"support_levels": told["support_levels"] or None}  # nothing ticked is not known


class HomeForm(Form):
    """What the home is like. Where it is, is another form: only the desk's."""

    words = WordsField(
        "What is your home like?", longest=2000, why="In your own words: the rooms, the view, the best corner."
    )
    setting = ChoiceField(
        "What is outside your front door?", choices=Setting, why="Some people want a town and some want fields."
    )
    bedrooms = WholeNumberField("How many bedrooms are there?", most=20, why="Everybody has a room of their own.")
    stairs = ChoiceField(
        "Would somebody living here have to use stairs?", choices=YesNo, inline=True, why="Not everybody can."
    )
    step_free = ChoiceField(
        "Can somebody come in and move around without steps?",
        choices=YesNo,
        inline=True,
        why="Some people use a wheelchair or a frame.",
    )
    ground_floor_bedroom = ChoiceField(
        "Is there a bedroom on the ground floor for them?", choices=YesNo, inline=True, why="Some people need one."
    )
    accessible_bathroom = ChoiceField(
        "Is there a walk-in shower or a wet room?",
        choices=YesNo,
        inline=True,
        why="Some people need one to wash safely.",
    )
    wheelchair_space = ChoiceField(
        "Is there room to move a wheelchair?", choices=YesNo, inline=True, why="Doors and corners matter too."
    )
    garden = ChoiceField("Is there a garden?", choices=YesNo, inline=True, why="Many people look for one.")
    parking = ChoiceField("Is there somewhere to park?", choices=YesNo, inline=True, why="Family may come by car.")
    bus_nearby = ChoiceField(
        "Is there a bus stop or station within a short walk?",
        choices=YesNo,
        inline=True,
        why="It means somebody can come and go by themselves.",
    )


def put_round(form: Form, *, homeshare: bool) -> Form:
    """In Homeshare the homesharer moves into somebody else's home, so a few questions are put the other way round."""
    for name in (SHARED_LIVES_ONLY if homeshare else HOMESHARE_ONLY) & set(form._fields):
        del form[name]
    if homeshare:
        for name, label in HOMESHARE_LABELS.items():
            if name in form:
                form[name].label.text = label
    return form


SHARED_LIVES_ONLY, HOMESHARE_ONLY = frozenset({"pet_tempers", "helpers"}), frozenset({"pet_temper_wish"})
"""Questions about the home and about personal care, and those about the home somebody would move to."""

HOMESHARE_LABELS = {
    "about_us": "What would you like a householder to know about you?",
    "ordinary_day": "What is an ordinary day like for you?",
    "name": "What are you called?",
    "shape": "Are you on your own, or a couple?",
    "pets": "Which animals would come with you?",
    "smoking": "Do you smoke?",
    "noise": "How lively do you like it at home?",
    "visitors": "How do you like friends and family to visit?",
    "children_at_home": "Would children come with you, or visit?",
    "alcohol": "Would you have alcohol at home?",
    "languages": "Which languages do you speak?",
    "foods": "What do you like to eat?",
    "support_levels": "How much help do you feel able to give?",
    "must_nots": "What would really not work for you?",
    "spaces": "Are you free to move in? 1 if you are, 0 if not now",
    "when": "Anything to add?",
}
"""The same questions to somebody who would live in another person's home."""
