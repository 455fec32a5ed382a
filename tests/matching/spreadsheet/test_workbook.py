"""Opening files, and refusing them kindly. Everyone here is invented."""

import io
import zipfile
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from matching.spreadsheet.sheets import Limits, Source
from matching.spreadsheet.workbook import open_book
from scheme.errors import Refused
from tests.matching.spreadsheet.workbooks import HOUSEHOLDS, PEOPLE, the_workbook, workbook


def test_a_workbook_gives_its_sheets_with_their_own_row_numbers() -> None:
    people, households = open_book([the_workbook()])
    assert (people.name, households.name) == ("People waiting", "Carers")
    assert [row.number for row in people.rows] == [1, *range(3, 6), *range(7, 12)]
    assert people.rows[2].cells[4].words == "PR94ZZ"
    assert households.rows[1].cells[14].value == datetime.fromisoformat("2012-02-02")
    assert households.rows[1].cells[14].words == "02/02/2012"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_files_in_the_encodings_and_delimiters_programs_write(encoding: str, delimiter: str) -> None:
    lines = [["Ref", "Name", "Loves"], [], ["P1", "Siân", f'"tea{delimiter} cake\nand Lego"'], ["P2", "José – Ann", ""]]
    content = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    (sheet,) = open_book([Source("People.csv", content)])
    assert sheet.name == "People"
    assert [row.number for row in sheet.rows] == [1, 3, 4]
    assert [cell.words for cell in sheet.rows[1].cells] == ["P1", "Siân", f"tea{delimiter} cake\nand Lego"]
    assert sheet.rows[2].cells[1].words == "José – Ann"


@pytest.mark.parametrize(
    "content",
    [
        "Ref\tName\r\nP1\tSiân\r\n".encode("utf-16-le"),
        "Ref,Name\rP1,Siân\r".encode("mac_roman"),
        "sep=;\r\nRef;Name\r\nP1;Siân\r\n".encode(),
        "Ref,Name\r\nP1,Si\0ân\r\n".encode(),
        "Ref;Name;Notes\r\nP1;Siân;a,b,c,d,e,f\r\n".encode(),
    ],
    ids=[
        "two bytes a letter, unmarked",
        "an old Mac",
        "a line that names the mark",
        "a stray nought",
        "commas in a cell",
    ],
)
def test_text_files_as_other_programs_write_them(content: bytes) -> None:
    (read,) = open_book([Source("People.csv", content)])
    assert [cell.words for cell in read.rows[-1].cells[:2]] == ["P1", "Siân"]


def test_a_quotation_mark_nobody_closed_swallows_no_rows() -> None:
    content = b'Ref,Name,Notes\r\nP1,Ana,"never closed\r\nP2,Ben,fine\r\nP3,Cai,"ok"\r\n'
    (read,) = open_book([Source("People.csv", content)])
    assert [row.cells[1].words for row in read.rows] == ["Name", "Ana", "Ben", "Cai"]
    assert read.rows[1].cells[2].words == "never closed"


def test_a_very_long_cell_is_read_whole() -> None:
    (read,) = open_book([Source("People.csv", b"Ref,Notes\r\nP1," + b"w" * 200_000)])
    assert len(read.rows[1].cells[1].words) == 200_000


def test_one_text_file_for_each_sheet() -> None:
    sheets = open_book([Source("a/People.csv", b"Ref,Name\nP1,Ana"), Source("Carers.csv", b"Ref,Carer\nH1,Una")])
    assert [sheet.name for sheet in sheets] == ["People", "Carers"]


def test_a_formula_gives_its_saved_answer_or_itself() -> None:
    source = workbook({"People": [("Ref", "Name"), ("=1+1", "Ana")]})
    (sheet,) = open_book([source])
    assert sheet.rows[1].cells[0].words == "=1+1", "no program has worked it out yet"
    (answered,) = open_book([_with_answer(source)])
    assert answered.rows[1].cells[0].words == "2"


def _with_answer(source: Source) -> Source:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source.content)) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.infolist():
            content = (
                old.read(member)
                .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
                .replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
            )
            new.writestr(member.filename, content)
    return Source(source.name, changed.getvalue())


def test_a_workbook_with_macros_opens() -> None:
    source = the_workbook()
    assert open_book([Source("invented.xlsm", source.content)]) == open_book([source])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not a spreadsheet"),
        (b"\n<html><table><tr><td>Ref</td></tr></table></html>", "web page"),
        (b"PK\x03\x04 nothing here", "could not open"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 older", "older"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_not_a_spreadsheet_is_refused_kindly(content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        open_book([Source("photo.xlsx", content)])
    assert refusal.value.field == "workbook"


def test_another_kind_of_package_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as document:
        document.writestr("word/document.xml", "<w/>")
    with pytest.raises(Refused, match="not a workbook"):
        open_book([Source("letter.docx", packed.getvalue())])


def test_a_small_file_that_unpacks_to_a_very_large_one_is_never_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)
    with pytest.raises(Refused, match="too large"):
        open_book([Source("bomb.xlsx", packed.getvalue())], Limits(unpacked_bytes=1_000_000))


def test_a_workbook_that_declares_entities_is_not_opened() -> None:
    source, changed = the_workbook(), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source.content)) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.infolist():
            new.writestr(member.filename, b'<!DOCTYPE x [<!ENTITY a "aa">]>' + old.read(member))
    with pytest.raises(Refused, match="unsafe"):
        open_book([Source("entities.xlsx", changed.getvalue())])


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(bytes=100), "MB"),
        (Limits(rows=5), "rows"),
        (Limits(columns=5), "columns"),
        (Limits(cells=50), "cells"),
        (Limits(sheets=1), "sheets"),
    ],
)
def test_files_over_a_limit_are_refused_with_the_limit(limits: Limits, words: str) -> None:
    with pytest.raises(Refused, match=words):
        open_book([the_workbook()], limits)


def test_rows_far_below_with_nothing_in_them_do_not_count() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"], sheet["A2"], sheet["B2"] = "Ref", "Name", "P1", "Ana"
    sheet.cell(60_000, 1).number_format = "0.00"
    saved = io.BytesIO()
    book.save(saved)
    (read,) = open_book([Source("long.xlsx", saved.getvalue())], Limits(rows=2))
    assert len(read.rows) == 2


def test_the_made_workbook_is_what_the_other_tests_think() -> None:
    assert len(PEOPLE) == 11
    assert len(HOUSEHOLDS) == 5


@given(st.binary(max_size=400))
def test_any_file_at_all_is_read_or_refused(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xff\xfe"):
        with suppress(Refused):
            open_book([Source("anything.xlsx", start + content)])
