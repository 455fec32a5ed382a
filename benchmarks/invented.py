"""Invented people and households for measuring: as fully answered as real ones, the same every time, nobody real."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any, TypeVar

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.profiles import (
    HomeFacts,
    HouseholdProfile,
    MemberProfile,
    Offer,
    PersonProfile,
    Place,
    Wish,
)
from scheme.cells import Cell
from scheme.interests import interests
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    ChildrenAtHome,
    ChildrenWish,
    Company,
    DayRhythm,
    Faith,
    Food,
    HouseholdShape,
    HowOften,
    Language,
    LivingWith,
    Noise,
    Pet,
    PetsWish,
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

T = TypeVar("T")

KNOWN = 0.8
"""How often a fact is known (our judgement of a well-kept profile)."""
ACROSS = 30
"""Everybody lives in a county of this many two-kilometre squares each way."""
INTERESTS = sorted(interests())


class Inventor:
    """Makes people and households up, always the same ones from the same number."""

    def __init__(self, seed: int) -> None:
        self.lots = Random(seed)

    def people(self, count: int) -> list[PersonProfile]:
        """So many people."""
        return [self._person(f"P{number:05}") for number in range(count)]

    def households(self, count: int) -> list[HouseholdProfile]:
        """So many households, each with two grown-ups who answer for themselves."""
        return [self._household(f"H{number:05}") for number in range(count)]

    def _person(self, reference: str) -> PersonProfile:
        return PersonProfile(
            reference=reference,
            **self._ways(),
            wishes=(Wish(ArrangementKind.LIVE_IN),),
            support_level=self._one(SupportLevel),
            setting_wish=self._some(Setting, 2),
            children_wish=self._one(ChildrenWish),
            living_with=self._some(LivingWith, 2),
            needs_bus=self._one(YesNo),
            brings_pets=frozenset(),
            access_needs=frozenset(),
            matters={criterion.name: self.lots.randint(0, 3) for criterion in self.lots.sample(CRITERIA, 5)},
            places=tuple(Place("A place", self._cell(), self.lots.choice(list(HowOften))) for _ in range(3)),
        )

    def _household(self, reference: str) -> HouseholdProfile:
        home = HomeFacts(
            cell=self._cell(),
            setting=self._one(Setting),
            bus_nearby=self._one(YesNo),
            pets=self._some(Pet, 2),
            children=self._one(ChildrenAtHome),
        )
        return HouseholdProfile(
            reference=reference,
            **self._ways(),
            home=home,
            members=tuple(MemberProfile(label=label, **self._ways()) for label in ("One", "Other")),
            offers=(Offer(ArrangementKind.LIVE_IN, 1),),
            living_there=0,
            shape=self._one(HouseholdShape),
            support_levels=self._some(SupportLevel, 2),
        )

    def _ways(self) -> dict[str, Any]:
        stances: Sequence[Stance] = list(Stance)
        return {
            "interests": {key: self.lots.choice(stances) for key in self.lots.sample(INTERESTS, 8)},
            "languages": self._some(Language, 2),
            "faiths": self._some(Faith, 1),
            "foods": self._some(Food, 2),
            "values": self._some(Value, 3),
            "day_rhythm": self._one(DayRhythm),
            "noise": self._one(Noise),
            "company": self._one(Company),
            "routine": self._one(Routine),
            "visitors": self._one(Visitors),
            "smoking": self._one(Smoking),
            "smoking_wish": self._one(SmokingWish),
            "pets_wish": self._one(PetsWish),
        }

    def _one(self, listed: Iterable[T]) -> T | None:
        return self.lots.choice(list(listed)) if self.lots.random() < KNOWN else None

    def _some(self, listed: Iterable[T], most: int) -> frozenset[T]:
        return frozenset(self.lots.sample(list(listed), self.lots.randint(0, most)))

    def _cell(self) -> Cell:
        return Cell(460 + self.lots.randrange(ACROSS), 360 + self.lots.randrange(ACROSS))
