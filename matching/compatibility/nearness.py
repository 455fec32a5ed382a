"""Agreement between a home and the places that matter to whoever would move there.

Everything is known only to a cell, so a distance is a stretch: from the squares' nearest corners to their furthest. The
furthest gives the low, the nearest the high, and centre to centre the likely. Places count by how often somebody goes:
Mum's every week weighs four times the seaside once a month.

Where either has no square, because no postcode positions are loaded or this one is not among them, the first halves of
their postcodes are compared: the same district, the same area ("LA"), or another. A place with neither is not known.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matching.compatibility.agreement import UNKNOWN, Agreement, Bands, Rows, half_up, halves_up, open_where
from matching.compatibility.profiles import Place
from scheme.cells import Cell
from scheme.postcodes import area

Metres = NDArray[np.int64]
Exactly = NDArray[np.float64]

NOWHERE = (0, 0, 0)
"""West, south and size of a place that is not on the map: no real cell has no size."""

LETTERS = 7
"""As many letters and digits as a whole number keeps; no first half of a postcode has more than four."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a home is: its square, the first half of its postcode, or both."""

    cell: Cell | None = None
    district: str | None = None


NOT_TOLD = Whereabouts()
"""Where a home is that nobody has told us of."""


@dataclass(frozen=True, slots=True)
class ByDistrict:
    """What is agreed when only the first halves of two postcodes can be compared."""

    same_district: Agreement
    same_area: Agreement
    another_area: Agreement


class ByPlaces(ABC):
    """What is agreed about several places is the mean over them, by how often somebody goes.

    A kind of it says what a spot is (:meth:`spot`) and how many points it is worth from a home: many at once
    (:meth:`points`), and one alone (:meth:`worth`).
    """

    def spot(self, place: Place) -> tuple[int, ...]:
        """A place as whole numbers: all that its points depend on."""
        return _spot(place)

    @abstractmethod
    def points(self, a: Metres, b: Metres) -> Bands:
        """Low, likely and high points between every spot of one and every home of the other."""

    @abstractmethod
    def worth(self, place: Place, home: Whereabouts) -> tuple[int, int, int]:
        """The same for one place and one home."""

    def wants(self, answers: Sequence[tuple[Place, ...]]) -> Rows:
        """For each answer: where each place is, which of all these spots that is, and how often they go in a month."""
        most = max((len(places) for places in answers), default=0)
        nowhere = self.spot(Place("", None))
        spots = np.zeros((len(answers), most, len(nowhere)), dtype=np.int64)
        which = np.zeros((len(answers), most), dtype=np.int64)
        visits = np.zeros((len(answers), most), dtype=np.float32)
        known = {nowhere: 0}
        for row, places in enumerate(answers):
            for column, place in enumerate(places):
                spots[row, column] = spot = self.spot(place)
                which[row, column] = known.setdefault(spot, len(known))
                visits[row, column] = place.how_often.times_a_month
        return spots, which, visits, visits.sum(axis=1)

    def finds(self, answers: Sequence[Whereabouts | None]) -> Rows:
        """For each answer: where the home is."""
        return (np.array([_spot(home or Whereabouts()) for home in answers], dtype=np.int64).reshape(-1, 5),)

    def agree(self, wants: Rows, finds: Rows, wanted_together: bool = False) -> Bands:
        """The mean over the places, weighted by visits and rounded half up; not known if there are no places."""
        return self.ready(wants, finds)(wants)

    def alone(self, places: tuple[Place, ...], home: Whereabouts | None) -> Agreement:
        """The same for one pair of answers, place by place."""
        if not places:
            return UNKNOWN
        low = likely = high = often = 0
        for place in places:
            worth, times = self.worth(place, home or NOT_TOLD), place.how_often.times_a_month
            low, likely, high = low + worth[0] * times, likely + worth[1] * times, high + worth[2] * times
            often += times
        return Agreement(half_up(low, often), half_up(likely, often), half_up(high, often))

    def ready(self, wants: Rows, finds: Rows) -> Callable[[Rows], Bands]:
        """Many people go to the same squares, so the points of each square are worked out once, then added up."""
        (spots, which, *_), (homes,) = wants, finds
        different, place = different_spots(spots.reshape(-1, spots.shape[-1]), which.ravel())
        points = self.points(different[:, None], homes[None])
        by_spot = points.transpose(1, 0, 2).reshape(len(different), 3 * len(homes))

        def agree(some: Rows) -> Bands:
            _, which, visits, often = some
            if len(which) == 1:
                going: Any = np.bincount(place[which[0]], visits[0], len(different))[None].astype(np.float32)
            else:
                begins = np.arange(len(which) + 1) * which.shape[1]
                going = csr_array((visits.ravel(), place[which.ravel()], begins), shape=(len(which), len(different)))
            bands = (going @ by_spot).reshape(len(which), 3, len(homes)).transpose(1, 0, 2)
            return open_where(often[:, None] == 0, halves_up(bands, often[:, None]))

        return agree

    def only_by_district(self, places: Sequence[Place], home: Whereabouts) -> bool:
        """Whether any of these could be compared by its district alone."""
        return any(not (place.cell and home.cell) and place.district and home.district for place in places)

    def cannot_tell(self, places: Sequence[Place], home: Whereabouts) -> bool:
        """Whether none of these could be compared at all."""
        return not any((place.cell and home.cell) or (place.district and home.district) for place in places)


