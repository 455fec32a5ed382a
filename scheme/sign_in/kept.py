"""What somebody sent after their session had ended is not lost: it is kept until they are back, and sent on with one button.

Whose it is comes from the page it was written on. The token against forged requests that every form of ours carries names, under
our signature, the account the page was shown to; nobody can make one for somebody else. What is kept is sealed, opens for
that account alone, and is gone when it was sent on, when somebody else signs in instead, or after a day.
"""

import json
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Request, current_app, request, url_for
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlmodel import col, select

from scheme.database import carry_out, db, enter_scheme, now
from scheme.models import Account, KeptForm
from scheme.sign_in import accounts
from scheme.sign_in.sessions import PAGES_SHOWN_TO, reader

KEPT_FOR = timedelta(days=1)
"""How long it waits (our judgement: somebody may need their supporter to get in again)."""

OPEN_AT_MOST = timedelta(days=7)
"""How old the page may be that it was written on (our judgement: left open over a long weekend)."""

AT_MOST = 5
"""How many are kept for one account (our judgement: pages left open side by side)."""

SENT_ON = "kept_form"
"""The hidden field that says which kept form is being sent on."""

NEVER_KEPT = frozenset({"sign_in", "own_account"})
"""Pages where passwords and codes are written, and buttons that only matter while signed in."""

Answers = Sequence[tuple[str, str]]


def writer(sent: Request) -> Account | None:
    """To whom the page was shown that this was written on; nothing when it is not one of ours, or not to be kept."""
    if sent.blueprint in NEVER_KEPT:
        return None
    token = sent.form.get(PAGES_SHOWN_TO, "")
    try:
        serializer = URLSafeTimedSerializer(current_app.secret_key or "", salt="wtf-csrf-token")
        told = serializer.loads(token, max_age=int(OPEN_AT_MOST.total_seconds()))
        account = accounts.by_id(UUID(str(told).partition(":")[0]))
    except (BadData, ValueError):
        return None
    return account if account and account.active else None


def keep(account: Account, sent: Request) -> str:
    """Keep what was sent for this account. Returns the page where they carry on once they are signed in."""
    path = sent.full_path.rstrip("?")
    answers = [pair for pair in sent.form.items(multi=True) if pair[0] not in (PAGES_SHOWN_TO, SENT_ON)]
    before = db.session.info.get("scheme_id")
    enter_scheme(account.scheme_id)
    kept_id = carry_out(_keep, account.id, path, answers, with_file=any(file.filename for file in sent.files.values()))
    enter_scheme(before)
    return url_for("sign_in.kept_form", kept_id=kept_id)


def _keep(account_id: UUID, path: str, answers: Answers, *, with_file: bool) -> UUID:
    others = db.session.exec(_of(account_id).order_by(col(KeptForm.kept_at).desc())).all()
    for oldest in others[AT_MOST - 1 :]:
        db.session.delete(oldest)
    form = KeptForm(account_id=account_id, path=path, with_file=with_file)
    form.answers = json.dumps(answers)
    db.session.add(form)
    return form.id


def mine(kept_id: UUID, account_id: UUID) -> KeptForm | None:
    """What this account wrote, while it is kept."""
    found = _of(account_id).where(KeptForm.id == kept_id, col(KeptForm.kept_at) > now() - KEPT_FOR)
    form: KeptForm | None = db.session.exec(found).first()
    return form


def answers_of(form: KeptForm) -> Answers:
    """Field and value of everything that was sent, as a page can send it again."""
    return [(name, value.replace("\0", "")) for name, value in json.loads(form.answers or "[]")]


def throw_away(form: KeptForm) -> None:
    """An action: let go of it."""
    db.session.delete(form)


def in_words(answers: Answers) -> list[tuple[str, str]]:
    """What somebody wrote or chose, without the page's own machinery."""
    machinery = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|")
    return [
        (name.replace("_", " ").replace("-", " ").capitalize(), value)
        for name, value in answers
        if name != "version" and not machinery.fullmatch(value.strip())
    ]


def lead_on(path: str | None, account_id: UUID) -> str | None:
    """Where somebody goes who has just signed in. What another account wrote is thrown away, never shown."""
    found = re.fullmatch(r"/kept/([0-9a-f-]{36})", path or "")
    if not found:
        return path
    form = db.session.exec(select(KeptForm).where(KeptForm.id == UUID(found[1]))).first()
    if form and form.account_id == account_id:
        return path
    if form:
        carry_out(throw_away, form)
    return None


def sent_on() -> None:
    """Before a request is answered that was checked already: what it sends on need not be kept any longer."""
    if request.method == "POST" and request.blueprint not in NEVER_KEPT and SENT_ON in request.form:
        carry_out(_let_go, request.form[SENT_ON], reader().id)


def _let_go(kept_id: str, account_id: UUID) -> None:
    for form in db.session.exec(_of(account_id)):
        if str(form.id) == kept_id:
            db.session.delete(form)


def forget_old() -> None:
    """An action: let go of what nobody came back for, in the session's scheme."""
    for form in db.session.exec(select(KeptForm).where(col(KeptForm.kept_at) < now() - KEPT_FOR)):
        db.session.delete(form)


def _of(account_id: UUID) -> Any:
    return select(KeptForm).where(KeptForm.account_id == account_id)
