"""One profile beside everybody on the other side: their order, and what a list says of each, kept with the crowd they are in.

A crowd never changes, and it is believed only while the request's own transaction says that it holds (``everybody``). The profile
beside it is read afresh each time, and what was worked out is used again only if that profile, the rules of this day and the
weights are equal to those it was worked out from, answer by answer. So what is kept can be forgotten, and never stale.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from matching.compatibility.coded import Crowd
from matching.compatibility.essentials import Checked
from matching.compatibility.one_beside_many import OneBesideMany
from matching.compatibility.pairs import Pair, Party
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import Ranking, ranking
from matching.compatibility.remembering import Remembered
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import Weights
from matching.compatibility.why_not import why_not_pair
from matching.highlights import Highlights, highlights_of

MOST_KEPT = 100
"""Beside so many of one side everybody of the other is kept, the longest unused let go first: some kilobytes and the order each (our judgement)."""

LISTENED_TO = 1_000
"""Of so many of a crowd at most it is kept what each of them answers, in words: some ten megabytes."""

Mine = TypeVar("Mine", PersonProfile, HouseholdProfile)

_lock = threading.Lock()


@dataclass(frozen=True)
class Beside:
    """One profile beside a crowd, by these rules and weights."""

    profile: PersonProfile | HouseholdProfile
    crowd: Crowd[Any]
    rules: Rules
    weights: Weights
    _said: dict[int, Highlights] = field(default_factory=dict, compare=False)
    _in_the_way: dict[int, Sequence[Checked]] = field(default_factory=dict, compare=False)
    _mine: dict[bool, dict[Any, Any]] = field(default_factory=dict, compare=False)

    @cached_property
    def ranked(self) -> Ranking:
        """Everybody in the crowd, in order; those ruled out last."""
        return ranking(self._laid_out(), self.crowd, self.rules)

    def highlights(self, places: Sequence[int]) -> Sequence[Highlights]:
        """What a list says first of those at these places in the crowd."""
        new = [place for place in places if place not in self._said]
        if new:
            found = self._laid_out().lifts(new)
            self._said.update(
                (place, highlights_of(self._pair(place), lifts)) for place, lifts in zip(new, found, strict=True)
            )
        return [self._said[place] for place in places]

    def in_the_way(self, place: int) -> Sequence[Checked]:
        """Why whoever stands at this place in the crowd is ruled out: what is not met, then what is not known."""
        found = self._in_the_way.get(place)
        if found is None:
            found = self._in_the_way[place] = why_not_pair(self._pair(place), self.rules)
        return found

    def _laid_out(self) -> OneBesideMany:
        """Of whoever was looked at last alone it is kept with the crowd: beside many thousands it takes some megabytes."""
        last: dict[str, tuple[Beside, OneBesideMany]] = self.crowd.kept("laid out last", dict)
        of, found = last.get("", (None, None))
        if of is not self or found is None:
            mine: Crowd[Any] = Crowd([self.profile])
            both = (mine, self.crowd) if isinstance(self.profile, PersonProfile) else (self.crowd, mine)
            found = OneBesideMany(*both, self.weights)
            last[""] = self, found
        return found

    def _pair(self, place: int) -> Pair:
        """The two side by side. What either says is listened to once: this profile's answers beside all of them, theirs beside anybody."""
        person, household = self.sides(place)
        turned = household.is_homesharer
        heard = self.crowd.kept("heard", lambda: Remembered[dict[Any, Any]](LISTENED_TO))
        mine = self._mine.setdefault(turned, {})
        theirs = heard.find((place, turned), dict, lambda _: 1)
        of_person, of_household = (mine, theirs) if person is self.profile else (theirs, mine)
        return Pair(
            Party(person, gives_home=turned, remembered=of_person),
            Party(household, gives_home=not turned, remembered=of_household),
        )

    def sides(self, place: int) -> tuple[PersonProfile, HouseholdProfile]:
        """The two profiles, the person's first."""
        if isinstance(self.profile, PersonProfile):
            return self.profile, self.crowd[place]
        return self.crowd[place], self.profile


def beside(profile: Mine, crowd: Crowd[Any], rules: Rules, weights: Weights) -> Beside:
    """This profile beside this crowd: as it was worked out before, if everything is equal to what it was."""
    kept: OrderedDict[str, Beside] = crowd.kept("beside", OrderedDict)
    with _lock:
        found = kept.get(profile.reference)
        if found is None or (found.profile, found.rules, found.weights) != (profile, rules, weights):
            found = kept[profile.reference] = Beside(profile, crowd, rules, weights)
        kept.move_to_end(profile.reference)
        while len(kept) > MOST_KEPT:
            kept.popitem(last=False)
    return found
