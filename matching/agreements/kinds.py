"""Kinds of agreement, who signs, and in which ways."""

from datetime import date

from scheme.words import Words


class AgreementKind(Words):
    """What is agreed together; which kinds an arrangement has is in its row of ``lifecycle.KINDS``. Signed as one paper."""

    ARRANGEMENT = "arrangement", "Arrangement agreement"
    LICENCE = "licence", "Licence to live in the home"
    HOMESHARE = "homeshare", "Homeshare agreement"
    FOR_NOW = "for_now", "What is agreed about staying for now"


class Party(Words):
    """Who signs. The person is always one: in Wales the law asks for it where practicable (SI (W) 2019/163 reg 12)."""

    PERSON = "person", "The person"
    CARER = "carer", "Every carer of the household"
    SCHEME = "scheme", "The scheme"


class SignedBy(Words):
    """How somebody signed: each in their own way."""

    TYPED = "typed", "Typed their name"
    WITNESSED = "witnessed", "Agreed in their own way, and somebody saw it"
    PAPER = "paper", "Signed on paper"
    FOR_THEM = "for_them", "Somebody with legal authority signed for them"


class AgreedHow(Words):
    """How somebody showed that they agree, when another wrote it down."""

    WORDS = "words", "In words"
    SIGN = "sign", "With a sign"
    PICTURE = "picture", "With a picture or a symbol"
    ANOTHER_WAY = "another_way", "In another way"


def a_year_after(day: date) -> date:
    """The same day of the next year; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
