"""Who might suit whom: the weights in use, and everybody who could be put beside one person or one household.

Scores are worked out afresh each time, in the same few queries however many rows there are; profiles too, unless nothing they rest on has
changed since they were last read (``queries.everybody``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar, overload
from uuid import UUID

import numpy as np
from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.coded import Crowd, Whole
from matching.compatibility.criteria import BY_NAME
from matching.compatibility.essentials import Standing
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.ranking import Ranked
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.compatibility.what_would_change import Change, what_would_change
from matching.highlights import Highlights
from matching.lifecycle import GOING_ON
from matching.models import Arrangement, WeightsVersion
from matching.needs import rules_of
from matching.queries import everybody
from matching.queries.beside import Beside, beside
from matching.queries.holds import on_hold
from matching.queries.profiles import household_profiles, person_profiles
from people.models import Person
from scheme.database import db
from scheme.kinds import KINDS_OF_SCHEME, ArrangementKind
from scheme.models import Account, Home
from scheme.queries import our_scheme

FEW_OPTIONS = 5
"""With fewer households than this, it is worth asking what would change that (our judgement)."""

# --- weights ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Published:
    """A published version, and who published it."""

    version: WeightsVersion
    by: str | None

    @property
    def weights(self) -> Weights:
        """The weights themselves."""
        return weights_of(self.version)


def current_version() -> WeightsVersion | None:
    """The newest published version; ``None`` while the scheme uses the defaults."""
    return db.session.exec(select(WeightsVersion).order_by(col(WeightsVersion.number).desc()).limit(1)).first()


def current_weights() -> Weights:
    """The weights everything is scored with: the newest published version's, or the defaults."""
    return weights_of(current_version())


def weights_of(version: WeightsVersion | None) -> Weights:
    """A version's weights. A way of fitting that has since been taken away counts no more; a new one has its default."""
    if version is None:
        return DEFAULT_WEIGHTS
    return Weights(str(version.number), {name: points for name, points in version.weights.items() if name in BY_NAME})


def published() -> Sequence[Published]:
    """Every version, newest first, in one query."""
    query = (
        select(WeightsVersion, Account.name)
        .join(Account, col(WeightsVersion.published_by_id) == Account.id, isouter=True)
        .order_by(col(WeightsVersion.number).desc())
    )
    return [Published(version, name) for version, name in db.session.exec(query)]


# --- everything a score needs ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Terms:
    """What a pair is looked at with, besides the two profiles: the scheme's weights, its numbers and its kinds."""

    weights: Weights
    rules: Rules
    kinds: Sequence[ArrangementKind]


def terms() -> Terms:
    """The weights, numbers and kinds of the scheme we are in."""
    scheme = our_scheme()
    return Terms(current_weights(), rules_of(scheme), KINDS_OF_SCHEME[scheme.kind])


Who = TypeVar("Who", Person, Household)


class Candidate(NamedTuple, Generic[Who]):
    """Somebody in the list of who might suit: who they are, their place in the order, and both profiles to explain it from."""

    row: everybody.Row
    ranked: Ranked
    beside: Beside
    place: int
    """Where in the crowd, not in the order."""

    @property
    def person(self) -> PersonProfile:
        """The person's profile."""
        return self.beside.sides(self.place)[0]

    @property
    def household(self) -> HouseholdProfile:
        """The household's profile."""
        return self.beside.sides(self.place)[1]

    @property
    def kinds(self) -> "Iterator[ArrangementKind]":
        """The kinds they would like, or offer."""
        to_household = isinstance(self.beside.profile, PersonProfile)
        return kinds_offered(self.household) if to_household else kinds_wished(self.person)

    @property
    def ruled_out(self) -> bool:
        """Whether an essential is not met."""
        return self.ranked.standing is Standing.RULED_OUT


@dataclass(frozen=True)
class _Listed(Sequence[Candidate[Who]]):
    """Candidates one after another, each made when it is looked at: of thousands a page shows a few."""

    rows: Sequence[everybody.Row]
    beside: Beside
    turns: Whole
    """Which of the ranking, in order."""

    def __len__(self) -> int:
        return len(self.turns)

    @overload
    def __getitem__(self, place: int) -> Candidate[Who]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Candidate[Who]]: ...
    def __getitem__(self, place: int | slice) -> Candidate[Who] | Sequence[Candidate[Who]]:
        if isinstance(place, slice):
            return _Listed(self.rows, self.beside, self.turns[place])
        return next(self._made(self.turns[[place]]))

    def __iter__(self) -> Iterator[Candidate[Who]]:
        return self._made(self.turns)

    def _made(self, turns: Whole) -> Iterator[Candidate[Who]]:
        places = self.beside.ranked.order[turns].tolist()
        for place, ranked in zip(places, self.beside.ranked.some(turns), strict=True):
            yield Candidate(self.rows[place], ranked, self.beside, place)


@dataclass(frozen=True)
class Candidates(Generic[Who]):
    """Everybody on the other side, the best for both first, but for those whom a hold stops from being put forward."""

    suiting: Sequence[Candidate[Who]]
    ruled_out: Sequence[Candidate[Who]]
    """Those of whom an essential is not met."""
    on_hold: int
    """How many are left out because of a hold."""

    @property
    def all(self) -> Sequence[Candidate[Who]]:
        """Those ruled out last."""
        return list(chain(self.suiting, self.ruled_out))


