"""The serving command's server: waitress with room for slow connections, and the post going out beside it."""

import socket
import threading
import time
from collections.abc import Callable

import structlog
import waitress
from flask import Flask
from sqlmodel import select

from scheme import messages
from scheme.chain import sealing
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Scheme
from scheme.sign_in import attempts, kept

CONNECTIONS = 1000
"""A hundred slow connections stop a small server; these many do not (measured: DESIGN §7)."""

THREADS = 8
SECONDS_BETWEEN_POSTS = 5
AN_HOUR = 60 * 60

log = structlog.get_logger("alongside.serving")


class PortTaken(Exception):
    """Something else is already listening there."""


def listen(address: str, port: int) -> socket.socket:
    """Take the port before anything else is started. Raises ``PortTaken``."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address, port))
        listening.listen(CONNECTIONS)
    except OSError as error:
        listening.close()
        raise PortTaken(str(error.strerror)) from None
    return listening


def serve(app: Flask, listening: socket.socket) -> None:
    """Serve until stopped, with the post going out every few seconds."""
    threading.Thread(target=keep_delivering, args=(app,), name="post", daemon=True).start()
    waitress.serve(
        app,
        sockets=[listening],
        threads=THREADS,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,  # select() would stop at 1024 open files
        ident="",
        max_request_body_size=app.config["MAX_CONTENT_LENGTH"] + 1024 * 1024,
    )


def keep_delivering(app: Flask, stop: Callable[[], bool] = lambda: False) -> None:
    """Send messages every few seconds until the process ends. One bad round never stops the next."""
    tidied = -AN_HOUR * 1.0
    while not stop():
        try:
            with app.app_context():
                messages.deliver()
                if time.monotonic() - tidied >= AN_HOUR:
                    tidied = time.monotonic()
                    tidy()
        except Exception as fault:  # whatever it was, the post must go on; what it says may quote a message
            log.error("the post could not go out", kind=type(fault).__name__)  # noqa: TRY400
        time.sleep(SECONDS_BETWEEN_POSTS)


def tidy() -> None:
    """What is due every hour: old attempts to sign in and what nobody came back for are let go, and each scheme's record is sealed."""
    carry_out(attempts.forget_old)
    for scheme_id in db.session.exec(select(Scheme.id)).all():
        enter_scheme(scheme_id)
        carry_out(kept.forget_old)
        sealing.seal_record()
    enter_scheme(None)
    db.session.rollback()
