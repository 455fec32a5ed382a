"""The few in the demo that somebody signs in as, written by hand: Josie, and in Homeshare Dorothy and Amara.

The households put forward to Josie are in ``leading_homes``.
"""

from datetime import timedelta
from typing import Any

from carers import actions as carers
from carers.actions.would_share import would_share
from carers.models import AtHomeAgree, Household, MemberKind
from people import actions as people
from people.actions.enquiries import introduce
from people.models import (
    Agrees,
    Authority,
    AuthorityScope,
    Closeness,
    ConsentFor,
    Person,
    PersonState,
    PlacematPlace,
    Whose,
)
from scheme.clock import today
from scheme.database import db, now
from scheme.kinds import ArrangementKind
from scheme.models import Account, WhichConversation
from scheme.ways_of_living import (
    AccessNeed,
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Food,
    GettingTogether,
    HelpedBy,
    HelpWith,
    HouseholdShape,
    HowOften,
    Language,
    LivingWith,
    MustNot,
    Noise,
    Pet,
    PetsWish,
    PetTemper,
    PetTemperWish,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    Stance,
    SupportLevel,
    Value,
    YesNo,
)

LOVE, LIKE, NOT_FOR_ME = Stance.LOVE, Stance.LIKE, Stance.NOT_FOR_ME

JOSIE: dict[str, Any] = {
    "known_as": "Josie",
    "full_name": "Josie Braithwaite",
    "pronouns": "she/her",
    "email": "person@example.org",
    "phone": "07700 900142",
    "good_life": "I want to live in a house with a kitchen people sit in. I want to bake on Sundays, go to my job at the café, and see Lou on Fridays. A dog would be the best thing.",
    "liked_for": "I am friendly and I remember what people like. I make people laugh, mostly on purpose.",
    "can_bring": "I bake. I know every bus in Lancaster. I would walk your dog every single day.",
    "matters_to_me": "My job at the café. My sister Helen. Having my own key. Being asked, not told.",
    "best_support": "Tell me the plan the night before. Help me with money and letters. Let me do my own washing, I am good at it.",
    "bad_days": "Shouting. When plans change and nobody says. I go quiet; come and sit with me and put the kettle on.",
    "interests": {
        "baking": LOVE, "dogs": LOVE, "working-in-a-cafe": LOVE, "old-songs": LIKE, "bus-rides": LIKE, "swimming": LIKE,
        "soaps": LOVE, "horror-films": NOT_FOR_ME,
    },
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH, Communication.EASY_READ],
    "foods": [Food.HOME_COOKED],
    "values": [Value.FAMILY, Value.HUMOUR, Value.MEALS_TOGETHER, Value.WORK, Value.ANIMALS],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.BETWEEN,
    "setting": Setting.TOWN,
    "company": Company.TOGETHER,
    "routine": Routine.REGULAR,
    "pets_wish": PetsWish.LOVE,
    "brings_pets": [],
    "smoking": Smoking.NOBODY,
    "smoking_wish": SmokingWish.OUTSIDE_FINE,
    "children_wish": ChildrenWish.FINE,
    "living_with": [LivingWith.COUPLE, LivingWith.FAMILY],
    "needs_bus": YesNo.YES,
    "pet_temper_wish": PetTemperWish.LIVELY_FINE,
    "contributes": [Contribution.COOKING, Contribution.WALKS, Contribution.ANIMALS, Contribution.LAUGHTER],
    "would_enjoy": [Contribution.GARDEN, Contribution.MUSIC, Contribution.OUTINGS],
    "help_with": [HelpWith.MONEY, HelpWith.PLANNING],
    "helped_by": HelpedBy.NOBODY,
    "support_level": SupportLevel.LOW,
    "night_support": YesNo.NO,
    "access_needs": [],
    "distance_limit_miles": 40,
    "must_nots": [MustNot.SMOKING_INDOORS],
    "matters_most": {"interests": 3, "nearness": 3, "pets": 2, "noise": 1},
    "state": PersonState.READY,
    "crisis": YesNo.NO,
}  # fmt: skip

DOROTHY: dict[str, Any] = {
    "known_as": "Dorothy",
    "full_name": "Dorothy Whitwell",
    "pronouns": "she/her",
    "email": "householder@example.org",
    "good_life": "I want to stay in my own house, with my books, my radio and my roses, and with somebody about in the evening. I taught for thirty-one years and I like young people who think.",
    "liked_for": "I am told I am good company and that I never pretend to agree.",
    "can_bring": "A large sunny room, a piano in tune, a garden, and help with anybody's essays.",
    "matters_to_me": "Being asked before things are moved. The news at six. My friend Nora on Wednesdays.",
    "best_support": "An arm on the front step and somebody to reach the top shelf. I manage the rest.",
    "interests": {
        "reading": LOVE, "radio": LOVE, "gardening": LOVE, "classical-music": LIKE, "history": LIKE, "computers": NOT_FOR_ME,
    },
    "languages": [Language.ENGLISH, Language.FRENCH],
    "values": [Value.INDEPENDENCE, Value.CALM, Value.LEARNING, Value.HUMOUR],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.QUIET,
    "company": Company.BETWEEN,
    "routine": Routine.REGULAR,
    "brings_pets": [Pet.CAT],
    "smoking": Smoking.NOBODY,
    "smoking_wish": SmokingWish.SMOKE_FREE,
    "children_at_home": ChildrenAtHome.NONE,
    "pet_tempers": {Pet.CAT: PetTemper.SHY},
    "contributes": [Contribution.READING, Contribution.STORIES],
    "would_enjoy": [Contribution.COMPANY, Contribution.COOKING],
    "help_with": [HelpWith.SHOPPING],
    "support_level": SupportLevel.LOW,
    "night_support": YesNo.NO,
    "access_needs": [AccessNeed.STEP_FREE],
    "state": PersonState.READY,
    "crisis": YesNo.NO,
}  # fmt: skip

