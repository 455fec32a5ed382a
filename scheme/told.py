"""What anybody tells a scheme on a public page, without an account: kept sealed, answered once, and let go in time.

People who are introduced (``people``) and households that would share their home (``carers``) each have a page, a model and
words of their own; what becomes of a row is the same and stands here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case
from sqlmodel import Field, col, select

from scheme.changing import Answers
from scheme.database import SchemeTable, db, now
from scheme.encryption import sealed
from scheme.errors import Refused
from scheme.messages import post_template
from scheme.models import Account, Scheme, SubjectKey
from scheme.pages import Page, page_of
from scheme.queries import our_scheme
from scheme.sign_in.sessions import signed_in


class ToldUs(SchemeTable):
    """What every such row has: how to reach whoever wrote, and what became of it."""

    version: int = 1
    arrived_at: datetime = Field(default_factory=now, index=True)

    email_sealed: bytes | None = None
    email = sealed("email")
    phone_sealed: bytes | None = None
    phone = sealed("phone")

    answered_at: datetime | None = None
    answered_by_id: UUID | None = Field(default=None, foreign_key="account.id")
    words_sealed: bytes | None = None
    words = sealed("words")
    """Why not, for the desk."""
    let_go_at: datetime | None = None
    """From then on nothing of what was written is here any more."""


# --- told ------------------------------------------------------------------------------------------------------------------


def keep(row: ToldUs, told: Iterable[str], answers: Answers, thanks: str) -> None:
    """Keep what somebody told us, by these names, and thank them with this template. The session is in the scheme they chose.

    Raises ``Refused`` without a way to reach whoever wrote.
    """
    if not (answers.get("email") or answers.get("phone")):
        raise Refused("Please give us an email address or a phone number, so that we can answer you.", "email")
    for name in told:
        setattr(row, name, answers.get(name))
    db.session.add(row)
    _write_to(row, thanks)


def answer(account: Account, row: ToldUs, read: str) -> None:
    """Answered by this account, once; whoever wrote hears that it was read, with this template, and not what came of it.

    Raises ``Refused`` when it was answered before.
    """
    if row.answered_at is not None:
        raise Refused("A colleague has answered this already.")
    row.answered_at, row.answered_by_id = now(), account.id
    row.version += 1
    _write_to(row, read)


def _write_to(row: ToldUs, template: str) -> None:
    if row.email:
        post_template(row.email, template, scheme=our_scheme())


# --- let go ----------------------------------------------------------------------------------------------------------------


def kept_since() -> datetime:
    """What was answered before this moment is let go."""
    return now() - timedelta(days=our_scheme().number("enquiries_kept_days"))


def to_let_go(model: type[ToldUs]) -> Sequence[UUID]:
    """Those that were answered long enough ago."""
    query = select(model.id).where(col(model.let_go_at).is_(None), col(model.answered_at) <= kept_since())
    return db.session.exec(query).all()


def let_go(row: ToldUs, told: Iterable[str]) -> None:
    """Let go of what was written, in the record too. A row that was let go already stays as it is."""
    if row.let_go_at is not None or row.answered_at is None or row.answered_at > kept_since():
        return
    key = db.session.exec(select(SubjectKey).where(SubjectKey.subject_id == row.id)).first()
    if key:
        key.key_sealed = None
        db.session.flush()
    for name in (*told, "words"):
        setattr(row, f"{name}_sealed", None)
    row.let_go_at = now()


# --- read ------------------------------------------------------------------------------------------------------------------


def listed(model: type[Any], page: int) -> Page[Any]:
    """All of them: those waiting for an answer first, longest waiting on top; then the newest."""
    waits = col(model.answered_at).is_(None)
    order = (waits.desc(), case((waits, model.arrived_at)), col(model.arrived_at).desc(), col(model.id))
    return page_of(select(model).order_by(*order), page)


def waiting(model: type[Any]) -> Sequence[Any]:
    """Those nobody has answered, longest first."""
    query = select(model).where(col(model.answered_at).is_(None)).order_by(col(model.arrived_at), col(model.id))
    return db.session.exec(query).all()


# --- which scheme ----------------------------------------------------------------------------------------------------------


def public_name(scheme: Scheme) -> str:
    """A scheme's name in addresses: small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", scheme.name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or str(scheme.id)


def public_schemes() -> Mapping[str, Scheme]:
    """Every scheme by its name in addresses, or by its id where two would share one; one's own for whoever is signed in."""
    every = sorted(db.session.exec(select(Scheme)), key=lambda scheme: scheme.name)
    shared = Counter(public_name(scheme) for scheme in every)
    account = signed_in()
    return {
        name if shared[name] == 1 else str(scheme.id): scheme
        for scheme in every
        if account is None or account.scheme_id == scheme.id
        for name in [public_name(scheme)]
    }
