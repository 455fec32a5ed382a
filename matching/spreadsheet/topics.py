"""What a worker's yes does to a profile, for each list a question can be about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import carers.actions
import carers.queries
from carers.models import Household
from matching.spreadsheet.placing.slot import member
from people.models import Person
from scheme.changing import change
from scheme.interests import interests
from scheme.ways_of_living import (
    Company,
    DayRhythm,
    Food,
    HouseholdMustNot,
    LivingWith,
    MustNot,
    Noise,
    Pet,
    Setting,
    Stance,
    Value,
    YesNo,
)
from scheme.words import Words

Profile = Person | Household
NONE = "none"

Accept = Callable[[Any, str, str | None], None]


@dataclass(frozen=True, slots=True)
class Topic:
    """A list: how a question about it is put, its entries' labels, what a yes does, and whether each profile is asked for itself."""

    title: str
    labels: Callable[[], Mapping[str, str]]
    accept: Accept
    each: bool = False
    """A must-not or a fact about a home is nobody's by analogy: each profile is ticked for itself."""
    asks: str = ""
    """The question, with the entry at ``{}``, where the title alone does not ask it."""


def _labels(*kinds: type[Words]) -> Callable[[], Mapping[str, str]]:
    return lambda: {value: label for kind in kinds for value, label in kind.choices()}


def _interest_labels() -> Mapping[str, str]:
    return {key: interest.name_en for key, interest in interests().items()}


def _interest(profile: Profile, value: str, stance: str | None) -> None:
    if value in interests() and value not in profile.interests:
        change(
            profile, {"interests": {**profile.interests, value: member(Stance, stance or Stance.LIKE)}}, profile.version
        )


def _add(name: str) -> Accept:
    """Add an entry to a list."""

    def accept(profile: Profile, value: str, stance: str | None) -> None:
        there = list(getattr(profile, name) or [])
        if value not in there:
            change(profile, {name: [*there, value]}, profile.version)

    return accept


def _say(name: str) -> Accept:
    """Say one thing, where nothing is known yet."""

    def accept(profile: Profile, value: str, stance: str | None) -> None:
        if getattr(profile, name) is None:
            change(profile, {name: value}, profile.version)

    return accept


def _say_of_home(name: str) -> Accept:
    def accept(profile: Any, value: str, stance: str | None) -> None:
        home = carers.queries.home_of(profile)
        if home is None or getattr(home, name) is None:
            carers.actions.change_home(profile, {name: value}, home.version if home else 1)

    return accept


def _no_access_needs(profile: Any, value: str, stance: str | None) -> None:
    if profile.access_needs is None:
        change(profile, {"access_needs": []}, profile.version)


_YES = _labels(YesNo)

TOPICS: Mapping[str, Topic] = {
    "interests": Topic("Things people love, like, or would rather not", _interest_labels, _interest),
    "must_nots": Topic(
        "Must this never be in the home?",
        _labels(MustNot, HouseholdMustNot),
        _add("must_nots"),
        each=True,
        asks="Is “{}” a must-not for them?",
    ),
    "foods": Topic("Food", _labels(Food), _add("foods")),
    "values": Topic("What makes life at home good", _labels(Value), _add("values")),
    "living_with": Topic("Who they would rather live with", _labels(LivingWith), _add("living_with")),
    "brings_pets": Topic("Animals coming too", _labels(Pet), _add("brings_pets")),
    "noise": Topic("Quiet or lively", _labels(Noise), _say("noise")),
    "company": Topic("Company", _labels(Company), _say("company")),
    "day_rhythm": Topic("Early or late", _labels(DayRhythm), _say("day_rhythm")),
    "setting": Topic("Where they would like to live", _labels(Setting), _say("setting")),
    "needs_bus": Topic("Needs a bus nearby", _YES, _say("needs_bus")),
    "access_needs": Topic(
        "Does the home need nothing special?", lambda: {NONE: "Nothing is needed"}, _no_access_needs, each=True
    ),
    "step_free": Topic("Is the way in and around step-free?", _YES, _say_of_home("step_free"), each=True),
    "ground_floor_bedroom": Topic(
        "Is there a bedroom on the ground floor?", _YES, _say_of_home("ground_floor_bedroom"), each=True
    ),
    "accessible_bathroom": Topic(
        "Is there a walk-in shower or wet room?", _YES, _say_of_home("accessible_bathroom"), each=True
    ),
}
"""Topic of a proposal (``values.meanings``, ``values.homes``) to what a worker's yes does."""


def accept(profile: Profile, topic: str, options: Sequence[str], stance: str | None) -> None:
    """Do what a worker said yes to. Options that are not on the list do nothing."""
    labels = TOPICS[topic].labels()
    for option in options:
        if option in labels:
            TOPICS[topic].accept(profile, option, stance)
