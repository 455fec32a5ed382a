"""What a home has to have, where somebody lives now, and in Homeshare the home that would be shared."""

from people.forms.base import ProfileForm
from scheme.forms import ChoiceField, ChoicesField, PostcodeField, TextField, WholeNumberField, WordsField
from scheme.forms.chosen_lists import HELP
from scheme.models import Home
from scheme.ways_of_living import AccessNeed, HelpedBy, HelpWith, MustNot, Setting, SupportLevel, YesNo

FARTHEST_MILES = 1000
MOST_BEDROOMS = 20
HOME_WORDS = int(Home.model_fields["words"].metadata[0].max_length)


class NeedsForm(ProfileForm):
    """What must be there, and what must not. These are never weighed: a home has them or has not."""

    support_level = ChoiceField(
        "How much support does a usual day ask for?", choices=SupportLevel, why="Households say how much they can give."
    )
    help_with = ChoicesField(
        "What would they like a hand with?",
        choices=HelpWith,
        pictures=HELP,
        why="Some households have helped with just this before. A household hears of it when they are introduced.",
    )
    helped_by = ChoiceField(
        "Who would they like to help them wash and dress?",
        choices=HelpedBy,
        why="It is their body and their choice. If nobody else will do, say so under what the home must not have.",
    )
    night_support = ChoiceField(
        "Do they need support in the night?", choices=YesNo, inline=True, why="Not every household can get up at night."
    )
    access_needs = ChoicesField(
        "What does the home need so that they can live in it safely?",
        choices=AccessNeed,
        none_of_these="None of these",
        why="A home without it is never put forward. Left empty means not known, and we check first.",
    )
    must_nots = ChoicesField(
        "What must the home not have?",
        choices=MustNot,
        why="Only what would make it impossible; dislikes belong under wishes.",
    )
    distance_limit_miles = WholeNumberField(
        "How far from their places is too far?",
        most=FARTHEST_MILES,
        unit="miles",
        why="Homes further away are not put forward.",
    )
    anywhere = ChoiceField("Or is anywhere fine?", choices=YesNo, inline=True, why="Say yes only if they said so.")
    needs_bus = ChoiceField(
        "Do they need a bus nearby?", choices=YesNo, inline=True, why="So that they can come and go by themselves."
    )
    easy = {
        "support_level": ("How much support do you need?", "We ask so that people give enough."),
        "help_with": ("What would you like a hand with?", "Choose as many as you like."),
        "helped_by": ("Who should help you wash and dress?", "You choose."),
        "night_support": ("Do you need support at night?", ""),
        "access_needs": ("What must the home have?", "We only look at homes that have it."),
        "must_nots": ("What must the home not have?", "We never show you a home that has it."),
        "distance_limit_miles": ("How far away is too far?", "We only look nearer than this."),
        "anywhere": ("Is anywhere fine?", ""),
        "needs_bus": ("Do you need a bus near the home?", ""),
    }


class WhereForm(ProfileForm):
    """Where somebody lives now."""

    postcode = PostcodeField(
        "What is the postcode where they live now?",
        why="To look near the people and places they know. Others see only the district, such as LA1.",
    )
    address = TextField(
        "What is the address?", longest=300, why="Kept sealed. Told only to those who come on a booked visit."
    )


class OwnHomeForm(ProfileForm):
    """The home that would be shared, in Homeshare."""

    words = WordsField(
        "What is their home like, in their own words?", longest=HOME_WORDS, why="The first thing a homesharer reads."
    )
    setting = ChoiceField(
        "What is outside the front door?", choices=Setting, why="Some want the town, some the fields."
    )
    bedrooms = WholeNumberField(
        "How many bedrooms are there?", most=MOST_BEDROOMS, why="A homesharer has a room of their own."
    )
    step_free = ChoiceField(
        "Is there a step-free way in and around?", choices=YesNo, inline=True, why="Some homesharers need it."
    )
    ground_floor_bedroom = ChoiceField("Is there a bedroom on the ground floor?", choices=YesNo, inline=True)
    accessible_bathroom = ChoiceField("Is there a walk-in shower or wet room?", choices=YesNo, inline=True)
    wheelchair_space = ChoiceField("Is there room to move a wheelchair?", choices=YesNo, inline=True)
    stairs = ChoiceField("Are there stairs to the homesharer’s room?", choices=YesNo, inline=True)
    garden = ChoiceField("Is there a garden?", choices=YesNo, inline=True)
    parking = ChoiceField("Is there somewhere to park?", choices=YesNo, inline=True)
    bus_nearby = ChoiceField("Is there a bus nearby?", choices=YesNo, inline=True)
    easy = {
        "words": ("What is your home like?", "People read this first."),
        "setting": ("What is outside your front door?", ""),
        "bedrooms": ("How many bedrooms are there?", ""),
        "step_free": ("Can you get in without a step?", ""),
        "stairs": ("Are there stairs to the other person’s room?", ""),
    }
