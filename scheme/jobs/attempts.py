"""Whether an attempt is still being made: its mark says which process on which machine is, or was, making it."""

import os
import secrets
import socket
from contextlib import suppress
from functools import lru_cache
from uuid import UUID

from scheme.jobs import how_far

_in_hand: set[str] = set()
"""The marks of the attempts this process is making."""


@lru_cache(maxsize=1)
def _us() -> tuple[str, str]:
    """This machine, and this process: another one may get the same number later."""
    return socket.gethostname().replace(" ", "-")[:80], f"{os.getpid()} {secrets.token_hex(8)}"


def new_mark() -> str:
    """The mark of an attempt this process begins."""
    machine, process = _us()
    return f"{machine} {process} {secrets.token_hex(8)}"


def begin(mark: str) -> None:
    """It is in our hands now."""
    _in_hand.add(mark)


def end(mark: str) -> None:
    """It is not any more."""
    _in_hand.discard(mark)


def is_made(mark: str, job_id: UUID) -> bool:
    """Whether somebody still makes this attempt. One who was killed does not, and that is known at once on the same machine."""
    machine, number, process, _ = mark.split(" ")
    if (machine, f"{number} {process}") == _us():
        return mark in _in_hand
    if machine == _us()[0] and not _runs(int(number)):
        return False
    return how_far.heard_from(job_id, mark)


def _runs(number: int) -> bool:
    with suppress(PermissionError):  # there is one, and it is somebody else's
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return False
    return True
