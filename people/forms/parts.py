"""Things there can be several of: wishes, places, and people in the circle."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from people.forms.base import ProfileForm
from people.models import Closeness, PersonPlace
from scheme.forms import ChoiceField, DateField, PostcodeField, TextField
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
