"""The desk's pages about households: find, read, add and edit."""

from flask import Blueprint

desk = Blueprint("carers_desk", __name__, url_prefix="/desk/households")

from carers.desk import cards, households, parts, photographs, records, would_share  # noqa: E402 - they hang their views on the blueprint

__all__ = ["cards", "desk", "households", "parts", "photographs", "records", "would_share"]
