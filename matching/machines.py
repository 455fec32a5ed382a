"""Who does long work that a command asks for, and how a terminal hears how far it is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from matching.compatibility.progress import Progress, unheard
from matching.compatibility.rounds_looking import Backend
from scheme.errors import Refused

SECONDS_FOR_A_WORKER = 10
"""How long we wait for a first worker to join (our judgement: they start in two or three)."""


@contextmanager
def workers(scheduler: str | None) -> Iterator[Backend]:
    """Threads of this process or, if a scheduler's address is given, the workers of that Dask cluster.

    Refuses kindly if Dask is not installed, nobody answers there, or no worker joins.
    """
    if scheduler is None:
        yield "threading"
        return
    try:
        from distributed import Client
    except ImportError:
        raise Refused("Dask is not installed here. It comes with the extra called machines.") from None
    connect: Callable[..., Any] = Client
    try:
        connection = connect(scheduler, timeout=SECONDS_FOR_A_WORKER, set_as_default=True)
    except (OSError, ValueError):
        raise Refused(f"No Dask scheduler answers at {scheduler}.") from None
    with connection:
        try:
            connection.wait_for_workers(1, timeout=SECONDS_FOR_A_WORKER)
        except TimeoutError:
            raise Refused(f"The Dask scheduler at {scheduler} has no workers. Start one first.") from None
        yield "dask"


def told_on_terminal() -> Progress:
    """One line that says how far it is, for whoever sits before a terminal. Nobody else is told."""
    if not sys.stderr.isatty():
        return unheard

    def tell(done: int, of: int, what: str) -> None:
        click.echo(f"\r{what}: {100 * done // max(of, 1)} %", nl=done >= of, err=True)

    return tell
