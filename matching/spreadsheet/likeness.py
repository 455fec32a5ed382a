"""Whether a row and a profile can be the same person or household: plain comparisons, no database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from matching.spreadsheet.cells import plain, words
from matching.spreadsheet.headers import About
from matching.spreadsheet.told import Told
from matching.spreadsheet.values.names import carers_in
from scheme.postcodes import district

_ALIKE = 0.75
"""How alike two words of a name are that one slip of the pen made different (our judgement): Ana and Anna, not Ana and Ada."""
_SAY_NOTHING = frozenset({"and", "a", "mr", "mrs", "ms", "miss", "mx", "dr", "the", "family", "household"})
"""Words in names that do not tell one from another."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a row and a profile can be compared by. ``called`` is the known-as or household name; empty text is not known."""

    about: About
    called: str
    full_name: str = ""
    born: str = ""
    """ISO text."""
    postcode: str = ""

    @classmethod
    def of(cls, told: Told) -> "Known":
        """What a row tells."""
        said = {name: str(value or "") for name, (_, value) in told.values.items()}
        return cls(told.about, told.name, *(said.get(name, "") for name in ("full_name", "date_of_birth", "postcode")))

    @classmethod
    def last_told(cls, about: About, said: Mapping[str, list[object]]) -> "Known":
        """What a row told the last time (``ImportedProfile.said``): names in the file's words, whatever they are here."""
        written = {name: str(one[0] or "") for name, one in said.items()}
        value = {name: str(one[1] or "") for name, one in said.items()}
        called = written.get("known_as" if about is About.PEOPLE else "name", "")
        details = (value.get(name, "") for name in ("date_of_birth", "postcode"))
        return cls(about, called, written.get("full_name", ""), *details)

    @property
    def names(self) -> frozenset[str]:
        """Every name that may stand for them, plain: of a household also each carer it tells in full."""
        carers = carers_in(self.called) if self.about is About.HOUSEHOLDS else ()
        names = (self.called, self.full_name, *(carer for carer in carers if " " in carer))
        return frozenset(plain(name) for name in names if name)

    @property
    def words(self) -> frozenset[str]:
        """The words of the names that tell one from another."""
        parts = (word.strip(".,&+/()'\"") for name in self.names for word in name.split())
        return frozenset(word for word in parts if len(word) > 1 and word not in _SAY_NOTHING)

    def in_a_line(self, reference: str | None) -> str:
        """All of it for somebody to read."""
        born = f"born {words(date.fromisoformat(self.born))}" if self.born else ""
        return ", ".join(part for part in (reference, self.full_name or self.called, born, self.postcode) if part)


def agrees(one: Known, other: Known) -> bool:
    """Whether two bear the same name. Of two different full names the known-as alone is not enough: there are many Davids."""
    if one.full_name and other.full_name and plain(one.full_name) != plain(other.full_name):
        return plain(one.called) == plain(other.called) and same_details(one, other) is True
    return bool(one.names & other.names)


def is_somebody_else(one: Known, other: Known) -> bool:
    """Whether nothing speaks for one being the other: no word of their names is alike, and no birth date or postcode agrees."""
    return not (one.names & other.names) and not _share_a_word(one, other) and same_details(one, other) is not True


def same_details(one: Known, other: Known) -> bool | None:
    """Whether the birth date agrees, or else the postcode; ``None`` when neither can be compared.

    Two in one district may be neighbours, so a district says only when they are *not* the same.
    """
    if one.born and other.born:
        return one.born == other.born
    if not one.postcode or not other.postcode:
        return None
    if " " in one.postcode and " " in other.postcode:
        return one.postcode == other.postcode
    return None if district(one.postcode) == district(other.postcode) else False


def _share_a_word(one: Known, other: Known) -> bool:
    return any(
        mine == theirs or SequenceMatcher(None, mine, theirs).ratio() >= _ALIKE
        for mine in one.words
        for theirs in other.words
    )
