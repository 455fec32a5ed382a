"""Matching, as workers see it: who might suit whom and why, what is going on, and what needs them today."""

from flask import Blueprint

desk = Blueprint("matching_desk", __name__, url_prefix="/desk")

from matching.desk import (  # noqa: E402
    answers,
    apart,
    arrangements,
    asking,
    closing,
    endings,
    fairness,
    firm,
    handovers,
    holds,
    how_it_goes,
    learning,
    records,
    rounds,
    scores,
    spreadsheets,
    stays,
    today,
    visits,
    weights,
)

__all__ = [
    "answers",
    "apart",
    "arrangements",
    "asking",
    "closing",
    "desk",
    "endings",
    "fairness",
    "firm",
    "handovers",
    "holds",
    "how_it_goes",
    "learning",
    "records",
    "rounds",
    "scores",
    "spreadsheets",
    "stays",
    "today",
    "visits",
    "weights",
]
