"""What is filled into the parts of an agreement: names in braces, each a fact of the arrangement, in two registers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NAMED = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True)
class Fact:
    """Something that is filled in: its name in braces, what it says, and what to do while it is not written down."""

    name: str
    says: str
    missing: str = ""


FACTS = (
    Fact("person", "The person’s name"),
    Fact("household", "The carers’ names; in Homeshare the homesharer’s"),
    Fact("scheme", "The scheme’s name"),
    Fact("home", "Where the home is"),
    Fact("room", "Which room is theirs", "Which room it is"),
    Fact("plan", "What was agreed with each other", "What was agreed with each other"),
    Fact("costs", "What it costs and who pays, a line each", "What it costs, and who pays"),
    Fact("since", "The day they began to try it out", "When they began to try it out"),
    Fact("until", "The last day of staying for now", "Until when they stay"),
    Fact("notice", "How long before an end each side says so"),
    Fact("reviews", "How often we look together at how it is going"),
    Fact("worker", "The worker’s name"),
    Fact("contact", "How to reach the worker or the scheme"),
    Fact("independent", "Somebody independent, whom both may turn to", "Somebody independent, whom both may turn to"),
)

BY_NAME: Mapping[str, Fact] = {fact.name: fact for fact in FACTS}


@dataclass(frozen=True)
class Said:
    """One fact in both registers."""

    plain: str
    easy_read: str

    @classmethod
    def same(cls, words: str) -> "Said":
        """The same words in both."""
        return cls(words, words)


Facts = Mapping[str, Said]
"""What is known; a fact that is not there has not been written down."""


def named_in(*texts: str) -> list[str]:
    """Every name in braces, in order, each once."""
    return list(dict.fromkeys(name for text in texts for name in NAMED.findall(text)))


def unknown_names(*texts: str) -> list[str]:
    """Names in braces that are no facts."""
    return [name for name in named_in(*texts) if name not in BY_NAME]


def filled(text: str, facts: Facts, *, easy_read: bool) -> str:
    """The text with its facts. What is not known yet is said to be so."""

    def said(found: re.Match[str]) -> str:
        fact = facts.get(found[1])
        if fact is None:
            return "(not written down yet)"
        return fact.easy_read if easy_read else fact.plain

    return NAMED.sub(said, text)


def missing_in(names: Iterable[str], facts: Facts) -> list[Fact]:
    """Which of these facts are not written down yet."""
    return [BY_NAME[name] for name in dict.fromkeys(names) if name in BY_NAME and name not in facts]
