"""What has to be written down so that trying it out is safe, and is ended or goes on by both deciding together."""

from matching.lifecycle import Need
from matching.needs.matter import Matter
from matching.queries import trials
from scheme.clock import today


def backup(matter: Matter) -> str | None:
    plan = trials.plan_of(matter.under_way.id)
    return None if plan and (plan.backup or plan.backup_household_id) else Need.BACKUP.label


def decision_meeting(matter: Matter) -> str | None:
    """A meeting since this trial began, with what each side said: an earlier trial's does not count."""
    starts_on = matter.under_way.trial_starts_on
    held = (one for one in trials.meetings_of(matter.under_way.id) if one.both_spoke and one.on <= today())
    return None if any(starts_on is None or one.on >= starts_on for one in held) else Need.DECISION_MEETING.label
