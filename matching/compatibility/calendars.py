"""Wishes' dates and households' calendars as arrays, and how many people a home would hold on the days that count.

The same questions as :mod:`occupancy` and :mod:`essentials_about_kinds` answer for one wish and one household, asked of
many at once; a property test holds both to one answer. A day is its ordinal number. No start is before every day, no
end is after every day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.occupancy import needs_every_day
from matching.compatibility.profiles import Approval, Dates, HouseholdProfile, Wish
from scheme.kinds import ArrangementKind

Days = NDArray[np.int32]
Counts = NDArray[np.uint16]

KINDS = {kind: number for number, kind in enumerate(ArrangementKind)}
ANY_KIND = len(KINDS)
NO_KIND = -1
NEVER = date.max.toordinal() + 1
NOT_KNOWN = -1
ALL_BITS = np.uint16(2**16 - 1)


@dataclass(frozen=True, slots=True)
class Windows:
    """Different wishes: what kind, and the days that count. Each array has one entry for each wish."""

    kind: Days
    wanted_from: Days
    """The day they asked to start, or today if that is later or they named none."""
    named_a_day: NDArray[np.bool_]
    until: Days
    every_day: NDArray[np.bool_]

    def some(self, which: NDArray[np.int64]) -> "Windows":
        """Some of these wishes, to be set beside households: each array is a column."""
        return Windows(
            self.kind[which, None],
            self.wanted_from[which, None],
            self.named_a_day[which, None],
            self.until[which, None],
            self.every_day[which, None],
        )


def windows(wishes: Sequence[Wish], today: date) -> Windows:
    """These wishes as of today."""
    return Windows(
        kind=_days(KINDS[wish.kind] for wish in wishes),
        wanted_from=_days(max(_first(wish.dates), today.toordinal()) for wish in wishes),
        named_a_day=np.array([wish.dates.starts is not None for wish in wishes], dtype=bool),
        until=_days(_last(wish.dates) for wish in wishes),
        every_day=np.array([needs_every_day(wish) for wish in wishes], dtype=bool),
    )


@dataclass(frozen=True, slots=True)
class Stretches:
    """Up to so many dated things of each household: households × things. Where there are fewer, ``kind`` is none."""

    kind: Days
    starts: Days
    ends: Days

    def some(self, which: slice) -> "Stretches":
        """Those of some of these households."""
        return Stretches(self.kind[which], self.starts[which], self.ends[which])


@dataclass(frozen=True, slots=True)
class Calendars:
    """What each household offers, when it is away, and who is there when."""

    offers: Stretches
    spaces: Days
    """How many people at once, for each offer; ``NOT_KNOWN``."""
    away: Stretches
    taken: Stretches
    changes: Days
    """Households × the days on which somebody comes or has just gone."""
    there: Counts
    """Those days × kinds and, last, any kind × households: how many are there."""
    living_there: Days
    """How many live there whom ``taken`` does not list; ``NOT_KNOWN``."""
    approved_on: Days
    review_due: Days
    approved_for: NDArray[np.bool_]
    """Households × kinds."""
    kinds_known: NDArray[np.bool_]
    """For which kinds the household is approved is known."""

    def some(self, which: slice) -> "Calendars":
        """Some of these households."""
        return Calendars(
            offers=self.offers.some(which),
            spaces=self.spaces[which],
            away=self.away.some(which),
            taken=self.taken.some(which),
            changes=self.changes[which],
            there=self.there[..., which],
            living_there=self.living_there[which],
            approved_on=self.approved_on[which],
            review_due=self.review_due[which],
            approved_for=self.approved_for[which],
            kinds_known=self.kinds_known[which],
        )

    def offered(self) -> NDArray[np.bool_]:
        """Kinds × households: whether they offer it."""
        return np.stack([(self.offers.kind == kind).any(axis=1) for kind in KINDS.values()])


def calendars(households: Sequence[HouseholdProfile]) -> Calendars:
    """The calendars of these households, as they told us."""
    approvals = [household.approval or Approval() for household in households]
    offers = [household.offers or () for household in households]
    taken = _stretches([[(stay.kind, stay.dates) for stay in household.taken] for household in households])
    changes = _changes(taken)
    return Calendars(
        offers=_stretches([[(offer.kind, offer.dates) for offer in each] for each in offers]),
        spaces=_padded([[_or_unknown(offer.spaces) for offer in each] for each in offers], NOT_KNOWN),
        away=_stretches([[(None, dates) for dates in household.away] for household in households]),
        taken=taken,
        changes=changes,
        there=_there(taken, changes),
        living_there=_days(_or_unknown(household.living_there) for household in households),
        approved_on=_days(approval.on.toordinal() if approval.on else NOT_KNOWN for approval in approvals),
        review_due=_days(
            approval.review_due.toordinal() if approval.review_due else NOT_KNOWN for approval in approvals
        ),
        approved_for=np.array(
            [[kind in (approval.kinds or ()) for kind in KINDS] for approval in approvals], dtype=bool
        ).reshape(-1, len(KINDS)),
        kinds_known=np.array([approval.kinds is not None for approval in approvals], dtype=bool),
    )


def people_on(wishes: Windows, homes: Calendars, same_kind: bool) -> Counts:
    """Wishes × households: how many are there already on the days that count, of the wish's kind or of any.

    The fullest day, or the emptiest if any day will do: the first, and every day on which the number changes.
    """
    first, last, kind = wishes.wanted_from, wishes.until, wishes.kind
    taken, counted = homes.taken, kind[:, 0] if same_kind else ANY_KIND
    most = np.zeros((len(kind), len(homes.living_there)), dtype=np.uint16)
    for stay in range(taken.kind.shape[1]):
        counts = taken.kind[:, stay] == kind if same_kind else taken.kind[:, stay] >= 0
        most += counts & (taken.starts[:, stay] <= first) & (taken.ends[:, stay] >= first)
    least = most.copy()
    for change, there in zip(homes.changes.T, homes.there, strict=True):
        # All bits of a day that does not count are set for the least and cleared for the most: no branch for each pair.
        beyond = ((change <= first) | (change > last)) * ALL_BITS
        np.maximum(most, there[counted] & ~beyond, out=most)
        np.minimum(least, there[counted] | beyond, out=least)
    return np.where(wishes.every_day, most, least)


def _changes(taken: Stretches) -> Days:
    gone = np.where(taken.ends < NEVER - 1, taken.ends + 1, NEVER)
    return np.concatenate([taken.starts, gone], axis=1).astype(np.int32)


def _there(taken: Stretches, changes: Days) -> Counts:
    day = changes[:, :, None]
    there = (taken.starts[:, None, :] <= day) & (taken.ends[:, None, :] >= day)
    of_kind = [(there & (taken.kind == kind)[:, None, :]).sum(axis=2) for kind in KINDS.values()]
    each = np.stack([*of_kind, (there & (taken.kind >= 0)[:, None, :]).sum(axis=2)])
    return np.ascontiguousarray(each.transpose(2, 0, 1), dtype=np.uint16)


def _stretches(each: Sequence[Sequence[tuple[ArrangementKind | None, Dates]]]) -> Stretches:
    return Stretches(
        kind=_padded([[KINDS[kind] if kind else 0 for kind, _ in some] for some in each], NO_KIND),
        starts=_padded([[_first(dates) for _, dates in some] for some in each], NEVER),
        ends=_padded([[_last(dates) for _, dates in some] for some in each], 0),
    )


def _padded(each: Sequence[Sequence[int]], blank: int) -> Days:
    found = np.full((len(each), max(map(len, each), default=0)), blank, dtype=np.int32)
    for row, numbers in enumerate(each):
        found[row, : len(numbers)] = numbers
    return found


def _days(numbers: Iterable[Any]) -> Days:
    return np.fromiter(numbers, dtype=np.int32)


def _first(dates: Dates) -> int:
    return dates.starts.toordinal() if dates.starts else 0


def _last(dates: Dates) -> int:
    return dates.ends.toordinal() if dates.ends else NEVER


def _or_unknown(number: int | None) -> int:
    return NOT_KNOWN if number is None else number
