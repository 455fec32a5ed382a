"""What recorded answers suggest about the weights, for a manager to read. It changes nothing by itself."""

from collections.abc import Mapping
from typing import Any

from flask import redirect, render_template, request, url_for
from pydantic import TypeAdapter

from matching.desk import desk
from matching.jobs import EVIDENCE
from matching.queries.scores import current_version
from scheme import record
from scheme.database import carry_out, this_scheme
from scheme.jobs import asking
from scheme.sign_in.sessions import reader

FEWEST = 10
"""Fewer than this are not counted out (DESIGN §1): "fewer than 10"."""


@desk.route("/weights/evidence", methods=["GET", "POST"])
def evidence() -> Any:
    """What the evidence suggests beside the weights in use, and how much it can know: worked out when somebody asks."""
    if request.method == "POST":
        asked = {"version": _version()}
        return redirect(url_for("scheme_desk.job", job_id=carry_out(asking.ask, EVIDENCE, asked, reader().id)))
    job = asking.newest(EVIDENCE, reader().id)
    result = asking.result_of(job, EVIDENCE)
    if job is None or result is None:
        return render_template("matching/desk/learning/ask.html", under_way=job)
    record.viewed(
        "scheme", this_scheme(), "what answers suggest about the weights", "Everybody's answers, counted together"
    )
    return render_template(
        "matching/desk/learning/evidence.html",
        at=job.finished_at,
        published_since=asking.asked_of(job)["version"] != _version(),
        **_told(result),
    )


def _version() -> int:
    version = current_version()
    return version.number if version else 0


def _told(result: Mapping[str, Any]) -> dict[str, Any]:
    """What was learned, and the limits it was learned within."""
    # scikit-learn takes most of a second to import: nobody waits for it who does not open this page.
    from matching.compatibility import learning

    learned = TypeAdapter(learning.Learned).validate_python(result["learned"])
    return {
        "learned": learned,
        "heaviest": result["heaviest"],
        "fewest": FEWEST,
        "least_of_each": learning.LEAST_OF_EACH,
        "least_households": learning.LEAST_HOUSEHOLDS,
        "least_seen": learning.LEAST_SEEN,
        "use_these": _form_with(learned.changes) if learned.changes else None,
    }


def _form_with(changes: Mapping[str, int]) -> str:
    """The form for a new version with these weights filled in."""
    asked: dict[str, Any] = dict(changes)
    return url_for(".change_weights", **asked)
