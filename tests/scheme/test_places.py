"""Where postcodes are, and what is known when the table knows less."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlmodel import select

from scheme.cells import AREA_M, DISTRICT_M, HOME_M, RURAL_M, cell_of
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.models import Home, Place, Scheme
from scheme.places import MANY_POSTCODES, Located, find_again, load_places, locate, places_known, settle_home

HEADER = "postcode,latitude,longitude\n"
HERE = (54.05, -2.8)

Load = Callable[[str], None]


@pytest.fixture
def load(app: Flask, tmp_path: Path) -> Iterator[Load]:
    """Load these lines of a plain file; places may be looked for afterwards."""

    def load(lines: str) -> None:
        file = tmp_path / "places.csv"
        file.write_text(HEADER + lines)
        list(load_places(file, db.engine))
        db.session.rollback()  # what this session read before is out of date

    with app.app_context():
        yield load


def neighbours(count: int, district: str = "LA1") -> str:
    """Invented postcodes of a district, all in one street."""
    return "".join(f"{district} {number}AA,{HERE[0]},{HERE[1]}\n" for number in range(count))


def test_with_no_places_only_the_district_is_known(load: Load) -> None:
    assert places_known() == 0
    assert locate("la14xx") == Located("LA1")
    assert locate("Lancaster") is None
    assert locate(None) is None


def test_a_postcode_in_a_street_of_many_is_known_to_two_kilometres(load: Load) -> None:
    load(neighbours(MANY_POSTCODES))
    assert locate("LA1 0AA") == Located("LA1", cell_of(*HERE, HOME_M), "54.05,-2.8")


def test_where_few_live_the_square_is_five_kilometres(load: Load) -> None:
    load(neighbours(MANY_POSTCODES - 1) + "LA1 9ZZ,54.2,-2.8\n" + neighbours(3, "LA14"))
    assert locate("LA1 0AA") == Located("LA1", cell_of(*HERE, RURAL_M), "54.05,-2.8")


def test_a_table_of_districts_places_a_postcode_by_its_district_and_gives_no_point(load: Load) -> None:
    load("LA1,54.05,-2.8\n")
    assert locate("LA1 4XX") == locate("LA1") == Located("LA1", cell_of(*HERE, DISTRICT_M))


def test_a_district_that_is_not_in_the_table_is_where_its_postcodes_are_on_average(load: Load) -> None:
    load("LA1 4XX,54.0,-2.8\nLA1 4XY,54.1,-2.8\nLA14 4XX,51.0,0.0\n")
    located = locate("LA1")
    assert located == Located("LA1", cell_of(54.05, -2.8, DISTRICT_M))


def test_an_area_is_where_its_districts_are_on_average(load: Load) -> None:
    load("L1,53.4,-3.0\nL2,53.5,-2.9\nLA1,54.05,-2.8\nLS1,53.8,-1.5\n")
    assert locate("L9 1AA") == Located("L9", cell_of(53.45, -2.95, AREA_M))


def test_loading_twice_changes_nothing_and_a_newer_file_replaces(load: Load) -> None:
    load("LA1,54.05,-2.8\nLA2,54.1,-2.7\nLA1,54.06,-2.8\n")
    load("LA1,54.05,-2.8\nLA2,54.1,-2.7\nLA1,54.06,-2.8\n")
    assert places_known() == 2
    load("LA2,54.2,-2.7\n")
    found = {place.postcode: place.latitude for place in db.session.exec(select(Place))}
    assert found == {"LA1": 54.06, "LA2": 54.2}


def test_homes_are_found_once_there_are_places(load: Load, scheme: Scheme) -> None:
    enter_scheme(scheme.id)
    home = Home(version=1)
    settle_home(home, "LA1 0AA", "1 Invented Street")
    carry_out(db.session.add, home)
    assert (home.area, home.cell) == ("LA1", None)
    load(neighbours(MANY_POSTCODES))
    assert carry_out(find_again) == 1
    assert (home.square, home.point, home.address) == (cell_of(*HERE, HOME_M), "54.05,-2.8", "1 Invented Street")
    assert carry_out(find_again) == 0


def test_homes_of_other_schemes_stay_where_they_are(
    load: Load, scheme: Scheme, make_scheme: Callable[..., Scheme]
) -> None:
    enter_scheme(scheme.id)
    carry_out(db.session.add, _home_in("LA1"))
    load("LA1,54.05,-2.8\n")
    enter_scheme(make_scheme().id)
    assert carry_out(find_again) == 0


def test_a_home_in_no_postcode_is_refused(load: Load, scheme: Scheme) -> None:
    enter_scheme(scheme.id)
    with pytest.raises(Refused, match="LA1 4XX"):
        settle_home(Home(version=1), "Lancaster")


def _home_in(postcode: str) -> Home:
    home = Home(version=1)
    settle_home(home, postcode)
    return home


def test_the_command_shows_how_far_it_is_and_what_it_did_not_understand(
    command: FlaskCliRunner, scheme: Scheme, tmp_path: Path
) -> None:
    file = tmp_path / "places.csv"
    file.write_text(HEADER + "LA1,54.05,-2.8\nsomewhere,1,2\n")
    told = command.invoke(args=["scheme", "load-places", str(file)])
    assert told.exit_code == 0
    assert told.output.splitlines() == [
        "places.csv",
        " 100 %  2 rows",
        "1 positions are known from 2 rows.",
        "1 rows were not understood. The first of them:",
        "    line 3: somewhere,1,2",
        f"{scheme.name}: 0 homes and places are now on the map, or better placed than before.",
    ]


def test_the_command_refuses_kindly(command: FlaskCliRunner, tmp_path: Path) -> None:
    missing = command.invoke(args=["scheme", "load-places", str(tmp_path / "nowhere.csv")])
    assert missing.exit_code != 0
    assert "does not exist" in missing.output
    (tmp_path / "else.csv").write_text("name\nAna\n")
    other = command.invoke(args=["scheme", "load-places", str(tmp_path / "else.csv")])
    assert other.exit_code == 1
    assert "no columns we know" in other.output
    assert "Traceback" not in other.output
