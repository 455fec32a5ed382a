"""Kinship in the demo: Alfie, who lives with his aunt Denise as he always has, and is supported there. Written by hand."""

from datetime import timedelta
from random import Random
from typing import Any

from carers.models import Household, MemberKind
from matching.demo.drawing_lots import SEED
from matching.demo.leading_homes import IN_A_TOWN, Written, written_household
from matching.demo.story import YES, Story
from people import actions as people
from people.models import Closeness, ConsentFor, Person, PersonState
from scheme.clock import today
from scheme.kinds import ArrangementKind
from scheme.models import Account, WhichConversation
from scheme.ways_of_living import (
    Communication,
    DayRhythm,
    Food,
    HelpWith,
    HouseholdShape,
    Language,
    Noise,
    Smoking,
    Stance,
    SupportLevel,
    Value,
    YesNo,
)

KINSHIP = ArrangementKind.KINSHIP
POSTCODE = "LA1 0ZA"
LOVE, LIKE = Stance.LOVE, Stance.LIKE

ALFIE: dict[str, Any] = {
    "known_as": "Alfie",
    "full_name": "Alfie Pennington",
    "pronouns": "he/him",
    "good_life": "I want to stay at home with Denise. I want my own money and to go to the match with Uncle Ray.",
    "liked_for": "I make people tea without being asked.",
    "can_bring": "I look after the tomatoes. I know every bus.",
    "matters_to_me": "My own bedroom. The match. Denise not getting too tired.",
    "best_support": "Tell me the day before. Write it on the calendar.",
    "interests": {"football": LOVE, "bus-rides": LOVE, "gardening": LIKE},
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH],
    "foods": [Food.HOME_COOKED],
    "values": [Value.FAMILY, Value.HUMOUR],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.BETWEEN,
    "smoking": Smoking.NOBODY,
    "support_level": SupportLevel.LOW,
    "night_support": YesNo.NO,
    "help_with": [HelpWith.MONEY, HelpWith.APPOINTMENTS],
    "access_needs": [],
    "brings_pets": [],
    "distance_limit_miles": 30,
    "state": PersonState.READY,
    "crisis": YesNo.NO,
}

DENISE: dict[str, Any] = {
    "name": "Denise Pennington",
    "phone": "01632 960144",
    "shape": HouseholdShape.ONE_WOMAN,
    "about_us": "I am Denise, Alfie’s aunt. He has lived here since he was nine, and this is his house as much as mine.",
    "ordinary_day": "Alfie is up first and puts the kettle on. I work mornings at the library. Tea is at six.",
    "can_share": "What we have always shared: the house, the tomatoes, and a lot of football.",
    "interests": {"gardening": LOVE, "radio": LIKE, "football": LIKE},
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH],
    "foods": [Food.HOME_COOKED],
    "values": [Value.FAMILY, Value.HUMOUR],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.BETWEEN,
    "pets": [],
    "smoking": Smoking.NOBODY,
    "living_there": 0,
    "support_levels": [SupportLevel.LOW],
    "experienced_with": [HelpWith.MONEY, HelpWith.APPOINTMENTS],
}

THEIR_HOME = Written(
    "DH091", DENISE, "12 Make-believe Road, Lancaster", POSTCODE,
    IN_A_TOWN | {"bedrooms": 2, "stairs": YesNo.YES, "words": "A terraced house with tomatoes along the wall."},
    ({"kind": MemberKind.CARER, "name": "Denise Pennington"},), (KINSHIP,),
)  # fmt: skip
"""They come last, with lots of their own, so that everybody else in the demo stays who they are."""


def supported_at_home(worker: Account) -> None:
    """Alfie, DP121, and Denise, DH091: a year since she was approved to support him, and still at home."""
    person, home = _alfie(worker), written_household(THEIR_HOME, worker)
    _what_became_of_it(worker, person, home)


def _alfie(worker: Account) -> Person:
    day = today()
    begun = {"date_of_birth": day - timedelta(days=29 * 365 + 40), "named_worker_id": worker.id}
    person = people.add_person({**ALFIE, **begun, "first_contact_on": day - timedelta(days=430)}, "DP121")
    people.change_home(person, {"postcode": POSTCODE}, None)
    people.add_wanted(person, {"kind": KINSHIP})
    people.add_to_circle(person, {"name": "Denise", "relationship": "Aunt", "closeness": Closeness.CLOSEST})
    for purpose in (ConsentFor.PROFILE, ConsentFor.INTRODUCTIONS):
        people.give_consent(person, purpose, "Said yes with the Easy Read sheet in hand", day - timedelta(days=420))
    words = (
        "Alfie showed me the tomatoes. He is quite clear that he is not moving, and that Denise needs a Saturday off."
    )
    people.record_conversation(person, worker, day - timedelta(days=415), WhichConversation.LISTEN, words)
    return person


def _what_became_of_it(worker: Account, person: Person, home: Household) -> None:
    story = Story.put_forward(
        Random(SEED),  # noqa: S311 - the same story each time
        worker, person, home, KINSHIP, 400, "You have been doing this for years. Now somebody stands beside you both.",
    )  # fmt: skip
    story.answers(396, person=YES, household=YES)
    story.introduce(394)
    story.start_trial(390, 28)
    story.settle(360)
    story.review_in(20)
