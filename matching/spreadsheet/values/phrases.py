"""Parting several values in one cell, without cutting a phrase or a person's sentence in two."""

import re
from collections.abc import Iterable
from functools import lru_cache

from matching.spreadsheet.cells import plain

WHOLE_PHRASES = frozenset(
    {
        "country and western",
        "drawing and painting",
        "arts and crafts",
        "rock and roll",
        "rock 'n' roll",
        "drum and bass",
        "rhythm and blues",
        "r & b",
        "r&b",
        "fish and chips",
        "peace and quiet",
        "mum and dad",
        "mam and dad",
        "mother and father",
        "family and friends",
        "friends and family",
        "brother and sister",
        "brothers and sisters",
        "come and go",
        "bits and bobs",
        "ups and downs",
        "health and safety",
        "bed and breakfast",
        "black and white",
        "dungeons and dragons",
        "d & d",
        "ant and dec",
        "laurel and hardy",
        "people around, i hate being lonely",
        "the countryside, too quiet",
        "and/or",
    }
)
"""Phrases whose "and" or comma does not part two things. The scheme's interest names are added to these."""

_CARRIES_ON = re.compile(
    r"(?:i|i'm|im|i'd|i've|i'll|i was|too|but|because|cos|so|as|which|who|where|when|while|if|unless|especially|"
    r"particularly|mostly|mainly|though|although|really|even|that|it|it's|they|he|she|his|her|my carer|sometimes|"
    r"usually|always|never|please|thanks|e\.g\.?|eg|ie|i\.e\.?|etc\.?|then|just|otherwise)(?![\w'])"
)
"""A piece after a comma that begins like this belongs to the sentence before it."""

_BULLET = re.compile(r"^\s*(?:[•·●▪◦*‣]|-(?=\s)|\(?\d{1,2}[.)](?=\s))\s*")
_STRONG = re.compile(r"[\n;•·●▪|]")
_SLASH = re.compile(r"(?<=[^\W\d_]{2})\s*/\s*(?=[^\W\d_]{2})|\s+/\s+|(?<=\))\s*/\s*")
_AND = re.compile(r"\s+(?:and|&|\+)\s+", re.IGNORECASE)
_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]{20,}")
_HELD = "\ue000{}\ue001"
_HELD_NUMBER = re.compile("\ue000(\\d+)\ue001")


def phrases(words: str, whole: Iterable[str] = (), either: bool = False) -> tuple[str, ...]:
    """The separate phrases of a cell, each in its own words, none twice.

    ``whole`` are phrases never to be cut, beside our own; ``either`` also parts at "or".
    """
    # Long runs of spaces mean nothing, and are slow to look through.
    words = _SPACES.sub(" ", words.replace("\ue000", "").replace("\ue001", ""))
    held: list[str] = []
    text = _hold(words, whole, held)
    pieces = [piece for line in _STRONG.split(text) for piece in _parts_of_line(_BULLET.sub("", line), either)]
    released = (_release(piece, held).strip(" .,/\t") for piece in pieces)
    unique: dict[str, str] = {}
    for phrase in released:
        if phrase:
            unique.setdefault(plain(phrase), phrase)
    return tuple(unique.values())


def _hold(words: str, whole: Iterable[str], held: list[str]) -> str:
    """Put a placeholder where a whole phrase stands."""
    pattern = _held(frozenset(whole))

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return _HELD.format(len(held) - 1)

    return pattern.sub(hold, words)


@lru_cache(maxsize=64)
def _held(whole: frozenset[str]) -> re.Pattern[str]:
    """What finds a phrase that is not to be cut, the longest first. Made once for each list, not for each cell."""
    joined = sorted({phrase for phrase in WHOLE_PHRASES | whole if _would_be_cut(phrase)}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(_loose(phrase) for phrase in joined)})(?!\w)", re.IGNORECASE)


def _would_be_cut(phrase: str) -> bool:
    return bool(re.search(r"[,/&+;]|\b(?:and|or)\b", phrase, re.IGNORECASE))


def _loose(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())


def _release(piece: str, held: list[str]) -> str:
    return _HELD_NUMBER.sub(lambda found: held[int(found[1])], piece)


def _parts_of_line(line: str, either: bool) -> list[str]:
    parts: list[str] = []
    for piece in _outside_brackets(line):
        if parts and _CARRIES_ON.match(plain(piece)):
            parts[-1] = f"{parts[-1]},{piece}"
        else:
            parts.append(piece)
    parts = [one for part in parts for one in _SLASH.split(part)]
    parts = [one for part in parts for one in _AND.split(part)]
    return [one for part in parts for one in _OR.split(part)] if either else parts


def _outside_brackets(line: str) -> list[str]:
    """The line cut at commas, but not at those inside brackets."""
    pieces, depth, start = [], 0, 0
    for place, mark in enumerate(line):
        depth += (mark == "(") - (mark == ")" and depth > 0)
        if mark == "," and depth == 0:
            pieces.append(line[start:place])
            start = place + 1
    return [*pieces, line[start:]]
