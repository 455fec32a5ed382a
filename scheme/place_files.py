"""Files of where postcodes are: ONSPD, Code-Point Open, or plain ones. Every row is understood, or counted and shown."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scheme.errors import Refused
from scheme.national_grid import degrees
from scheme.postcodes import tidy_postcode

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "postcode": ("postcode", "pcds", "pcd", "pcd7", "pcd8", "outcode"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "long", "lng", "lon"),
    "eastings": ("eastings", "easting", "oseast1m", "east1m"),
    "northings": ("northings", "northing", "osnrth1m", "north1m"),
}
"""What the files call each column, the name to prefer first: ONSPD, ONS's hosted tables, and plain ones."""

ENOUGH = ({"postcode", "latitude", "longitude"}, {"postcode", "eastings", "northings"})

CODE_POINT = {"postcode": 0, "eastings": 2, "northings": 3}
"""Code-Point Open has no header; the second of its columns says how exact the position is."""

SHOWN = 10
"""As many rows that were not understood as anybody would look at."""

NOT_THIS_FILE = (
    "This file has no columns we know. Its first line should name postcode, latitude and longitude, or postcode, "
    "eastings and northings. ONSPD and Code-Point Open may be loaded as they are."
)


@dataclass
class Loading:
    """How far loading has come."""

    percent: int = 0
    read: int = 0
    loaded: int = 0
    without_position: int = 0
    """Rows that name a postcode and say that nobody knows where it is."""
    not_understood: int = 0
    first_problems: tuple[tuple[int, str], ...] = ()
    """The first rows not understood: line in the file, and the beginning of what it says."""

    def puzzled_by(self, line: int, row: list[str]) -> None:
        """Count a row that was not understood."""
        self.not_understood += 1
        if len(self.first_problems) < SHOWN:
            self.first_problems += ((line, ",".join(row)[:60]),)


def positions(path: Path, progress: Loading) -> Iterator[dict[str, Any]]:
    """Each ``postcode`` (without its space), ``latitude`` and ``longitude`` in the file; the rest is counted.

    Raises ``Refused`` when the file is none we know.
    """
    if zipfile.is_zipfile(path):
        raise Refused("This is a zip file or a workbook. Please unpack it, or save it as CSV, and load the .csv file.")
    size = max(1, path.stat().st_size)
    with path.open("rb") as file:
        reader = csv.reader(io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline=""))
        columns, row = _columns(next(_rows(reader, progress), []))
        if row:
            yield from _understood(row, 1, columns, progress)
        for row in _rows(reader, progress):
            yield from _understood(row, reader.line_num, columns, progress)
            progress.percent = min(100, file.tell() * 100 // size)


def _rows(reader: Any, progress: Loading) -> Iterator[list[str]]:
    """The rows with something in them; one that is no CSV at all is counted."""
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            progress.read += 1
            progress.puzzled_by(reader.line_num, ["(not CSV)"])
            continue
        if row is None:
            return
        if any(value.strip() for value in row):
            yield row


def _columns(first: list[str]) -> tuple[Mapping[str, int], list[str]]:
    """Which column holds what, and the first row itself when it is no header."""
    names = [name.strip().lower() for name in first]
    found = {
        ours: next((names.index(name) for name in known if name in names), None) for ours, known in COLUMNS.items()
    }
    columns = {name: place for name, place in found.items() if place is not None}
    if any(needed <= columns.keys() for needed in ENOUGH):
        return columns, []
    if len(first) > max(CODE_POINT.values()) and tidy_postcode(first[0]) and first[2].strip().isdigit():
        return CODE_POINT, first
    raise Refused(NOT_THIS_FILE)


def _understood(row: list[str], line: int, columns: Mapping[str, int], progress: Loading) -> Iterator[dict[str, Any]]:
    progress.read += 1
    try:
        value = {name: row[place].strip() for name, place in columns.items()}
        tidy = tidy_postcode(value["postcode"])
        position = _position(value)
    except (IndexError, ValueError, OverflowError):
        tidy = position = None
    if tidy is None:
        progress.puzzled_by(line, row)
    elif position is None:
        progress.without_position += 1
    elif not _in_these_islands(*position):
        progress.puzzled_by(line, row)
    else:
        yield {"postcode": tidy.replace(" ", ""), "latitude": position[0], "longitude": position[1]}


def _position(value: Mapping[str, str]) -> tuple[float, float] | None:
    """Latitude and longitude; ``None`` where the file says that it has none. Raises ``ValueError`` for what is no number.

    ONSPD writes latitude 99.999999 for that, Code-Point Open nought east and nought north, and both may leave a gap.
    """
    if value.get("latitude") and value.get("longitude"):
        latitude, longitude = float(value["latitude"]), float(value["longitude"])
        return None if 99 <= latitude < 100 or (latitude, longitude) == (0, 0) else (latitude, longitude)
    if value.get("eastings") and value.get("northings"):
        east, north = float(value["eastings"]), float(value["northings"])
        return None if (east, north) == (0, 0) else degrees(east, north)
    return None


def _in_these_islands(latitude: float, longitude: float) -> bool:
    return 49 <= latitude <= 61.5 and -9 <= longitude <= 2.5
