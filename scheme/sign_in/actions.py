"""What changes an account: links sent and used, passwords, the second step."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from flask import current_app
from sqlmodel import col, select

from scheme.database import db, now, signing_in
from scheme.errors import Refused
from scheme.messages import address_of, post_template
from scheme.models import Account, Role, Scheme, SignInLink
from scheme.sign_in import accounts

LEAST_PASSWORD = 10
"""Characters in a password, at least (our judgement; an emailed link needs none)."""

RECOVERY_CODES = 10
"""Codes for a lost phone made at once (our judgement: enough for some years, few enough to print)."""

ASK_AGAIN = "This link has been used, or is too old. That is all right: ask for a new one."
WRONG_RECOVERY_CODE = "That code did not work. Each works once. Please check it, or try another."
WRONG_CODE = "That number did not work. Please wait for the next one in your app and try it."


def open_account(email: str, name: str, role: Role) -> Account:
    """Open an account in the session's scheme. Nobody is told yet. Raises ``Refused`` when the address has one already."""
    if accounts.by_email(email):
        raise Refused("There is already an account with this email address.", field="email")
    account = Account(email=accounts.tidy_email(email), name=name.strip(), role=role, fs_uniquifier=new_uniquifier())
    db.session.add(account)
    db.session.flush()
    return account


def invite(email: str, name: str, role: Role) -> str:
    """Open an account and email its owner a link to sign in the first time. Returns the link's address."""
    account = open_account(email, name, role)
    address = send_link(account.id, template="invitation")
    assert address is not None  # noqa: S101 - a new account is not closed
    return address


def send_link(account_id: UUID, next_page: str | None = None, template: str = "sign_in_link") -> str | None:
    """Email somebody a link that signs them in once. Returns its address; nothing for an account that is closed."""
    account = _account(account_id)
    if not account.active:
        return None
    token = secrets.token_urlsafe(32)
    minutes = current_app.config["SIGN_IN_LINK_MINUTES"]
    expires_at = now() + timedelta(minutes=minutes)
    db.session.add(SignInLink(account_id=account.id, token_hash=hash_of(token), expires_at=expires_at))
    address = address_of("sign_in.link", token=token, **({"next": next_page} if next_page else {}))
    scheme = db.session.get_one(Scheme, account.scheme_id)
    post_template(
        account.email,
        f"scheme/messages/{template}.txt",
        account=account,
        scheme=scheme,
        address=address,
        minutes=minutes,
    )
    return address


def hash_of(token: str) -> str:
    """A link's token as it is kept. Tokens are long and random, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(token: str) -> SignInLink | None:
    """The link with this token, in any scheme."""
    with signing_in():
        return db.session.exec(select(SignInLink).where(SignInLink.token_hash == hash_of(token))).first()


def still_good(link: SignInLink | None) -> bool:
    """Whether a link would sign somebody in now."""
    return link is not None and link.used_at is None and link.expires_at > now()


def use_link(link_id: UUID) -> UUID:
    """Use a link up. Returns whose it is. Raises ``Refused`` when it was used, is too old, or the account is closed."""
    link = db.session.exec(select(SignInLink).where(SignInLink.id == link_id)).one()
    account = _account(link.account_id)
    if not still_good(link) or not account.active:
        raise Refused(ASK_AGAIN)
    link.used_at = now()
    return account.id


def note_sign_in(account_id: UUID) -> None:
    """Somebody has signed in."""
    _account(account_id).last_seen_at = now()


def end_every_session(account_id: UUID) -> None:
    """Sign an account out everywhere, on every device."""
    _account(account_id).fs_uniquifier = new_uniquifier()


def new_uniquifier() -> str:
    """What ties sessions to an account; a new one ends them all."""
    return secrets.token_hex(32)


def choose_password(account_id: UUID, password: str, current: str | None, *, came_by_link: bool) -> None:
    """Set a password and end the account's other sessions.

    Raises ``Refused`` when it is too easy, or when ``current`` is not the one kept and nobody came by an emailed link.
    """
    account = _account(account_id)
    if account.password and not came_by_link and not accounts.matches(current or "", account.password):
        raise Refused("That is not the password you have now.", field="current")
    if len(password) < LEAST_PASSWORD or len(set(password)) < LEAST_PASSWORD // 2:
        raise Refused(f"Please use {LEAST_PASSWORD} characters or more, and a good mix of them.", field="password")
    if password.lower() in {account.email.lower(), account.name.lower()}:
        raise Refused("Please choose something that is not your name or email address.", field="password")
    account.password = accounts.hashed(password)
    end_every_session(account_id)


def new_recovery_codes() -> list[str]:
    """Codes to show somebody once, each as good as a number from their app and good for one use."""
    codes: list[str] = current_app.extensions["security"]._totp_factory.generate_recovery_codes(RECOVERY_CODES)
    return codes


def turn_on_second_step(account_id: UUID, secret: str, code: str, recovery_codes: Sequence[str]) -> None:
    """From now on a number from an app is asked for too, or one of these codes.

    Raises ``Refused`` when ``code`` is not the app's.
    """
    account = _account(account_id)
    _check(account, secret, code)
    account.tf_totp_secret = secret
    account.tf_primary_method = "authenticator"
    _keep_recovery_codes(account, recovery_codes)


def replace_recovery_codes(account_id: UUID, code: str, recovery_codes: Sequence[str]) -> None:
    """Earlier codes stop working, these work. Raises ``Refused`` when ``code`` is not the app's."""
    use_code(account_id, code)
    _keep_recovery_codes(_account(account_id), recovery_codes)


def use_recovery_code(account_id: UUID, code: str) -> None:
    """Use up a code for a lost phone. Raises ``Refused`` when it is not one, or was used before."""
    account = _account(account_id)
    kept = account.recovery_codes or []
    found = next((each for each in accounts.recovery_hashes(code) if each in kept), None)
    if found is None:
        raise Refused(WRONG_RECOVERY_CODE, field="recovery_code")
    account.recovery_codes = [each for each in kept if each != found]


def _keep_recovery_codes(account: Account, codes: Sequence[str]) -> None:
    account.recovery_codes = [accounts.recovery_hashes(code)[0] for code in codes]


def turn_off_second_step(account_id: UUID, code: str) -> None:
    """No number is asked for any more. Raises ``Refused`` when ``code`` is not the app's."""
    use_code(account_id, code)
    forget_second_step(account_id)


def forget_second_step(account_id: UUID) -> None:
    """No number is asked for any more: for somebody who has lost their phone, once the scheme knows it is them."""
    account = _account(account_id)
    account.tf_primary_method = account.tf_totp_secret = account.totp_counter = account.recovery_codes = None


def turn_weekly_mail(account_id: UUID, *, wanted: bool) -> None:
    """Whether this account is written to about the week ahead."""
    _account(account_id).no_weekly_mail_since = None if wanted else now()


def use_code(account_id: UUID, code: str) -> None:
    """Use up a number from the app. Raises ``Refused`` when it is not the one expected, or was used before."""
    account = _account(account_id)
    _check(account, account.tf_totp_secret or "", code)


def _check(account: Account, secret: str, code: str) -> None:
    factory = current_app.extensions["security"]._totp_factory
    if not secret or not factory.verify_totp(code, secret, account, window=30):
        raise Refused(WRONG_CODE, field="code")


def _account(account_id: UUID) -> Account:
    return db.session.exec(select(Account).where(col(Account.id) == account_id)).one()
