"""In their own words, first of all: a good life, what people like about them, and how to be good support."""

from people.forms.base import ProfileForm
from people.models import OWN_WORDS
from scheme.forms import ChoicesField, WordsField
from scheme.forms.chosen_lists import CONTRIBUTIONS
from scheme.ways_of_living import Contribution


class GoodLifeForm(ProfileForm):
    """What somebody hopes for and cares about."""

    good_life = WordsField(
        "What does a good life look like?",
        why="Everything else follows from this. Use their own words, or write down what they show you.",
        longest=OWN_WORDS,
    )
    matters_to_me = WordsField(
        "What matters to them?",
        why="So that whoever they meet knows what must not be lost: people, places, habits, things.",
        longest=OWN_WORDS,
    )
    easy = {
        "good_life": ("What is a good life for you?", "We ask so that we look for what suits you."),
        "matters_to_me": ("What matters to you?", "We ask so that nobody takes it away."),
    }


class AboutMeForm(ProfileForm):
    """What somebody brings to a home."""

    liked_for = WordsField(
        "What do people like about them?",
        why="A household meets a person, not a list of needs. Ask their friends and family too.",
        longest=OWN_WORDS,
    )
    can_bring = WordsField(
        "What can they do, and what would they bring to a home?",
        why="Everybody brings something: a skill, a joke, a hand with the garden. Living together goes both ways.",
        longest=OWN_WORDS,
    )
    easy = {
        "liked_for": ("What do people like about you?", "We ask so that people meet the real you."),
        "can_bring": ("What are you good at?", "We ask because you bring something to a home."),
    }


class GivingForm(ProfileForm):
    """What goes from them to a home, and from a home to them."""

    contributes = ChoicesField(
        "Which of these would they enjoy bringing to a home?",
        choices=Contribution,
        pictures=CONTRIBUTIONS,
        why="A household may be hoping for exactly this.",
    )
    would_enjoy = ChoicesField(
        "Which of these would they enjoy a household sharing with them?",
        choices=Contribution,
        pictures=CONTRIBUTIONS,
        why="Living together goes both ways.",
    )
    easy = {
        "contributes": ("What would you like to bring to a home?", "Choose as many as you like."),
        "would_enjoy": ("What would you enjoy there?", "We look for people who bring it."),
    }


class SupportForm(ProfileForm):
    """How to be good support."""

    best_support = WordsField(
        "How is it best to support them?",
        why="Told to a household before a visit, so that they start well. It is kept sealed until then.",
        longest=OWN_WORDS,
    )
    bad_days = WordsField(
        "What gives them bad days, and what helps then?",
        why="So that a bad day is understood and not made worse. It is kept sealed until a visit.",
        longest=OWN_WORDS,
    )
    easy = {
        "best_support": ("How should people support you?", "We ask so that people do it your way."),
        "bad_days": ("What makes a bad day?", "We ask so that people know what helps you."),
    }
