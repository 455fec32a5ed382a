"""How it is going with the invented people of the demo, every so often: better mostly, worse sometimes, and often no different."""

from datetime import timedelta
from random import Random

from matching.actions.reviewing import Looked, write_review
from matching.models import Area, Impact, WhyNow
from matching.queries.arrangements import Pair
from scheme.clock import local_moment, today
from scheme.models import Account

SAID = (
    "I like it here. The kitchen is my favourite place.",
    "It is all right. I want to see more of my friends.",
    "I feel at home now.",
)
THEY_SAID = ("The house is livelier. Mornings are still a rush.", "We are getting on well, and we learned to knock.")
TO_CHANGE = ("A lift to the club on Tuesdays.", "Quiet in the house after nine.", "Nothing for now.", None)
AFTER_DAYS = (28, 60, 180, 360, 700)


def look_back(rng: Random, worker: Account, pair: Pair, days_ago: int) -> None:
    """What was written down since it became long-term so many days ago."""
    for after in AFTER_DAYS:
        if after >= days_ago - 3:
            return
        on = today() - timedelta(days=days_ago - after)
        areas = {
            area: rng.choices((Impact.BETTER, Impact.SAME, Impact.WORSE), (6, 3, 1))[0]
            for area in Area
            if rng.random() < 0.8
        }
        looked = Looked(
            on, WhyNow.TIME, areas, person_said=rng.choice(SAID), household_said=rng.choice(THEY_SAID),
            to_change=rng.choice(TO_CHANGE), who_was_there="Everybody at home, and their named worker",
        )  # fmt: skip
        write_review(worker, pair, looked).at = local_moment(on)
