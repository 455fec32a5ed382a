"""Columns of somebody's own words: kept word for word, with what they might mean proposed for a worker to confirm."""

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import NO_WORDS, UNCLEAR_MARKS, says_not_known, says_not_known_plain
from matching.spreadsheet.values.meanings import hated, household_must_nots, interest, mattering, must_not_proposals
from matching.spreadsheet.values.phrases import phrases
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Proposal, Reader, Reading, known
from scheme.ways_of_living import Stance

OWN_WORDS = 4000
"""The longest a story on a profile may be; a longer cell is kept whole as a note."""


def story_reader(fact: str, longest: int = OWN_WORDS) -> Reader:
    """A reader that takes the words as they are; too long for their place, they become a note instead."""

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        return known(**{fact: cell.words}) if len(cell.words) <= longest else Reading(keep=True)

    return read


def liking(stance: Stance) -> Reader:
    """A reader for what somebody loves or likes: each phrase proposes an interest."""

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        proposals = [one for phrase in _phrases(cell, context) for one in interest(phrase, stance, context)]
        return Reading(keep=True, proposals=tuple(proposals))

    return read


def hates(cell: Cell, context: Context) -> Reading:
    """What somebody hates: an interest that is not for them, a way of living, or something a home must not have."""
    if says_not_known(cell):
        return NOT_KNOWN
    if cell.plain in NO_WORDS:
        return Reading(keep=True)
    proposals: list[Proposal] = []
    for phrase in _phrases(cell, context):
        meanings = hated(phrase)
        if context.interests(phrase) or not meanings:
            proposals += interest(phrase, Stance.NOT_FOR_ME, context)
        proposals += meanings
    return Reading(keep=True, proposals=tuple(proposals))


def matters(cell: Cell, context: Context) -> Reading:
    """What matters most, in the person's own words."""
    if says_not_known(cell):
        return NOT_KNOWN
    proposals = tuple(one for phrase in _phrases(cell, context) for one in mattering(phrase))
    if len(cell.words) > OWN_WORDS:
        return Reading(keep=True, proposals=proposals)
    return known(matters_to_me=cell.words).proposing(proposals)


def person_notes(cell: Cell, context: Context) -> Reading:
    """Notes about a person; a plain refusal in them ("mum says no cats") is proposed as a must-not."""
    return Reading(keep=True, proposals=tuple(must_not_proposals(cell.words)))


def household_notes(cell: Cell, context: Context) -> Reading:
    """Notes about a household."""
    return Reading(keep=True, proposals=tuple(household_must_nots(cell.words)))


def could_support(cell: Cell, context: Context) -> Reading:
    """Whom a household feels able to support, in their words: shown to workers, never scored."""
    if says_not_known(cell):
        return NOT_KNOWN
    return (
        known(support_words=cell.words[:1000])
        .and_keep(len(cell.words) > 1000)
        .proposing(household_must_nots(cell.words))
    )


def only_words(cell: Cell, context: Context) -> Reading:
    """A column we know but have no list for: a note."""
    return Reading(keep=True)


def _phrases(cell: Cell, context: Context) -> tuple[str, ...]:
    """The phrases that may mean something: a mark, or words that say nobody knows, means nothing on a list."""
    found = phrases(cell.words, context.interest_phrases)
    return tuple(one for one in found if plain(one) not in UNCLEAR_MARKS and not says_not_known_plain(plain(one)))
