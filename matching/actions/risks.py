"""Writing down what might happen, whose it is, and what helps: mitigate, do not veto."""

from datetime import timedelta
from typing import Any

from matching.models import Risk, WhoseRisk
from people.models import Person
from scheme.changing import Answers, change
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account

OWN_WORDS = ("good", "what", "helps")

TALKED_ABOUT_WITHIN = timedelta(days=7)
"""A worker talks with them about what they wrote within a week (our judgement), so it is on the worker's list at once."""


def write_risk(account: Account, person: Person, answers: Answers) -> Risk:
    """Write down a risk of somebody's. ``answers``: fields of ``Risk``.

    Raises ``Refused`` without something that helps, for a day gone by, and when a household is to know without a reason noted.
    """
    _refuse_half_done(answers)
    risk = Risk(person_id=person.id, by_id=account.id, whose=answers["whose"], review_on=answers["review_on"])
    change(risk, answers, risk.version)
    risk.version = 1
    db.session.add(risk)
    return risk


def change_risk(risk: Risk, answers: Answers, version: int | None) -> None:
    """Look at it again. Raises ``Refused`` as ``write_risk`` does, and ``ChangedMeanwhile``."""
    _refuse_half_done(answers)
    change(risk, answers, version)


def add_own_risk(account: Account, person: Person, answers: Answers) -> Risk:
    """The person, or a supporter with them, says what they want to be careful about. It is theirs; no household reads it.

    What helps may be left for later: their worker, for whom it is due at once, thinks about it with them. Raises ``Refused``
    without what might happen.
    """
    if not (answers.get("what") or "").strip():
        raise Refused("Write down what might happen.", "what")
    risk = Risk(person_id=person.id, by_id=account.id, whose=WhoseRisk.PERSON, review_on=today() + TALKED_ABOUT_WITHIN)
    change(risk, {name: answers.get(name) for name in OWN_WORDS}, risk.version)
    risk.version = 1
    db.session.add(risk)
    return risk


def say_own_risk(risk: Risk, answers: Answers, version: int | None) -> None:
    """The person says it in their own words. Raises ``Refused`` for a risk that is not their own."""
    if risk.whose is not WhoseRisk.PERSON:
        raise Refused("This is not yours to change.")
    change(risk, {name: answers[name] for name in OWN_WORDS if answers.get(name)}, version)


def put_away(risk: Risk) -> None:
    """It is history now. Raises ``Refused`` when it was before."""
    if risk.put_away_at is not None:
        raise Refused("This was put away before.")
    risk.put_away_at = now()


def _refuse_half_done(answers: Any) -> None:
    if not (answers.get("helps") or "").strip():
        raise Refused("Write down what helps: nothing is ruled out because it might go wrong.", "helps")
    if answers["review_on"] < today():
        raise Refused("Choose a day that is still to come.", "review_on")
    if answers.get("household_knows") and not (answers.get("told_because") or "").strip():
        raise Refused("Write down that they agreed, or who decided that the household needs to know.", "told_because")
