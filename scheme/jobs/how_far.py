"""How far a job is, and that whoever carries it out is alive: told beside the database, for as long as it is carried out.

A job that changes much holds the only pen there is on SQLite, so it could not write down how far it is; and nothing
is lost with it. Kept with Huey's own things, gone when the job is over.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from flask import current_app

SECONDS_BETWEEN = 0.5
"""A page looks no more often than this (our judgement)."""

SECONDS_BETWEEN_SIGNS = 5
SILENT_SECONDS = 60
"""After so long without a sign of life the work is taken up by another (our judgement: a busy machine may be slow)."""


@dataclass(frozen=True)
class Far:
    """So many of so many, in words; ``of`` 0: nobody knows how many. ``heard`` is when, in seconds since 1970."""

    mark: str
    heard: float
    done: int = 0
    of: int = 0
    what: str = ""


class Telling:
    """Tells how far one attempt is: call it with ``(done, of, what)``, as often as convenient."""

    def __init__(self, keep: Any, key: str, mark: str) -> None:
        self._keep, self._key = keep, key
        self._far = Far(mark, 0)
        self._told = 0.0
        self._over = threading.Event()
        self._lock = threading.Lock()

    def __call__(self, done: int, of: int, what: str) -> None:
        """This far."""
        self._far = Far(self._far.mark, 0, done, of, what)
        if time.monotonic() - self._told >= SECONDS_BETWEEN:
            self.sign()

    def sign(self) -> None:
        """Give a sign of life."""
        with self._lock:
            if not self._over.is_set():
                self._told = time.monotonic()
                self._keep.put(self._key, asdict(self._far) | {"heard": time.time()})

    def keep_signing(self) -> None:
        """Until it is over."""
        while not self._over.wait(SECONDS_BETWEEN_SIGNS):
            self.sign()

    def end(self) -> None:
        """It is over, however it ended."""
        with self._lock:
            self._over.set()
            self._keep.delete(self._key)


@contextmanager
def telling(job_id: UUID, mark: str) -> Iterator[Telling]:
    """Give signs of life as long as it takes, and tell how far it is."""
    tell = Telling(current_app.extensions["jobs"].huey, _key(job_id), mark)
    tell.sign()
    signs = threading.Thread(target=tell.keep_signing, name="signs of life", daemon=True)
    signs.start()
    try:
        yield tell
    finally:
        tell.end()


def far(job_id: UUID) -> Far | None:
    """How far it is; nothing when nobody is carrying it out."""
    told = current_app.extensions["jobs"].huey.get(_key(job_id), peek=True)
    return Far(**told) if told else None


def heard_from(job_id: UUID, mark: str) -> bool:
    """Whether this attempt gave a sign of life lately."""
    told = far(job_id)
    return told is not None and told.mark == mark and time.time() - told.heard < SILENT_SECONDS


def _key(job_id: UUID) -> str:
    return f"far {job_id}"
