"""Which single changes would open doors for somebody with few options, and how many each would open.

Nothing is guessed. Each change is made to the profiles, everything else stays as it is, and every essential is looked at
again. A door is open when nothing rules the pair out any more. Nobody is asked to give up what keeps them safe: to be
kept apart, a crisis, an approval or somebody's no are not changes to suggest, and nor are kinds that are only for now.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.compatibility.coded import Crowd
from matching.compatibility.essentials_at_once import NOT, obstacles_of_all
from matching.compatibility.profiles import HouseholdProfile, PersonProfile, Wish
from matching.compatibility.verdicts import Codes, Rules
from matching.compatibility.what_to_ask import Side
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.ways_of_living import AccessNeed, HouseholdMustNot, MustNot, YesNo
from scheme.words import Words

FURTHER_MILES = (5, 10, 20)
"""How much further is tried; of these the least that opens a door is told (our judgement)."""

NOT_SUGGESTED = INTERIM_KINDS | {ArrangementKind.KINSHIP}
"""Kinds that are for now only, or for one family."""

NEVER_RELAXED = frozenset({MustNot.ONLY_MEN, MustNot.ONLY_WOMEN})
"""Who helps somebody wash and dress is about their own body: nobody is asked to think again."""


class ChangeOf(Words):
    """What would change."""

    PERSON_MUST_NOT = "person_must_not", "One must-not of the person's less"
    FURTHER = "further", "A little further"
    KIND = "kind", "Another kind as well"
    PERSONS_HOME = "persons_home", "Something in the person's home"
    HOUSEHOLDS_HOME = "households_home", "Something in the household's home"
    SPACE = "space", "One more space"
    HOUSEHOLD_MUST_NOT = "household_must_not", "One must-not of the household's less"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, the households it alone would open, by reference, and how many with nothing to check first."""

    change: ChangeOf
    whose: Side
    sentence: str
    opens: tuple[str, ...]
    clear: int


@dataclass(frozen=True, slots=True)
class _Idea:
    """A change that could be tried: made to the person or, if a household is handed in, to that household."""

    change: ChangeOf
    sentence: str
    person: PersonProfile | None = None
    household: Callable[[HouseholdProfile], HouseholdProfile | None] | None = None


def what_would_change(
    person: PersonProfile, households: Sequence[HouseholdProfile], rules: Rules, kinds: Sequence[ArrangementKind]
) -> tuple[Change, ...]:
    """The changes that would open any door, most doors first. ``kinds`` are those the scheme offers at all."""
    closed = _closed(person, households, rules)
    tried = [
        *_tried_on_person(person, closed, rules, _of_the_person(person, kinds)),
        *(_tried_on_households(person, closed, rules, idea) for idea in _of_a_household(person)),
    ]
    opening = _least_further([change for change in tried if change.opens])
    return tuple(sorted(opening, key=lambda change: -len(change.opens)))


def _closed(person: PersonProfile, households: Sequence[HouseholdProfile], rules: Rules) -> Sequence[HouseholdProfile]:
    obstacles = obstacles_of_all([person], households, rules)[0]
    return [household for household, stood in zip(households, obstacles.tolist(), strict=True) if stood >= NOT]


def _tried_on_person(
    person: PersonProfile, closed: Sequence[HouseholdProfile], rules: Rules, ideas: Sequence[_Idea]
) -> Iterator[Change]:
    obstacles = obstacles_of_all(Crowd(idea.person or person for idea in ideas), closed, rules)
    return (_opened(idea, Side.PERSON, closed, row) for idea, row in zip(ideas, obstacles, strict=True))


def _tried_on_households(
    person: PersonProfile, closed: Sequence[HouseholdProfile], rules: Rules, idea: _Idea
) -> Change:
    changed = [idea.household(household) if idea.household else None for household in closed]
    those = [household for household in changed if household]
    return _opened(idea, Side.HOUSEHOLD, those, obstacles_of_all([person], those, rules)[0])


def _opened(idea: _Idea, whose: Side, households: Sequence[HouseholdProfile], obstacles: Codes) -> Change:
    opens = tuple(households[place].reference for place in np.flatnonzero(obstacles < NOT).tolist())
    return Change(idea.change, whose, idea.sentence, opens, int(np.count_nonzero(obstacles == 0)))


