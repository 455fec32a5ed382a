"""Metres of the National Grid to degrees, for files that give eastings and northings.

The inverse transverse Mercator of Ordnance Survey's *A guide to coordinate systems in Great Britain* (annexe C.2), on the
Airy 1830 ellipsoid, without the shift to WGS 84: within about 150 m of a satellite's answer, far finer than the squares homes
are seen in; so the smallest terms, worth two centimetres, are left out. Northern Ireland has a grid of its own, which this is not.
"""

from math import cos, radians, sin, sqrt, tan
from math import degrees as in_degrees

SEMI_MAJOR, SEMI_MINOR = 6_377_563.396, 6_356_256.909
SCALE = 0.9996012717
TRUE_NORTH, TRUE_EAST = -100_000.0, 400_000.0
ORIGIN_LATITUDE, ORIGIN_LONGITUDE = radians(49), radians(-2)
ECCENTRICITY = 1 - (SEMI_MINOR / SEMI_MAJOR) ** 2
THIRD_FLATTENING = (SEMI_MAJOR - SEMI_MINOR) / (SEMI_MAJOR + SEMI_MINOR)


def degrees(eastings: float, northings: float) -> tuple[float, float]:
    """Latitude and longitude of a point in metres on the National Grid. Raises ``ValueError`` when it is off the grid."""
    if not (0 <= eastings <= 700_000 and 0 <= northings <= 1_300_000):
        raise ValueError("not on the National Grid")
    latitude = _foot_latitude(northings)
    across, along = _radii(latitude)
    eta = across / along - 1
    t, sec = tan(latitude), 1 / cos(latitude)
    east = eastings - TRUE_EAST
    seventh = t / (2 * along * across)
    eighth = t / (24 * along * across**3) * (5 + 3 * t**2 + eta - 9 * t**2 * eta)
    tenth = sec / across
    eleventh = sec / (6 * across**3) * (across / along + 2 * t**2)
    twelfth = sec / (120 * across**5) * (5 + 28 * t**2 + 24 * t**4)
    north = latitude - seventh * east**2 + eighth * east**4
    longitude = ORIGIN_LONGITUDE + tenth * east - eleventh * east**3 + twelfth * east**5
    return in_degrees(north), in_degrees(longitude)


def _radii(latitude: float) -> tuple[float, float]:
    """Radii of curvature across and along the meridian, in metres."""
    squashed = 1 - ECCENTRICITY * sin(latitude) ** 2
    return SEMI_MAJOR * SCALE / sqrt(squashed), SEMI_MAJOR * SCALE * (1 - ECCENTRICITY) / squashed**1.5


def _foot_latitude(northings: float) -> float:
    """The latitude whose arc of the meridian is as long as the northing."""
    latitude = ORIGIN_LATITUDE + (northings - TRUE_NORTH) / (SEMI_MAJOR * SCALE)
    while abs(left := northings - TRUE_NORTH - _meridian_arc(latitude)) > 0.01:
        latitude += left / (SEMI_MAJOR * SCALE)
    return latitude


def _meridian_arc(latitude: float) -> float:
    n, gap, total = THIRD_FLATTENING, latitude - ORIGIN_LATITUDE, latitude + ORIGIN_LATITUDE
    return (
        SEMI_MINOR
        * SCALE
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * gap
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(gap) * cos(total)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * gap) * cos(2 * total)
            - 35 / 24 * n**3 * sin(3 * gap) * cos(3 * total)
        )
    )
