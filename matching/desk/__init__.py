"""Matching, as workers see it: who might suit whom and why, what is going on, and what needs them today."""

from flask import Blueprint

desk = Blueprint("matching_desk", __name__, url_prefix="/desk")

from matching.desk import apart, arrangements, closing, records, scores, spreadsheets, stays, today, visits, weights  # noqa: E402

__all__ = [
    "apart",
    "arrangements",
    "closing",
    "desk",
    "records",
    "scores",
    "spreadsheets",
    "stays",
    "today",
    "visits",
    "weights",
]