def _least_further(changes: Sequence[Change]) -> Iterator[Change]:
    """All of them, but of those that go further only the first, which goes the least."""
    gone_further = False
    for change in changes:
        if change.change is not ChangeOf.FURTHER or not gone_further:
            yield change
        gone_further = gone_further or change.change is ChangeOf.FURTHER


# --- what could change ------------------------------------------------------------------------------------------------------


def _of_the_person(person: PersonProfile, kinds: Sequence[ArrangementKind]) -> list[_Idea]:
    return [*_fewer_must_nots(person), *_further(person), *_another_kind(person, kinds), *_in_their_home(person)]


def _fewer_must_nots(person: PersonProfile) -> Iterator[_Idea]:
    for must_not in MustNot:
        if must_not in person.must_nots - NEVER_RELAXED:
            fewer = replace(person, must_nots=person.must_nots - {must_not})
            yield _Idea(ChangeOf.PERSON_MUST_NOT, f"If the person could live with this: {must_not.label}.", fewer)


def _further(person: PersonProfile) -> Iterator[_Idea]:
    limit = person.distance_limit_miles
    for miles in FURTHER_MILES if limit is not None else ():
        longer = (limit or 0) + miles
        sentence = f"If {longer} miles were not too far, {miles} more than now."
        yield _Idea(ChangeOf.FURTHER, sentence, replace(person, distance_limit_miles=longer))


def _another_kind(person: PersonProfile, kinds: Sequence[ArrangementKind]) -> Iterator[_Idea]:
    """A kind they have not asked for, from the day they would like the first of those they have."""
    wished = {wish.kind for wish in person.wishes}
    for kind in kinds if wished else ():
        if kind not in wished | NOT_SUGGESTED:
            more = (*person.wishes, Wish(kind, person.wishes[0].dates))
            sentence = f"If the person would like this kind too: {kind.label}."
            yield _Idea(ChangeOf.KIND, sentence, replace(person, wishes=more))


def _in_their_home(person: PersonProfile) -> Iterator[_Idea]:
    """In Homeshare the home is the person's, and it is the homesharer who has to get about in it."""
    for need in AccessNeed:
        if person.home and person.home.access.get(need) is YesNo.NO:
            home = replace(person.home, access={**person.home.access, need: YesNo.YES})
            sentence = f"If the person's home had this: {need.label}."
            yield _Idea(ChangeOf.PERSONS_HOME, sentence, replace(person, home=home))


def _of_a_household(person: PersonProfile) -> Iterator[_Idea]:
    for need in sorted(person.access_needs or ()):
        sentence = f"If a household's home had this: {need.label}."
        yield _Idea(ChangeOf.HOUSEHOLDS_HOME, sentence, household=_having(need))
    wished = {wish.kind for wish in person.wishes}
    yield _Idea(ChangeOf.SPACE, "If a household had one more space.", household=_one_more_space(wished))
    for must_not in HouseholdMustNot:
        sentence = f"If a household could say yes to this: {must_not.label}."
        yield _Idea(ChangeOf.HOUSEHOLD_MUST_NOT, sentence, household=_without(must_not))


def _having(need: AccessNeed) -> Callable[[HouseholdProfile], HouseholdProfile | None]:
    def changed(household: HouseholdProfile) -> HouseholdProfile | None:
        if household.home is None or household.home.access.get(need) is not YesNo.NO:
            return None
        return replace(household, home=replace(household.home, access={**household.home.access, need: YesNo.YES}))

    return changed


def _one_more_space(wished: set[ArrangementKind]) -> Callable[[HouseholdProfile], HouseholdProfile | None]:
    def changed(household: HouseholdProfile) -> HouseholdProfile | None:
        offers = household.offers or ()
        if not any(offer.kind in wished and offer.spaces is not None for offer in offers):
            return None
        more = (
            offer if offer.kind not in wished or offer.spaces is None else replace(offer, spaces=offer.spaces + 1)
            for offer in offers
        )
        return replace(household, offers=tuple(more))

    return changed


def _without(must_not: HouseholdMustNot) -> Callable[[HouseholdProfile], HouseholdProfile | None]:
    def changed(household: HouseholdProfile) -> HouseholdProfile | None:
        if must_not not in household.must_nots:
            return None
        return replace(household, must_nots=household.must_nots - {must_not})

    return changed
