"""What is due: each kind of thing is one row of ``RULES``, and one small function beside the others of its noun."""

from collections.abc import Sequence
from uuid import UUID

from matching.queries.due import answers, endings, holds, households, people, trials, visits
from matching.queries.due.item import Asked, Item, Rule
from scheme.models import Scheme

RULES: tuple[Rule, ...] = (
    Rule("holds", "Safeguarding holds", "No hold needs looking at.", holds.holds),
    Rule("answers", "Answers", "Nobody is waiting for an answer.", answers.unanswered),
    Rule(
        "going_ahead",
        "Something else is going ahead",
        "Nobody is left waiting without a word.",
        answers.others_going_ahead,
    ),
    Rule("not_told", "Not told yet", "Everybody has been told.", endings.not_told),
    Rule("visits", "Visits this week", "No visits this week.", visits.visits),
    Rule("stays", "Stays this week", "Nobody comes to stay this week.", visits.stays),
    Rule("trials", "Trials ending and reviews", "Nothing ends or is due in the next two weeks.", trials.trials),
    Rule("waivers", "Let pass for now", "Nothing that was let pass runs out this week.", holds.waivers),
    Rule(
        "not_spoken_to", "Whom have I not spoken with?", "You have spoken with everybody lately.", people.not_spoken_to
    ),
    Rule(
        "availability", "Is their space still right?", "Every household has confirmed lately.", households.availability
    ),
    Rule("checks", "Checks and approvals", "Nothing runs out soon.", households.checks),
)
"""Every kind of thing that falls due, in the order it is shown."""


def due(scheme: Scheme, worker_id: UUID | None) -> list[tuple[Rule, Sequence[Item]]]:
    """Everything due, in the order of the table: one worker's, or everybody's with ``None``."""
    asked = Asked(scheme, worker_id)
    return [(rule, rule.find(asked)) for rule in RULES]


__all__ = ["RULES", "Asked", "Item", "Rule", "due"]
