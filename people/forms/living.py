"""What somebody likes, and how they live."""

from typing import Any

from people.forms.base import ProfileForm
from people.models import Person
from scheme.forms import ChoiceField, ChoicesField, StanceField, TemperField, TextField
from scheme.forms.chosen_lists import animal_rows, interest_groups
from scheme.ways_of_living import (
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    DayRhythm,
    Faith,
    Food,
    Language,
    LivingWith,
    Noise,
    Pet,
    PetsWish,
    PetTemperWish,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    Value,
    Visitors,
)

CULTURE = int(Person.model_fields["culture"].metadata[0].max_length)


class LikesForm(ProfileForm):
    """Interests, each loved, liked or not for them."""

    interests = StanceField(
        "What do they like to do?",
        why="Something in common is an easy start. What nobody mentions counts neither way.",
        groups=interest_groups(),
    )
    values = ChoicesField(
        "What makes life at home good?", choices=Value, why="Homes differ most in what they hold dear."
    )
    easy = {
        "interests": ("What do you like to do?", "We ask so that you meet people who like the same."),
        "values": ("What makes a good home?", "Choose as many as you like."),
    }


class LanguagesForm(ProfileForm):
    """How somebody talks and listens."""

    languages = ChoicesField(
        "Which languages do they speak at home?", choices=Language, why="So that they are understood."
    )
    communication = ChoicesField(
        "How do they communicate?",
        choices=Communication,
        why="So that we, and whoever they meet, use the ways that work.",
    )
    easy = {
        "languages": ("Which languages do you speak?", "We ask so that people understand you."),
        "communication": ("How do you like to talk with people?", "We ask so that we do it your way."),
    }


class CultureForm(ProfileForm):
    """Faith, culture and food, for those who choose to tell."""

    faiths = ChoicesField(
        "Is there a faith or belief they want to live at home?",
        choices=Faith,
        why="Only if they want to share it. A household hears of it when they are introduced, not before.",
    )
    culture = TextField(
        "Anything about their culture or traditions?", longest=CULTURE, why="Festivals, music, clothes, family customs."
    )
    foods = ChoicesField("What food matters to them?", choices=Food, why="Shared meals are half of sharing a home.")
    easy = {
        "faiths": ("Do you have a faith?", "You only say if you want to."),
        "culture": ("What traditions do you keep?", "We ask so that you can keep them."),
        "foods": ("What food do you like?", "We ask because people in a home eat together."),
    }


class DaysForm(ProfileForm):
    """What a usual day is like."""

    day_rhythm = ChoiceField("When does their day start and end?", choices=DayRhythm, why="Two rhythms can clash.")
    noise = ChoiceField("How lively should home be?", choices=Noise, why="Quiet for one is dull for another.")
    company = ChoiceField(
        "How much company suits them?", choices=Company, why="So that there is enough, and not too much."
    )
    routine = ChoiceField(
        "Do their days follow a pattern?", choices=Routine, why="Change is hard for some and fun for others."
    )
    visitors = ChoiceField(
        "How about visitors?", choices=Visitors, why="Friends and family should feel welcome in the same way."
    )
    setting = ChoiceField(
        "Where would they like to live?", choices=Setting, why="What is outside the door shapes the day."
    )
    easy = {
        "day_rhythm": ("When do you get up and go to bed?", ""),
        "noise": ("Do you like it quiet or lively?", ""),
        "company": ("How much company do you like?", ""),
        "routine": ("Do you like days to be the same?", ""),
        "visitors": ("Do you like visitors?", ""),
        "setting": ("Where would you like to live?", ""),
    }


class SharingForm(ProfileForm):
    """Who and what shares the home."""

    living_with = ChoicesField("Who would they rather live with?", choices=LivingWith, why="Their choice comes first.")
    pets_wish = ChoiceField("How do they feel about animals?", choices=PetsWish, why="Many homes have a pet.")
    pet_temper_wish = ChoiceField(
        "Which animals would they be happy with?",
        choices=PetTemperWish,
        why="A bouncy dog is a joy to some people and a fright to others.",
    )
    brings_pets = ChoicesField(
        "Do they have animals of their own?",
        choices=Pet,
        none_of_these="No animals",
        why="A pet is family: we look for homes where it is welcome.",
    )
    pet_tempers = TemperField(
        "How is each of them with people?",
        why="A homesharer lives with them too.",
        groups=animal_rows(),
    )
    smoking = ChoiceField("Do they smoke?", choices=Smoking, why="Homes have their own rules about smoking.")
    smoking_wish = ChoiceField(
        "How about others smoking?", choices=SmokingWish, why="So that nobody breathes what they mind."
    )
    children_wish = ChoiceField(
        "How do they feel about children?", choices=ChildrenWish, why="Many homes have children."
    )
    children_at_home = ChoiceField(
        "Are there children in their home?", choices=ChildrenAtHome, why="A homesharer wants to know who is there."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pet_tempers.ask_about(self.brings_pets.data)
        if self.brings_pets.data == []:
            del self.pet_tempers

    easy = {
        "living_with": ("Who would you like to live with?", "Choose as many as you like."),
        "pets_wish": ("How do you feel about pets?", ""),
        "pet_temper_wish": ("Which animals would you be happy with?", ""),
        "pet_tempers": ("How are your animals with people?", "The other person lives with them too."),
        "brings_pets": ("Do you have a pet?", "We ask so that your pet can come too."),
        "smoking": ("Do you smoke?", "We ask because each home has rules."),
        "smoking_wish": ("What if other people smoke?", ""),
        "children_wish": ("How do you feel about children?", ""),
        "children_at_home": ("Are there children in your home?", ""),
    }
