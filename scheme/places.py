"""Where places are: postcodes to squares of the map, from a table the scheme loads for itself.

ONSPD, Code-Point Open or a plain ``postcode,latitude,longitude`` file fills ``Place`` (``flask scheme load-places``). Without it
nothing is located: districts are all there is to compare, and pages say so.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine, delete, insert
from sqlmodel import col, func, select

from scheme.cells import AREA_M, DISTRICT_M, HOME_M, Cell, cell_of
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Home, Place
from scheme.postcodes import district, tidy_postcode


@dataclass(frozen=True)
class Located:
    """What we know of where a postcode is: its district always; a square and a point only from the places table."""

    district: str
    cell: Cell | None = None
    point: str | None = None
    """``latitude,longitude``, to be sealed."""


def locate(postcode: str | None) -> Located | None:
    """Where a postcode or district is, as exactly as the places table knows it; ``None`` if it is not one.

    A postcode that is not in the table is placed by its district, and a district by its area, in a square so much bigger.
    """
    tidy = tidy_postcode(postcode or "")
    if tidy is None:
        return None
    short = district(tidy)
    area = "".join(letter for letter in short[:2] if letter.isalpha())
    candidates = {tidy.replace(" ", ""): HOME_M if " " in tidy else DISTRICT_M, short: DISTRICT_M, area: AREA_M}
    found = {place.postcode: place for place in db.session.exec(select(Place).where(col(Place.postcode).in_(candidates)))}
    for name, size in candidates.items():
        if place := found.get(name):
            exact = f"{place.latitude},{place.longitude}" if size == HOME_M else None
            return Located(short, cell_of(place.latitude, place.longitude, size), exact)
    return Located(short)


def settle_home(home: Home, postcode: str | None, address: str | None = None) -> None:
    """Say where a home is. The address and the exact point are sealed; the district and the square are what others see.

    Raises ``Refused`` naming the field when the postcode is not one. No postcode: where the home is becomes unknown.
    """
    located = locate(postcode)
    if postcode and located is None:
        raise Refused("That is not a UK postcode we recognise. It looks like LA1 4XX, or just the first half, LA1.", "postcode")
    home.address = address
    home.postcode = tidy_postcode(postcode) if postcode else None
    home.point = located.point if located else None
    home.area = located.district if located else None
    home.cell = str(located.cell) if located and located.cell else None


def places_known() -> int:
    """How many positions have been loaded; 0 means that only districts can be compared."""
    return db.session.exec(select(func.count()).select_from(Place)).one()


# --- loading ---------------------------------------------------------------------------------------------------------------

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "postcode": ("postcode", "pcds", "pcd", "pcd7", "pcd8", "outcode"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "long", "lng", "lon"),
    "eastings": ("eastings", "oseast1m", "east1m"),
    "northings": ("northings", "osnrth1m", "north1m"),
}
"""What the files call each column: ONSPD, ONS's hosted tables, and plain ones."""

CODE_POINT = ("postcode", "quality", "eastings", "northings")
"""Code-Point Open has no header; these are its first columns."""

BATCH = 5000


@dataclass
class Loading:
    """How far loading has come: rows read, positions loaded, and rows that were not understood, by line number."""

    read: int = 0
    loaded: int = 0
    not_understood: int = 0
    first_problems: tuple[int, ...] = ()


def load_places(path: Path, engine: Engine) -> Iterator[Loading]:
    """Load positions from a CSV file, replacing those it names; yields progress after each batch.

    Raises ``Refused`` when the file has no columns we know. Public data, written in batches on a connection of its own.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows, columns = _columns(file)
        progress = Loading()
        with engine.begin() as connection:
            while batch := list(islice(rows, BATCH)):
                good = {place["postcode"]: place for place in _understood(batch, columns, progress)}
                connection.execute(delete(Place).where(col(Place.postcode).in_(good)))
                if good:
                    connection.execute(insert(Place), list(good.values()))
                progress.loaded += len(good)
                yield progress


def _columns(file: io.TextIOBase) -> tuple[Iterator[list[str]], dict[str, int]]:
    """The rows after the header, and which column holds what."""
    reader = csv.reader(file)
    first = next(reader, [])
    names = [name.strip().lower() for name in first]
    columns = {ours: names.index(theirs) for ours, known in COLUMNS.items() for theirs in known[::-1] if theirs in names}
    if {"postcode", "latitude", "longitude"} <= columns.keys() or {"postcode", "eastings", "northings"} <= columns.keys():
        return reader, columns
    if len(first) >= len(CODE_POINT) and tidy_postcode(first[0]) and first[2].isdigit():
        return _again(first, reader), {name: place for place, name in enumerate(CODE_POINT) if name != "quality"}
    raise Refused("This file has no columns we know. It needs postcode, latitude and longitude, or postcode, eastings and northings.")


def _again(first: list[str], rest: Iterable[list[str]]) -> Iterator[list[str]]:
    yield first
    yield from rest


def _understood(batch: list[list[str]], columns: dict[str, int], progress: Loading) -> Iterator[dict[str, object]]:
    for row in batch:
        progress.read += 1
        position = _position(row, columns)
        if position is None:
            progress.not_understood += 1
            progress.first_problems = (*progress.first_problems, progress.read + 1)[:10]
        else:
            yield position


def _position(row: list[str], columns: dict[str, int]) -> dict[str, object] | None:
    from uuid import uuid4

    from scheme.national_grid import degrees

    try:
        value = {name: row[place].strip() for name, place in columns.items()}
        tidy = tidy_postcode(value["postcode"])
        if value.get("latitude") and value.get("longitude"):
            latitude, longitude = float(value["latitude"]), float(value["longitude"])
        else:
            latitude, longitude = degrees(float(value["eastings"]), float(value["northings"]))
    except (IndexError, KeyError, ValueError):
        return None
    # ONSPD writes 99.999999 for a postcode that has no position.
    if tidy is None or not (49 <= latitude <= 61.5 and -9 <= longitude <= 2.5):
        return None
    return {"id": uuid4(), "postcode": tidy.replace(" ", ""), "latitude": latitude, "longitude": longitude}
