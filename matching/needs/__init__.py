"""What each need of a step looks at: one small function a need, saying what is missing or nothing.

The table of steps is in ``matching/lifecycle.py``. Everything is read fresh, inside the transaction that takes the step.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matching.kinds import needs_of
from matching.lifecycle import NEVER_WAIVED, Need, Step
from matching.needs import of_agreements, of_answers, of_essentials, of_plans, of_trials
from matching.needs.matter import Matter, rules_of
from matching.queries import arrangements
from scheme.clock import today

__all__ = ["CHECKS", "Matter", "Missing", "missing", "rules_of"]


@dataclass(frozen=True)
class Missing:
    """A need that is not met, in words fit to show."""

    need: Need
    sentence: str


def missing(step: Step, matter: Matter) -> list[Missing]:
    """What this step still needs, leaving out what a manager has let pass."""
    waived = arrangements.waivers(matter.arrangement.id, today()) if matter.arrangement else {}
    found = []
    for need in needs_of(step, matter.kind):
        if need.value in waived and need not in NEVER_WAIVED:
            continue
        if sentence := CHECKS[need](matter):
            found.append(Missing(need, sentence))
    return found


CHECKS: Mapping[Need, Callable[[Matter], str | None]] = {
    Need.ESSENTIALS: of_essentials.essentials,
    Need.BOTH_YES: of_answers.both_yes,
    Need.EVERYONE_YES: of_answers.everyone_yes,
    Need.APPROVAL: of_essentials.approval,
    Need.THREE_PEOPLE: of_essentials.three_people,
    Need.ONE_HOME: of_essentials.one_home,
    Need.KEEP_APART: of_essentials.keep_apart,
    Need.CRISIS_RULE: of_essentials.crisis_rule,
    Need.NO_HOLD: of_essentials.no_hold,
    Need.NOT_PAUSED: of_plans.not_paused,
    Need.VISITS: of_plans.visits,
    Need.VISITS_FELT: of_plans.visits_felt,
    Need.PLACE_TO_GO_BACK_TO: of_plans.place_to_go_back_to,
    Need.AGREED: of_agreements.agreed,
    Need.BACKUP: of_trials.backup,
    Need.DECISION_MEETING: of_trials.decision_meeting,
    Need.LISTENED: of_plans.listened,
    Need.ALTERNATIVES: of_plans.alternatives,
    Need.TALKED_THROUGH: of_answers.talked_through,
}
