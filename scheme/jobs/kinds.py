"""What kinds of job there are: a table that the packages above fill, so that carrying one out needs to know none of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from flask import Flask, current_app

Asked = Mapping[str, Any]
"""What a job is worked out from, as JSON has it."""

Tell = Callable[[int, int, str], None]
"""``tell(done, of, what)``: how far it is. ``what`` is counted in words that name nobody: "rows", "people"."""


@dataclass(frozen=True)
class Kind:
    """One kind of job.

    ``work`` may take as long as it takes and changes nothing; it may be run again from the beginning. ``write`` is an action
    in the transaction that marks the job as done, so that it happens once or not at all. Whichever comes last returns
    what is kept as the result, plain data for JSON. ``afterwards`` may be left out by a machine that stops.
    """

    name: str
    title: str
    """What somebody looks at while it is being worked out."""
    asked_at: str
    """The page it is asked for on: whoever may no longer send that page is not answered either."""
    work: Callable[[Asked, Tell], Any]
    leads_to: Callable[[UUID, Asked], str]
    """The address of the page that shows the result."""
    back_to: tuple[str, str]
    """The page to go back to meanwhile, and its name."""
    write: Callable[[Asked, Any, Tell], Any] | None = None
    afterwards: Callable[[Asked], None] | None = None


def set_up(app: Flask, kinds: Sequence[Kind]) -> None:
    """These are the kinds of job there are."""
    app.extensions["job_kinds"] = {kind.name: kind for kind in kinds}


def kind_of(name: str) -> Kind | None:
    """The kind with this name; nothing for one that has since been taken away."""
    return cast(Mapping[str, Kind], current_app.extensions["job_kinds"]).get(name)
