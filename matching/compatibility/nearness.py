"""Agreement between a home and the places that matter to whoever would move there.

Everything is known only to a cell, so a distance is a stretch: from the squares' nearest corners to their furthest. The
furthest gives the low, the nearest the high, and centre to centre the likely. Places count by how often somebody goes:
Mum's every week weighs four times the seaside once a month. A place nobody could find on the map is not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matching.compatibility.agreement import Bands, Rows, half_up, open_where
from matching.compatibility.profiles import Place
from scheme.cells import Cell

Numbers = NDArray[np.int64]

NOWHERE = (0, 0, 0)
"""West, south and size of a place that is not known: no real cell has no size."""


@dataclass(frozen=True)
class Nearness:
    """Points for a distance: ``(up to this many metres, points)``, nearest first; beyond the last, none.

    Raises ``ValueError`` unless distances grow and points shrink.
    """

    bands: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        limits = [limit for limit, _ in self.bands]
        points = [100, *(points for _, points in self.bands), 0]
        if limits != sorted(set(limits)) or points != sorted(points, reverse=True):
            raise ValueError("Further is never better.")

    def wants(self, answers: Sequence[tuple[Place, ...]]) -> Rows:
        """For each answer: where each place is, and how often they go there in a month."""
        most = max((len(places) for places in answers), default=0)
        squares = np.zeros((len(answers), most, 3), dtype=np.int64)
        visits = np.zeros((len(answers), most), dtype=np.int64)
        for row, places in enumerate(answers):
            for column, place in enumerate(places):
                squares[row, column] = _square(place.cell)
                visits[row, column] = place.how_often.times_a_month
        return squares, visits

    def finds(self, answers: Sequence[Cell | None]) -> Rows:
        """For each answer: where the home is."""
        return (np.array([_square(cell) for cell in answers], dtype=np.int64).reshape(-1, 3),)

    def agree(self, wants: Rows, finds: Rows) -> Bands:
        """The mean over the places, weighted by visits and rounded half up; not known if there are no places."""
        (squares, visits), (homes,) = wants, finds
        totals: Numbers = np.zeros((3, len(visits), len(homes)), dtype=np.int64)
        for column in range(visits.shape[1]):
            totals += visits[:, column, None] * self._points(squares[:, column, None], homes[None])
        weight = visits.sum(axis=1)[:, None]
        return open_where(weight == 0, half_up(totals, weight))

    def _points(self, a: Numbers, b: Numbers) -> Numbers:
        """Low, likely and high points between every square of one and every square of the other."""
        squared_limits = np.array([limit**2 for limit, _ in self.bands])
        points = np.array([*(points for _, points in self.bands), 0])
        nearest, centres, furthest = _squared_distances(a, b)
        found = points[np.searchsorted(squared_limits, np.stack([furthest, centres, nearest]))]
        return open_where((a[..., 2] == 0) | (b[..., 2] == 0), found)


def _squared_distances(a: Numbers, b: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Squared metres between two squares' nearest corners, centres (rounded down) and furthest corners."""
    a_end, b_end = a[..., :2] + a[..., 2:], b[..., :2] + b[..., 2:]
    gap = np.maximum(0, np.maximum(a[..., :2] - b_end, b[..., :2] - a_end))
    span = np.maximum(a_end, b_end) - np.minimum(a[..., :2], b[..., :2])
    twice_centre = a[..., :2] + a_end - b[..., :2] - b_end
    return (gap**2).sum(axis=-1), (twice_centre**2).sum(axis=-1) // 4, (span**2).sum(axis=-1)


def _square(cell: Cell | None) -> tuple[int, int, int]:
    return (cell.west_m, cell.south_m, cell.size_m) if cell else NOWHERE
