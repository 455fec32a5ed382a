"""Invented people seeking support, made by the same actions a worker's pages use."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from matching.demo import words_of_people as words
from matching.demo.about_themselves import say_about_themselves
from matching.demo.districts import DISTRICTS
from matching.demo.drawing_lots import Deck, one_of, perhaps, some
from matching.demo.giving import say_where_friends_are_met, what_a_person_gives
from matching.demo.names import LANES
from matching.demo.phrases import LOVED
from matching.demo.sharing import Sharing
from matching.demo.ways import background, how_they_live, in_words
from people import actions
from people.models import ConsentFor, Person, PersonState
from scheme.clock import today
from scheme.kinds import ArrangementKind
from scheme.models import Account, WhichConversation
from scheme.ways_of_living import (
    AccessNeed,
    ChildrenWish,
    HowOften,
    LivingWith,
    MustNot,
    Pet,
    Setting,
    SupportLevel,
    YesNo,
)

WISHES = (
    ((ArrangementKind.LIVE_IN,), 52),
    ((ArrangementKind.SHORT_BREAK,), 16),
    ((ArrangementKind.DAY_SUPPORT,), 12),
    ((ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK), 8),
    ((ArrangementKind.SHORT_BREAK, ArrangementKind.DAY_SUPPORT), 6),
    ((), 6),
)
"""As UK schemes together counted in 2024–25, roughly: live-in 58%, short breaks 27%, day support 17%, overlapping."""

STATES = {
    PersonState.READY: 70, PersonState.EXPLORING: 16, PersonState.PAUSED: 5, PersonState.LEFT: 4, PersonState.SETTLED: 5,
}  # fmt: skip

CRISIS = {YesNo.NO: 72, None: 23, YesNo.YES: 5}

FOR_NOW = {
    12: ArrangementKind.EMERGENCY, 31: ArrangementKind.EMERGENCY, 54: ArrangementKind.HOME_FROM_HOSPITAL,
    77: ArrangementKind.EMERGENCY, 98: ArrangementKind.HOME_FROM_HOSPITAL,
}  # fmt: skip
"""People in a crisis who want somewhere to stay for now, by number, so that there are always some."""


class People:
    """Makes one invented person after another."""

    def __init__(self, rng: Random, drawn: Sequence[Account], workers: Sequence[Account]) -> None:
        """``drawn`` are the workers that lots are drawn among, ``workers`` all among whom the people are shared."""
        self.rng, self.drawn, self.workers = rng, drawn, workers
        self.sharing = Sharing(workers, Person)
        self.decks = {
            name: Deck(rng, getattr(words, name))
            for name in (
                "GOOD_LIFE",
                "LIKED_FOR",
                "CAN_BRING",
                "MATTERS",
                "BEST_SUPPORT",
                "BAD_DAYS",
                "DESK_NOTES",
                "TALKED",
            )
        }
        self.names: set[str] = set()

    def one(self, number: int) -> Person:
        """A person with everything a profile has, and what is not known left blank."""
        rng = self.rng
        person = actions.add_person(
            self._answers() | _in_crisis(number) | what_a_person_gives(number), reference=f"DP{number:03}"
        )
        district = rng.choice(DISTRICTS)
        if rng.random() < 0.9:
            postcode = rng.choice(district.postcodes()) if rng.random() < 0.7 else district.name
            address = f"{rng.randint(1, 60)} {rng.choice(LANES)}, {district.town}"
            actions.change_home(person, {"postcode": postcode, "address": address}, None)
        self._wishes(person, FOR_NOW.get(number))
        self._circle(person)
        self._places(person, district.postcodes())
        say_where_friends_are_met(person, number)
        self._consents(person)
        self._spoken_with(person)
        say_about_themselves(person, number)
        return person

    def _answers(self) -> dict[str, Any]:
        rng = self.rng
        of = background(rng)
        known_as, full_name, pronouns = self._name(rng.choice((of.women, of.men)), of.surnames, of.women)
        lives = how_they_live(rng, of, LOVED)
        born = today() - timedelta(days=rng.randint(18 * 365, 79 * 365))
        return {
            "known_as": known_as,
            "full_name": perhaps(rng, 95, full_name),
            "pronouns": perhaps(rng, 60, pronouns),
            "date_of_birth": perhaps(rng, 90, born),
            "phone": perhaps(rng, 60, f"07700 900{rng.randint(0, 999):03}"),
            "first_contact_on": today() - timedelta(days=rng.randint(20, 500)),
            "named_worker_id": self.sharing.named(rng.choice(self.drawn)).id if rng.random() < 0.93 else None,
            "notes": perhaps(rng, 30, self.decks["DESK_NOTES"].deal()),
            **lives,
            **self._own_words(lives["interests"]),
            **_wishes_about_home(rng),
            **_support(rng),
            **_standing(rng),
        }

    def _name(self, names: tuple[str, ...], surnames: tuple[str, ...], women: tuple[str, ...]) -> tuple[str, str, str]:
        for _ in range(200):
            first, last = self.rng.choice(names), self.rng.choice(surnames)
            if f"{first} {last}" not in self.names:
                break
        self.names.add(f"{first} {last}")
        return first, f"{first} {last}", "she/her" if names is women else "he/him"

    def _own_words(self, interests: dict[str, Any]) -> dict[str, str | None]:
        rng = self.rng
        return {
            "good_life": perhaps(rng, 92, in_words(self.decks["GOOD_LIFE"], interests, LOVED)),
            "liked_for": perhaps(rng, 80, in_words(self.decks["LIKED_FOR"], interests, LOVED)),
            "can_bring": perhaps(rng, 75, in_words(self.decks["CAN_BRING"], interests, LOVED, 1)),
            "matters_to_me": perhaps(rng, 75, in_words(self.decks["MATTERS"], interests, LOVED, 2)),
            "best_support": perhaps(rng, 75, self.decks["BEST_SUPPORT"].deal()),
            "bad_days": perhaps(rng, 60, self.decks["BAD_DAYS"].deal()),
        }

    def _wishes(self, person: Person, for_now: ArrangementKind | None) -> None:
        kinds = self.rng.choices([each for each, _ in WISHES], weights=[weight for _, weight in WISHES])[0]
        if for_now is not None:
            kinds = (for_now,)
        for kind in kinds:
            starts = today() + timedelta(days=self.rng.randint(-30, 90)) if self.rng.random() < 0.35 else None
            actions.add_wanted(person, {"kind": kind, "starts_on": starts})

    def _circle(self, person: Person) -> None:
        for relationship, closeness in some(self.rng, words.CIRCLE, 0, 4):
            of = background(self.rng)
            name = self.rng.choice(of.women + of.men)
            answers = {
                "name": name,
                "relationship": relationship,
                "closeness": closeness,
                "in_touch": perhaps(self.rng, 75, self.rng.choice(tuple(HowOften))),
            }
            actions.add_to_circle(person, answers)

    def _places(self, person: Person, postcodes: tuple[str, ...]) -> None:
        for label, how_often in some(self.rng, words.PLACES, 0, 3):
            postcode = self.rng.choice(postcodes) if self.rng.random() < 0.85 else None
            actions.add_place(person, {"label": label, "postcode": postcode, "how_often": how_often})

    def _consents(self, person: Person) -> None:
        given = today() - timedelta(days=self.rng.randint(10, 300))
        how = self.rng.choice(
            ("Said so in their own words", "Signed the Easy Read sheet", "With their sister beside them")
        )
        actions.give_consent(person, ConsentFor.PROFILE, how, given)
        if self.rng.random() < 0.85:
            actions.give_consent(person, ConsentFor.INTRODUCTIONS, how, given)
        if self.rng.random() < 0.4:
            actions.give_consent(person, ConsentFor.PHOTOGRAPH, how, given)

    def _spoken_with(self, person: Person) -> None:
        """Most were spoken with lately, some a while ago, and some not yet."""
        rng = self.rng
        if rng.random() < 0.15:
            return
        worker = next((one for one in self.workers if one.id == person.named_worker_id), self.workers[0])
        days = rng.randint(1, 26) if rng.random() < 0.75 else rng.randint(30, 120)
        on = today() - timedelta(days=days)
        actions.record_conversation(person, worker, on, WhichConversation.LISTEN, self.decks["TALKED"].deal())


def _in_crisis(number: int) -> dict[str, Any]:
    if number not in FOR_NOW:
        return {}
    return {
        "state": PersonState.READY,
        "crisis": YesNo.YES,
        "crisis_noted_on": today() - timedelta(days=3),
        "paused_until": None,
    }


def _wishes_about_home(rng: Random) -> dict[str, Any]:
    return {
        "setting": perhaps(rng, 65, rng.choice(tuple(Setting))),
        "children_wish": perhaps(
            rng, 65, one_of(rng, {ChildrenWish.LOVE: 4, ChildrenWish.FINE: 5, ChildrenWish.RATHER_NOT: 2})
        ),
        "living_with": some(rng, tuple(LivingWith), 0, 3),
        "brings_pets": perhaps(rng, 70, [Pet.CAT] if rng.random() < 0.06 else []),
        "needs_bus": perhaps(rng, 60, rng.choice((YesNo.YES, YesNo.YES, YesNo.NO))),
        "must_nots": some(rng, (MustNot.SMOKING_INDOORS, MustNot.SMOKING, MustNot.DOGS, MustNot.CATS), 1, 1)
        if rng.random() < 0.25
        else [],
        "distance_limit_miles": perhaps(rng, 35, rng.choice((15, 20, 25, 30, 40))),
    }


def _support(rng: Random) -> dict[str, Any]:
    needs = some(rng, tuple(AccessNeed), 1, 2) if rng.random() < 0.18 else []
    return {
        "support_level": perhaps(
            rng, 80, one_of(rng, {SupportLevel.LOW: 40, SupportLevel.MEDIUM: 45, SupportLevel.HIGH: 15})
        ),
        "night_support": perhaps(rng, 70, YesNo.YES if rng.random() < 0.12 else YesNo.NO),
        "access_needs": perhaps(rng, 80, needs),
    }


def _standing(rng: Random) -> dict[str, Any]:
    state = one_of(rng, STATES)
    crisis = one_of(rng, CRISIS) if state in {PersonState.READY, PersonState.EXPLORING} else YesNo.NO
    return {
        "state": state,
        "paused_until": today() + timedelta(days=rng.randint(14, 90)) if state is PersonState.PAUSED else None,
        "crisis": crisis,
        "crisis_noted_on": today() - timedelta(days=rng.randint(1, 20)) if crisis else None,
    }
