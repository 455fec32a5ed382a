"""Finding accounts, and what Flask-Security needs to know about ours."""

import hashlib
import hmac
import unicodedata
from functools import cache
from typing import Any
from uuid import UUID

from flask import Flask, current_app
from flask_security import FSQLALiteUserDatastore, RoleMixin, Security
from flask_security.totp import Totp
from flask_security.utils import hash_password, verify_password
from sqlalchemy import func
from sqlmodel import select

from scheme.database import db, signing_in
from scheme.models import Account

NOBODYS_PASSWORD = "what an unknown address is compared with, so that it takes as long"  # noqa: S105
CHEAP_FOR_TESTS = {"argon2__time_cost": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}


class Accounts(FSQLALiteUserDatastore):
    """Flask-Security's way to our accounts. It only looks: what changes an account is an action of ours."""

    def find_user(self, case_insensitive: bool = False, **by: Any) -> Account | None:
        """The account with this one value, whichever scheme it belongs to."""
        (name, value) = by.popitem()
        return _find(getattr(Account, name) == value)

    def put(self, model: Any) -> Any:
        raise RuntimeError("accounts are changed by actions")

    def commit(self) -> None:
        """Nothing: ``scheme.database.carry_out`` commits."""


class Codes(Totp):
    """The numbers of an authenticator app, each good for one use. Checked inside an action, which saves the count."""

    def get_last_counter(self, user: Any) -> int | None:
        counter: int | None = user.totp_counter
        return counter

    def set_last_counter(self, user: Any, tmatch: Any) -> None:
        user.totp_counter = tmatch.counter


def set_up(app: Flask) -> None:
    """Hand our accounts to Flask-Security. None of its own pages are opened."""
    app.config.update(
        SECURITY_JOIN_USER_ROLES=False,
        SECURITY_CLI_USERS_NAME=None,
        SECURITY_CLI_ROLES_NAME=None,
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106
        # argon2 salts by itself; without a second hash, passwords outlive a new SECRET_KEY.
        SECURITY_PASSWORD_SINGLE_HASH=["argon2"],
        SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS=CHEAP_FOR_TESTS if app.testing else {},
        SECURITY_TWO_FACTOR=True,
        SECURITY_TWO_FACTOR_ENABLED_METHODS=["authenticator"],
        SECURITY_TOTP_ISSUER="Alongside",
        SECURITY_TOTP_SECRETS=_totp_keys(app.config["ENCRYPTION_KEYS"]),
    )
    security = Security(app, Accounts(db, Account, RoleMixin), register_blueprint=False, totp_cls=Codes)
    # There is no way in by a token in a header or an address.
    security.login_manager.request_loader(lambda request: None)


def _totp_keys(encryption_keys: str) -> dict[str, str]:
    """Keys for the secrets of authenticator apps, made from the deployment's own; a later number is a newer key."""
    keys = _derived_keys(encryption_keys, b"authenticator apps")
    return {str(number): key for number, key in enumerate(reversed(keys), start=1)}


def _derived_keys(encryption_keys: str, use: bytes) -> list[str]:
    """A key for one use from each of the deployment's own, newest first."""
    keys = [part.strip().split(":", 1)[1] for part in encryption_keys.split(",") if part.strip()]
    return [hmac.new(key.encode(), use, hashlib.sha256).hexdigest() for key in keys]


def recovery_hashes(code: str) -> list[str]:
    """A code for a lost phone as it is kept, under each of the deployment's keys, newest first: too short for a plain hash."""
    keys = _derived_keys(current_app.config["ENCRYPTION_KEYS"], b"recovery codes")
    tidy = "".join(code.lower().split()).replace("-", "")
    return [hmac.new(key.encode(), tidy.encode(), hashlib.sha256).hexdigest() for key in keys]


def tidy_email(written: str) -> str:
    """An email address as accounts keep it."""
    return written.strip().lower()


def by_email(email: str) -> Account | None:
    """The account with this address, in any scheme and however it is written."""
    return _find(_has_address(email))


def ours_by_email(email: str) -> Account | None:
    """The same, in the session's own scheme alone: the only one to act on for somebody who is signed in."""
    return db.session.exec(select(Account).where(_has_address(email))).first()


def _has_address(email: str) -> Any:
    return func.lower(Account.email) == tidy_email(email)


def by_id(account_id: UUID) -> Account | None:
    """The account with this id, in any scheme."""
    return _find(Account.id == account_id)


def _find(condition: Any) -> Account | None:
    with signing_in():
        return db.session.exec(select(Account).where(condition)).first()


def hashed(password: str) -> str:
    """A password as it is kept."""
    return str(hash_password(_normal(password)))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the kept one. With none kept it takes just as long, and is not."""
    same = verify_password(_normal(password), kept or _nobodys_hash(current_app.testing))
    return bool(same) and kept is not None


def with_password(email: str, password: str) -> UUID | None:
    """The id of the account this address and password open, if any.

    Comparing takes a tenth of a second on purpose, so no transaction is open meanwhile.
    """
    account = by_email(email)
    account_id, kept, active = (account.id, account.password, account.active) if account else (None, None, False)
    db.session.rollback()
    return account_id if matches(password, kept) and active else None


@cache
def _nobodys_hash(_cheap: bool) -> str:
    return str(hash_password(NOBODYS_PASSWORD))


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKD", password)
