"""The three households put forward to Josie, written by hand so that there is something to look at and to choose between."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from carers import actions
from carers.models import CheckKind, Household, MemberKind
from scheme.clock import today
from scheme.database import now
from scheme.kinds import ArrangementKind
from scheme.models import Account
from scheme.ways_of_living import (
    AgeBand,
    ChildrenAtHome,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Food,
    Helper,
    HelpWith,
    HouseholdShape,
    Language,
    Noise,
    Pet,
    PetTemper,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    Stance,
    SupportLevel,
    Value,
    Visitors,
    YesNo,
)

LOVE, LIKE = Stance.LOVE, Stance.LIKE
LIVE_IN, SHORT_BREAK = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK

RUTH_AND_COLIN: dict[str, Any] = {
    "name": "Ruth and Colin Ashworth",
    "email": "carer@example.org",
    "phone": "01632 960188",
    "shape": HouseholdShape.COUPLE,
    "about_us": "We are Ruth and Colin. Our two are grown up and the house has gone quiet. There is a kitchen table everything happens at, a garden, and Biscuit the spaniel, who thinks every visitor has come to see him.",
    "ordinary_day": "Up at seven, porridge, Biscuit out. Ruth bakes on Sundays for half the street. Tea is at six and everybody sits down.",
    "can_share": "A sunny back bedroom with its own key, baking days, the bus stop at the gate, and people to laugh with.",
    "interests": {
        "baking": LOVE, "dogs": LOVE, "gardening": LIKE, "old-songs": LOVE, "soaps": LIKE, "walking": LIKE,
    },
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH],
    "foods": [Food.HOME_COOKED, Food.TRADITIONAL],
    "values": [Value.FAMILY, Value.HUMOUR, Value.MEALS_TOGETHER, Value.ANIMALS],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.BETWEEN,
    "company": Company.TOGETHER,
    "visitors": Visitors.OPEN_DOOR,
    "pets": [Pet.DOG],
    "smoking": Smoking.NOBODY,
    "smoking_wish": SmokingWish.OUTSIDE_FINE,
    "children_at_home": ChildrenAtHome.VISIT,
    "living_there": 0,
    "support_levels": [SupportLevel.LOW, SupportLevel.MEDIUM],
    "pet_tempers": {Pet.DOG: PetTemper.LIVELY},
    "contributes": [Contribution.COOKING, Contribution.GARDEN, Contribution.MUSIC],
    "would_enjoy": [Contribution.COOKING, Contribution.WALKS, Contribution.LAUGHTER],
    "experienced_with": [HelpWith.MONEY, HelpWith.APPOINTMENTS, HelpWith.GETTING_OUT],
    "helpers": [Helper.WOMAN, Helper.MAN],
    "support_words": "Ruth worked in a school kitchen for twenty years. Happy to help with money, letters and getting about.",
}  # fmt: skip

NASREEN_AND_DAVE: dict[str, Any] = {
    "name": "Nasreen and Dave Holden",
    "phone": "01632 960177",
    "shape": HouseholdShape.FAMILY,
    "about_us": "We are Nasreen, Dave and Layla, who is nine and will show you her hens before you have taken your coat off. It is a noisy house in a friendly way.",
    "ordinary_day": "A scramble until half past eight, then peace. Layla is home at four and wants to tell somebody everything. Big tea at six.",
    "can_share": "Curries from Nasreen's mother's book, six hens with names, film night on Fridays, and a room right at the top.",
    "interests": {"hens": LOVE, "cooking-curry": LOVE, "baking": LIKE, "films-at-home": LOVE, "swimming": LIKE, "football": LIKE},
    "languages": [Language.ENGLISH, Language.URDU],
    "communication": [Communication.SPEECH],
    "foods": [Food.HOME_COOKED, Food.SOUTH_ASIAN, Food.SPICY],
    "values": [Value.FAMILY, Value.HUMOUR, Value.MEALS_TOGETHER, Value.HELPING],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.LIVELY,
    "company": Company.TOGETHER,
    "visitors": Visitors.OPEN_DOOR,
    "pets": [Pet.OTHER],
    "smoking": Smoking.NOBODY,
    "children_at_home": ChildrenAtHome.LIVE_HERE,
    "living_there": 0,
    "pet_tempers": {Pet.OTHER: PetTemper.NOISY},
    "contributes": [Contribution.COOKING, Contribution.OUTINGS],
    "would_enjoy": [Contribution.GAMES, Contribution.ANIMALS, Contribution.STORIES],
    "helpers": [Helper.WOMAN, Helper.MAN],
    "support_levels": [SupportLevel.LOW],
}  # fmt: skip

BEV: dict[str, Any] = {
    "name": "Bev Tyson",
    "phone": "01632 960155",
    "shape": HouseholdShape.ONE_WOMAN,
    "about_us": "I am Bev. I drove the number 41 for eighteen years and now I have a bungalow, an old greyhound called Nelson, and time. I would like somebody to share the crossword and the walks.",
    "ordinary_day": "Out with Nelson at seven, toast, the radio. I swim on Tuesdays. Soaps at half past seven with a pot of tea.",
    "can_share": "A dog who needs walking every single day, a quiet house with a good laugh in it, and a lift to anywhere.",
    "interests": {"dogs": LOVE, "bus-rides": LOVE, "swimming": LIKE, "soaps": LOVE, "crosswords": LIKE, "seaside": LIKE},
    "languages": [Language.ENGLISH],
    "communication": [Communication.SPEECH, Communication.MAKATON],
    "foods": [Food.TRADITIONAL],
    "values": [Value.HUMOUR, Value.CALM, Value.ANIMALS],
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.QUIET,
    "company": Company.BETWEEN,
    "routine": Routine.REGULAR,
    "pets": [Pet.DOG],
    "smoking": Smoking.NOBODY,
    "children_at_home": ChildrenAtHome.NONE,
    "living_there": 0,
    "support_levels": [SupportLevel.LOW, SupportLevel.MEDIUM],
    "pet_tempers": {Pet.DOG: PetTemper.CALM},
    "contributes": [Contribution.WALKS, Contribution.OUTINGS, Contribution.GAMES],
    "would_enjoy": [Contribution.WALKS, Contribution.ANIMALS],
    "experienced_with": [HelpWith.MONEY, HelpWith.GETTING_OUT, HelpWith.PLANNING, HelpWith.HARD_DAYS],
    "helpers": [Helper.WOMAN],
    "support_words": "I have supported somebody before, for six years. I use Makaton.",
}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A household written by hand, and everything that belongs to it."""

    reference: str
    tells: Mapping[str, Any]
    address: str
    postcode: str
    home: Mapping[str, Any]
    members: tuple[Mapping[str, Any], ...]
    kinds: tuple[ArrangementKind, ...] = (LIVE_IN,)
    confirmed_days_ago: int = 4
    checks: Mapping[CheckKind, int] = field(default_factory=lambda: {CheckKind.DBS: 500, CheckKind.FIRST_AID: 400})
    """Each check, and in how many days it runs out."""
    spaces: int = 1


