"""Files of postcode positions, as they are published and as people make them."""

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheme.errors import Refused
from scheme.place_files import SHOWN, Loading, positions

PLAIN = "postcode,latitude,longitude\nLA1 4XX,54.05,-2.8\nla1,54.04,-2.79\n"
ONSPD = (
    "pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,lat,long\n"
    '"LA1 4XX","LA1  4XX","LA1 4XX","198001","","347500","461500",54.05,-2.8\n'
    '"IM1 1AA","IM1  1AA","IM1 1AA","198001","","","",99.999999,0.000000\n'
)
ONSPD_WITHOUT_DEGREES = 'pcds,oseast1m,osnrth1m\n"LA1 4XX",347500,461500\n'
CODE_POINT = '"LA14XX",10,347500,461500,"E92000001"\n"LA1 4XY",90,0,0,"E92000001"\n'


def read(folder: Path, text: str | bytes) -> tuple[list[dict[str, Any]], Loading]:
    """What a file of this text says."""
    file = folder / "places.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    progress = Loading()
    return list(positions(file, progress)), progress


def test_a_plain_file_of_postcodes_and_districts(tmp_path: Path) -> None:
    found, progress = read(tmp_path, PLAIN)
    assert [place["postcode"] for place in found] == ["LA14XX", "LA1"]
    assert (found[0]["latitude"], found[0]["longitude"]) == (54.05, -2.8)
    assert (progress.read, progress.not_understood, progress.percent) == (2, 0, 100)


@pytest.mark.parametrize("text", [ONSPD, ONSPD_WITHOUT_DEGREES, CODE_POINT, PLAIN.replace(",", ", "), "\ufeff" + PLAIN])
def test_published_files_are_read_as_they_are(tmp_path: Path, text: str) -> None:
    found, progress = read(tmp_path, text)
    assert found[0]["postcode"] == "LA14XX"
    assert found[0]["latitude"] == pytest.approx(54.05, abs=0.01)
    assert found[0]["longitude"] == pytest.approx(-2.8, abs=0.01)
    assert progress.not_understood == 0


@pytest.mark.parametrize("text", [ONSPD, CODE_POINT])
def test_a_postcode_that_nobody_knows_the_place_of_is_no_mistake(tmp_path: Path, text: str) -> None:
    found, progress = read(tmp_path, text)
    assert (len(found), progress.read, progress.without_position, progress.not_understood) == (1, 2, 1, 0)


def test_rows_that_are_not_understood_are_counted_and_the_first_are_shown_by_line(tmp_path: Path) -> None:
    wrong = "Lancaster,54,-2\n\nLA1 4XX,north,west\nLA1 4XX,48.85,2.35\nLA1 4XY\n"
    found, progress = read(tmp_path, PLAIN + wrong)
    assert len(found) == 2
    assert progress.not_understood == 4
    assert progress.first_problems == (
        (4, "Lancaster,54,-2"),
        (6, "LA1 4XX,north,west"),
        (7, "LA1 4XX,48.85,2.35"),
        (8, "LA1 4XY"),
    )


def test_only_the_first_are_shown(tmp_path: Path) -> None:
    _, progress = read(tmp_path, PLAIN + "nowhere,1,1\n" * 50)
    assert (progress.not_understood, len(progress.first_problems)) == (50, SHOWN)


def test_the_first_line_of_a_file_without_a_header_is_line_one(tmp_path: Path) -> None:
    _, progress = read(tmp_path, '"LA14XX",10,999999999,461500\n"LA14XY",10,347500,461500\n')
    assert progress.first_problems == ((1, "LA14XX,10,999999999,461500"),)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "name,town\nAna,Lancaster\n", "postcode,latitude\nLA1,54\n", b"\x00\xff\xfe"]
)
def test_a_file_of_something_else_is_refused_kindly(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(Refused, match="no columns we know"):
        read(tmp_path, text)


def test_a_workbook_or_a_zip_is_to_be_unpacked_first(tmp_path: Path) -> None:
    empty_zip = b"PK\x05\x06" + bytes(18)
    with pytest.raises(Refused, match="zip file or a workbook"):
        read(tmp_path, empty_zip)


@pytest.mark.parametrize("longest", [131_072, 300_000])
def test_one_row_that_is_no_csv_does_not_stop_the_rest(tmp_path: Path, longest: int) -> None:
    """Whatever limit other readers of files have set in the meantime: it holds for the whole program."""
    endless = "LA1 4XY," + "5" * 200_000 + ",1\n"
    before = csv.field_size_limit(longest)
    found, progress = read(tmp_path, PLAIN + endless + "LA1 4XZ,54.05,-2.8\n")
    csv.field_size_limit(before)
    assert [place["postcode"] for place in found] == ["LA14XX", "LA1", "LA14XZ"]
    assert progress.not_understood == 1


@given(st.text(max_size=200))
def test_whatever_is_in_a_file_is_loaded_counted_or_refused(tmp_path: Path, text: str) -> None:
    found, progress = read(tmp_path, PLAIN + text.replace("\r", "").encode("utf-8", "replace").decode())
    assert progress.read == len(found) + progress.without_position + progress.not_understood
