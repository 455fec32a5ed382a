"""What the engine says as plain data for JSON: the same words whether profiles come from a scheme's database or from files.

For workers and programs only. Figures are ``low``, ``likely`` and ``high``, whole numbers from 0 to 100, or ``null``
where there is no number.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from matching.compatibility.agreement import Agreement
from matching.compatibility.essentials import check, standing
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import Ranked
from matching.compatibility.rounds_spaces import RoundOfProfiles, Terms
from matching.compatibility.rounds_stages import PEOPLE, POINTS
from matching.compatibility.rounds_suggested import Suggestion
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import Weights
from matching.compatibility.what_would_change import Change
from matching.compatibility.why_not import why_not
from matching.highlights import highlights

Json = dict[str, Any]


def ranked(place: int, one: Ranked, person: PersonProfile, household: HouseholdProfile, weights: Weights) -> Json:
    """One household of a person's list, at its place from 1."""
    return {
        "place": place,
        "household": one.reference,
        "standing": one.standing,
        "together": _figures(one.together),
        "for_person": _figures(one.person),
        "for_household": _figures(one.household),
        "reasons": highlights(person, household, weights).reasons,
    }


def in_the_way(person: PersonProfile, household: HouseholdProfile, rules: Rules) -> Json:
    """What stands in the way of one pair: every essential not met, then those not known."""
    return {
        "person": person.reference,
        "household": household.reference,
        "standing": standing(check(person, household, rules)),
        "why_not": [asdict(checked) for checked in why_not(person, household, rules)],
    }


def doors(person: PersonProfile, standing_open: int, changes: Sequence[Change]) -> Json:
    """How many households are open to somebody, and which single changes would open more."""
    return {"person": person.reference, "open": standing_open, "changes": [asdict(change) for change in changes]}


def whole_round(found: RoundOfProfiles, terms: Terms) -> Json:
    """A round, with the values that prove it."""
    best = found.round
    return {
        "weights": terms.weights.version,
        "introductions": terms.introductions,
        "asks": terms.asks,
        "least": terms.least,
        "ready": len(best.people),
        "people": best.totals[PEOPLE],
        "points": best.totals[POINTS],
        "proved": best.is_the_best,
        "suggestions": [_suggestion(one, found, terms) for one in best.suggestions],
        "left_out": [
            {"person": person, "why": why, "because": why.label, "waited": terms.waited.get(person, 0)}
            for person, why in found.without.items()
        ],
        "limits": [
            asdict(one) | {"values": best.values.limits[one.name], "one_more": asdict(best.one_more(one.name))}
            for one in best.limits
        ],
        "values_of_people": best.values.people,
    }


def _suggestion(one: Suggestion, found: RoundOfProfiles, terms: Terms) -> Json:
    return {
        "person": one.person,
        "household": one.household,
        "kind": found.kind_of(one),
        "limit": one.limit,
        "points": one.points,
        "check_first": one.check_first,
        "waited": terms.waited.get(one.person, 0),
        "otherwise": asdict(found.round.without(one)),
    }


def _figures(score: Agreement | None) -> dict[str, int] | None:
    return asdict(score) if score else None
