"""How long work says how far it is, without knowing who listens: a terminal, a page, or nobody."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and of what, in words fit to show.

It comes from one thread, now and then, and ends each thing it begins with as much done as there was.
"""


def unheard(done: int, of: int, what: str) -> None:
    """Tell nobody."""
