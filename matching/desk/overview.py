"""Arrangements as the desk reads them: the list, and one in full."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from carers.models import Household
from matching.actions.stepping import steps_open
from matching.actions.visiting import VISITED_AT
from matching.compatibility.essentials import Checked
from matching.compatibility.verdicts import Met
from matching.desk.afterwards import afterwards
from matching.desk.answered import asking
from matching.desk.timeline import timeline
from matching.disclosure import nothing_told
from matching.kinds import KINDS
from matching.lifecycle import GOING_ON, LIVING_TOGETHER, Stage, Step
from matching.models import Arrangement, Side
from matching.needs import Matter, Missing, missing
from matching.queries import agreements, arrangements, trials
from matching.queries.apart import kept_apart, kept_apart_there
from matching.queries.arrangements import Pair, by_id, coming_stays
from matching.queries.endings import ending_of
from matching.queries.holds import may_know, on_pair
from matching.queries.money import amounts_of
from matching.queries.visits import seen
from people.models import Person
from people.queries import talks_of_other_ways
from people.sections import PARTS
from scheme.clock import today
from scheme.database import now
from scheme.models import Account
from scheme.pages import Page, page_of


@dataclass(frozen=True)
class Wanted:
    """What is looked for in the list."""

    stage: Stage | None = None

    @classmethod
    def from_args(cls, args: Mapping[str, str]) -> "Wanted":
        """From the address; what is not understood is not asked."""
        return cls(Stage.read(args.get("stage")))


@dataclass(frozen=True)
class Line:
    """One line of the list."""

    pair: Pair
    stage: str
    worker: str


def find(wanted: Wanted, page: int) -> Page[Line]:
    """Arrangements, newest first; without a stage, those going on. A constant number of statements."""
    query = select(Arrangement).order_by(col(Arrangement.stage_since).desc(), col(Arrangement.reference))
    query = (
        query.where(Arrangement.stage == wanted.stage)
        if wanted.stage
        else query.where(col(Arrangement.stage).in_(GOING_ON))
    )
    found = page_of(query, page)
    people, households = (
        by_id(Person, {a.person_id for a in found.rows}),
        by_id(Household, {a.household_id for a in found.rows}),
    )
    workers = by_id(Account, {a.worker_id for a in found.rows})
    lines = [
        Line(
            Pair(a, people[a.person_id], households[a.household_id]),
            KINDS[a.kind].label(a.stage),
            workers[a.worker_id].name,
        )
        for a in found.rows
    ]
    return found.showing(lines)


@dataclass(frozen=True)
class NextStep:
    """A step this account may take, and what it still needs."""

    step: Step
    label: str
    needs: list[Missing]


def in_full(pair: Pair, account: Account) -> dict[str, Any]:
    """Everything the desk's page about one arrangement shows."""
    matter, rules = Matter.of(pair), KINDS[pair.arrangement.kind]
    workers = by_id(Account, {pair.arrangement.worker_id})
    return {
        "pair": pair,
        "rules": rules,
        "stages": Stage,
        "stage": rules.label(pair.arrangement.stage),
        "worker": workers[pair.arrangement.worker_id],
        "steps": [NextStep(step, rules.step_label(step), missing(step, matter)) for step in steps_open(pair, account)],
        "asking": asking(pair),
        "visits": seen(pair.arrangement.id),
        "may_visit": pair.arrangement.stage in VISITED_AT,
        "unknown": _unknown(matter),
        "talks": [PARTS["other-ways"].words(talk) for talk in talks_of_other_ways(pair.person)],
        "ending": ending_of(pair.arrangement),
        **_hold(pair, account),
        "quiet": nothing_told(pair),
        "apart": kept_apart(pair.person.id, pair.household.id),
        "apart_there": kept_apart_there(pair.person.id, pair.household.id)
        if pair.arrangement.stage in GOING_ON - LIVING_TOGETHER
        else None,
        "trial": trials.in_short(pair.arrangement.id),
        "booked": KINDS[pair.arrangement.kind].booked,
        "may_book": pair.arrangement.stage in LIVING_TOGETHER,
        "stays": coming_stays(pair),
        "now": now(),
        "afterwards": afterwards(pair),
        "timeline": timeline(pair),
        **_agreed(pair),
        "today": today(),
        "sides": Side,
    }


def _hold(pair: Pair, account: Account) -> dict[str, Any]:
    """The hold that stops this, whatever it is on, and whether this account may know what it is about."""
    hold = on_pair(pair)
    return {"hold": hold, "may_know": bool(hold and may_know(account, hold.row))}


def _agreed(pair: Pair) -> dict[str, Any]:
    """What is agreed in money and on paper."""
    paper = agreements.newest_asked(pair.arrangement.id)
    return {
        "amounts": amounts_of(pair.arrangement.id),
        "paper": paper,
        "waiting_to_sign": agreements.still_to_sign(pair, paper) if paper else [],
        "may_agree": pair.arrangement.stage in LIVING_TOGETHER,
    }


def _unknown(matter: Matter) -> list[tuple[Checked, Any]]:
    """Essentials not known, each with what a worker found if they checked."""
    checked = arrangements.checked_essentials(matter.under_way.id)
    if matter.under_way.stage not in GOING_ON:
        return []
    return [(one, checked.get(one.name)) for one in matter.essentials if one.met is not Met.MET]
