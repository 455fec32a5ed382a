"""How an arrangement of each kind goes: its stages, the steps between them, what they need, and its numbers, drawn from the tables."""

from dataclasses import dataclass

from flask import abort, render_template

from matching.desk import desk
from matching.kinds import KINDS, needs_of, stages_of
from matching.lifecycle import NEVER_WAIVED, Need, Stage, Step, steps_from
from scheme.kinds import KINDS_OF_SCHEME, ArrangementKind
from scheme.numbers import KIND_NUMBERS, Number
from scheme.queries import our_scheme


@dataclass(frozen=True)
class Way:
    """One step as the page draws it."""

    step: Step
    label: str
    leads_to: str
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Drawn:
    """One stage, and every step on from it."""

    stage: Stage
    label: str
    ways: tuple[Way, ...]


@desk.get("/how-it-goes", defaults={"kind": None})
@desk.get("/how-it-goes/<kind>")
def how_it_goes(kind: str | None) -> str:
    """One kind of arrangement, from the proposal on; the first that the scheme makes, if none is named."""
    found = ArrangementKind.read(kind) if kind else _kinds()[0]
    if found not in _kinds():
        abort(404)
    return render_template(
        "matching/desk/how_it_goes.html",
        kind=found,
        kinds=_kinds(),
        rules=KINDS[found],
        stages=[_drawn(stage, found) for stage in stages_of(found)],
        numbers=_numbers(found),
        never_waived=NEVER_WAIVED,
    )


def _kinds() -> tuple[ArrangementKind, ...]:
    return KINDS_OF_SCHEME[our_scheme().kind]


def _drawn(stage: Stage, kind: ArrangementKind) -> Drawn:
    rules = KINDS[kind]
    ways = (
        Way(step, rules.step_label(step), rules.label(step.target), needs_of(step, kind))
        for step in steps_from(stage, kind)
    )
    return Drawn(stage, rules.label(stage), tuple(ways))


def _numbers(kind: ArrangementKind) -> list[tuple[Number, str, int]]:
    """Each number of this kind, what it is for, and what it is here."""
    scheme = our_scheme()
    found = ((number.of(kind), number.question) for number in KIND_NUMBERS)
    return [(number, question, scheme.number(number.name)) for number, question in found if number]
