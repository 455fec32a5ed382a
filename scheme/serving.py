"""The serving command's server: waitress with room for slow connections, and beside it, in a process of its own, what carries out jobs.

Pages stay quick while something long is worked out, and whichever of the two is killed, the other goes on or is begun again.
"""

import gc
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
import waitress
from flask import Flask

from scheme.settings import SETTINGS

CONNECTIONS = 1000
"""A hundred slow connections stop a small server; these many do not (measured: DESIGN §7)."""

THREADS = 8

SECONDS_BEFORE_ANOTHER = 1
"""How soon another process carries jobs out when one has ended (our judgement: not at once, lest it ends again and again)."""

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
    """Serve until stopped, with jobs being carried out beside it."""
    # What was loaded to start stays until the end. Unless it is set aside, Python looks through all of it every few dozen pages,
    # and somebody waits a third of a second longer (measured).
    gc.collect()
    gc.freeze()
    with jobs_beside(app):
        waitress.serve(
            app,
            sockets=[listening],
            threads=THREADS,
            connection_limit=CONNECTIONS,
            asyncore_use_poll=True,  # select() would stop at 1024 open files
            ident="",
            max_request_body_size=app.config["MAX_CONTENT_LENGTH"] + 1024 * 1024,
        )


@contextmanager
def jobs_beside(app: Flask) -> Iterator["Beside"]:
    """Jobs are carried out by a process of their own, and by another when it ends, as long as this lasts."""
    beside = Beside(app)
    thread = threading.Thread(target=beside.keep_one, name="jobs beside", daemon=True)
    thread.start()
    try:
        yield beside
    finally:
        beside.stop()
        thread.join()


class Beside:
    """The process that carries out jobs. It ends when we do, even if we are killed: then what it reads from us ends."""

    def __init__(self, app: Flask) -> None:
        self._folder = app.root_path
        self._settings = {setting.name: str(app.config[setting.name]) for setting in SETTINGS}
        self._stopped = threading.Event()
        self.process = self._begin()

    def keep_one(self) -> None:
        """Begin another whenever it has ended, until stopped."""
        while True:
            self._wait()
            if self._stopped.wait(SECONDS_BEFORE_ANOTHER):
                return
            log.warning("jobs are carried out by another process", ended_with=self.process.returncode)
            self.process = self._begin()
            if self._stopped.is_set():
                self.process.terminate()

    def stop(self) -> None:
        """End it. What it has in hand is taken up again by the next."""
        self._stopped.set()
        self.process.terminate()

    def _wait(self) -> None:
        self.process.wait()
        if self.process.stdin:
            self.process.stdin.close()

    def _begin(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "flask", "--app", "wsgi", "scheme", "work", "--until-input-ends"],
            cwd=self._folder,
            env=os.environ | self._settings,
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl+C is for us alone: we end it
        )
