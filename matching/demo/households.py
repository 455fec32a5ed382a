"""Invented households, made by the same actions the desk's pages use."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from carers import actions
from carers.models import CheckKind, Household, HouseholdState, MemberKind
from matching.demo import words_of_households as words
from matching.demo.districts import DISTRICTS, District
from matching.demo.drawing_lots import Deck, one_of, perhaps, some
from matching.demo.giving import what_a_household_gives
from matching.demo.names import CATS, CHILDREN, DOGS, LANES, SHAPES, Background
from matching.demo.phrases import SHARED
from matching.demo.sharing import Sharing
from matching.demo.ways import background, how_they_live, in_words
from scheme.clock import today
from scheme.database import now
from scheme.kinds import ArrangementKind
from scheme.models import Account
from scheme.ways_of_living import (
    AgeBand,
    ChildrenAtHome,
    HouseholdMustNot,
    HouseholdShape,
    Pet,
    SupportLevel,
    YesNo,
)

OFFERS = (
    ((ArrangementKind.LIVE_IN,), 38),
    ((ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK), 18),
    ((ArrangementKind.SHORT_BREAK,), 14),
    ((ArrangementKind.DAY_SUPPORT,), 10),
    ((ArrangementKind.SHORT_BREAK, ArrangementKind.DAY_SUPPORT), 8),
    ((ArrangementKind.EMERGENCY, ArrangementKind.HOME_FROM_HOSPITAL, ArrangementKind.SHORT_BREAK), 12),
    ((), 4),
)

STATES = {HouseholdState.OFFERING: 88, HouseholdState.PAUSED: 5, HouseholdState.ENQUIRING: 4, HouseholdState.LEFT: 3}
NEW = 1
"""The version of a home that was just written down."""

CHECKS = (CheckKind.FIRST_AID, CheckKind.SAFEGUARDING, CheckKind.MEDICATION, CheckKind.CAPACITY)


class Households:
    """Makes one invented household after another."""

    def __init__(self, rng: Random, drawn: Sequence[Account], workers: Sequence[Account]) -> None:
        """``drawn`` are the workers that lots are drawn among, ``workers`` all among whom the households are shared."""
        self.rng, self.drawn, self.workers = rng, drawn, workers
        self.sharing = Sharing(workers, Household)
        self.decks = {
            name: Deck(rng, getattr(words, name))
            for name in ("ABOUT_US", "DAY", "CAN_SHARE", "HOME", "SUPPORT", "AWAY", "SPACE", "TALKED")
        }
        self.names: set[str] = set()

    def one(self, number: int) -> Household:
        """A household with its home, everybody in it, what it offers and its papers."""
        rng = self.rng
        of, shape, district = background(rng), one_of(rng, SHAPES), rng.choice(DISTRICTS)
        carers, name = self._name(of, shape)
        pets = _pets(rng)
        answers = self._answers(name, of, shape, district, pets) | what_a_household_gives(number, pets or [], shape)
        answers["named_worker_id"] = self.sharing.named(rng.choice(self.drawn)).id
        household = actions.add_household(answers, f"DH{number:03}")
        self._home(household, district)
        self._members(household, carers, shape)
        kinds = rng.choices([each for each, _ in OFFERS], weights=[weight for _, weight in OFFERS])[0]
        self._offers(household, kinds)
        self._approval(household, kinds)
        self._checks(household)
        self._when_asked(household)
        return household

    def _name(self, of: Background, shape: HouseholdShape) -> tuple[list[str], str]:
        rng = self.rng
        for _ in range(200):
            last = rng.choice(of.surnames)
            firsts = {
                HouseholdShape.ONE_WOMAN: [rng.choice(of.women)],
                HouseholdShape.ONE_MAN: [rng.choice(of.men)],
            }.get(shape) or [rng.choice(of.women), rng.choice(of.men if rng.random() < 0.85 else of.women)]
            name = f"{' and '.join(firsts)} {last}"
            if len(set(firsts)) == len(firsts) and name not in self.names:
                break
        self.names.add(name)
        return [f"{first} {last}" for first in firsts], name

    def _answers(
        self, name: str, of: Background, shape: HouseholdShape, district: District, pets: list[Pet] | None
    ) -> dict[str, Any]:
        rng = self.rng
        lives = how_they_live(rng, of, SHARED)
        interests, town = lives["interests"], district.town
        animals = f" {_pet_words(rng, pets)}" if pets else ""
        return {
            "name": name,
            "shape": perhaps(rng, 92, shape),
            "phone": perhaps(rng, 80, f"01632 960{rng.randint(0, 999):03}"),
            "about_us": perhaps(rng, 92, in_words(self.decks["ABOUT_US"], interests, SHARED, town=town) + animals),
            "ordinary_day": perhaps(rng, 75, in_words(self.decks["DAY"], interests, SHARED, 1, town=town)),
            "can_share": perhaps(rng, 80, in_words(self.decks["CAN_SHARE"], interests, SHARED, 2, town=town)),
            "pets": pets,
            "children_at_home": _children(rng, shape),
            "alcohol": perhaps(rng, 55, rng.choice(tuple(YesNo))),
            "living_there": perhaps(rng, 85, one_of(rng, {0: 70, 1: 22, 2: 7, 3: 1})),
            "support_levels": perhaps(rng, 80, _levels(rng)),
            "support_words": perhaps(rng, 50, self.decks["SUPPORT"].deal()),
            "must_nots": some(rng, tuple(HouseholdMustNot), 1, 2) if rng.random() < 0.22 else [],
            "matters_most": {},
            "state": (state := one_of(rng, STATES)),
            "paused_until": today() + timedelta(days=40) if state is HouseholdState.PAUSED else None,
            **lives,
        }

    def _home(self, household: Household, district: District) -> None:
        rng = self.rng
        if rng.random() < 0.04:
            return  # nobody has written down where it is
        postcode = rng.choice(district.postcodes()) if rng.random() < 0.9 else district.name
        actions.move_home(household, f"{rng.randint(1, 60)} {rng.choice(LANES)}, {district.town}", postcode, NEW)
        answer = (YesNo.YES, YesNo.NO)
        actions.change_home(
            household,
            {
                "setting": perhaps(rng, 85, district.setting),
                "bedrooms": perhaps(rng, 85, rng.randint(2, 5)),
                "step_free": perhaps(rng, 60, rng.choice(answer)),
                "ground_floor_bedroom": perhaps(rng, 65, rng.choices(answer, (3, 7))[0]),
                "accessible_bathroom": perhaps(rng, 60, rng.choices(answer, (3, 7))[0]),
                "wheelchair_space": perhaps(rng, 45, rng.choices(answer, (2, 8))[0]),
                "stairs": perhaps(rng, 75, rng.choices(answer, (8, 2))[0]),
                "garden": perhaps(rng, 75, rng.choices(answer, (8, 2))[0]),
                "parking": perhaps(rng, 60, rng.choice(answer)),
                "bus_nearby": perhaps(rng, 65, rng.choices(answer, (7, 3))[0]),
                "words": perhaps(rng, 70, self.decks["HOME"].deal()),
            },
            NEW + 1,
        )

    def _members(self, household: Household, carers: list[str], shape: HouseholdShape) -> None:
        rng = self.rng
        for name in carers:
            actions.add_member(household, {"kind": MemberKind.CARER, "name": name})
        if household.children_at_home is ChildrenAtHome.LIVE_HERE:
            for name in some(rng, CHILDREN, 1, 3):
                actions.add_member(
                    household,
                    {"kind": MemberKind.CHILD, "name": perhaps(rng, 50, name), "age_band": rng.choice(tuple(AgeBand))},
                )
        if shape is HouseholdShape.SHARED or rng.random() < 0.08:
            actions.add_member(household, {"kind": MemberKind.ADULT, "name": rng.choice(("Mo", "Gran", "Sam", "Alex"))})
        for _ in range(min(household.living_there or 0, 2) if rng.random() < 0.6 else 0):
            name = rng.choice(("Dot", "Micky", "June", "Arif", "Lenny", "Bridie", "Tomasz"))
            actions.add_member(household, {"kind": MemberKind.RESIDENT, "name": name})

    def _offers(self, household: Household, kinds: tuple[ArrangementKind, ...]) -> None:
        rng = self.rng
        for kind in kinds:
            most = 2 if kind is not ArrangementKind.DAY_SUPPORT else 3
            starts, ends = _dates(rng)
            actions.add_offer(
                household,
                {
                    "kind": kind,
                    "spaces": perhaps(rng, 92, 0 if rng.random() < 0.08 else rng.randint(1, most)),
                    "when": None if kind is ArrangementKind.LIVE_IN else perhaps(rng, 60, self.decks["SPACE"].deal()),
                    "starts_on": starts,
                    "ends_on": ends,
                },
            )
        if rng.random() < 0.2:
            starts_on = today() + timedelta(days=rng.randint(10, 120))
            away = {"starts_on": starts_on, "ends_on": starts_on + timedelta(days=rng.randint(3, 14))}
            actions.add_time_away(household, away | {"words": self.decks["AWAY"].deal()})

    def _approval(self, household: Household, kinds: tuple[ArrangementKind, ...]) -> None:
        rng = self.rng
        if household.state is HouseholdState.ENQUIRING or rng.random() < 0.06:
            return
        panel = today() - timedelta(days=rng.randint(60, 2600))
        review = today() + timedelta(days=rng.randint(-20, 60) if rng.random() < 0.12 else rng.randint(61, 360))
        answers = {
            "panel_on": panel,
            "approved_kinds": list(kinds) if rng.random() < 0.88 else [],
            "approval_review_on": perhaps(rng, 94, max(review, panel)),
            "approval_conditions": perhaps(rng, 15, "One person at a time for the first year."),
        }
        actions.change_approval(household, answers, household.version)

    def _checks(self, household: Household) -> None:
        rng = self.rng
        for kind in (CheckKind.DBS, rng.choice(CHECKS)):
            done = today() - timedelta(days=rng.randint(30, 1000))
            answers = {
                "kind": kind,
                "done_on": done,
                "expires_on": perhaps(rng, 90, done + timedelta(days=3 * 365 if kind is CheckKind.DBS else 1100)),
                "number": f"DEMO-{rng.randint(10000, 99999)}",
                "decision": "Seen, nothing of concern" if kind is CheckKind.DBS else "Passed",
            }
            actions.add_check(household, answers)

    def _when_asked(self, household: Household) -> None:
        """Most confirmed their spaces lately, some a good while ago, a few never."""
        rng = self.rng
        if rng.random() < 0.92:
            actions.confirm_availability(household)
            days = rng.randint(0, 27) if rng.random() < 0.72 else rng.randint(32, 140)
            household.availability_confirmed_at = now() - timedelta(days=days, hours=rng.randint(0, 9))
        if rng.random() < 0.6:
            worker = next(one for one in self.workers if one.id == household.named_worker_id)
            on = today() - timedelta(days=rng.randint(1, 90))
            actions.record_conversation(household, worker, on, self.decks["TALKED"].deal())


def _pets(rng: Random) -> list[Pet] | None:
    return perhaps(rng, 82, rng.choices(([], [Pet.DOG], [Pet.CAT], [Pet.DOG, Pet.CAT], [Pet.BIRD]), (5, 4, 3, 1, 1))[0])


def _pet_words(rng: Random, pets: list[Pet]) -> str:
    if Pet.DOG in pets:
        return f"{rng.choice(DOGS)} the dog thinks she runs the place."
    if Pet.CAT in pets:
        return f"{rng.choice(CATS)} the cat will choose your lap."
    return "The budgie says good morning and not much else."


def _children(rng: Random, shape: HouseholdShape) -> ChildrenAtHome | None:
    if shape is HouseholdShape.FAMILY:
        return ChildrenAtHome.LIVE_HERE
    return perhaps(rng, 75, rng.choice((ChildrenAtHome.NONE, ChildrenAtHome.NONE, ChildrenAtHome.VISIT)))


def _levels(rng: Random) -> list[SupportLevel]:
    return list(SupportLevel)[: one_of(rng, {1: 3, 2: 5, 3: 3})]


def _dates(rng: Random) -> tuple[date | None, date | None]:
    """Most spaces are simply there; some begin or end on a day."""
    starts = today() + timedelta(days=rng.randint(5, 80)) if rng.random() < 0.1 else None
    return starts, (starts or today()) + timedelta(days=rng.randint(120, 400)) if rng.random() < 0.08 else None
