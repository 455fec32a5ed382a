"""One home of the demo in which two people live: Rosa for good, and Marlon who is trying it out. Written by hand."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any

from carers.models import CheckKind, Household, MemberKind
from matching.actions.clearing import write_plan
from matching.actions.trying import meet_to_decide, plan_trial
from matching.demo.leading_homes import IN_A_TOWN, LIVE_IN, Written
from matching.demo.plots import sharing, trying
from matching.demo.story import Story
from matching.queries.trials import plan_of
from people import actions as people
from people.models import Authority, AuthorityScope, Closeness, ConsentFor, Person, PersonState
from scheme.clock import today
from scheme.database import db
from scheme.models import Account, WhichConversation
from scheme.ways_of_living import (
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Food,
    HelpWith,
    HouseholdShape,
    Language,
    LivingWith,
    Noise,
    Pet,
    PetsWish,
    PetTemper,
    Setting,
    Smoking,
    Stance,
    SupportLevel,
    Value,
    Visitors,
    YesNo,
)

LOVE, LIKE = Stance.LOVE, Stance.LIKE

GLENYS_AND_ARTHUR: dict[str, Any] = {
    "name": "Glenys and Arthur Dowthwaite",
    "email": "living.carer@example.org",
    "phone": "01632 960133",
    "shape": HouseholdShape.COUPLE,
    "about_us": "We are Glenys and Arthur. Arthur mends clocks in the shed and Glenys sings while she irons. There is a cat called Parsnip who sits on whatever you are reading.",
    "ordinary_day": "Breakfast when everybody is up, the market on Wednesdays, choir on Thursdays. Tea at half past five and a quiz after it.",
    "can_share": "Two bedrooms at the front, a shed full of tools, a place at the table, and somebody to sing with.",
    "interests": {"choir": LOVE, "old-songs": LOVE, "gardening": LIKE, "radio": LIKE, "baking": LIKE, "crosswords": LIKE},
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH],
    "foods": [Food.HOME_COOKED, Food.TRADITIONAL],
    "values": [Value.HUMOUR, Value.MEALS_TOGETHER, Value.FAMILY],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.BETWEEN,
    "company": Company.TOGETHER,
    "visitors": Visitors.OPEN_DOOR,
    "pets": [Pet.CAT],
    "smoking": Smoking.NOBODY,
    "children_at_home": ChildrenAtHome.NONE,
    "living_there": 0,
    "support_levels": [SupportLevel.LOW, SupportLevel.MEDIUM],
    "pet_tempers": {Pet.CAT: PetTemper.CALM},
    "contributes": [Contribution.COOKING, Contribution.MUSIC, Contribution.GARDEN],
    "would_enjoy": [Contribution.MUSIC, Contribution.LAUGHTER, Contribution.GAMES],
    "support_words": "Glenys was a dinner lady and Arthur drove an ambulance. We have had somebody living with us before.",
}  # fmt: skip

THEIR_HOME = Written(
    "DH004", GLENYS_AND_ARTHUR, "9 Fable Terrace, Lancaster", "LA1 0ZE",
    IN_A_TOWN | {"bedrooms": 4, "stairs": YesNo.YES, "words": "A tall terrace with a blue door and clocks in every room. Most of them agree."},
    (
        {"kind": MemberKind.CARER, "name": "Glenys Dowthwaite"},
        {"kind": MemberKind.CARER, "name": "Arthur Dowthwaite"},
    ),
    (LIVE_IN,), 5, {CheckKind.DBS: 430, CheckKind.FIRST_AID: 310}, spaces=2,
)  # fmt: skip

SAME: Mapping[str, Any] = {
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH, Communication.EASY_READ],
    "values": [Value.HUMOUR, Value.MEALS_TOGETHER],
    "noise": Noise.BETWEEN,
    "setting": Setting.TOWN,
    "company": Company.TOGETHER,
    "pets_wish": PetsWish.FINE,
    "brings_pets": [],
    "smoking": Smoking.NOBODY,
    "children_wish": ChildrenWish.FINE,
    "living_with": [LivingWith.COUPLE, LivingWith.FAMILY],
    "support_level": SupportLevel.LOW,
    "night_support": YesNo.NO,
    "access_needs": [],
    "distance_limit_miles": 30,
    "state": PersonState.READY,
    "crisis": YesNo.NO,
}

ROSA: dict[str, Any] = {
    **SAME,
    "known_as": "Rosa",
    "full_name": "Rosa Lightfoot",
    "pronouns": "she/her",
    "email": "settled@example.org",
    "good_life": "I want to sing in the choir and have my own key. I want somebody to say goodnight to.",
    "liked_for": "I am patient, and I know all the words.",
    "can_bring": "Harmonies. I iron. I remember birthdays.",
    "matters_to_me": "Choir on Thursdays. My niece Carmen. My own room with the door shut when I want.",
    "best_support": "Say things once and give me time. Help me with letters.",
    "interests": {"choir": LOVE, "old-songs": LOVE, "radio": LIKE},
    "day_rhythm": DayRhythm.EARLY,
    "contributes": [Contribution.MUSIC, Contribution.LAUGHTER],
    "help_with": [HelpWith.MONEY],
}

MARLON: dict[str, Any] = {
    **SAME,
    "known_as": "Marlon",
    "full_name": "Marlon Reid",
    "pronouns": "he/him",
    "email": "trial@example.org",
    "good_life": "I want a shed, or a corner of one. I want to fix things and to watch the match on Saturdays with somebody.",
    "liked_for": "I am funny and I am never late.",
    "can_bring": "I can mend a bicycle. I bring the bins in.",
    "matters_to_me": "My mum. The bicycle project on Tuesdays. Not being told twice.",
    "best_support": "Show me once and let me try. Remind me to ring my mum.",
    "bad_days": "When people talk over me. I go to the shed; give me half an hour.",
    "interests": {"cycling": LOVE, "football": LOVE, "old-songs": LIKE},
    "day_rhythm": DayRhythm.EARLY,
    "contributes": [Contribution.GARDEN, Contribution.LAUGHTER],
    "help_with": [HelpWith.PLANNING],
}

HOW_IT_STARTS = {
    "who_brings": "Mum, in the van, with the bicycle",
    "who_brings_easy_read": "Mum comes with you.\nYour bicycle comes too.",
    "first_days": "Tea with everybody. His tools go into the shed. His mum rings at eight. Nothing else for two days.",
    "first_days_easy_read": "You have tea with everybody.\nYour tools go into the shed.\nMum rings you at eight.\nNothing else for two days.",
    "backup": "Ring Meera by day, and the office at night. His mum has his old room. Ruth and Colin have a room at weekends.",
    "backup_easy_read": "In the day, ring Meera.\nAt night, ring the office.\nYou can sleep at Mum’s.\nOr at Ruth and Colin’s, at weekends.",
}


AGREED, IN_EASY_READ = (
    (
        "Breakfast when everybody is up and tea at half past five. Marlon has a key of his own, and the left half of the shed. He goes "
        "to the bicycle project on Tuesdays and to his mum’s on Sundays. Everybody knocks."
    ),
    (
        "We have tea at half past five.\nYou have your own key.\nThe left half of the shed is yours.\nTuesday: the bicycle project.\n"
        "Sunday: Mum’s.\nEverybody knocks and waits."
    ),
)
"""What is agreed about living together, in plain words and in Easy Read."""


def two_people(worker: Account, accounts: Mapping[str, Account]) -> tuple[Person, Person]:
    """Rosa, DP002, and Marlon, DP003, each with an account."""
    return (
        _person(ROSA, "DP002", 44, worker, accounts["settled@example.org"], ("Carmen", "Niece")),
        _person(MARLON, "DP003", 26, worker, accounts["trial@example.org"], ("Mum", "Mother")),
    )


def _person(
    tells: Mapping[str, Any], reference: str, years: int, worker: Account, account: Account, closest: tuple[str, str]
) -> Person:
    day = today()
    begun = {"date_of_birth": day - timedelta(days=years * 365 + 40), "named_worker_id": worker.id}
    person = people.add_person({**tells, **begun, "first_contact_on": day - timedelta(days=400)}, reference)
    people.change_home(person, {"postcode": "LA1 0ZA"}, None)
    people.add_wanted(person, {"kind": LIVE_IN})
    name, relationship = closest
    people.add_to_circle(person, {"name": name, "relationship": relationship, "closeness": Closeness.CLOSEST})
    for purpose in (ConsentFor.PROFILE, ConsentFor.INTRODUCTIONS):
        people.give_consent(person, purpose, "Said yes with the Easy Read sheet in hand", day - timedelta(days=390))
    people.give_authority(person, account, {"authority": Authority.SELF, "scope": AuthorityScope.HELP})
    words = f"{person.known_as} told me what a good week looks like, and what a bad one does."
    people.record_conversation(person, worker, day - timedelta(days=380), WhichConversation.LISTEN, words)
    return person


def live_together(
    rng: Random, worker: Account, rosa: Person, marlon: Person, home: Household, helping: Household
) -> None:
    """Rosa has lived there since last year; Marlon came a fortnight ago, and everybody has still to decide."""
    settled = Story.put_forward(
        rng, worker, rosa, home, LIVE_IN, 330, "You would sing together before the kettle boils."
    )
    sharing(250, 115)(settled)
    trial = Story.put_forward(
        rng, worker, marlon, home, LIVE_IN, 60, "Arthur has a shed, and nobody to hold the ladder."
    )
    trying(16, 28)(trial)
    plan = plan_of(trial.arrangement.id)
    plan_trial(trial.pair, HOW_IT_STARTS | {"backup_household_id": helping.id}, plan.version if plan else None)
    there = trial.arrangement
    write_plan(trial.pair, AGREED, there.place_to_go_back_to, there.version, IN_EASY_READ)
    db.session.flush()
    trial.agree(2, waiting=True)
    meeting = {
        "on": today() + timedelta(days=8),
        "who_came": "Marlon, his mum, Glenys, Arthur, Rosa if she likes, and Meera",
    }
    meet_to_decide(worker, trial.pair, meeting)
