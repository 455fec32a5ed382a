"""Work that comes round by itself, such as reminding: a table that the packages above fill, as with kinds of job.

Nobody asks for it, so no row waits. What it is time for is read from the clock and from the rows there are, and what is done
about one thing is one action that writes down, in the same transaction, that it was done. Whoever carries it out may stop
at any moment and look again: what was written down is done, and nothing else is.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import structlog
from flask import Flask, current_app
from sqlmodel import select

from scheme.database import carry_out, db, enter_scheme
from scheme.models import Scheme

log = structlog.get_logger("alongside.jobs")


@dataclass(frozen=True)
class Recurring:
    """One kind of work that comes round.

    ``find`` says what it is time for in the session's scheme, and changes nothing. ``do`` is an action for one of them, which
    looks for itself whether it has been done meanwhile: two processes may have found the same.
    """

    name: str
    find: Callable[[], Sequence[Hashable]]
    do: Callable[[Any], object]


def set_up(app: Flask, work: Sequence[Recurring]) -> None:
    """This is the work that comes round."""
    app.extensions["recurring"] = tuple(work)


def carry_out_due() -> int:
    """Do what it is time for in every scheme, each thing in a transaction of its own. Returns how many were tried."""
    tried = 0
    for scheme_id in db.session.exec(select(Scheme.id)).all():
        enter_scheme(scheme_id)
        for work in cast(Sequence[Recurring], current_app.extensions["recurring"]):
            for one in carry_out(work.find):  # a look that others got in the way of is taken again
                _do(work, one)
                tried += 1
    enter_scheme(None)
    db.session.rollback()
    return tried


def _do(work: Recurring, one: Hashable) -> None:
    """One that goes wrong is looked at again the next time; it does not stop the others."""
    try:
        carry_out(work.do, one)
    except Exception as fault:  # what it says may quote somebody's life
        log.error("could not be done", what=work.name, kind=type(fault).__name__)  # noqa: TRY400
