"""What recorded answers suggest about the weights, for a manager to read. It changes nothing by itself."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, url_for

from matching.compatibility.weights import HEAVIEST
from matching.desk import desk
from matching.queries.learning import outcomes
from matching.queries.scores import current_version, weights_of
from scheme import record
from scheme.queries import our_scheme

FEWEST = 10
"""Fewer than this are not counted out (DESIGN §1): "fewer than 10"."""


@desk.get("/weights/evidence")
def evidence() -> str:
    """What the evidence suggests beside the weights in use, and how much it can know."""
    # scikit-learn takes most of a second to import: nobody waits for it who does not open this page.
    from matching.compatibility import learning

    scheme, version = our_scheme(), current_version()
    record.viewed(
        "scheme", scheme.id, "what answers suggest about the weights", "Everybody's answers, counted together"
    )
    heaviest = min(scheme.number("heaviest_weight"), HEAVIEST)
    learned = learning.learn(outcomes(), weights_of(version), heaviest)
    return render_template(
        "matching/desk/learning/evidence.html",
        learned=learned,
        version=version,
        heaviest=heaviest,
        fewest=FEWEST,
        least_of_each=learning.LEAST_OF_EACH,
        least_households=learning.LEAST_HOUSEHOLDS,
        least_seen=learning.LEAST_SEEN,
        use_these=_form_with(learned.changes) if learned.changes else None,
    )


def _form_with(changes: Mapping[str, int]) -> str:
    """The form for a new version with these weights filled in."""
    asked: dict[str, Any] = dict(changes)
    return url_for(".change_weights", **asked)
