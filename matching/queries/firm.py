"""How firm the order of somebody's list is, and which answers could change who comes first in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from carers.models import Household
from matching.compatibility.changing_first import First
from matching.compatibility.how_firm import FIRST_FEW, HowFirm, how_firm
from matching.compatibility.profiles import PersonProfile
from matching.compatibility.ranking import rank_households
from matching.compatibility.what_to_ask import Ask, Side, what_to_ask
from matching.queries.scores import Candidate, Terms


@dataclass(frozen=True)
class ToAsk:
    """A question whose answer could change who comes first, and the household it is for; ``None``: the person."""

    ask: Ask
    household: Household | None


@dataclass(frozen=True)
class Firmness:
    """How firm the order is, the households in it by reference, and what to ask: the person, then the first few."""

    found: HowFirm
    households: Mapping[str, Household]
    to_ask: Sequence[ToAsk]
    without_cards: Mapping[str, int]
    """Where each household would come had the person said nothing of what matters; empty if they have not."""

    def in_words(self) -> Iterator[str]:
        """A line for each thing there is to say, by reference."""
        yield f"{self.found.among} households could be put forward."
        for reach in self.found.reaches:
            ranges = zip(RANGES, (reach.any_one, reach.weights, reach.unknowns, reach.everything), strict=True)
            places = ", ".join(
                f"{name} {each.best} to {each.worst}{'' if each.exact else ' at most'}" for name, each in ranges
            )
            yield f"{reach.place}. {reach.reference}: {places}"
        for turn in self.found.turns:
            whose = turn.step.household or "the person"
            yield f"{turn.first} first if “{turn.step.title}” mattered a step {'more' if turn.step.more else 'less'} to {whose}"
        for each in self.to_ask:
            whom = each.household.reference if each.household else "the person"
            yield f"Could change who comes first: ask {whom} “{each.ask.question}”"

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON."""
        to_ask = [asdict(each.ask) | {"household": each.household and each.household.reference} for each in self.to_ask]
        told = {"firm": self.found.firm, "stays": self.found.stays} | asdict(self.found)
        return told | {"to_ask": to_ask, "without_cards": dict(self.without_cards)}


RANGES = ("one step", "all steps", "unknowns", "both")
"""What each range of places is called in a line."""


def firmness(profile: PersonProfile, candidates: Sequence[Candidate[Household]], using: Terms) -> Firmness:
    """For the whole list of one person's candidates, in order; those ruled out are passed over."""
    open_ones = [each for each in candidates if not each.ruled_out]
    found = how_firm(profile, [each.household for each in open_ones], using.weights)
    by_reference = {each.ranked.reference: each.row for each in open_ones}
    to_ask = sorted(_to_ask(profile, open_ones, using), key=lambda each: each.household is not None)
    return Firmness(found, by_reference, to_ask, _without_cards(profile, open_ones, using))


def _without_cards(
    profile: PersonProfile, open_ones: Sequence[Candidate[Household]], using: Terms
) -> Mapping[str, int]:
    if not profile.matters:
        return {}
    unsorted = replace(profile, matters={})
    ranked = rank_households(unsorted, [each.household for each in open_ones], using.rules, using.weights)
    return {each.reference: place for place, each in enumerate(ranked, start=1)}


def first_of(profile: PersonProfile, candidates: Sequence[Candidate[Household]], using: Terms) -> First:
    """Who comes first for this person, to ask of any answer whether it could change that."""
    return First(profile, [each.household for each in candidates if not each.ruled_out], using.weights)


def _to_ask(profile: PersonProfile, open_ones: Sequence[Candidate[Household]], using: Terms) -> Iterator[ToAsk]:
    """Each question once: the person's own with the first household that raises it."""
    first, asked = first_of(profile, open_ones, using), set()
    for each in open_ones[:FIRST_FEW]:
        for ask in what_to_ask(profile, each.household, using.weights, first):
            household = each.row if ask.side is Side.HOUSEHOLD else None
            key = (ask.question, household.reference if household else None)
            if ask.could_change_first and key not in asked:
                asked.add(key)
                yield ToAsk(ask, household)
