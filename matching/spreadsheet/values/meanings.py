"""Phrases in people's own words that might mean entries of our lists: proposed for a worker to confirm, never taken.

One table. A phrase that a person wrote differently simply proposes nothing; the words are on the profile all the same.
"""

import re
from collections.abc import Sequence

from matching.spreadsheet.cells import plain
from matching.spreadsheet.values.reading import Context, Proposal
from scheme.ways_of_living import (
    Company,
    DayRhythm,
    Food,
    HouseholdMustNot,
    MustNot,
    Noise,
    Pet,
    Setting,
    Stance,
    Value,
    YesNo,
)
from scheme.words import Words

_MATTERS: tuple[tuple[str, str, Words], ...] = (
    (r"\bhalal\b", "foods", Food.HALAL),
    (r"\bkosher\b", "foods", Food.KOSHER),
    (r"\bvegetarian|\bveggie\b", "foods", Food.VEGETARIAN),
    (r"\bvegan\b", "foods", Food.VEGAN),
    (r"\bgluten\b|\bcoeliac\b", "foods", Food.GLUTEN_FREE),
    (r"\bquiet\b(?! to\b)|\bpeaceful?\b", "noise", Noise.QUIET),
    (r"\bpeople around\b|\blonely\b|\bcompany\b", "company", Company.TOGETHER),
    (
        r"\bchapel\b|\bchurch\b|\bmosque\b|\bmass\b|\bgurdwara\b|\btemple\b|\bsynagogue\b|\bmy faith\b",
        "values",
        Value.FAITH,
    ),
    (r"\bfriends?\b", "values", Value.FRIENDS),
    (r"\bjob\b|\bwork(?:ing)?\b", "values", Value.WORK),
    (r"\blearn", "values", Value.LEARNING),
    (r"\bchoos|\bchoice\b|\bwhen i (?:go to bed|get up)\b", "values", Value.CHOICE),
    (r"\bown (?:front )?door\b|\bown key\b|\bdoor key\b|\bindependen", "values", Value.INDEPENDENCE),
    (r"\bprivacy\b|\bprivate\b|\bown space\b|\btime alone\b", "values", Value.PRIVACY),
    (r"\bpart of (?:the|a) family\b", "values", Value.FAMILY),
    (r"\blaugh", "values", Value.HUMOUR),
    (r"\bgarden\b|\boutdoors?\b|\boutside\b", "values", Value.OUTDOORS),
    (r"\btidy\b|\bclean\b", "values", Value.TIDINESS),
    (r"\bbus(?:es)?\b", "needs_bus", YesNo.YES),
    (r"\bmy (?:own )?dog\b", "brings_pets", Pet.DOG),
    (r"\bmy (?:own )?cat\b", "brings_pets", Pet.CAT),
    (r"\bmy (?:budgie|parrot|bird)\b", "brings_pets", Pet.BIRD),
    (r"\bmy (?:rabbit|hamster|guinea pig)\b", "brings_pets", Pet.SMALL),
)

_HATES: tuple[tuple[str, str, Words], ...] = (
    (r"\bloud\b|\bnois|\bshouting\b", "noise", Noise.QUIET),
    (r"\bearly (?:mornings?|starts?)\b|\bgetting up early\b", "day_rhythm", DayRhythm.LATE),
    (r"\blate nights?\b", "day_rhythm", DayRhythm.EARLY),
    (r"\b(?:being )?(?:on my own|alone|lonely)\b", "company", Company.TOGETHER),
    (r"\bcountryside\b.*\btoo quiet\b", "setting", Setting.TOWN),
)

_MUST_NOTS: tuple[tuple[str, Words], ...] = (
    (r"\bdogs?\b", MustNot.DOGS),
    (r"\bcats?\b", MustNot.CATS),
    (r"\bbirds?\b", MustNot.BIRDS),
    (r"\b(?:any )?(?:pets?|animals?)\b", MustNot.ANY_PETS),
    (r"\bsmok(?:ing|ers?|e)\b", MustNot.SMOKING),
    (r"\bchildren\b|\bkids\b", MustNot.CHILDREN),
    (r"\bstairs\b", MustNot.STAIRS),
    (r"\balcohol\b|\bdrinking\b", MustNot.ALCOHOL),
)

_HOUSEHOLD_MUST_NOTS: tuple[tuple[str, Words], ...] = (
    (r"\b(?:no|not|can't do|cannot do|won't do|no to)\b.*\b(?:sleep[- ]?ins?|nights?|waking nights?|overnights?)\b", HouseholdMustNot.NIGHT_SUPPORT),
    (r"\b(?:no|not|non)\b[- ]?.*\bsmok(?:ing|ers?)\b", HouseholdMustNot.SMOKING),
    (r"\b(?:no|not)\b.*\bdogs?\b", HouseholdMustNot.BRINGS_DOG),
    (r"\b(?:no|not)\b.*\bcats?\b", HouseholdMustNot.BRINGS_CAT),
    (r"\b(?:no|not)\b.*\b(?:pets?|animals?)\b", HouseholdMustNot.BRINGS_ANY_PET),
)  # fmt: skip

_REFUSES = re.compile(
    r"\b(?:no|not|never|without|allergic to|allergy to|scared of|afraid of|frightened of|can't have|hates?)\b"
)


def mattering(phrase: str) -> list[Proposal]:
    """What a phrase of "what matters most" might mean."""
    return _proposed(phrase, _MATTERS)


def hated(phrase: str) -> list[Proposal]:
    """What something somebody hates might mean for how they would like to live, and what a home must not have."""
    must_nots = [value for pattern, value in _MUST_NOTS if re.search(pattern, plain(phrase))]
    return _proposed(phrase, _HATES) + _as_must_nots(phrase, must_nots)


def must_not_proposals(phrase: str) -> list[Proposal]:
    """What a home must not have, when a sentence clearly refuses it: "mum says no cats", "allergic to dogs"."""
    text = plain(phrase)
    refusal = _REFUSES.search(text)
    if not refusal:
        return []
    refused = text[refusal.start() :]
    return _as_must_nots(phrase, [value for pattern, value in _MUST_NOTS if re.search(pattern, refused)])


def household_must_nots(phrase: str) -> list[Proposal]:
    """What a household says it cannot take on: "not sleep-ins"."""
    text = plain(phrase)
    return _as_must_nots(phrase, [value for pattern, value in _HOUSEHOLD_MUST_NOTS if re.search(pattern, text)])


def interest(phrase: str, stance: Stance, context: Context) -> list[Proposal]:
    """The interest a phrase might be; an empty choice of options still asks a worker to look."""
    options = tuple(context.interests(phrase))
    return [Proposal("interests", phrase, options, stance.value)]


def _as_must_nots(phrase: str, values: Sequence[Words]) -> list[Proposal]:
    return [Proposal("must_nots", phrase, (value.value,)) for value in values]


def _proposed(phrase: str, table: Sequence[tuple[str, str, Words]]) -> list[Proposal]:
    text = plain(phrase)
    return [Proposal(topic, phrase, (value.value,)) for pattern, topic, value in table if re.search(pattern, text)]
