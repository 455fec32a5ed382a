"""``flask scheme import``. Everyone here is invented."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from scheme.models import Scheme
from tests.ground.accounts import MakeScheme
from tests.matching.spreadsheet.workbooks import the_workbook


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "invented.xlsx"
    path.write_bytes(the_workbook().content)
    return str(path)


def test_the_report_as_json_and_nothing_changed_by_a_dry_run(
    command: FlaskCliRunner, scheme: Scheme, file: str
) -> None:
    dry = command.invoke(args=["scheme", "import", file, "--dry-run", "--json"])
    assert dry.exit_code == 0, dry.output
    assert json.loads(dry.output)["people"]["created"] == 4
    really = command.invoke(args=["scheme", "import", file, "--scheme", scheme.name, "--json"])
    assert json.loads(really.output) == json.loads(dry.output)
    again = command.invoke(args=["scheme", "import", file, "--json"])
    assert json.loads(again.output)["people"]["created"] == 0


def test_the_report_in_words(command: FlaskCliRunner, scheme: Scheme, file: str) -> None:
    said = command.invoke(args=["scheme", "import", file]).output
    assert "People: 4 created" in said
    assert "People waiting, row 5, Post code: found “Preston”" in said
    assert "No place for the column “Bus pass”" in said


def test_what_cannot_be_read_is_a_sentence_not_a_traceback(
    command: FlaskCliRunner, scheme: Scheme, tmp_path: Path
) -> None:
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\0\0")
    refused = command.invoke(args=["scheme", "import", str(path)])
    assert refused.exit_code != 0
    assert "not a spreadsheet" in refused.output
    assert "Traceback" not in refused.output


def test_with_two_schemes_one_must_be_named(command: FlaskCliRunner, make_scheme: MakeScheme, file: str) -> None:
    make_scheme(name="Invented North")
    make_scheme(name="Invented South")
    refused = command.invoke(args=["scheme", "import", file, "--json"])
    assert refused.exit_code != 0
    assert "--scheme" in refused.output
    assert command.invoke(args=["scheme", "import", file, "--json", "--scheme", "Invented South"]).exit_code == 0
