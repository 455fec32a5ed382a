"""Messages out: a row written with the change that caused it, carried out afterwards, outside any request.

Sending and marking as sent cannot be one step. That a message is tried, and when, is written down before it goes, and that it
went after; until the one must have ended somehow nobody tries again, on this machine or on another. As soon as a mail server
has accepted it, that is noted in a file, before anything else that could be interrupted; whoever comes after on this machine
finds the note, and only marks it. So a process killed at any moment loses nothing, and sends nothing twice unless it is killed
between the server's accepting and our hearing of it, or before it is marked and another machine carries on: then it goes a
second time, with the same ``Message-ID``, rather than never. Once sent its words are erased. Neither addresses nor words are
ever logged.
"""

import os
import smtplib
import ssl
import threading
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import structlog
from flask import current_app
from sqlmodel import col, select

from scheme.database import carry_out, db, enter_scheme, now
from scheme.jobs.waking import POST, wake
from scheme.models import Message, Scheme

MOST_TRIES = 10
"""Tries before a message is left for somebody to look at: not quite two days (our judgement)."""

SECONDS_TO_ANSWER = 20
"""What a mail server may take over each of the ten or so things it is told."""

WAIT = timedelta(minutes=5)
"""How long after a try the next may begin, and each wait is twice the last. By then whoever tried has ended: see above."""

log = structlog.get_logger("alongside.messages")


class CannotSend(Exception):
    """The message did not go. The reason is safe to log."""


def post(email: str, subject: str, body: str, *, not_before: datetime | None = None) -> None:
    """Write a message to send, in the running action; at once, or from a later moment on."""
    message = Message(to_email=email, subject=" ".join(subject.split())[:200], not_before=not_before)
    message.body = body
    db.session.add(message)
    wake(POST)


def post_template(email: str, template: str, **values: Any) -> None:
    """Write a message from a text template: its first line is the subject."""
    subject, _, body = current_app.jinja_env.get_template(template).render(**values).partition("\n")
    post(email, subject, body.strip() + "\n")


def address_of(endpoint: str, **values: Any) -> str:
    """The full address of a page, as people type it: never the one a request claims to have come to."""
    path = current_app.url_map.bind("").build(endpoint, values)
    return str(current_app.config["PUBLIC_ADDRESS"]).rstrip("/") + path


_posting, _again = threading.Lock(), threading.Event()


def deliver() -> int:
    """Send what is due in every scheme. Returns how many went.

    One thread of a process at a time, so that a slow mail server leaves the others free for jobs; whoever comes meanwhile leaves
    it to that one to look once more.
    """
    _again.set()
    sent = 0
    while _again.is_set() and _posting.acquire(blocking=False):
        try:
            _again.clear()
            sent += _deliver_all()
        finally:
            _posting.release()
    return sent


def _deliver_all() -> int:
    sent = 0
    for scheme_id in db.session.exec(select(Scheme.id)).all():
        enter_scheme(scheme_id)
        sent += sum(_deliver_one(message_id, tries) for message_id, tries in carry_out(_due))
    enter_scheme(None)
    db.session.rollback()
    return sent


def _due() -> list[tuple[UUID, int]]:
    query = (
        select(Message)
        .where(col(Message.sent_at).is_(None), col(Message.tries) < MOST_TRIES)
        .order_by(col(Message.created_at))
    )
    return [(message.id, message.tries) for message in db.session.exec(query) if _its_turn(message)]


def _its_turn(message: Message) -> bool:
    """From when it may go; then five minutes after the first try, ten after the second, …"""
    if message.tried_at:
        return now() - message.tried_at >= WAIT * 2.0 ** (message.tries - 1)
    return now() >= (message.not_before or message.created_at)


def _deliver_one(message_id: UUID, tries: int) -> bool:
    email = carry_out(_take, message_id, tries)
    if email is None:
        return False
    note = outbox() / f"{message_id}.sent"
    try:
        _send(email, message_id, note)
    except CannotSend as reason:
        log.warning("message not sent", message=str(message_id), tries=tries + 1, reason=str(reason))
        return False
    carry_out(_mark_sent, message_id)
    note.unlink(missing_ok=True)
    return True


def _take(message_id: UUID, tries: int) -> EmailMessage | None:
    """Write down one more try. Nothing when another process was first."""
    message = _message(message_id)
    if message.sent_at or message.tries != tries:
        return None
    message.tries += 1
    message.tried_at = now()
    email = EmailMessage()
    email["From"] = current_app.config["MAIL_FROM"]
    email["To"] = message.to_email
    email["Subject"] = message.subject
    email["Date"] = message.created_at
    email["Message-ID"] = f"<{message.id}@{urlsplit(current_app.config['PUBLIC_ADDRESS']).hostname or 'localhost'}>"
    email["Auto-Submitted"] = "auto-generated"
    email.set_content(message.body or "")
    return email


def _mark_sent(message_id: UUID) -> None:
    message = _message(message_id)
    message.sent_at = now()
    message.body = None


def _message(message_id: UUID) -> Message:
    return db.session.exec(select(Message).where(Message.id == message_id)).one()


def _send(email: EmailMessage, message_id: UUID, note: Path) -> None:
    """Send it and leave a note, unless there is one."""
    mail_url = current_app.config["MAIL_URL"]
    try:
        outbox().mkdir(mode=0o700, exist_ok=True)
        if note.exists():
            return
        if mail_url:
            _by_server(email, mail_url, note)
        else:
            _to_file(email, outbox() / f"{message_id}.eml")
            note.touch()
    except (OSError, smtplib.SMTPException) as error:
        if note.exists():
            return  # it was accepted: whatever went wrong came afterwards
        # What the server said may repeat the address, so only the kind of error is told.
        raise CannotSend(type(error).__name__) from None


def outbox() -> Path:
    """Where messages go while no mail server is set."""
    return Path(current_app.config["INSTANCE_PATH"]) / "outbox"


def _to_file(email: EmailMessage, path: Path) -> None:
    unfinished = path.with_suffix(".part")
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123
        file.write(email.as_bytes())
    unfinished.replace(path)


def _by_server(email: EmailMessage, mail_url: str, note: Path) -> None:
    parts = urlsplit(mail_url)
    context = ssl.create_default_context()
    server_name = parts.hostname or "localhost"
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            server_name, parts.port or 465, timeout=SECONDS_TO_ANSWER, context=context
        )
    else:
        server = smtplib.SMTP(server_name, parts.port or 25, timeout=SECONDS_TO_ANSWER)
    with server:
        server.ehlo()
        if parts.scheme == "smtp" and server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
        elif parts.username and parts.scheme == "smtp" and server_name not in {"localhost", "127.0.0.1", "::1"}:
            raise CannotSend("the mail server offers no encryption for the password")
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(email)
        note.touch()
