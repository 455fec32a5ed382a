"""Attempts to sign in, counted in the database, so that guessing is slow however many processes serve.

An attempt is written down before it is looked at and counted afterwards, each in a transaction of its own: whoever comes at
the same moment, no more than the limit get through. Only attempts that did not work count.
"""

import hashlib
import hmac
from datetime import timedelta
from uuid import UUID

from flask import Flask, current_app, render_template, request
from sqlalchemy import delete, func
from sqlmodel import col, select

from scheme.database import alone, db, now
from scheme.errors import Refused
from scheme.models import SignInAttempt
from scheme.words import Words

AN_HOUR = timedelta(hours=1)
KEPT_FOR = timedelta(days=30)
"""How long attempts are kept, for whoever looks into one (our judgement)."""


class Way(Words):
    """A way of signing in. Each is counted by itself, so that guessed passwords stop nobody's emailed link."""

    PASSWORD = "password", "password"
    LINK = "link", "asking for a link"
    CODE = "code", "number from an app"
    INTRODUCE = "introduce", "introducing somebody"
    SHARE = "share", "offering to share a home"
    """No ways of signing in: what anybody may send without an account is counted the same, and every one counts."""

    @property
    def times_from_one_address(self) -> int:
        """How many times the limit one address has: a whole office asks for its links from one (our judgement)."""
        return 5 if self in {Way.LINK, Way.INTRODUCE, Way.SHARE} else 1


TRIES = dict.fromkeys(Way, "sign in") | {Way.INTRODUCE: "introduce somebody", Way.SHARE: "write to us"}


class TooMany(Refused):
    """Too many attempts within the hour."""

    def __init__(self, way: Way) -> None:
        super().__init__(f"There have been many tries to {TRIES[way]}. Please wait an hour, or talk to your scheme.")


def set_up(app: Flask) -> None:
    """Answer too many attempts with a kind page."""
    app.register_error_handler(TooMany, lambda _: (render_template("scheme/sign_in/wait.html"), 429))


def begin(way: Way, who: str) -> UUID:
    """Write down an attempt by ``who``. Raises ``TooMany`` when this account or this address has had its share."""
    attempt = SignInAttempt(account_hash=_keyed(way, who), address_hash=_keyed(way, request.remote_addr or ""))
    attempt_id, account_hash, address_hash = attempt.id, attempt.account_hash, attempt.address_hash
    with alone() as session:
        session.add(attempt)
    limit = current_app.config["SIGN_IN_ATTEMPTS"]
    if (
        _failed_within_the_hour(col(SignInAttempt.account_hash) == account_hash) > limit
        or _failed_within_the_hour(col(SignInAttempt.address_hash) == address_hash) > limit * way.times_from_one_address
    ):
        raise TooMany(way)
    return attempt_id


def worked(attempt_id: UUID) -> None:
    """The attempt was good: it no longer counts."""
    with alone() as session:
        attempt = session.get(SignInAttempt, attempt_id)
        if attempt:
            attempt.succeeded = True


def forget_old() -> None:
    """An action: let go of attempts nobody will look into any more."""
    db.session.execute(delete(SignInAttempt).where(col(SignInAttempt.at) < now() - KEPT_FOR))


def _failed_within_the_hour(condition: object) -> int:
    query = (
        select(func.count())
        .select_from(SignInAttempt)
        .where(condition, col(SignInAttempt.at) > now() - AN_HOUR, col(SignInAttempt.succeeded).is_(False))  # type: ignore[arg-type]
    )
    with alone() as session:
        return session.exec(query).one()


def _keyed(way: Way, value: str) -> str:
    """A name or address as it is counted: only this deployment can make the same."""
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, f"{way.value}:{value.strip().lower()}".encode(), hashlib.sha256).hexdigest()
