"""The short references people say aloud: P001, H001, A001, each used once in a scheme."""

import re
from collections.abc import Iterable


def next_reference(letter: str, taken: Iterable[str]) -> str:
    """One more than the highest number in use. References that came from elsewhere may look different; they count for nothing."""
    ours = re.compile(rf"{letter}(\d{{1,9}})", re.IGNORECASE)
    numbers = (int(found[1]) for found in map(ours.fullmatch, taken) if found)
    return f"{letter}{max(numbers, default=0) + 1:03}"
