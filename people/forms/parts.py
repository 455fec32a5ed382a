"""Things there can be several of: wishes, places, and people in the circle."""

from people.forms.base import ProfileForm
from people.models import Closeness
from scheme.forms import ChoiceField, DateField, PostcodeField, TextField
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import HowOften


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
    easy = {
        "name": ("What is their name?", ""),
        "relationship": ("Who are they?", "Like my sister or my friend."),
        "closeness": ("How close are you?", ""),
        "in_touch": ("How often are you in touch?", ""),
    }
