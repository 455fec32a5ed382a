"""What makes two safe for each other: essentials, approval, the home, and what a worker has checked."""

from collections.abc import Mapping

from matching.compatibility.essentials import Checked, Met
from matching.lifecycle import Need
from matching.needs.matter import Matter
from matching.queries import apart, arrangements, crisis, holds
from scheme.forms.dates import in_words
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.ways_of_living import YesNo

HAVE_A_NEED: Mapping[str, Need] = {
    "keep_apart": Need.KEEP_APART,
    "crisis": Need.CRISIS_RULE,
    "approval": Need.APPROVAL,
}
"""Essentials that every step, visit and stay asks for by a need of its own too: said once, in that need's fuller words."""


def essentials(matter: Matter) -> str | None:
    checked = arrangements.checked_essentials(matter.arrangement.id) if matter.arrangement else {}
    open_ones = []
    for essential in matter.essentials:
        if essential.name in HAVE_A_NEED or _is_counted_elsewhere(essential, matter):
            continue
        done = checked.get(essential.name)
        if essential.met is Met.NOT_MET or (essential.met is Met.NOT_KNOWN and not (done and done.met)):
            open_ones.append(essential.reason)
    return " ".join(open_ones) or None


def _is_counted_elsewhere(essential: Checked, matter: Matter) -> bool:
    """A full home is a need of each step's own; of a visit the nights in question alone count, when their place is taken."""
    counted = {Need.THREE_PEOPLE.value, "space"} if matter.by_the_night else {Need.THREE_PEOPLE.value}
    return essential.name in counted and essential.met is Met.NOT_MET


def approval(matter: Matter) -> str | None:
    if matter.kind is ArrangementKind.HOMESHARE:
        return None
    approval = next(essential for essential in matter.essentials if essential.name == "approval")
    if approval.met is Met.NOT_MET:
        return approval.reason
    proposing = matter.arrangement is None
    return (
        approval.reason
        if approval.met is Met.NOT_KNOWN and not proposing and not _was_checked(matter, "approval")
        else None
    )


def _was_checked(matter: Matter, essential: str) -> bool:
    done = arrangements.checked_essentials(matter.under_way.id).get(essential)
    return bool(done and done.met)


def three_people(matter: Matter) -> str | None:
    essential = next((one for one in matter.essentials if one.name == "three_people"), None)
    return essential.reason if essential and essential.met is Met.NOT_MET else None


def one_home(matter: Matter) -> str | None:
    """A short break or a day beside it is fine; a trial is living there too."""
    elsewhere = arrangements.living_with(matter.person.id, without=matter.under_way.id)
    return Need.ONE_HOME.label if elsewhere else None


def keep_apart(matter: Matter) -> str | None:
    """From the household itself, and from everybody who lives there or stays there through an arrangement."""
    if apart.kept_apart(matter.person.id, matter.household.id):
        return Need.KEEP_APART.label
    if apart.kept_apart_there(matter.person.id, matter.household.id):
        return "Somebody who lives or stays there must be kept apart from this person."
    return None


def crisis_rule(matter: Matter) -> str | None:
    if matter.kind in INTERIM_KINDS or matter.person.crisis is YesNo.NO:
        return None
    if matter.person.crisis is YesNo.YES:
        return f"{Need.CRISIS_RULE.label} {_plan_for_now(matter)} {INSTEAD}"
    if matter.arrangement is None or _was_checked(matter, "crisis"):
        return None  # not known allows a proposal, marked "check first"
    return "Nobody has said whether the person is in crisis. Check first, and write it on their profile."


INSTEAD = (
    "What can be done now: speak with them each day, look for anything that helps, and put forward a stay for now."
)


def _plan_for_now(matter: Matter) -> str:
    name, plan = matter.person.known_as, crisis.plan_of(matter.person.id)
    if plan is None:
        return f"There is no plan for now yet for {name}: make one together."
    return f"The plan for now for {name} is looked at again on {in_words(plan.row.review_on)}."


def no_hold(matter: Matter) -> str | None:
    """A hold on the person or on the household holds everything of theirs, from the proposal on."""
    arrangement_id = matter.arrangement.id if matter.arrangement else None
    held = holds.hold_on(matter.person.id, matter.household.id, arrangement_id)
    return held.sentence if held else None
