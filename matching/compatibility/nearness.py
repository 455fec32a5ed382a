"""Agreement between a home and the places that matter to whoever would move there.

Everything is known only to a cell, so a distance is a stretch: from the squares' nearest corners to their furthest. The
furthest gives the low, the nearest the high, and centre to centre the likely. Places count by how often somebody goes:
Mum's every week weighs four times the seaside once a month.

Where either has no square, because no postcode positions are loaded or this one is not among them, the first halves of
their postcodes are compared: the same district, the same area ("LA"), or another. A place with neither is not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import Agreement, Bands, Rows, half_up, open_where
from matching.compatibility.profiles import Place
from scheme.cells import Cell
from scheme.postcodes import area

Numbers = NDArray[np.int64]

NOWHERE = (0, 0, 0)
"""West, south and size of a place that is not on the map: no real cell has no size."""

LETTERS = 7
"""As many letters and digits as a whole number keeps; no first half of a postcode has more than four."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a home is: its square, the first half of its postcode, or both."""

    cell: Cell | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class ByDistrict:
    """What is agreed when only the first halves of two postcodes can be compared."""

    same_district: Agreement
    same_area: Agreement
    another_area: Agreement


@dataclass(frozen=True)
class Nearness:
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

    def wants(self, answers: Sequence[tuple[Place, ...]]) -> Rows:
        """For each answer: where each place is, and how often they go there in a month."""
        most = max((len(places) for places in answers), default=0)
        spots = np.zeros((len(answers), most, 5), dtype=np.int64)
        visits = np.zeros((len(answers), most), dtype=np.int64)
        for row, places in enumerate(answers):
            for column, place in enumerate(places):
                spots[row, column] = _spot(place)
                visits[row, column] = place.how_often.times_a_month
        return spots, visits

    def finds(self, answers: Sequence[Whereabouts | None]) -> Rows:
        """For each answer: where the home is."""
        return (np.array([_spot(home or Whereabouts()) for home in answers], dtype=np.int64).reshape(-1, 5),)

    def agree(self, wants: Rows, finds: Rows) -> Bands:
        """The mean over the places, weighted by visits and rounded half up; not known if there are no places."""
        (spots, visits), (homes,) = wants, finds
        totals: Numbers = np.zeros((3, len(visits), len(homes)), dtype=np.int64)
        for column in range(visits.shape[1]):
            totals += visits[:, column, None] * self._points(spots[:, column, None], homes[None])
        weight = visits.sum(axis=1)[:, None]
        return open_where(weight == 0, half_up(totals, weight))

    def _points(self, a: Numbers, b: Numbers) -> Numbers:
        """Low, likely and high points between every spot of one and every spot of the other."""
        no_square = (a[..., 2] == 0) | (b[..., 2] == 0)
        by_distance = self._points_by_distance(a[..., :3], b[..., :3])
        if not no_square.any():
            return by_distance
        return np.where(no_square, self._points_by_district(a[..., 3:], b[..., 3:]), by_distance)

    def _points_by_distance(self, a: Numbers, b: Numbers) -> Numbers:
        squared_limits = np.array([limit**2 for limit, _ in self.bands])
        points = np.array([*(points for _, points in self.bands), 0])
        nearest, centres, furthest = _squared_distances(a, b)
        found: Numbers = points[np.searchsorted(squared_limits, np.stack([furthest, centres, nearest]))]
        return found

    def _points_by_district(self, a: Numbers, b: Numbers) -> Numbers:
        same = a == b
        rule = self.by_district
        found = np.where(same[..., 1], _column(rule.same_area), _column(rule.another_area))
        found = np.where(same[..., 0], _column(rule.same_district), found)
        return open_where((a[..., 0] == 0) | (b[..., 0] == 0), found)

    def only_by_district(self, places: Sequence[Place], home: Whereabouts) -> bool:
        """Whether any of these could be compared by its district alone."""
        return any(not (place.cell and home.cell) and place.district and home.district for place in places)

    def cannot_tell(self, places: Sequence[Place], home: Whereabouts) -> bool:
        """Whether none of these could be compared at all."""
        return not any((place.cell and home.cell) or (place.district and home.district) for place in places)


def _squared_distances(a: Numbers, b: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Squared metres between two squares' nearest corners, centres (rounded down) and furthest corners."""
    a_end, b_end = a[..., :2] + a[..., 2:], b[..., :2] + b[..., 2:]
    gap = np.maximum(0, np.maximum(a[..., :2] - b_end, b[..., :2] - a_end))
    span = np.maximum(a_end, b_end) - np.minimum(a[..., :2], b[..., :2])
    twice_centre = a[..., :2] + a_end - b[..., :2] - b_end
    return (gap**2).sum(axis=-1), (twice_centre**2).sum(axis=-1) // 4, (span**2).sum(axis=-1)


def _column(agreement: Agreement) -> Numbers:
    return np.array([agreement.low, agreement.likely, agreement.high], dtype=np.int64)[:, None, None]


def _spot(where: Place | Whereabouts) -> tuple[int, ...]:
    """West, south and size of its square, then its district and its area as numbers; noughts for what is not known."""
    cell, district = where.cell, where.district or ""
    square = (cell.west_m, cell.south_m, cell.size_m) if cell else NOWHERE
    return (*square, _number(district), _number(area(district)))


def _number(letters: str) -> int:
    return int.from_bytes(letters[:LETTERS].encode("ascii", "replace"), "big")
