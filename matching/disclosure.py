"""What each side may see of the other, by stage: one table (DESIGN §7), and two plain values made from it.

Nothing else decides what a portal shows of the other side. After a decline or an ending nothing is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from carers import queries as carers
from carers.models import Household, MemberKind
from matching.compatibility.criterion import Reader
from matching.compatibility.explain import Explanation
from matching.highlights import told_in_order
from matching.lifecycle import Stage
from matching.models import Side, Visit, VisitState
from matching.queries import agreements, arrangements, trials
from matching.queries.arrangements import Pair
from matching.queries.money import amounts_of
from matching.queries.risks import household_needs_to_know
from matching.queries.wishes import who_began
from people import queries as people
from people.models import ConsentFor
from scheme import interests
from scheme.kinds import ArrangementKind
from scheme.models import Home, Photograph
from scheme.words import Words


class Opens(Words):
    """From when something is shown."""

    PROPOSED = "proposed", "Once put forward"
    INTRODUCTION = "introduction", "Once both said yes and a worker started introductions"
    VISIT = "visit", "Once a visit is planned"
    TRIAL = "trial", "From the trial on"


HOW_IT_STARTS = ("who_brings", "first_days", "backup")
"""What the two sides agreed before they try it out, without which other household helps."""

OF_THE_PERSON: Mapping[str, Opens] = {
    "area": Opens.PROPOSED,
    "interests": Opens.PROPOSED,
    "reasons": Opens.PROPOSED,
    "name": Opens.INTRODUCTION,
    "pronouns": Opens.INTRODUCTION,
    "good_life": Opens.INTRODUCTION,
    "liked_for": Opens.INTRODUCTION,
    "can_bring": Opens.INTRODUCTION,
    "matters_to_me": Opens.INTRODUCTION,
    "best_support": Opens.VISIT,
    "bad_days": Opens.VISIT,
    "safety": Opens.VISIT,
    "address": Opens.VISIT,
    "animals": Opens.VISIT,
    "step_free": Opens.VISIT,
    "costs": Opens.PROPOSED,
    "payers": Opens.TRIAL,
    "plan": Opens.TRIAL,
    "agreement": Opens.TRIAL,
    "began": Opens.INTRODUCTION,
    **dict.fromkeys(HOW_IT_STARTS, Opens.TRIAL),
}
"""What a household sees of a person: anonymous until both said yes. The address only where the home is the person's; who pays
what tells something of the person, what it costs does not."""

BEFORE_A_TRIAL = frozenset({Stage.PROPOSED, Stage.INTRODUCTION})

TO_WHO_LIVES_THERE = frozenset({"area", "interests", "name", "pronouns"})
"""What somebody hears who lives in the home through another arrangement: who is coming, and none of their story."""

OF_THE_HOUSEHOLD: Mapping[str, Opens] = {
    "name": Opens.PROPOSED,
    "photographs": Opens.PROPOSED,
    "about_us": Opens.PROPOSED,
    "ordinary_day": Opens.PROPOSED,
    "can_share": Opens.PROPOSED,
    "area": Opens.PROPOSED,
    "reasons": Opens.PROPOSED,
    "interests": Opens.INTRODUCTION,
    "address": Opens.VISIT,
    "animals": Opens.VISIT,
    "children": Opens.VISIT,
    "others_supported": Opens.VISIT,
    "step_free": Opens.VISIT,
    "costs": Opens.PROPOSED,
    "plan": Opens.TRIAL,
    "agreement": Opens.TRIAL,
    "began": Opens.INTRODUCTION,
    **dict.fromkeys(HOW_IT_STARTS, Opens.TRIAL),
}
"""What a person sees of a household: faces, rooms and their own words first, never the address before a visit."""

OPEN_AT: Mapping[Stage, frozenset[Opens]] = {
    Stage.PROPOSED: frozenset({Opens.PROPOSED}),
    Stage.INTRODUCTION: frozenset({Opens.PROPOSED, Opens.INTRODUCTION}),
    Stage.TRIAL: frozenset(Opens),
    Stage.LONG_TERM: frozenset(Opens),
    Stage.DECLINED: frozenset(),
    Stage.ENDED: frozenset(),
}


@dataclass(frozen=True)
class Shown:
    """What one side sees of the other: only what is open is there; everything else is missing, not blank."""

    facts: Mapping[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        return self.facts.get(name)


def open_now(stage: Stage, visit_planned: bool) -> frozenset[Opens]:
    """What is open at a stage; a planned visit opens what the visit needs."""
    opened = OPEN_AT[stage]
    return opened | {Opens.VISIT} if visit_planned and Opens.INTRODUCTION in opened else opened


def nothing_told(pair: Pair) -> bool:
    """Whether the household hears nothing of the person, who took back before a trial that households are told about them."""
    return pair.arrangement.stage in BEFORE_A_TRIAL and people.taken_back(pair.person, ConsentFor.INTRODUCTIONS)


def person_to_household(pair: Pair) -> Shown:
    """What the household sees of the person. Nothing before a trial, once they have taken back that households hear about them."""
    if nothing_told(pair):
        return Shown()
    person, amounts = pair.person, amounts_of(pair.arrangement.id)
    own_home = pair.arrangement.kind is ArrangementKind.HOMESHARE
    facts: dict[str, Any] = {
        "area": _area(people.home_of(person)),
        "interests": _liked(person.interests),
        "reasons": _reasons(pair, Reader.CARER),
        "name": person.known_as,
        "pronouns": person.pronouns,
        "good_life": person.good_life,
        "liked_for": person.liked_for,
        "can_bring": person.can_bring,
        "matters_to_me": person.matters_to_me,
        "best_support": person.best_support,
        "bad_days": person.bad_days,
        "safety": household_needs_to_know(pair),
        **(_to_know_before_visiting(people.home_of(person), person.brings_pets) if own_home else {}),
        "costs": [replace(amount, payer=None) for amount in amounts],
        "payers": amounts,
        "plan": pair.arrangement.plan,
        "agreement": agreements.newest_asked(pair.arrangement.id),
        "began": who_began(pair.arrangement.id) is Side.PERSON,
        **_how_it_starts(pair),
    }
    return _only_open(facts, OF_THE_PERSON, pair)


def person_to_resident(pair: Pair) -> Shown:
    """What somebody sees of the person who lives in that home already through another arrangement."""
    facts = person_to_household(pair).facts
    return Shown({name: value for name, value in facts.items() if name in TO_WHO_LIVES_THERE})


def household_to_person(pair: Pair) -> Shown:
    """What the person sees of the household."""
    household = pair.household
    own_home = pair.arrangement.kind is not ArrangementKind.HOMESHARE
    facts: dict[str, Any] = {
        "name": first_names(household),
        "photographs": carers.photographs_of(household),
        "about_us": household.about_us,
        "ordinary_day": household.ordinary_day,
        "can_share": household.can_share,
        "area": _area(carers.home_of(household)),
        "reasons": _reasons(pair, Reader.PERSON),
        "interests": _liked(household.interests),
        **(_to_know_before_visiting(carers.home_of(household), household.pets) if own_home else {}),
        "children": household.children_at_home if own_home else None,
        "others_supported": carers.supported_already(household, carers.members_of(household)) if own_home else None,
        "costs": amounts_of(pair.arrangement.id),
        "plan": agreements.in_easy_read(pair.arrangement.plan, pair.arrangement.plan_easy_read),
        "agreement": agreements.newest_asked(pair.arrangement.id),
        "began": who_began(pair.arrangement.id) is Side.HOUSEHOLD,
        **_how_it_starts_to_the_person(pair),
    }
    return _only_open(facts, OF_THE_HOUSEHOLD, pair)


def _how_it_starts(pair: Pair) -> dict[str, Any]:
    """Looked up only once it may be told: a front page asks for many pairs."""
    plan = trials.plan_of(pair.arrangement.id) if Opens.TRIAL in OPEN_AT[pair.arrangement.stage] else None
    return {name: getattr(plan, name, None) for name in HOW_IT_STARTS}


def _how_it_starts_to_the_person(pair: Pair) -> dict[str, Any]:
    """The same in Easy Read."""
    plan = trials.plan_of(pair.arrangement.id) if Opens.TRIAL in OPEN_AT[pair.arrangement.stage] else None
    if plan is None:
        return {}
    return {
        "who_brings": agreements.in_easy_read(plan.who_brings, plan.who_brings_easy_read),
        "first_days": agreements.in_easy_read(plan.first_days, plan.first_days_easy_read),
        "backup": agreements.in_easy_read(plan.backup, plan.backup_easy_read),
    }


def may_see_photograph(pair: Pair, photograph: Photograph) -> bool:
    """Whether the person may see this photograph now."""
    return any(shown.id == photograph.id for shown in household_to_person(pair).photographs or ())


def first_names(household: Household) -> str:
    """The carers' first names, or the household's name without the surname."""
    named = [
        member.name.split()[0]
        for member in carers.members_of(household)
        if member.kind is MemberKind.CARER and member.name
    ]
    if named:
        return " and ".join(named)
    words = household.name.replace("&", "and").split()
    return " ".join(words[:-1]) if len(words) > 1 else household.name


def _only_open(facts: Mapping[str, Any], table: Mapping[str, Opens], pair: Pair) -> Shown:
    opened = open_now(pair.arrangement.stage, _visit_planned(arrangements.visits_of(pair.arrangement.id)))
    return Shown({name: value for name, value in facts.items() if table[name] in opened and value})


def _visit_planned(visits: Sequence[Visit]) -> bool:
    return any(visit.state is not VisitState.CALLED_OFF for visit in visits)


def _reasons(pair: Pair, reader: Reader) -> tuple[str, ...]:
    frozen = pair.arrangement.frozen.get("explanation")
    return told_in_order(Explanation.from_json(frozen), reader, pair.arrangement.stage) if frozen else ()


def _liked(stances: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Name and picture of what somebody loves or likes, loved things first. Faith and the like are told by reasons only."""
    listed = interests.interests()
    liked = [key for stance in ("love", "like") for key, value in stances.items() if value == stance and key in listed]
    return [(listed[key].name_en, listed[key].picture) for key in liked if not listed[key].special]


def _to_know_before_visiting(home: Home | None, animals: Sequence[Any] | None) -> dict[str, Any]:
    """Where it is and what it is like: for whoever comes to this home, and only there."""
    return {"address": _address(home), "animals": animals, "step_free": home.step_free if home else None}


def _area(home: Home | None) -> str | None:
    return home.area if home else None


def _address(home: Home | None) -> str | None:
    return ", ".join(filter(None, [home.address, home.postcode])) if home else None
