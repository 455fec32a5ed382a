"""Postcodes, places that matter, and how far is too far."""

import re
from dataclasses import dataclass

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import NO_WORDS, says_not_known
from matching.spreadsheet.values.numbers import number_word, whole_number
from matching.spreadsheet.values.phrases import phrases
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Fact, Misread, Reading, known, misread
from scheme.postcodes import tidy_postcode
from scheme.ways_of_living import HowOften, YesNo

EXPECTED_POSTCODE = "a postcode, such as LA1 4YZ, or its first half"
EXPECTED_PLACE = "a place and its postcode, such as college LA1"
EXPECTED_DISTANCE = "a number of miles, or anywhere"
_FURTHEST_MILES = 1000
_LABEL_LENGTH = 120

_POSTCODE_INSIDE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,2}\d[A-Za-z\d]?(?:\s*\d[A-Za-z]{2})?(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A place that matters: what it is, where, and how often if the words say."""

    label: str
    postcode: str
    how_often: HowOften | None = None


def postcode(cell: Cell, context: Context) -> Reading:
    """A postcode or district, in any case and spacing; one inside an address counts, and the address is kept.

    A row of question marks says that nobody knows yet; a town is a problem.
    """
    if says_not_known(cell):
        return NOT_KNOWN
    whole = tidy_postcode(cell.words)
    if whole:
        return known(postcode=whole)
    inside = [tidy for found in _POSTCODE_INSIDE.findall(cell.words) for tidy in [tidy_postcode(found)] if tidy]
    if len(set(inside)) == 1:
        return known(postcode=inside[0]).and_keep()
    return misread(cell, EXPECTED_POSTCODE)


_HOW_OFTEN = (
    (re.compile(r"\b(?:every day|daily|most days|weekdays|mon(?:day)?\s*-\s*fri(?:day)?|[3-7] (?:days|times)(?: a)? week|[3-7]x week)"), HowOften.MOST_DAYS),
    (re.compile(r"\b(?:every week|weekly|once a week|twice a week|each week|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"), HowOften.WEEKLY),
    (re.compile(r"\b(?:every month|monthly|once a month|fortnightly|twice a month)\b"), HowOften.MONTHLY),
    (re.compile(r"\b(?:sometimes|now and then|occasional(?:ly)?|once or twice a year)\b"), HowOften.SOMETIMES),
)  # fmt: skip


def places(cell: Cell, context: Context) -> Reading:
    """The places that matter. One without a postcode cannot be put on the map: its words are kept, and it is a problem."""
    if says_not_known(cell):
        return NOT_KNOWN
    if cell.plain in NO_WORDS:
        return Reading(keep=True)
    found: list[ReadPlace] = []
    missed: list[Misread] = []
    for phrase in phrases(cell.words):
        place = _place(phrase)
        if place:
            found.append(place)
        else:
            missed.append(Misread(phrase, EXPECTED_PLACE))
    facts: dict[str, Fact] = {"places": tuple(found)} if found else {}
    return Reading(facts=facts, keep=bool(missed) or not found, misread=tuple(missed))


def _place(phrase: str) -> ReadPlace | None:
    codes = [(match, tidy) for match in _POSTCODE_INSIDE.finditer(phrase) for tidy in [tidy_postcode(match[0])] if tidy]
    if len(codes) != 1:
        return None
    match, code = codes[0]
    label = " ".join(f"{phrase[: match.start()]} {phrase[match.end() :]}".split()).strip(" -–,.:()")
    if len(label) > _LABEL_LENGTH:
        return None
    often = next((how for pattern, how in _HOW_OFTEN if pattern.search(plain(phrase))), None)
    return ReadPlace(label or code, code, often)


_MILES = re.compile(
    r"(?:up to|within|about|max(?:imum)?|approx(?:imately)?|under|no more than|less than|around|<|~|c\.?)?\s*"
    r"(?P<count>\d{1,4}|\w+)\s*(?P<unit>miles?|mi|m|mls|km|kms|kilometres?|k)?\.?\s*(?:ish|max|away|or so|radius|from \w+)?"
)
_ANYWHERE = frozenset(
    {"anywhere", "any", "any distance", "no limit", "doesn't matter", "does not matter", "not bothered", "don't mind", "unlimited", "flexible"}
)  # fmt: skip
_MILES_FROM_KM = (5, 8)


def distance(cell: Cell, context: Context) -> Reading:
    """How far is too far, in whole miles ("15m" is miles, kilometres are turned into them); "anywhere" says no limit.

    Time ("half an hour") and nearness to somebody ("near mum") are no distance: kept in words, and a problem.
    """
    if says_not_known(cell):
        return NOT_KNOWN
    text = cell.plain.strip(" .!")
    if text in _ANYWHERE:
        return known(anywhere=YesNo.YES)
    count = whole_number(cell)
    if count is not None:
        return known(distance_limit_miles=count) if 0 <= count <= _FURTHEST_MILES else misread(cell, EXPECTED_DISTANCE)
    found = _MILES.fullmatch(text)
    miles = number_word(found["count"]) if found else None
    if found is None or miles is None:
        return misread(cell, EXPECTED_DISTANCE)
    if (found["unit"] or "m").startswith("k"):
        miles = miles * _MILES_FROM_KM[0] // _MILES_FROM_KM[1]
    exact = re.fullmatch(r"\d+\s*(?:miles?|m|mi)?", text) is not None
    return (
        known(distance_limit_miles=miles).and_keep(not exact)
        if miles <= _FURTHEST_MILES
        else misread(cell, EXPECTED_DISTANCE)
    )
