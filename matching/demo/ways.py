"""How an invented side lives: facts both sides answer alike, with honest blanks, and words that agree with them."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from matching.demo.drawing_lots import Deck, one_of, perhaps, some
from matching.demo.names import BACKGROUNDS, Background
from matching.demo.phrases import SPECIAL
from scheme.ways_of_living import (
    Communication,
    Company,
    DayRhythm,
    Faith,
    Language,
    Noise,
    PetsWish,
    Routine,
    Smoking,
    SmokingWish,
    Stance,
    Value,
    Visitors,
)

CHRISTIAN = frozenset({Faith.CHURCH_OF_ENGLAND, Faith.CATHOLIC, Faith.METHODIST, Faith.OTHER_CHRISTIAN, Faith.CHAPEL})
LIVED_AT = {"church": CHRISTIAN, "mandir": frozenset({Faith.HINDU}), "mosque": frozenset({Faith.MUSLIM})}


def background(rng: Random) -> Background:
    """Where a family's name, and perhaps its language, comes from."""
    return one_of(rng, BACKGROUNDS)


def how_they_live(rng: Random, of: Background, phrases: Mapping[str, str]) -> dict[str, Any]:
    """Facts that a person and a household answer alike. About a third are not known."""
    faiths = [] if rng.random() < 0.6 else [rng.choice(of.faiths)]
    return {
        "interests": _interests(rng, phrases, faiths),
        "languages": _languages(rng, of),
        "communication": _communication(rng),
        "faiths": faiths,
        "foods": some(rng, of.foods, 0, 2),
        "values": some(rng, tuple(Value), 0, 5),
        "day_rhythm": perhaps(rng, 70, rng.choice(tuple(DayRhythm))),
        "noise": perhaps(rng, 70, rng.choice(tuple(Noise))),
        "company": perhaps(rng, 65, rng.choice(tuple(Company))),
        "routine": perhaps(rng, 60, rng.choice(tuple(Routine))),
        "visitors": perhaps(rng, 50, rng.choice(tuple(Visitors))),
        "smoking": perhaps(rng, 80, one_of(rng, {Smoking.NOBODY: 84, Smoking.OUTSIDE: 13, Smoking.INDOORS: 3})),
        "smoking_wish": perhaps(rng, 70, rng.choice(tuple(SmokingWish))),
        "pets_wish": perhaps(rng, 70, one_of(rng, {PetsWish.LOVE: 5, PetsWish.FINE: 4, PetsWish.RATHER_NOT: 1})),
    }


def _interests(rng: Random, phrases: Mapping[str, str], faiths: Sequence[Faith]) -> dict[str, Stance]:
    keys = [key for key in phrases if key not in SPECIAL or LIVED_AT[key] & set(faiths)]
    chosen = rng.sample(keys, rng.randint(3, 7))
    stances = {
        key: Stance.LOVE if place < 2 else rng.choice((Stance.LOVE, Stance.LIKE, Stance.LIKE))
        for place, key in enumerate(chosen)
    }
    if rng.random() < 0.5:
        away = rng.choice([key for key in phrases if key not in SPECIAL and key not in stances])
        stances[away] = Stance.NOT_FOR_ME
    return stances


def _languages(rng: Random, of: Background) -> list[Language]:
    if rng.random() < 0.15:
        return []
    return [Language.ENGLISH, *([of.language] if of.language and rng.random() < 0.75 else [])]


def _communication(rng: Random) -> list[Communication]:
    others = (
        Communication.MAKATON,
        Communication.PICTURES,
        Communication.WRITING,
        Communication.EASY_READ,
        Communication.BSL,
    )
    if rng.random() < 0.25:
        return []
    return [Communication.SPEECH, *(some(rng, others, 1, 2) if rng.random() < 0.35 else [])]


def in_words(
    deck: Deck[str], interests: Mapping[str, Stance], phrases: Mapping[str, str], start: int = 0, **more: str
) -> str:
    """A dealt sentence about the things this side loves, ``start`` further down their list."""
    loved = [phrases[key] for key, stance in interests.items() if stance is not Stance.NOT_FOR_ME and key in phrases]
    a, b = loved[start % len(loved)], loved[(start + 1) % len(loved)]
    return deck.deal().format(a=a, b=b, a_=a[0].upper() + a[1:], **more)
