"""Invented people and households for measuring: as fully answered as real ones, the same every time, nobody real."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from matching.compatibility.criteria import CRITERIA
from matching.compatibility.profiles import (
    Approval,
    Dates,
    Declined,
    HomeFacts,
    HouseholdProfile,
    MemberProfile,
    Offer,
    PersonProfile,
    Place,
    Taken,
    Wish,
)
from scheme.cells import Cell
from scheme.interests import interests
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    AccessNeed,
    ChildrenAtHome,
    ChildrenWish,
    Company,
    DayRhythm,
    Faith,
    Food,
    HouseholdMustNot,
    HouseholdShape,
    HowOften,
    Language,
    LivingWith,
    MustNot,
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

TODAY = date(2027, 3, 1)
KINDS = [ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK, ArrangementKind.DAY_SUPPORT]
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
            wishes=self._wishes(),
            support_level=self._one(SupportLevel),
            setting_wish=self._some(Setting, 2),
            children_wish=self._one(ChildrenWish),
            living_with=self._some(LivingWith, 2),
            needs_bus=self._one(YesNo),
            brings_pets=frozenset(),
            access_needs=self._some(AccessNeed, 1) if self.lots.random() < KNOWN else None,
            must_nots=self._some(MustNot, 1),
            crisis=self._one(YesNo),
            night_support=self._one(YesNo),
            distance_limit_miles=self.lots.choice([None, None, 10, 20]),
            declined=self._declined(),
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
            stairs=self._one(YesNo),
            alcohol=self._one(YesNo),
            access={need: self.lots.choice(list(YesNo)) for need in AccessNeed if self.lots.random() < KNOWN},
        )
        return HouseholdProfile(
            reference=reference,
            **self._ways(),
            home=home,
            members=tuple(MemberProfile(label=label, **self._ways()) for label in ("One", "Other")),
            offers=tuple(Offer(kind, self.lots.randint(0, 2)) for kind in self.lots.sample(KINDS, 2)),
            living_there=self.lots.choice([None, 0, 0, 1]),
            taken=tuple(Taken(self.lots.choice(KINDS), self._stretch()) for _ in range(self.lots.randint(0, 2))),
            approval=Approval(TODAY - timedelta(days=400), self._day(), frozenset(KINDS)),
            must_nots=self._some(HouseholdMustNot, 1),
            shape=self._one(HouseholdShape),
            support_levels=self._some(SupportLevel, 2),
        )

    def _wishes(self) -> tuple[Wish, ...]:
        kinds = self.lots.sample(KINDS, self.lots.randint(1, 2))
        return tuple(Wish(kind, Dates(self._day()) if self.lots.random() < 0.3 else Dates()) for kind in kinds)

    def _declined(self) -> dict[str, Declined]:
        if self.lots.random() < KNOWN:
            return {}
        return {f"H{self.lots.randrange(1_000):05}": Declined(TODAY - timedelta(days=self.lots.randrange(600)))}

    def _stretch(self) -> Dates:
        starts = self._day()
        return Dates(starts, starts + timedelta(days=self.lots.randrange(60)))

    def _day(self) -> date:
        return TODAY + timedelta(days=self.lots.randrange(-30, 300))

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
