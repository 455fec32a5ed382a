"""Everything that happened in an arrangement, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matching.kinds import KINDS
from matching.lifecycle import BY_NAME, Stage
from matching.models import AnswerWord, Question, TakenStep
from matching.queries import arrangements, asked, due
from matching.queries.arrangements import Pair, booked_stays, by_id
from scheme import record
from scheme.forms.dates import in_words
from scheme.look import until
from scheme.models import Account, Change


@dataclass(frozen=True)
class Happened:
    """One entry of the timeline."""

    when: Any
    title: str
    words: str | None = None
    by: str | None = None
    tone: str = ""


SAID = {AnswerWord.YES: "good", AnswerWord.NO: "stop"}


def timeline(pair: Pair, *, at_desk: bool = True) -> list[Happened]:
    """Everything that happened, newest first. Away from the desk: steps and visits only, without private words."""
    steps = arrangements.steps_taken(pair.arrangement.id)
    names = by_id(Account, {step.by_id for step in steps})
    entries = [_step_entry(step, names[step.by_id].name, pair, at_desk) for step in steps]
    entries += [
        Happened(visit.starts_at, visit.kind.label, visit.state.label)
        for visit in arrangements.visits_of(pair.arrangement.id)
    ]
    entries += [
        Happened(stay.starts_at, _booked(pair), until(stay.starts_at, stay.ends_at))
        for stay in booked_stays(pair)
        if stay.ends_at
    ]
    if at_desk:
        entries += _from_the_record(pair)
        entries += _put_off(pair)
        entries += [
            Happened(mark.at, f"{pair.name_of(side)} told")
            for side, mark in arrangements.told_marks(pair.arrangement.id).items()
        ]
        entries += [
            Happened(
                answer.at, f"{answer.side.label}: {answer.answer.label}", answer.words, tone=SAID.get(answer.answer, "")
            )
            for question in Question
            for answer in arrangements.answers_of(pair.arrangement.id, question)
            if answer.member_id is None
        ]
        entries += _decided(pair)
    return sorted(entries, key=lambda entry: entry.when, reverse=True)


def _decided(pair: Pair) -> list[Happened]:
    """Decisions in the person's best interests, and when one was taken back."""
    found = [row for question in Question for row in asked.decisions(pair.arrangement.id, question)]
    made = [
        Happened(row.at, f"Decided in their best interests: {row.decision.label.lower()}", row.decided_by)
        for row in found
    ]
    return made + [
        Happened(row.taken_back_at, "A decision in their best interests was taken back")
        for row in found
        if row.taken_back_at
    ]


def _booked(pair: Pair) -> str:
    booked = KINDS[pair.arrangement.kind].booked
    return booked.label if booked else "Stay"


RECORDED = {"reopen": "Whether they would like to meet again was written down", "call_off_stay": "Called off"}
"""What no row of its own remembers, by the action that did it: the record does."""


def _from_the_record(pair: Pair) -> list[Happened]:
    found = arrangements.changes_by(pair.arrangement.id, RECORDED)
    return [Happened(change.at, RECORDED[change.doing], _was_to_be(change), change.who) for change in found]


def _put_off(pair: Pair) -> list[Happened]:
    """What was due and put off, by whom, and why unless that is for nobody else to read."""
    found = [
        (due.BY_NAME[row.rule], row, by) for row, by in due.put_off_of(pair.arrangement.id) if row.rule in due.BY_NAME
    ]
    return [
        Happened(row.at, f"{rule.title}: put off until {in_words(row.until)}", None if rule.private else row.why, by)
        for rule, row, by in found
    ]


def _was_to_be(change: Change) -> str | None:
    """When a stay that was called off would have been."""
    was = record.values_of(change) if change.what == "removed" else None
    return until(*(datetime.fromisoformat(was[end][0]) for end in ("starts_at", "ends_at"))) if was else None


def _step_entry(step: TakenStep, by: str, pair: Pair, at_desk: bool) -> Happened:
    rules = KINDS[pair.arrangement.kind]
    label = rules.step_label(BY_NAME[step.step])
    reason = _reason(step) if at_desk or step.target is Stage.DECLINED else None
    words = " ".join(filter(None, [reason, step.words if at_desk else None]))
    tone = "stop" if step.target in {Stage.DECLINED, Stage.ENDED} else "good" if step.target is Stage.LONG_TERM else ""
    title = label if step.source is None else f"{label} → {rules.label(step.target)}"
    return Happened(step.at, title, words or None, by, tone)


def _reason(step: TakenStep) -> str | None:
    reason = next((reason for reason in BY_NAME[step.step].reasons if reason.value == step.reason), None)
    return reason.label if reason else step.reason
