"""What is asked about how it is going."""

from collections.abc import Mapping
from typing import cast

from matching.models import Area, Impact, WhyNow
from scheme.clock import today
from scheme.forms import Asked, ChoiceField, DateField, Form, TextField, WordsField

AREA_PICTURES: Mapping[Area, str] = {
    Area.FRIENDS: "busts-in-silhouette",
    Area.BELONGING: "house-with-garden",
    Area.HEALTH: "adhesive-bandage",
    Area.DOING: "artist-palette",
    Area.CHOICE: "key",
    Area.SAFE: "locked",
    Area.COMFORT: "bed",
    Area.RESPECT: "handshake",
}
IMPACT_PICTURES: Mapping[Impact, str] = {
    Impact.BETTER: "thumbs-up",
    Impact.SAME: "neutral-face",
    Impact.WORSE: "thumbs-down",
}


class AskForReviewForm(Form):
    """Somebody would like to talk about it."""

    words = WordsField("What would you like to talk about?", why="Only your worker reads this.", longest=1000, rows=3)


class ReviewForm(Form):
    """One time of looking together."""

    on = DateField("When did you meet?", needed="Choose the day.", latest=today)
    why = ChoiceField("Why now?", choices=WhyNow, needed="Choose why.")
    who_was_there = TextField("Who was there?", longest=300)
    person_said = WordsField(
        "What the person said", why="In their own words. The household does not read this.", rows=3
    )
    household_said = WordsField("What the household said", why="The person does not read this.", rows=3)
    worker_said = WordsField("What you saw", why="Stays at the desk.", rows=3)
    to_change = WordsField("What is to change?", why="Both sides read this, so write it for both.", rows=3)

    @classmethod
    def with_areas(cls) -> "ReviewForm":
        """The form with a question for each part of life."""
        fields: dict[str, Asked] = {
            f"area_{area}": ChoiceField(
                area.label, choices=Impact, not_known="Not talked about", inline=True, pictures=IMPACT_PICTURES
            )
            for area in Area
        }
        return cast(ReviewForm, type("ReviewForm", (cls,), fields)())

    @property
    def area_questions(self) -> list[Asked]:
        """The questions about parts of life."""
        return [self[f"area_{area}"] for area in Area]

    @property
    def areas(self) -> dict[Area, Impact]:
        """What was answered; what was not talked about is left out."""
        return {area: self[f"area_{area}"].data for area in Area if self[f"area_{area}"].data}
