"""Welsh changes the first letter of a word after many others: *canu* (singing) is *ganu* in "hoffi ganu".

Only what a list of interests needs: the soft mutation, and the aspirate that follows "a" ("te a choffi").
"""

from collections.abc import Mapping
from types import MappingProxyType

# Longest first, because "rhedeg" begins with rh and not with r.
SOFT: Mapping[str, str] = MappingProxyType(
    {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
)
ASPIRATE: Mapping[str, str] = MappingProxyType({"p": "ph", "t": "th", "c": "ch"})
# These letters begin with one that changes, and do not change themselves.
UNCHANGING = ("ch", "dd", "ph", "th", "ff", "ng")
SHORTEST = 3


def mutations(word: str) -> tuple[str, ...]:
    """The other forms a Welsh word may take at its start. None for words of one or two letters."""
    if len(word) < SHORTEST or word.startswith(UNCHANGING):
        return ()
    return tuple(changed for table in (SOFT, ASPIRATE) if (changed := _changed(word, table)) is not None)


def _changed(word: str, table: Mapping[str, str]) -> str | None:
    return next((new + word[len(old) :] for old, new in table.items() if word.startswith(old)), None)
