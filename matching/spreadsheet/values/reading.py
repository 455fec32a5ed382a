"""What reading one cell gives. Every word of a cell ends as a fact, a note, a problem or a plain "not known"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from matching.spreadsheet.cells import Cell

Fact = object
"""A whole number, a date, text, a member of a closed list, or a tuple of such things; never ``None``."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """List entries that words might mean, for a worker to confirm. ``topic`` names the profile's list."""

    topic: str
    phrase: str
    options: tuple[str, ...]
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that could not be understood, and what would have been."""

    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Facts known for sure; whether the words must be kept as a note too; what to confirm; what went wrong."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    keep: bool = False
    proposals: tuple[Proposal, ...] = ()
    misread: tuple[Misread, ...] = ()
    not_known: bool = False
    """The cell says in so many words that nobody knows yet."""
    unclear_mark: bool = False
    """The cell holds only a mark, such as x, that means yes to some and no to others."""

    def and_keep(self, keep: bool = True) -> "Reading":
        """The same, with the words kept as a note (when ``keep``)."""
        return replace(self, keep=keep)

    def proposing(self, proposals: Sequence[Proposal]) -> "Reading":
        """The same, with list entries for a worker to confirm."""
        return replace(self, proposals=tuple(proposals))


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may need beside the cell.

    ``today`` decides which January "from Jan" means. ``interests`` gives the keys of list entries a phrase might be
    (best first, empty when none). ``interest_phrases`` are entries' own names, so that "fish and chips" stays whole.
    """

    today: date
    interests: Callable[[str], Sequence[str]] = lambda phrase: ()
    interest_phrases: frozenset[str] = frozenset()


Reader = Callable[[Cell, Context], Reading]

NOT_KNOWN = Reading(not_known=True)


def known(**facts: Fact) -> Reading:
    """Facts the words say."""
    return Reading(facts=facts)


def misread(cell: Cell, expected: str, proposals: Sequence[Proposal] = ()) -> Reading:
    """The whole cell could not be understood: the fact stays unknown and the words are kept."""
    return Reading(keep=True, misread=(Misread(cell.words, expected),), proposals=tuple(proposals))
