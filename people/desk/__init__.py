"""People, as workers see them: find, read, add, change, and where things stand."""

from flask import Blueprint

desk = Blueprint("people_desk", __name__, url_prefix="/desk/people")

from people.desk import agreements, cards, enquiries, finding, placemat, profile, records, standing  # noqa: E402

__all__ = ["agreements", "cards", "desk", "enquiries", "finding", "placemat", "profile", "records", "standing"]