@dataclass(frozen=True)
class Nearness(ByPlaces):
    """Points for a distance: ``(up to this many metres, points)``, nearest first; beyond the last, none.

    Raises ``ValueError`` unless distances grow and points shrink.
    """

    bands: tuple[tuple[int, int], ...]
    by_district: ByDistrict

    def __post_init__(self) -> None:
        limits = [limit for limit, _ in self.bands]
        points = [100, *(points for _, points in self.bands), 0]
        if limits != sorted(set(limits)) or points != sorted(points, reverse=True):
            raise ValueError("Further is never better.")

    def points(self, a: Metres, b: Metres) -> Bands:
        no_square = (a[..., 2] == 0) | (b[..., 2] == 0)
        by_distance = self._points_by_distance(a[..., :3], b[..., :3])
        if not no_square.any():
            return by_distance
        return np.where(no_square, self._points_by_district(a[..., 3:], b[..., 3:]), by_distance)

    def worth(self, place: Place, home: Whereabouts) -> tuple[int, int, int]:
        if place.cell and home.cell:
            furthest, likely, nearest = squared_between(place.cell, home.cell)
            return self._worth(furthest), self._worth(likely), self._worth(nearest)
        agreement = self._by_district(place.district, home.district)
        return agreement.low, agreement.likely, agreement.high

    def _by_district(self, a: str | None, b: str | None) -> Agreement:
        if not (a and b):
            return UNKNOWN
        if a == b:
            return self.by_district.same_district
        return self.by_district.same_area if area(a) == area(b) else self.by_district.another_area

    def _worth(self, squared: int) -> int:
        """The points of the nearest band that reaches so far: squared half metres."""
        return next((points for limit, points in self.bands if squared <= 4 * limit**2), 0)

    def _points_by_distance(self, a: Metres, b: Metres) -> Bands:
        """The points of the nearest band, and for each limit that is passed the step down to the next."""
        points = np.array([*(points for _, points in self.bands), 0], dtype=np.float32)
        squares = squared_distances(a.astype(np.float64), b.astype(np.float64))
        found = np.full((3, *squares[0].shape), points[0], dtype=np.float32)
        for (limit, _), step in zip(self.bands, np.diff(points), strict=True):
            for band, squared in zip(found, squares, strict=True):
                band += step * (squared > limit**2)
        return found

    def _points_by_district(self, a: Metres, b: Metres) -> Bands:
        same = a == b
        rule = self.by_district
        found = np.where(same[..., 1], _column(rule.same_area), _column(rule.another_area))
        found = np.where(same[..., 0], _column(rule.same_district), found)
        return open_where((a[..., 0] == 0) | (b[..., 0] == 0), found)


def different_spots(spots: Metres, which: Metres) -> tuple[Metres, Metres]:
    """The different spots among these, and the place of each by its number."""
    there = np.zeros(which.max(initial=-1) + 1, dtype=bool)
    there[which] = True
    place = np.cumsum(there) - 1
    different = np.empty((np.count_nonzero(there), spots.shape[1]), dtype=np.int64)
    different[place[which]] = spots
    return different, place


def squared_distances(a: Exactly, b: Exactly) -> tuple[Exactly, Exactly, Exactly]:
    """Squared metres between two squares' furthest corners, centres and nearest corners, in doubles: exact below 2⁵³."""
    reach = (a[..., 2] + b[..., 2]) / 2
    apart = [np.abs(a[..., axis] + a[..., 2] / 2 - b[..., axis] - b[..., 2] / 2) for axis in (0, 1)]
    nearest = sum((np.maximum(between - reach, 0) ** 2 for between in apart), np.zeros(1))
    furthest = sum(((between + reach) ** 2 for between in apart), np.zeros(1))
    return furthest, apart[0] ** 2 + apart[1] ** 2, nearest


def squared_between(a: Cell, b: Cell) -> tuple[int, int, int]:
    """The same of one square and one other, in squared half metres, because middles may lie between two metres."""
    reach = a.size_m + b.size_m
    east = abs(2 * a.west_m + a.size_m - 2 * b.west_m - b.size_m)
    north = abs(2 * a.south_m + a.size_m - 2 * b.south_m - b.size_m)
    nearest = max(east - reach, 0) ** 2 + max(north - reach, 0) ** 2
    return (east + reach) ** 2 + (north + reach) ** 2, east**2 + north**2, nearest


def _column(agreement: Agreement) -> Bands:
    return np.array([agreement.low, agreement.likely, agreement.high], dtype=np.float32)[:, None, None]


def _spot(where: Place | Whereabouts) -> tuple[int, ...]:
    """West, south and size of its square, then its district and its area as numbers; noughts for what is not known."""
    cell, district = where.cell, where.district or ""
    square = (cell.west_m, cell.south_m, cell.size_m) if cell else NOWHERE
    return (*square, _number(district), _number(area(district)))


def _number(letters: str) -> int:
    return int.from_bytes(letters[:LETTERS].encode("ascii", "replace"), "big")
