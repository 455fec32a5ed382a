"""A household's own pages, on a phone in the evening."""

from flask import Blueprint

portal = Blueprint("carers_portal", __name__, url_prefix="/home")

from carers.portal import cards, front, photographs, profile  # noqa: E402 - they hang their views on the blueprint

__all__ = ["cards", "front", "photographs", "portal", "profile"]
