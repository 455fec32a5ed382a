"""Things there can be several of: wishes, places, people in the circle, lines of a placemat, talks of other ways."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from people.forms.base import ProfileForm
from people.models import Closeness, OtherWay, PersonPlace, PlacematPlace, Whose
from scheme.clock import today
from scheme.forms import ChoiceField, ChoicesField, DateField, PostcodeField, TextField, WordsField
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import GettingTogether, HowOften

GETTING_TOGETHER = {
    GettingTogether.ON_FOOT: "person-walking",
    GettingTogether.BY_BUS: "bus",
    GettingTogether.BY_CAR: "automobile",
    GettingTogether.BY_PHONE: "mobile-phone",
}


class WantedForm(ProfileForm):
    """A kind of arrangement, and when. A view narrows ``kind`` to what the scheme arranges."""

    kind = ChoiceField(
        "What would they like?",
        choices=ArrangementKind,
        needed="Please choose one.",
        why="Households offer some kinds and not others.",
    )
    starts_on = DateField("From when?", why="Left empty means as soon as there is somewhere right.")
    ends_on = DateField("Until when?", why="Left empty means for good, or until they say.")
    easy = {
        "kind": ("What would you like?", "Choose one."),
        "starts_on": ("When would you like it to start?", "You can leave this empty."),
        "ends_on": ("When should it end?", "You can leave this empty."),
    }


class PlaceForm(ProfileForm):
    """A place that matters."""

    label = TextField(
        "Which place is it?",
        longest=120,
        needed="Please give the place a name.",
        why="In their words: “Mum’s”, “the club”, “work”.",
    )
    postcode = PostcodeField("What is its postcode?", why="To look for homes near it. The first half is enough.")
    how_often = ChoiceField("How often do they go?", choices=HowOften, why="Places they go to often count for more.")
    easy = {
        "label": ("Which place is it?", "Like Mum’s house, the club or work."),
        "postcode": ("What is the postcode?", "You can leave this empty."),
        "how_often": ("How often do you go?", ""),
    }


class CircleForm(ProfileForm):
    """Somebody who is already there."""

    name = TextField(
        "Who is it?", longest=120, needed="Please give a name.", why="The people who are there already come first."
    )
    relationship = TextField("Who are they to them?", longest=80, why="Sister, friend, neighbour, support worker.")
    closeness = ChoiceField(
        "How close are they?", choices=Closeness, why="So that a move never takes somebody close away."
    )
    in_touch = ChoiceField("How often are they in touch?", choices=HowOften, why="So that it can go on.")
    meet_at_id = ChoiceField(
        "Where do they usually meet?",
        why="One of the places that matter. So that we can tell which homes would keep them in each other’s reach.",
    )
    getting_together = ChoiceField(
        "How do they get together?",
        choices=GettingTogether,
        why="What is near by car may be far by bus.",
        pictures=GETTING_TOGETHER,
    )
    easy = {
        "name": ("What is their name?", ""),
        "relationship": ("Who are they?", "Like my sister or my friend."),
        "closeness": ("How close are you?", ""),
        "in_touch": ("How often are you in touch?", ""),
        "meet_at_id": ("Where do you meet?", "We ask so that you can still meet there."),
        "getting_together": ("How do you get together?", ""),
    }

    def __init__(self, *args: Any, places: Sequence[PersonPlace] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        if not places:
            del self.meet_at_id  # nothing to choose from yet
            return
        self.meet_at_id.choices = [(str(place.id), place.label) for place in places]
        if isinstance(self.meet_at_id.data, UUID):
            self.meet_at_id.data = str(self.meet_at_id.data)

    @property
    def answers(self) -> dict[str, Any]:
        told: dict[str, Any] = super().answers
        return told | {"meet_at_id": UUID(told["meet_at_id"])} if told.get("meet_at_id") else told


PLACEMAT = {
    PlacematPlace.SUPPORT: "help-others",
    PlacematPlace.INFORMATION: "information",
    PlacematPlace.PLANNING: "spiral-calendar",
    PlacematPlace.FAMILY_AND_FRIENDS: "people-holding-hands",
    PlacematPlace.OPPORTUNITIES: "light-bulb",
    PlacematPlace.PARTNERSHIPS: "handshake",
    PlacematPlace.MONEY: "pound-banknote",
    PlacematPlace.HOUSING: "key",
}
"""The picture of each place of a placemat."""


class PlacematForm(ProfileForm):
    """One line of a placemat."""

    place = ChoiceField(
        "Which part of life is it?", choices=PlacematPlace, needed="Please choose one.", pictures=PLACEMAT
    )
    who = TextField(
        "Who does it?",
        longest=120,
        needed="Please say who.",
        why="A name, or a name and where they are from. One line for each.",
    )
    does = TextField(
        "What do they do?",
        longest=300,
        needed="Please say what they do.",
        why="One thing, in plain words: “Comes to the bank with me on Mondays”.",
    )
    whose = ChoiceField(
        "Who are they to them?",
        choices=Whose,
        needed="Please choose one.",
        why="So that we notice when all of it stands on one person, or all of it on us.",
    )
    easy = {
        "place": ("What is it about?", "Choose one."),
        "who": ("Who does it?", "It can be you."),
        "does": ("What do they do?", "Like: comes to the shops with me."),
        "whose": ("Who are they?", ""),
    }

    def _say_easily(self, question: Any) -> None:
        super()._say_easily(question)
        if question.short_name == "whose":
            question.choices = [(whose, EASY_WHOSE.get(whose, whose.label)) for whose in Whose]
        if question.short_name == "place":
            question.choices = [(place, EASY_PLACES[place]) for place in PlacematPlace]


EASY_PLACES = {
    PlacematPlace.SUPPORT: "Who helps me",
    PlacematPlace.INFORMATION: "Who tells me things",
    PlacematPlace.PLANNING: "Who plans with me",
    PlacematPlace.FAMILY_AND_FRIENDS: "My family and friends",
    PlacematPlace.OPPORTUNITIES: "New things I try",
    PlacematPlace.PARTNERSHIPS: "Who works together for me",
    PlacematPlace.MONEY: "My own money",
    PlacematPlace.HOUSING: "My own home",
}

EASY_WHOSE = {Whose.THEMSELVES: "It is me", Whose.US: "Somebody from the scheme", Whose.AROUND_THEM: "Somebody near me"}


class OtherWaysForm(ProfileForm):
    """A talk about other ways to live."""

    ways = ChoicesField(
        "Which other ways to live did you talk about?",
        choices=OtherWay,
        needed="Please tick at least one.",
        why="Nobody should settle into the first thing that was offered.",
    )
    talked_on = DateField("When?", latest=today, needed="Please give the day.")
    with_whom = TextField(
        "Who talked about it?", longest=200, needed="Please say who.", why="The person, and whoever was with them."
    )
    words = WordsField("What did they think of each?", longest=4000, why="Kept sealed, for workers.")
