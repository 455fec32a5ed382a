"""Introductions as the people themselves see them: the person's side and the household's."""

from flask import Blueprint

portal = Blueprint("matching_portal", __name__)

from matching.portal import afterwards, agreements, asking, carer, messages, person, reviews, risks, trial, wishes  # noqa: E402

__all__ = [
    "afterwards",
    "agreements",
    "asking",
    "carer",
    "messages",
    "person",
    "portal",
    "reviews",
    "risks",
    "trial",
    "wishes",
]