AMARA: dict[str, Any] = {
    "name": "Amara Osei",
    "email": "homesharer@example.org",
    "shape": HouseholdShape.ONE_WOMAN,
    "about_us": "I am twenty-six and I am in my second year of training to be a nurse. I grew up in my grandmother's house and I miss talking over supper. I read everything.",
    "ordinary_day": "Lectures or the ward by day, home by seven, supper, an hour of study. Sundays I cook.",
    "can_share": "Suppers, shopping, reaching high shelves, and somebody in the house at night.",
    "interests": {"reading": LOVE, "radio": LIKE, "cooking": LOVE, "house-plants": LIKE, "choir": LIKE},
    "languages": [Language.ENGLISH],
    "values": [Value.CALM, Value.LEARNING, Value.HUMOUR],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.QUIET,
    "company": Company.BETWEEN,
    "pets": [],
    "smoking": Smoking.NOBODY,
    "smoking_wish": SmokingWish.SMOKE_FREE,
    "pet_temper_wish": PetTemperWish.NOISY_FINE,
    "contributes": [Contribution.COOKING, Contribution.SCREENS, Contribution.COMPANY],
    "would_enjoy": [Contribution.READING, Contribution.STORIES],
    "experienced_with": [HelpWith.SHOPPING, HelpWith.APPOINTMENTS],
}


def josie(worker: Account, accounts: dict[str, Account]) -> Person:
    """Josie, DP001: her own account, and her sister's beside it."""
    born = today() - timedelta(days=31 * 365)
    begun = {"date_of_birth": born, "named_worker_id": worker.id, "first_contact_on": today() - timedelta(days=70)}
    person = people.add_person(JOSIE | begun | {"crisis_noted_on": today() - timedelta(days=12)}, "DP001")
    people.change_home(person, {"postcode": "LA1 0ZA", "address": "14 Storybook Close, Lancaster"}, None)
    people.add_wanted(person, {"kind": ArrangementKind.LIVE_IN, "starts_on": today() + timedelta(days=30)})
    _josies_places_and_people(person)
    introduced_by_a_neighbour()
    would_share_their_home()
    for place, whose, who, does in JOSIES_PLACEMAT:
        people.add_placemat_line(person, {"place": place, "whose": whose, "who": who, "does": does})
    for purpose in (ConsentFor.PROFILE, ConsentFor.INTRODUCTIONS, ConsentFor.PHOTOGRAPH):
        people.give_consent(
            person, purpose, "Said yes after reading the Easy Read sheet with Helen", today() - timedelta(days=60)
        )
    people.give_authority(
        person, accounts["person@example.org"], {"authority": Authority.SELF, "scope": AuthorityScope.HELP}
    )
    beside = {
        "authority": Authority.ASKED,
        "scope": AuthorityScope.HELP,
        "evidence": "Josie asked for this at the café",
    }
    people.give_authority(person, accounts["supporter@example.org"], beside)
    words = "Josie told me about the café and about Lou. She would like a kitchen people sit in, and a dog."
    people.record_conversation(person, worker, today() - timedelta(days=6), WhichConversation.LISTEN, words)
    return person


JOSIES_PLACEMAT = (
    (PlacematPlace.SUPPORT, Whose.AROUND_THEM, "Mrs Patel", "Shows Josie new jobs at the café, one at a time"),
    (PlacematPlace.SUPPORT, Whose.THEMSELVES, "Josie", "Does her own washing, and keeps the calendar"),
    (
        PlacematPlace.INFORMATION,
        Whose.OTHER_SERVICE,
        "Benefits adviser",
        "Explains letters about money, in plain words",
    ),
    (PlacematPlace.PLANNING, Whose.CLOSE_TO_THEM, "Helen", "Goes through the week with Josie on Sunday evenings"),
    (PlacematPlace.FAMILY_AND_FRIENDS, Whose.CLOSE_TO_THEM, "Lou", "Fridays: chips and a film"),
    (PlacematPlace.OPPORTUNITIES, Whose.AROUND_THEM, "Swimming group", "Saved her a place on Wednesdays"),
    (PlacematPlace.PARTNERSHIPS, Whose.US, "Josie's worker", "Gets everybody round one table, twice a year"),
    (
        PlacematPlace.MONEY,
        Whose.THEMSELVES,
        "Josie",
        "Own bank account and card; Helen looks at the statement with her",
    ),
)


