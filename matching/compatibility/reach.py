"""Agreement between a home and the people who matter to whoever would move there: how many of their contacts it keeps.

A contact is kept where the place they usually meet at is within reach of the home: 100 or nothing, and the mean over all
of them by how often they are in touch. What counts as within reach depends on how they travel, and is the scheme's to
say. Somebody who is only ever phoned is kept wherever the home is; somebody met we do not know where is not known.

It is the arithmetic of :mod:`nearness` with other points, and like there everything is known to a square, never to a
door: kept at the lowest only if the furthest corners are within reach, and at the highest if the nearest are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from matching.compatibility.agreement import UNKNOWN, Bands, open_where
from matching.compatibility.nearness import ByPlaces, Metres, Whereabouts, squared_between, squared_distances
from matching.compatibility.profiles import Place, Tie
from scheme.cells import in_metres
from scheme.postcodes import area

WHEREVER = -1
"""The reach of somebody who is in touch from anywhere."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Metres between two places, at the nearest, as likely and at the furthest."""

    nearest: int
    likely: int
    furthest: int


@dataclass(frozen=True)
class Reach(ByPlaces):
    """How far apart two places are when only the first halves of their postcodes can be compared."""

    same_district: Apart
    same_area: Apart
    another_area: Apart

    def spot(self, place: Place) -> tuple[int, ...]:
        return *super().spot(place), _reach(place)

    def cannot_tell(self, places: Sequence[Place], home: Whereabouts) -> bool:
        return not any(isinstance(tie, Tie) and tie.wherever for tie in places) and super().cannot_tell(places, home)

    def points(self, a: Metres, b: Metres) -> Bands:
        reach = a[..., 5]
        no_square = (a[..., 2] == 0) | (b[..., 2] == 0)
        squares = squared_distances(a[..., :3].astype(np.float64), b[..., :3].astype(np.float64))
        squared = np.where(no_square, self._by_district(a, b), np.stack(squares))
        bands = np.where(
            (squared <= reach.astype(np.float64) ** 2) | (reach == WHEREVER), np.float32(100), np.float32(0)
        )
        return open_where(no_square & ((a[..., 3] == 0) | (b[..., 3] == 0)) & (reach != WHEREVER), bands)

    def worth(self, place: Place, home: Whereabouts) -> tuple[int, int, int]:
        reach = _reach(place)
        if reach == WHEREVER:
            return 100, 100, 100
        if place.cell and home.cell:
            furthest, likely, nearest = squared_between(place.cell, home.cell)
            within = (2 * reach) ** 2
            return 100 * (furthest <= within), 100 * (likely <= within), 100 * (nearest <= within)
        if not (place.district and home.district):
            return UNKNOWN.low, UNKNOWN.likely, UNKNOWN.high
        apart = self._apart(place.district, home.district)
        return 100 * (apart.furthest <= reach), 100 * (apart.likely <= reach), 100 * (apart.nearest <= reach)

    def _apart(self, a: str, b: str) -> Apart:
        if a == b:
            return self.same_district
        return self.same_area if area(a) == area(b) else self.another_area

    def _by_district(self, a: Metres, b: Metres) -> Any:
        """Squared metres between two districts: furthest, likely and nearest."""
        same_district, same_area = a[..., 3] == b[..., 3], a[..., 4] == b[..., 4]
        metres = [
            np.where(
                same_district,
                getattr(self.same_district, one.name),
                np.where(same_area, getattr(self.same_area, one.name), getattr(self.another_area, one.name)),
            )
            for one in reversed(fields(Apart))
        ]
        return np.stack(metres).astype(np.float64) ** 2


def _reach(place: Place) -> int:
    """How far somebody would go, in metres; ``WHEREVER`` for whoever is in touch from anywhere."""
    if not isinstance(place, Tie):
        return 0
    return WHEREVER if place.wherever else in_metres(place.reach_miles)
