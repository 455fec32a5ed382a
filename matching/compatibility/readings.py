"""How a criterion reads a fact from one side of a pair, when a side may be several people.

A *voice* is one answer of one of them. A person has one voice. A household has one for everybody grown up who lives
there, supported or not (children are not asked); whoever did not answer is spoken for by the household's own answer,
and if there is none, they are not known. A criterion declares which *reducer* it needs:

``everyone``   a voice each, and the least agreement counts: a home is as quiet as its loudest
``anyone``     one voice for all of them: it takes only one to share a love of chess
``jointly``    one voice for a fact of the side as a whole, such as its home
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from matching.compatibility.pairs import AnyParty
from scheme.ways_of_living import Stance

WARMTH = {Stance.NOT_FOR_ME: 0, Stance.LIKE: 1, Stance.LOVE: 2}


class Voice(NamedTuple):
    """One answer, and who in the household gave it: ``None`` for a person, or for the household as a whole."""

    whose: str | None
    answer: Any
    of_several: bool = False
    """Whether it was picked from several that differ, so that it matters whose it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The fact that is read, by its name in the profiles, and its voices: always at least one."""

    fact: str
    voices: Callable[[AnyParty], tuple[Voice, ...]]

    def heard(self, party: AnyParty) -> tuple[Voice, ...]:
        """Its voices, listened to once: several ways of fitting read the same fact, from both sides."""
        found: tuple[Voice, ...] | None = party.remembered.get(self.voices)
        if found is None:
            found = party.remembered[self.voices] = self.voices(party)
        return found


def jointly(fact: str, read: Callable[[AnyParty], Any] | None = None) -> Reading:
    """One answer for the whole side: the profile's own field, unless ``read`` knows better."""
    reads = read or attrgetter(f"profile.{fact}")
    return Reading(fact, lambda party: (Voice(None, reads(party)),))


@cache
def everyone(fact: str) -> Reading:
    """A voice for each grown-up in the home."""
    read = attrgetter(fact)

    def voices(party: AnyParty) -> tuple[Voice, ...]:
        own = [Voice(member.label, read(member)) for member in party.grown_up_members]
        spoken = tuple([voice for voice in own if given(voice.answer)])
        return spoken if own and len(spoken) == len(own) else (*spoken, Voice(None, read(party.profile)))

    return Reading(fact, voices)


@cache
def everyone_choosing(fact: str) -> Reading:
    """A voice for each grown-up in the home, of a plain set of chosen things, all of them liked."""
    each = everyone(fact)
    return Reading(fact, lambda party: tuple(Voice(v.whose, opinion(v.answer)) for v in each.voices(party)))


@cache
def anyone(fact: str) -> Reading:
    """Everybody's chosen things together, each as warmly as the warmest of them feels."""
    read = attrgetter(fact)

    def voices(party: AnyParty) -> tuple[Voice, ...]:
        together: dict[str, Stance] = {}
        for ways in (party.profile, *party.grown_up_members):
            for thing, stance in opinion(read(ways)).items():
                if thing not in together or WARMTH[stance] > WARMTH[together[thing]]:
                    together[thing] = stance
        return (Voice(None, together),)

    return Reading(fact, voices)


def given(answer: Any) -> bool:
    """Whether somebody answered at all: a chosen option, or at least one chosen thing."""
    return bool(answer)


def opinion(answer: Any) -> Mapping[str, Stance]:
    """Chosen things with a stance; a thing in a plain set is liked."""
    if isinstance(answer, frozenset):
        return dict.fromkeys(map(str, answer), Stance.LIKE)
    return answer if isinstance(answer, Mapping) else dict.fromkeys(map(str, answer), Stance.LIKE)
