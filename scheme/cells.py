"""Where somebody lives, as coarsely as matching may know it: a square on a grid, never a point.

Distances leak homes. Anyone who may ask "how far?" often enough can work out an exact address from rounded, banded or
even yes-and-no answers. So the exact point stays encrypted and out of the matcher, and everything that compares,
explains or draws sees a :class:`Cell`: a 2 km square, or a 5 km one where few people live. What is known only by its
postcode district or area is simply a bigger cell, so "we are not sure where" needs no arithmetic of its own.

The grid is laid over Britain in metres east and north of one origin, by the projection in :func:`metres`.
"""

from dataclasses import dataclass
from math import atan2, atanh, cos, isqrt, radians, sin
from typing import Self

HOME_M = 2_000
"""The side of the square a home is known by."""

RURAL_M = 5_000
"""The same where few people live, so that a square always holds many homes."""

DISTRICT_M = 10_000
"""A postcode district ("LS6") as a square. Districts vary; ten kilometres covers a usual one (our judgement)."""

AREA_M = 40_000
"""A postcode area ("LS") as a square (our judgement)."""

MILLIMETRES_IN_A_MILE = 1_609_344

_CENTRAL_MERIDIAN = -2.0
_EARTH_RADIUS_M = 6_371_000
_FALSE_EAST_M, _FALSE_NORTH_M = 1_000_000, -5_000_000


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One square: ``east`` and ``north`` count squares of ``size_m`` metres from the grid's south-west corner.

    Raises ``ValueError`` if the size is not a whole number of metres above nought.
    """

    east: int
    north: int
    size_m: int = HOME_M

    def __post_init__(self) -> None:
        if self.size_m < 1:
            raise ValueError("A cell's side is at least one metre.")

    def __str__(self) -> str:
        return f"{self.size_m}:{self.east}:{self.north}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``"2000:183:214"``: size, east, north. Raises ``ValueError`` for anything else."""
        size_m, east, north = (int(part) for part in text.split(":"))
        return cls(east, north, size_m)

    @property
    def west_m(self) -> int:
        """The western edge, in metres."""
        return self.east * self.size_m

    @property
    def south_m(self) -> int:
        """The southern edge, in metres."""
        return self.north * self.size_m


def metres(latitude: float, longitude: float) -> tuple[float, float]:
    """Metres east and north of the grid's origin.

    The transverse Mercator projection of a sphere about 2° W, the meridian the Ordnance Survey also chose. Over Britain
    and Ireland distances are right to within half a per cent: ten metres in a cell's two kilometres, where the survey's
    own ellipsoid would add forty constants and change no answer. Raises ``ValueError`` if this is no place on Earth.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("Latitude is -90 to 90 and longitude -180 to 180.")
    north_angle, east_angle = radians(latitude), radians(longitude - _CENTRAL_MERIDIAN)
    east = _EARTH_RADIUS_M * atanh(cos(north_angle) * sin(east_angle))
    north = _EARTH_RADIUS_M * atan2(sin(north_angle), cos(north_angle) * cos(east_angle))
    return east + _FALSE_EAST_M, north + _FALSE_NORTH_M


def cell_of(latitude: float, longitude: float, size_m: int = HOME_M) -> Cell:
    """The square a place falls in. Raises ``ValueError`` if the numbers are not a place on Earth."""
    east, north = metres(latitude, longitude)
    return Cell(int(east // size_m), int(north // size_m), size_m)


def between(a: Cell, b: Cell) -> tuple[int, int]:
    """The least and the most that two places in these squares can be apart, in whole metres.

    The least is rounded down and the most is rounded up, so the truth is never outside.
    """
    gap_east, span_east = _along(a.west_m, a.size_m, b.west_m, b.size_m)
    gap_north, span_north = _along(a.south_m, a.size_m, b.south_m, b.size_m)
    furthest_squared = span_east**2 + span_north**2
    return isqrt(gap_east**2 + gap_north**2), _root_rounded_up(furthest_squared)


def in_metres(miles: int) -> int:
    """Whole metres in so many miles."""
    return miles * MILLIMETRES_IN_A_MILE // 1000


def _along(a: int, a_size: int, b: int, b_size: int) -> tuple[int, int]:
    """How far apart two stretches of one axis are, end to nearest end and end to furthest end."""
    a_end, b_end = a + a_size, b + b_size
    return max(0, a - b_end, b - a_end), max(a_end, b_end) - min(a, b)


def _root_rounded_up(squared: int) -> int:
    return isqrt(squared - 1) + 1 if squared else 0
