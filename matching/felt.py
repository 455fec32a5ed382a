"""When how a visit felt is to be talked about: one rule, pure, for the desk's pages and for what is due."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from matching.models import Feels

FACES = list(Feels)
"""From the happiest to the saddest."""

APART = 2
"""So many faces apart is quite different (our judgement): one sees the same visit, two see two."""


class Felt(Protocol):
    """How it felt to one side, and when they said so."""

    feels: Feels
    at: datetime


class Talked(Protocol):
    """That it was talked about, and when that was written down."""

    at: datetime


def talk_about_this(felt: Iterable[Feels]) -> bool:
    """Whether the two sides felt quite differently, or one of them felt sad. Nothing heard yet is nothing to talk about."""
    faces = [FACES.index(feels) for feels in felt]
    return bool(faces) and (max(faces) >= FACES.index(Feels.SAD) or max(faces) - min(faces) >= APART)


def still_to_talk_about(felt: Iterable[Felt], talked: Iterable[Talked]) -> bool:
    """Whether there is something to talk about that was not talked about since somebody last said how it felt."""
    said = list(felt)
    if not talk_about_this(one.feels for one in said):
        return False
    last_said = max(one.at for one in said)
    return all(talk.at < last_said for talk in talked)
