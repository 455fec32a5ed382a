"""The scheme itself, as its workers see it: where everything about it is, its own numbers, the record of what was changed, and what is being worked out for them."""

from flask import Blueprint

desk = Blueprint("scheme_desk", __name__, url_prefix="/desk/scheme")

from scheme.desk import jobs, numbers, our_scheme, records  # noqa: E402

__all__ = ["desk", "jobs", "numbers", "our_scheme", "records"]
