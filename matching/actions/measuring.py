"""The person's own measures of whether it is home: chosen in their words, answered with faces, told to the worker alone."""

from collections.abc import Mapping
from uuid import UUID

from matching.lifecycle import GOING_ON
from matching.models import Feels, Measure, MeasureAnswer
from matching.queries import arrangements, trials
from scheme.clock import today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.models import Account

MOST = 6
"""As many sentences as are asked about at once (our judgement): few enough to answer in a minute."""


def add_measure(account: Account, pair: arrangements.Pair, words: str) -> Measure:
    """One more sentence. Raises ``Refused`` when there are as many as may be, or it is there already."""
    asked = trials.measures_asked(pair.arrangement.id)
    if pair.arrangement.stage not in GOING_ON:
        raise Refused("This is over. What was written down stays as it is.")
    if words.casefold() in {(one.words or "").casefold() for one in asked}:
        raise Refused("You have this one already.", "words")
    if len(asked) >= MOST:
        raise Refused(f"There are {MOST} already. Leave one out first.", "words")
    measure = Measure(arrangement_id=pair.arrangement.id, by_id=account.id)
    measure.words = words
    db.session.add(measure)
    db.session.flush()
    return measure


def leave_out_measure(measure: Measure) -> None:
    """Ask about it no more. What was said about it stays."""
    measure.left_out_at = now()


def answer_measures(account: Account, pair: arrangements.Pair, faces: Mapping[UUID, Feels]) -> None:
    """How true sentences feel today; said again on the same day it is changed. Raises ``Refused`` when nothing is said."""
    asked = {measure.id: measure for measure in trials.measures_asked(pair.arrangement.id)}
    said = {measure_id: feels for measure_id, feels in faces.items() if measure_id in asked}
    if not said:
        raise Refused("Choose at least one face.")
    there = {answer.measure_id: answer for answer in trials.answers_to(pair.arrangement.id) if answer.on == today()}
    for measure_id, feels in said.items():
        answer = there.get(measure_id)
        if answer is None:
            ours = pair.arrangement.id
            row = MeasureAnswer(arrangement_id=ours, measure_id=measure_id, on=today(), feels=feels, by_id=account.id)
            db.session.add(row)
        else:
            answer.feels, answer.by_id, answer.at = feels, account.id, now()