IN_A_TOWN = {"setting": Setting.TOWN, "bus_nearby": YesNo.YES, "garden": YesNo.YES}

WRITTEN = (
    Written(
        "DH001", RUTH_AND_COLIN, "7 Pretend Street, Lancaster", "LA1 0ZD",
        IN_A_TOWN | {
            "bedrooms": 4, "stairs": YesNo.YES, "parking": YesNo.NO, "ground_floor_bedroom": YesNo.NO,
            "words": "A stone terrace with a yellow front door. Your room looks over the garden.",
        },
        ({"kind": MemberKind.CARER, "name": "Ruth Ashworth"}, {"kind": MemberKind.CARER, "name": "Colin Ashworth"}),
        (LIVE_IN, SHORT_BREAK), 43, {CheckKind.DBS: 50, CheckKind.FIRST_AID: 400},
    ),
    Written(
        "DH002", NASREEN_AND_DAVE, "31 Storybook Close, Morecambe", "LA4 0ZB",
        IN_A_TOWN | {"bedrooms": 5, "stairs": YesNo.YES, "words": "A tall house near the front. Your room has the sea in it, if you lean."},
        (
            {"kind": MemberKind.CARER, "name": "Nasreen Holden"}, {"kind": MemberKind.CARER, "name": "Dave Holden"},
            {"kind": MemberKind.CHILD, "name": "Layla", "age_band": AgeBand.FIVE_TO_TEN},
        ),
    ),
    Written(
        "DH003", BEV, "2 Made-up Lane, Lancaster", "LA1 0ZB",
        IN_A_TOWN | {"bedrooms": 2, "stairs": YesNo.NO, "step_free": YesNo.YES, "words": "A bungalow. Everything is on one level, and the bus stops outside."},
        ({"kind": MemberKind.CARER, "name": "Bev Tyson"},),
    ),
)  # fmt: skip
"""In the order of their references: Ruth and Colin have not said for six weeks whether their space is still right."""


def written_households(worker: Account, accounts: dict[str, Account]) -> list[Household]:
    """Make all three; Ruth has an account of her own."""
    first, *others = WRITTEN
    return [written_household(first, worker, accounts["carer@example.org"])] + [
        written_household(written, worker) for written in others
    ]


def written_household(written: Written, worker: Account, account: Account | None = None) -> Household:
    """Make one household written by hand; the account is that of the first carer."""
    household = actions.add_household({**written.tells, "named_worker_id": worker.id}, written.reference)
    actions.move_home(household, written.address, written.postcode, 1)
    actions.change_home(household, written.home, 2)
    members = [actions.add_member(household, member) for member in written.members]
    for kind in written.kinds:
        when = "Most weekends" if kind is SHORT_BREAK else None
        actions.add_offer(household, {"kind": kind, "spaces": written.spaces, "when": when})
    approved = {
        "panel_on": today() - timedelta(days=420),
        "approved_kinds": list(written.kinds),
        "approval_review_on": today() + timedelta(days=240),
    }
    actions.change_approval(household, approved, household.version)
    for check, left in written.checks.items():
        expires_on = today() + timedelta(days=left)
        done = {"kind": check, "done_on": expires_on - timedelta(days=3 * 365), "expires_on": expires_on}
        actions.add_check(household, done | {"member_id": members[0].id, "number": "DEMO-00001", "decision": "Seen"})
    away_from = today() + timedelta(days=75)
    away = {"starts_on": away_from, "ends_on": away_from + timedelta(days=9), "words": "A week by the sea"}
    actions.add_time_away(household, away)
    household.availability_confirmed_at = now() - timedelta(days=written.confirmed_days_ago)
    if account:
        actions.give_account(members[0], account)
    return household
