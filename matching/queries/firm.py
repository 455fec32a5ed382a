"""How firm the order of somebody's list is, and which answers could change who comes first in it.

Where few households could be put forward it is worked out when the page is opened; where many could, by a job, kept as ids.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.changing_first import First
from matching.compatibility.how_firm import FIRST_FEW, HowFirm, how_firm
from matching.compatibility.profiles import PersonProfile
from matching.compatibility.ranking import rank_households
from matching.compatibility.what_to_ask import Ask, Side, what_to_ask
from matching.queries.scores import Candidate, Terms, households_for, person_profile, terms
from people.models import Person
from scheme.database import db
from scheme.errors import Refused
from scheme.jobs.kinds import Asked, Tell

QUICK_HOUSEHOLDS = 1_000
"""So many that could be put forward are looked at when the page is opened (measured: two seconds at most on two cores)."""


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


def firmness(profile: PersonProfile, open_ones: Sequence[Candidate[Household]], using: Terms) -> Firmness:
    """For the whole list of the households that suit one person, in order."""
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


# --- where there are many ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _ToAsk:
    ask: Ask
    household: UUID | None


@dataclass(frozen=True)
class _Kept:
    """The same, of the households that are named alone, as ids in the order of the list."""

    found: HowFirm
    households: Mapping[str, UUID]
    to_ask: Sequence[_ToAsk]
    without_cards: Mapping[str, int]
    weights: str


_PLAIN = TypeAdapter(_Kept)


def find_firmness(asked: Asked, tell: Tell) -> Mapping[str, Any]:
    """The work of a job: for the person whose id is ``asked["person"]``."""
    person = db.session.get(Person, UUID(asked["person"]))
    if person is None:
        raise Refused("There is nobody to look for any more.")
    tell(0, 0, "reading profiles")
    using, profile = terms(), person_profile(person)
    candidates = households_for(profile, using).suiting
    tell(0, 0, "trying out what could be otherwise")
    firm = firmness(profile, candidates, using)
    reached, turned = firm.found.reaches, firm.found.turns
    named = {each.reference for each in reached} | {turn.first for turn in turned}
    named |= {turn.step.household for turn in turned if turn.step.household}
    kept = _Kept(
        firm.found,
        {reference: row.id for reference, row in firm.households.items() if reference in named},
        [_ToAsk(each.ask, each.household.id if each.household else None) for each in firm.to_ask],
        {each.reference: firm.without_cards[each.reference] for each in reached if firm.without_cards},
        using.weights.version,
    )
    plain: dict[str, Any] = _PLAIN.dump_python(kept, mode="json")
    return plain


def kept_firmness(result: Mapping[str, Any]) -> tuple[Firmness, str] | None:
    """What such a job found, and by which weights, with households as they are called now; nothing if one of them is gone."""
    kept = _PLAIN.validate_python(result)
    ids = {*kept.households.values(), *(each.household for each in kept.to_ask if each.household)}
    rows = {row.id: row for row in db.session.exec(select(Household).where(col(Household.id).in_(ids)))}
    if rows.keys() != ids:
        return None
    to_ask = [ToAsk(each.ask, rows[each.household] if each.household else None) for each in kept.to_ask]
    households = {reference: rows[each] for reference, each in kept.households.items()}
    return Firmness(kept.found, households, to_ask, kept.without_cards), kept.weights


def first_of(profile: PersonProfile, open_ones: Sequence[Candidate[Household]], using: Terms) -> First:
    """Who comes first for this person, to ask of any answer whether it could change that."""
    return First(profile, [each.household for each in open_ones], using.weights)


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