def introduced_by_a_neighbour() -> None:
    """Somebody whom nobody has answered yet: introduced three days ago through the public page."""
    told = {
        "first_name": "Winston",
        "enjoys": "Dominoes, his allotment, and cricket on the radio.",
        "good_at": "Growing onions, and making everybody at the bus stop laugh.",
        "hopes": "He says he would like company in the evenings, and somebody to cook with.",
        "reach_them": "Through me, or at the allotments most mornings",
        "introducer": "Pearl Hudson (invented)",
        "relation": "Neighbour",
        "phone": "07700 900187",
    }
    introduce(Agrees.AGREES, told).arrived_at = now() - timedelta(days=3)


def would_share_their_home() -> None:
    """Two whom nobody has answered yet: they wrote on the public page yesterday."""
    told = {
        "name": "Bronagh and Tove (invented)",
        "enjoys": "Long breakfasts, the hens, and quizzes on the radio that neither of us ever wins.",
        "offers": "There is a room over the garden. Perhaps somebody would come for a night now and then, and we would see.",
        "lives_with": "The two of us, four hens and an old spaniel",
        "where": "A village near Lancaster",
        "phone": "07700 900188",
    }
    would_share(AtHomeAgree.AGREE, told).arrived_at = now() - timedelta(days=1)


def _josies_places_and_people(josie: Person) -> None:
    met = {
        who: people.add_place(josie, {"label": label, "postcode": postcode, "how_often": how_often})
        for who, label, postcode, how_often in (
            ("Mrs Patel", "The café where I work", "LA1 0ZA", HowOften.MOST_DAYS),
            ("Helen", "My sister Helen's", "LA4 0ZE", HowOften.WEEKLY),
            ("Lou", "Lou's flat", "LA1 0ZB", HowOften.WEEKLY),
        )
    }
    db.session.flush()
    for name, relationship, closeness, in_touch, how in (
        ("Helen", "Sister", Closeness.CLOSEST, HowOften.WEEKLY, GettingTogether.BY_BUS),
        ("Lou", "Best friend", Closeness.CLOSEST, HowOften.WEEKLY, GettingTogether.ON_FOOT),
        ("Mrs Patel", "Runs the café", Closeness.CLOSE, HowOften.MOST_DAYS, GettingTogether.ON_FOOT),
        ("Auntie Jean", "Aunt", Closeness.CLOSE, HowOften.WEEKLY, GettingTogether.BY_PHONE),
    ):
        one = {"name": name, "relationship": relationship, "closeness": closeness, "in_touch": in_touch}
        at = met[name].id if name in met else None
        people.add_to_circle(josie, one | {"meet_at_id": at, "getting_together": how})


def dorothy(worker: Account, accounts: dict[str, Account]) -> Person:
    """Dorothy, DP001 of the Homeshare scheme, whose home it is."""
    born = today() - timedelta(days=81 * 365)
    person = people.add_person(DOROTHY | {"date_of_birth": born, "named_worker_id": worker.id}, "DP001")
    home = {
        "postcode": "LA9 0ZB", "address": "2 Nowhere Row, Kendal", "setting": Setting.TOWN, "bedrooms": 4,
        "stairs": YesNo.YES, "garden": YesNo.YES, "bus_nearby": YesNo.YES,
    }  # fmt: skip
    people.change_home(person, home, None)
    people.add_wanted(person, {"kind": ArrangementKind.HOMESHARE})
    people.add_to_circle(person, {"name": "Nora", "relationship": "Friend", "closeness": Closeness.CLOSEST})
    people.give_consent(person, ConsentFor.PROFILE, "In her own words, at some length", today() - timedelta(days=40))
    people.give_consent(person, ConsentFor.INTRODUCTIONS, "In her own words", today() - timedelta(days=40))
    own = {"authority": Authority.SELF, "scope": AuthorityScope.HELP}
    people.give_authority(person, accounts["householder@example.org"], own)
    words = "Dorothy showed me the house and the roses. She is quite sure what she wants."
    people.record_conversation(person, worker, today() - timedelta(days=9), WhichConversation.LISTEN, words)
    return person


def amara(worker: Account, accounts: dict[str, Account]) -> Household:
    """Amara, DH001 of the Homeshare scheme, who would come to live in somebody's home."""
    household = carers.add_household(AMARA | {"named_worker_id": worker.id}, "DH001")
    herself = carers.add_member(household, {"kind": MemberKind.CARER, "name": "Amara Osei"})
    carers.give_account(herself, accounts["homesharer@example.org"])
    carers.add_offer(household, {"kind": ArrangementKind.HOMESHARE, "spaces": 1})
    household.availability_confirmed_at = now() - timedelta(days=36)
    return household
