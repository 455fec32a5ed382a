"""The scheme itself, as its workers see it: its own numbers, and the record of what was changed."""

from flask import Blueprint

desk = Blueprint("scheme_desk", __name__, url_prefix="/desk/scheme")

from scheme.desk import numbers, records  # noqa: E402

__all__ = ["desk", "numbers", "records"]
