"""Trials and stays for now that come to their end, and reviews."""

from datetime import timedelta

from sqlmodel import col

from matching.lifecycle import Stage
from matching.models import Arrangement
from matching.queries.arrangements import Pair
from matching.queries.due.item import Asked, Item, about_pair, their_pairs
from scheme.clock import today
from scheme.kinds import INTERIM_KINDS

TWO_WEEKS = timedelta(days=14)


def trials(asked: Asked) -> list[Item]:
    """Trials ending within two weeks, and reviews due within two weeks. What comes after a stay for now cannot wait beyond its end."""
    found = their_pairs(
        asked,
        col(Arrangement.stage).in_([Stage.TRIAL, Stage.LONG_TERM]),
        col(Arrangement.review_on) <= today() + TWO_WEEKS,
    )
    return [
        about_pair(
            pair,
            _words(pair),
            pair.arrangement.review_on,
            not_beyond=pair.arrangement.review_on if _for_now(pair) else None,
        )
        for pair in sorted(found, key=lambda pair: pair.arrangement.review_on or today())
    ]


def _for_now(pair: Pair) -> bool:
    return pair.arrangement.kind in INTERIM_KINDS


def _words(pair: Pair) -> str:
    if _for_now(pair):
        return "Staying for now ends: agree what comes next"
    if pair.arrangement.stage is Stage.TRIAL:
        return "Trial ends: talk it through with both"
    return "How is it going? Review due"
