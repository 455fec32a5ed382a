"""Matching, as workers see it: who might suit whom and why, what is going on, and what needs them today."""

from flask import Blueprint

desk = Blueprint("matching_desk", __name__, url_prefix="/desk")

from matching.desk import arrangements, scores, spreadsheets, today, visits, weights  # noqa: E402

__all__ = ["arrangements", "desk", "scores", "spreadsheets", "today", "visits", "weights"]
