"""Where places are: postcodes to squares of the map, from a table the scheme loads for itself.

ONSPD, Code-Point Open or a plain ``postcode,latitude,longitude`` file fills ``Place`` (``flask scheme load-places``). Without it
nothing is located: districts are all there is to compare, and pages say so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Engine, delete, insert
from sqlmodel import col, func, select

from scheme.cells import AREA_M, DISTRICT_M, HOME_M, RURAL_M, Cell, cell_of
from scheme.database import SchemeTable, db
from scheme.errors import Refused
from scheme.models import Home, Place
from scheme.place_files import Loading, positions
from scheme.postcodes import area, district, tidy_postcode

MANY_POSTCODES = 10
"""A two-kilometre square with fewer postcodes than this of a home's own district gives too much away, so the home is known
by a five-kilometre one. A postcode is about fifteen addresses: a hundred and fifty doors to choose from (our judgement)."""

BATCH = 5000


@dataclass(frozen=True)
class Located:
    """What we know of where a postcode is: its district always; a square and a point only from the places table."""

    district: str
    cell: Cell | None = None
    point: str | None = None
    """``latitude,longitude``, to be sealed."""


def locate(postcode: str | None) -> Located | None:
    """Where a postcode or district is, as exactly as the places table knows it; ``None`` if it is not one.

    A postcode that is not in the table is placed by its district, in a square as big as a district; a district that is not
    there itself is where its postcodes are on average. If the table knows nothing of the district, the average of whatever
    it knows of the area ("LS") is taken, in a square as big as an area. Averages, because nothing is marked as the middle of
    a district or area, and most places lie where most postcodes do (our judgement).
    """
    tidy = tidy_postcode(postcode or "")
    if tidy is None:
        return None
    short = district(tidy)
    if " " in tidy and (exact := _at(tidy)):
        return Located(short, _square_of_home(exact, short), f"{exact[0]},{exact[1]}")
    if middle := _at(short) or _middle(_of_district(short)):
        return Located(short, cell_of(*middle, DISTRICT_M))
    if middle := _middle(_of_area(area(short))):
        return Located(short, cell_of(*middle, AREA_M))
    return Located(short)


def _square_of_home(point: tuple[float, float], short: str) -> Cell:
    """The square a home is known by: a bigger one where few live."""
    square = cell_of(*point, HOME_M)
    neighbours = db.session.exec(select(Place.latitude, Place.longitude).where(_of_district(short)))
    near = islice((place for place in neighbours if cell_of(*place, HOME_M) == square), MANY_POSTCODES)
    return square if len(list(near)) == MANY_POSTCODES else cell_of(*point, RURAL_M)


def _at(name: str) -> tuple[float, float] | None:
    """Where the table says a postcode or a district is."""
    return _middle(col(Place.postcode) == name.replace(" ", ""))


def _middle(condition: ColumnElement[bool]) -> tuple[float, float] | None:
    """The average position of some places; ``None`` if there are none."""
    query = select(func.avg(Place.latitude), func.avg(Place.longitude)).where(condition)
    latitude, longitude = db.session.exec(query).one()
    return None if latitude is None else (latitude, longitude)


def _of_district(short: str) -> ColumnElement[bool]:
    """Whole postcodes of a district: LA1 4XX is of LA1, and LA14 4XX is not."""
    return col(Place.postcode).between(short, f"{short}ZZZ") & (func.length(Place.postcode) == len(short) + 3)


def _of_area(area: str) -> ColumnElement[bool]:
    """Everything in an area: L1 is of L, and LA1 is not."""
    return col(Place.postcode).between(f"{area}0", f"{area}9ZZZZZ")


def settle_home(home: Home, postcode: str | None, address: str | None = None) -> None:
    """Say where a home is. The address and the exact point are sealed; the district and the square are what others see.

    Raises ``Refused`` naming the field when the postcode is not one. No postcode: where the home is becomes unknown.
    """
    located = locate(postcode)
    if postcode and located is None:
        raise Refused(
            "That is not a UK postcode we recognise. It looks like LA1 4XX, or just the first half, LA1.", "postcode"
        )
    home.address = address
    home.postcode = tidy_postcode(postcode) if postcode else None
    home.point = located.point if located else None
    home.area = located.district if located else None
    home.cell = str(located.cell) if located and located.cell else None


def places_known() -> int:
    """How many positions have been loaded; 0 means that only districts can be compared."""
    return db.session.exec(select(func.count()).select_from(Place)).one()


# --- loading ---------------------------------------------------------------------------------------------------------------


def load_places(path: Path, engine: Engine) -> Iterator[Loading]:
    """Load positions from a CSV file, replacing those it names; yields how far it has come after each batch.

    Raises ``Refused`` when the file is none we know. Public data on a connection of its own, each batch for itself, so that
    nobody waits for millions of rows; loading the same file again, or the rest of it, changes nothing that is there.
    """
    progress = Loading()
    rows = positions(path, progress)
    while batch := {row["postcode"]: row for row in islice(rows, BATCH)}:
        with engine.begin() as connection:
            connection.execute(delete(Place).where(col(Place.postcode).in_(batch)))
            connection.execute(insert(Place), [{"id": uuid4(), **row} for row in batch.values()])
        progress.loaded += len(batch)
        yield progress
    progress.percent = 100
    yield progress


def find_again() -> int:
    """Say anew where everything of this scheme with a postcode is, once there are more places; how many have moved."""
    moved = 0
    for table in filter(_has_a_postcode, _tables(SchemeTable)):
        for row in db.session.exec(select(table)).all():
            moved += _find_again(row)
    return moved


def _find_again(row: Any) -> bool:
    located = locate(row.postcode)
    if located is None or (now_in := str(located.cell) if located.cell else None) == row.cell:
        return False
    row.area, row.cell = located.district, now_in
    if isinstance(row, Home):
        row.point = located.point
    return True


def _has_a_postcode(table: type[SchemeTable]) -> bool:
    return {"postcode_sealed", "area", "cell"} <= table.model_fields.keys()


def _tables(parent: type[SchemeTable]) -> Iterator[type[SchemeTable]]:
    for table in parent.__subclasses__():
        yield table
        yield from _tables(table)
