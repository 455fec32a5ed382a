"""The home in words: only the facts the words themselves say, and the words always."""

import re
from dataclasses import replace

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.numbers import number_word
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Fact, Proposal, Reading, known
from scheme.ways_of_living import YesNo

HOME_WORDS = 2000

_FACTS: tuple[tuple[str, str, YesNo], ...] = (
    (r"\blevel access\b|\bstep[- ]?free\b|\bno steps\b|\bwithout steps\b", "step_free", YesNo.YES),
    (r"\b(?:[2-9](?:nd|rd|th)?|1st|first|second|third|top|upper) floor\b.*\bno lift\b", "step_free", YesNo.NO),
    (r"\bsteps (?:up )?to (?:the )?(?:front )?door\b|\bnot (?:level access|step[- ]?free)\b|\bno level access\b", "step_free", YesNo.NO),
    (r"\b(?:d/s|downstairs|ground[- ]floor|g/f) (?:double |single )?(?:bed)?(?:room|bedroom)\b", "ground_floor_bedroom", YesNo.YES),
    (r"\bbedrooms? (?:is |are )?(?:downstairs|d/s|on (?:the )?ground floor)\b|\bground[- ]floor flat\b", "ground_floor_bedroom", YesNo.YES),
    (r"\b(?:all )?bedrooms? (?:are |is )?(?:all )?upstairs\b", "ground_floor_bedroom", YesNo.NO),
    (r"\bwet[- ]?room\b|\bwalk[- ]?in shower\b|\blevel[- ]access shower\b", "accessible_bathroom", YesNo.YES),
    (r"\bwheelchair (?:accessible|friendly|access)\b|\bfully accessible\b", "wheelchair_space", YesNo.YES),
    (r"\bsteep stairs\b|\b(?:bathroom|bedrooms?) (?:is |are )?upstairs\b|\bstairs\b", "stairs", YesNo.YES),
    (r"\bno stairs\b|\bstair[- ]?free\b", "stairs", YesNo.NO),
    (r"\bgardens?\b|\ballotment\b", "garden", YesNo.YES),
    (r"\bno garden\b", "garden", YesNo.NO),
    (r"\b(?:driveway|drive|garage|parking)\b", "parking", YesNo.YES),
    (r"\bno parking\b", "parking", YesNo.NO),
    (r"\b(?:near|on|close to|by) (?:a |the )?bus\b|\bbus (?:stop|route) (?:nearby|outside|near)\b|\bon (?:a |the )?bus route\b", "bus_nearby", YesNo.YES),
)  # fmt: skip
"""Later rows win, so a refusal ("no stairs") stands after what it refuses."""

_LIKELY: tuple[tuple[str, str], ...] = (
    (r"\bbungalow\b", "ground_floor_bedroom"),
    (r"\bbungalow\b|\bramp", "step_free"),
    (r"\b(?:d/s|downstairs|ground[- ]floor)\b.*\bshower\b", "accessible_bathroom"),
)
"""What words make likely without saying it: proposed for a worker to confirm."""

_BEDROOMS = re.compile(
    r"\b(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight)[- ]?(?:x )?bed(?:room(?:ed|s)?|s)?\b"
)
_DOUBTED = re.compile(r"\b(?:no|not|without|hoping|planned|planning|soon|could|might|getting|wants?|needs?|will|if)\b")
_MOST_BEDROOMS = 20


def home(cell: Cell, context: Context) -> Reading:
    """The home's own words, with what they plainly say and what they make likely."""
    if says_not_known(cell):
        return NOT_KNOWN
    text = cell.plain
    facts: dict[str, Fact] = {
        fact: answer
        for pattern, fact, answer in _FACTS
        for found in [re.search(pattern, text)]
        if found and not _doubted(text, found)
    }
    bedrooms = _BEDROOMS.search(text)
    if bedrooms and 0 < (number_word(bedrooms["count"]) or 0) <= _MOST_BEDROOMS:
        facts["bedrooms"] = number_word(bedrooms["count"])
    likely = [
        Proposal(fact, cell.words, (YesNo.YES.value,))
        for pattern, fact in _LIKELY
        if fact not in facts and re.search(pattern, text) and not _DOUBTED.search(text)
    ]
    if len(cell.words) <= HOME_WORDS:
        facts["home_words"] = cell.words
    return known(**facts).and_keep(len(cell.words) > HOME_WORDS).proposing(likely)


def rooms(cell: Cell, context: Context) -> Reading:
    """The rooms of a home: what the words plainly say, and the words as a note, for the home's own words are elsewhere."""
    read = home(cell, context)
    return replace(
        read, facts={fact: one for fact, one in read.facts.items() if fact != "home_words"}, keep=not read.not_known
    )


def _doubted(text: str, found: re.Match[str]) -> bool:
    """Whether the few words before take it back or put it off, within the same part of the sentence."""
    before = re.split(r"[,;.]", text[: found.start()])[-1]
    return _DOUBTED.search(" ".join(before.split()[-4:])) is not None
