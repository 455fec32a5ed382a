"""How much each way of fitting counts: everybody at the desk reads it, a manager publishes a new version."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from matching.actions.weighing import publish_weights
from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.desk import desk
from matching.forms.weighing import weights_form
from matching.jobs import MOVES
from matching.queries import scores
from matching.queries.moving import Moves, moves_told
from scheme import record
from scheme.access import may_open
from scheme.database import carry_out, this_scheme
from scheme.forms import Form
from scheme.jobs import asking
from scheme.jobs.kinds import Asked
from scheme.jobs.models import Job
from scheme.pages import carried_out
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader

SOME_DIGITS = re.compile(r"[0-9]{1,3}")

MOVES_SHOWN = 10
"""People listed of those who would move (our judgement: the form below stays in reach); the rest are counted."""


@dataclass(frozen=True)
class Differing:
    """One weight that a version changed."""

    title: str
    before: int
    after: int


@dataclass(frozen=True)
class Told:
    """One version in the history: what it changed from the one before, why, by whom and when."""

    number: int
    changes: Sequence[Differing]
    note: str | None
    by: str | None
    at: datetime


@desk.get("/weights")
def weights() -> str:
    """The weights in use, where each default comes from, and how they came to be."""
    published = scores.published()
    return render_template(
        "matching/desk/weights/weights.html",
        criteria=CRITERIA,
        weights=published[0].weights if published else DEFAULT_WEIGHTS,
        history=list(_history(published)),
        heaviest=_heaviest(),
        may_publish=may_open("matching_desk.change_weights", "POST", reader().role),
    )


@desk.route("/weights/change", methods=["GET", "POST"])
def change_weights() -> Any:
    """Change some of them, see who would move, and publish that as the next version."""
    version, looked = scores.current_version(), _looked()
    number = version.number if version else 0
    before: Asked = asking.asked_of(looked) if looked else {"points": {}, "note": "", "version": number}
    filled_in = _filled_in(scores.weights_of(version), before["points"])
    form = weights_form(filled_in, before["version"], _heaviest(), before["note"])
    if "look" in request.form:
        job_id = _ask_who_would_move(form)
        if job_id:
            return redirect(url_for("scheme_desk.job", job_id=job_id))
    elif form.validate_on_submit():
        points = form.answers
        note = points.pop("note")
        if carried_out(form, publish_weights, points, note, form.version.data, reader().id):
            flash("The new weights are published. Every list and page uses them from now on.")
            return redirect(url_for(".weights"))
    return render_template(
        "matching/desk/weights/change.html",
        form=form,
        heaviest=_heaviest(),
        moves=_who_would_move(looked) if request.method == "GET" else None,
        at=looked.finished_at if looked else None,
        differing=_differing(scores.weights_of(version), filled_in),
        published_since=before["version"] != number,
    )


def _ask_who_would_move(form: Form) -> UUID | None:
    """Have it worked out for what the form says, if that can be understood; why it is changed need not be said for it."""
    form["note"].needed = None
    if not form.validate_on_submit():
        return None
    points = {name: value for name, value in form.answers.items() if name in BY_NAME}
    asked = {"points": points, "note": form["note"].data or "", "version": form.version.data or 0}
    return carry_out(asking.ask, MOVES, asked, reader().id)


def _looked() -> Job | None:
    """The job in the address, when it is one of the reader's that says who would move."""
    try:
        found = asking.mine(UUID(request.args.get("moves", "")), reader().id)
    except ValueError:
        return None
    return found if asking.result_of(found, MOVES) is not None else None


def _who_would_move(looked: Job | None) -> Moves | None:
    """What that job found; opening it is written down."""
    result = asking.result_of(looked, MOVES)
    if result is None:
        return None
    record.viewed("scheme", this_scheme(), "who would move with other weights", "A list at the desk")
    return moves_told(result, MOVES_SHOWN)


def _filled_in(in_use: Weights, looked_at: Mapping[str, int]) -> Weights:
    """The weights in use, with those looked at or that the address suggests instead; what is no weight there is passed over."""
    suggested = {
        name: int(points)
        for name, points in request.args.items()
        if name in BY_NAME and SOME_DIGITS.fullmatch(points) and int(points) <= _heaviest()
    }
    points = {name: value for name, value in looked_at.items() if name in BY_NAME and value <= _heaviest()}
    return Weights(in_use.version, {**in_use.points, **points, **suggested})


def _heaviest() -> int:
    return our_scheme().number("heaviest_weight")


def _differing(before: Weights, after: Weights) -> list[Differing]:
    return [
        Differing(criterion.title, before.of(criterion.name), after.of(criterion.name))
        for criterion in CRITERIA
        if before.of(criterion.name) != after.of(criterion.name)
    ]


def _history(published: Sequence[scores.Published]) -> Iterator[Told]:
    """Newest first, each beside the version before it; the first beside the defaults."""
    earlier = [*(each.weights for each in published[1:]), DEFAULT_WEIGHTS]
    for each, before in zip(published, earlier, strict=False):
        yield Told(
            each.version.number, _differing(before, each.weights), each.version.note, each.by, each.version.published_at
        )
