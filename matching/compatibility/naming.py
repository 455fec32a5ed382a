"""How the things on a list are named inside a sentence: "Elvis songs, and piano and keyboard"."""

import re
from collections.abc import Sequence
from functools import cache

PROPER = re.compile(
    r"(African|Arabic|Bengali|Bollywood|British|Buddhist|Caribbean|Catholic|Chinese|Christmas|Church|DIY|Diwali|East|Eastern"
    r"|Easy|Eid|Elvis|English|French|Gujarati|Halloween|Hindi|Hindu|Irish|Italian|Jewish|Lego|Lunar|Makaton|Methodist|Muslim"
    r"|Passover|Polish|Portuguese|Pride|Punjabi|Romanian|Scottish|Sikh|Somali|South|Spanish|Sunday|Tamil|Turkish|Ukrainian"
    r"|Urdu|Vaisakhi|Welsh)\b"
)
"""First words that keep their capital letter wherever they stand."""


@cache
def mid_sentence(name: str) -> str:
    """A thing's name as it stands inside a sentence."""
    return name if PROPER.match(name) else name[:1].lower() + name[1:]


def first_letter(sentence: str) -> str:
    """The same, as the beginning of a sentence."""
    return sentence[:1].upper() + sentence[1:]


def listed(names: Sequence[str], more: str = "") -> str:
    """ "a, b and c"; ``more`` comes last, if there is more. A name with "and" in it is kept apart by a comma."""
    parts = [*names, more] if more else list(names)
    if len(parts) < 2:
        return "".join(parts)
    last = ", and " if any(" and " in part for part in parts) else " and "
    return ", ".join(parts[:-1]) + last + parts[-1]
