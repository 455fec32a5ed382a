"""People's own pages: their profile in their words, their wishes, and who looked."""

from flask import Blueprint

portal = Blueprint("people_portal", __name__, url_prefix="/me")

from people.portal import cards, front, placemat, profile  # noqa: E402

__all__ = ["cards", "front", "placemat", "portal", "profile"]
