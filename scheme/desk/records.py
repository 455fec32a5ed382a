"""The record of changes, for managers and auditors: of one profile or arrangement, and of the scheme itself.

Workers do not read it: it also holds what was taken off a profile, and to do their work they need what is there now.
"""

from collections.abc import Sequence
from uuid import UUID

from flask import render_template

from scheme import history
from scheme.access import WORKERS
from scheme.database import this_scheme
from scheme.desk import desk
from scheme.look import Link
from scheme.pages import asked_number
from scheme.queries import our_scheme
from scheme.record import viewed
from scheme.sign_in.sessions import reader

PAGE = "the record of changes"
"""What is written down as opened: whoever shows a record writes that down first."""


def shown(about: str, back: Link, subjects: Sequence[UUID]) -> str:
    """The page of what happened to these subjects, which together are one thing somebody knows."""
    changes = history.of_subjects(subjects, asked_number(), words=_may_see_words())
    return render_template("scheme/desk/record.html", about=about, back=back, changes=changes)


@desk.get("/record")
def record() -> str:
    """What happened to the scheme's accounts, weights and numbers."""
    viewed("scheme", this_scheme(), PAGE, "Working at the desk")
    changes = history.of_scheme(asked_number(), words=_may_see_words())
    return render_template("scheme/desk/record.html", about=our_scheme().name, back=None, changes=changes)


def _may_see_words() -> bool:
    return reader().role in WORKERS
