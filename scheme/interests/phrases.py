"""From the words in a scheme's own spreadsheet to entries of the list, for a worker to confirm.

Whole words only, no guessing by likeness: "afraid of dogs" is closer to "dogs" by any measure of likeness than it should
ever be. So each entry declares the words it goes by (its names, ``also``, ``also_cy``) and the longest that stand in the
phrase win: "walking the dog" is one entry, not walking and dogs.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from scheme.interests.connections import ways_up
from scheme.interests.listing import Interest, Line, WrongInList, listing
from scheme.interests.welsh import mutations

WORDS: Mapping[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
FILLERS = frozenset(WORDS["fillers"])
DOUBTS = frozenset(WORDS["doubts"])
DOUBTFUL_ENDINGS = tuple(WORDS["doubtful_endings"])
NOT_PLURALS = frozenset(WORDS["not_plurals"])
AND = "and"
BREAK, ASIDE = ",", "("
PIECES = re.compile(r"(?P<word>[^\W_]+)|(?P<break>[,;/|.\n•·])|(?P<aside>[()\[\]{}:!?\"]|(?<=\s)[-–—]+(?=\s))")


def proposals(phrase: str) -> list[Interest]:
    """Entries of the list that a free phrase names, in its order; none when it speaks of fear, dislike or a "no".

    "music (Elvis!)" proposes only the narrower of the two; "music and karaoke" both. The phrase may name several things:
    do not split it at "and" beforehand, or "country and western" is lost. What someone feels about them is for the
    caller to know, from the column they were written in.
    """
    if any(word in DOUBTS or word.endswith(DOUBTFUL_ENDINGS) for word in _words(phrase)):
        return []
    found = list(_found(_tokens(phrase)))
    keys = [key for part, key in found if not any(part == other and _is_narrower(n, key) for other, n in found)]
    return [listing().lines[key].interest for key in dict.fromkeys(keys)]


def _is_narrower(key: str, than: str) -> bool:
    return key != than and than in ways_up(key)


def _found(tokens: list[str]) -> Iterator[tuple[int, str]]:
    """The longest known words from left to right, each with the number of the part of the phrase it stands in."""
    known, longest = dictionary()
    part = at = 0
    while at < len(tokens):
        lengths = range(min(longest, len(tokens) - at), 0, -1)
        length = next((n for n in lengths if tuple(tokens[at : at + n]) in known), 0)
        if length:
            yield part, known[tuple(tokens[at : at + length])]
        elif tokens[at] in (BREAK, AND):
            part += 1
        at += length or 1


@lru_cache(maxsize=1)
def dictionary() -> tuple[Mapping[tuple[str, ...], str], int]:
    """What each run of words means, and how many words the longest has. Raises `WrongInList` for words with two meanings."""
    known: dict[tuple[str, ...], str] = {}
    for key, line in listing().lines.items():
        for tokens in _as_written(line):
            if known.setdefault(tokens, key) != key:
                raise WrongInList(f"{' '.join(tokens)!r} means both {known[tokens]} and {key}.")
    for key, line in listing().lines.items():
        for tokens in _as_mutated(line):
            known.setdefault(tokens, key)
    return MappingProxyType(known), max(map(len, known))


def _as_written(line: Line) -> Iterator[tuple[str, ...]]:
    for phrase in (line.interest.name_en, line.interest.name_cy, *line.also, *line.also_cy):
        yield tuple(_tokens(phrase))


def _as_mutated(line: Line) -> Iterator[tuple[str, ...]]:
    for phrase in (line.interest.name_cy, *line.also_cy):
        first, *rest = _tokens(phrase)
        for changed in mutations(first):
            yield (changed, *rest)


def _tokens(phrase: str) -> list[str]:
    """Plain words without fillers, with a mark where the phrase pauses (a break) or turns aside (a bracket, a dash)."""
    tokens = []
    for piece in PIECES.finditer(_plain(phrase)):
        if piece["break"]:
            tokens.append(BREAK)
        elif piece["aside"]:
            tokens.append(ASIDE)
        elif piece["word"] not in FILLERS:
            tokens.append(_singular(piece["word"]))
    return tokens


def _words(phrase: str) -> Iterator[str]:
    return (piece["word"] for piece in PIECES.finditer(_plain(phrase)) if piece["word"])


def _plain(phrase: str) -> str:
    """Small letters without accents; "don't" is one word, "rock 'n' roll" and "fish & chips" say "and"."""
    letters = unicodedata.normalize("NFKD", phrase.replace("’", "'")).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    letters = letters.replace("n't", "nt")
    return re.sub(r"(?<!\w)'?n'?(?!\w)|[&+]", f" {AND} ", letters)


def _singular(word: str) -> str:
    """The word without a plural s. Rough, but the list and the phrase are cut the same way."""
    ends_in_plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if len(word) > 3 and ends_in_plural and word not in NOT_PLURALS else word