def person_profile(person: Person) -> PersonProfile:
    """One person, as the score may know them."""
    return person_profiles([person])[person.id]


def household_profile(household: Household) -> HouseholdProfile:
    """One household, as the score may know it."""
    return household_profiles([household])[household.id]


def profiles_of(person: Person, household: Household) -> tuple[PersonProfile, HouseholdProfile]:
    """Both sides of one pair, as the score may know them."""
    return person_profile(person), household_profile(household)


def both_there(person_id: UUID, household_id: UUID) -> bool:
    """Whether this scheme has both this person and this household."""
    query = select(Person.id).where(
        Person.id == person_id, select(Household.id).where(Household.id == household_id).exists()
    )
    return db.session.exec(query).first() is not None


def households_for(profile: PersonProfile, using: Terms, kind: ArrangementKind | None = None) -> Candidates[Household]:
    """Every household that offers, in order for this person; those ruled out last. ``kind``: for that wish alone."""
    if kind:
        profile = profile.wishing_only(kind)
    homes = everybody.households()
    return _in_order(homes.rows, beside(profile, homes.crowd, using.rules, using.weights))


def people_for(profile: HouseholdProfile, using: Terms, kind: ArrangementKind | None = None) -> Candidates[Person]:
    """Everybody who is looking, in order for this household; those ruled out last.

    ``kind``: for that wish alone, so without those who wish for other kinds only.
    """
    looking = everybody.people()
    rows, people = looking.rows, looking.crowd
    if kind:
        wishing = [place for place, each in enumerate(people) if _may_wish(each, kind)]
        rows, people = [rows[place] for place in wishing], Crowd(people[place].wishing_only(kind) for place in wishing)
    return _in_order(rows, beside(profile, people, using.rules, using.weights))


def _in_order(rows: Sequence[everybody.Row], found: Beside) -> Candidates[Any]:
    ranked = found.ranked
    free = ~np.isin(ranked.order, _held_beside(found))
    turns, open_ones = np.arange(len(ranked)), len(ranked) - ranked.ruled_out
    suiting, ruled_out = turns[:open_ones][free[:open_ones]], turns[open_ones:][free[open_ones:]]
    return Candidates(
        _Listed(rows, found, suiting), _Listed(rows, found, ruled_out), len(turns) - len(suiting) - len(ruled_out)
    )


def _held_beside(found: Beside) -> Sequence[int]:
    """At which places of the crowd those stand whom a hold keeps from the one looked for."""
    held, mine, places = on_hold(), found.profile.reference, found.crowd.places()
    if isinstance(found.profile, PersonProfile):
        everybody_else, stopped = mine in held.people, held.households_beside(mine)
    else:
        everybody_else, stopped = mine in held.households, held.people_beside(mine)
    if everybody_else:
        return range(len(found.crowd))
    return [place for reference in stopped for place in places.get(reference, ())]


def highlights_of(candidates: Sequence[Candidate[Any]]) -> Sequence[Highlights]:
    """What a list says first of each of these, all of them beside one profile."""
    return candidates[0].beside.highlights([each.place for each in candidates]) if candidates else ()


def changes_for(profile: PersonProfile, found: Candidates[Household], using: Terms) -> Sequence[Change]:
    """What would open more doors for this person, if few are open; no answer opens one that a hold keeps shut."""
    if len(found.suiting) >= FEW_OPTIONS:
        return ()
    return what_would_change(profile, [each.household for each in found.all], using.rules, using.kinds)


def _may_wish(person: PersonProfile, kind: ArrangementKind) -> bool:
    """Somebody who has not said what they would like may like this: blank is not no."""
    return not person.wishes or any(wish.kind is kind for wish in person.wishes)


def under_way_with(row: Person | Household) -> dict[UUID, Arrangement]:
    """What this person or household already has going on, by the id of the other side, in one query."""
    if isinstance(row, Person):
        mine, theirs = col(Arrangement.person_id), Arrangement.household_id
    else:
        mine, theirs = col(Arrangement.household_id), Arrangement.person_id
    query = select(theirs, Arrangement).where(mine == row.id, col(Arrangement.stage).in_(GOING_ON))
    return dict(db.session.exec(query).all())


def areas_of(rows: Sequence[Any]) -> dict[UUID | None, str]:
    """What may be said of where each home is, by the home's id, in one query."""
    ids = [row.home_id for row in rows if row.home_id]
    if not ids:
        return {}
    query = select(Home.id, Home.area).where(col(Home.id).in_(ids))
    return {home_id: area for home_id, area in db.session.exec(query) if area}


def kinds_wished(profile: PersonProfile) -> Iterator[ArrangementKind]:
    """The kinds a person wishes for, each once, in the order kinds are listed everywhere."""
    return (kind for kind in ArrangementKind if any(wish.kind is kind for wish in profile.wishes))


def kinds_offered(profile: HouseholdProfile) -> Iterator[ArrangementKind]:
    """The kinds a household offers, each once, in the same order."""
    return (kind for kind in ArrangementKind if any(offer.kind is kind for offer in profile.offers or ()))
