"""Whoever owns the tables alters the record: each way of it is found, and named."""

from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, text
from sqlmodel import select

from scheme.chain import forms
from scheme.database import carry_out, db, enter_scheme
from scheme.models import Scheme, Seal, SubjectKey
from tests.scheme.chain.conftest import AsOwner, LiveOn, Run


@pytest.fixture
def sealed(app: Flask, scheme: Scheme, live_on: LiveOn, run: Run) -> dict[int, UUID]:
    """A sealed record: each number with the id of its row."""
    live_on(4)
    run("seal-record")
    code, words = run("check-record")
    assert code == 0, words
    assert "Everything is as it was sealed." in words
    with app.app_context():
        enter_scheme(scheme.id)
        return {seal.number: seal.row_id for seal in db.session.exec(select(Seal)).all()}


def rows_of(connection: Connection, table: str) -> str:
    """The id of one sealed row in the middle, as the database writes it."""
    query = f"SELECT row_id FROM seal WHERE row_table = '{table}' ORDER BY number"
    return str(list(connection.execute(text(query)).scalars())[1])


def problems(run: Run) -> list[str]:
    code, words = run("check-record")
    assert code == 1
    assert "Everything is as it was" not in words
    return [line.strip() for line in words.splitlines() if line.startswith("    ")]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("change", "who = 'somebody else'"),
        ("change", "fields = '[]'"),
        ("reading", "why = ''"),
        ("reading", "role = 'boss'"),
    ],
)
def test_a_changed_row(table: str, change: str, sealed: dict[int, UUID], as_owner: AsOwner, run: Run) -> None:
    with as_owner() as connection:
        row_id = rows_of(connection, table)
        connection.execute(text(f"UPDATE {table} SET {change} WHERE id = :id"), {"id": row_id})
    (problem,) = problems(run)
    number = next(number for number, each in sealed.items() if str(each) == str(UUID(str(row_id))))
    assert problem == f"Number {number} ({table} {sealed[number]}): the row has been changed since it was sealed."


def test_a_removed_row(sealed: dict[int, UUID], as_owner: AsOwner, run: Run) -> None:
    with as_owner() as connection:
        row_id = rows_of(connection, "change")
        connection.execute(text("DELETE FROM change WHERE id = :id"), {"id": row_id})
    (problem,) = problems(run)
    assert f"(change {UUID(str(row_id))}): the row has been removed." in problem


def test_a_row_removed_together_with_its_seal(sealed: dict[int, UUID], as_owner: AsOwner, run: Run) -> None:
    with as_owner() as connection:
        row_id = rows_of(connection, "change")
        connection.execute(text("DELETE FROM seal WHERE row_id = :id"), {"id": row_id})
        connection.execute(text("DELETE FROM change WHERE id = :id"), {"id": row_id})
    number = next(number for number, each in sealed.items() if each == UUID(str(row_id)))
    assert problems(run) == [f"Number {number}: the seal has been removed."]


def test_a_seal_made_to_fit_a_changed_row(
    app: Flask, scheme: Scheme, sealed: dict[int, UUID], as_owner: AsOwner, run: Run
) -> None:
    with as_owner() as connection:
        row_id = rows_of(connection, "reading")
        connection.execute(text("UPDATE reading SET why = 'nothing' WHERE id = :id"), {"id": row_id})
    with app.app_context():
        enter_scheme(scheme.id)
        row = forms.stored("reading", [UUID(str(row_id))])[UUID(str(row_id))]
        assert row
        fitting = forms.row_digest(1, row)
    with as_owner() as connection:
        connection.execute(text("UPDATE seal SET row_digest = :d WHERE row_id = :id"), {"d": fitting, "id": row_id})
    (problem,) = problems(run)
    assert "the seal itself has been changed" in problem


def test_a_cut_end(sealed: dict[int, UUID], as_owner: AsOwner, run: Run) -> None:
    last = max(sealed)
    with as_owner() as connection:
        for number in (last, last - 1):
            for table in ("change", "reading"):
                ours = "SELECT row_id FROM seal WHERE number = :number"
                connection.execute(text(f"DELETE FROM {table} WHERE id IN ({ours})"), {"number": number})
            connection.execute(text("DELETE FROM seal WHERE number = :number"), {"number": number})
    (problem,) = problems(run)
    assert problem.startswith("The end has been cut off: on ")
    assert problem.endswith(f"the record had {last} sealed rows, now it ends at {last - 2}.")


def test_the_end_cut_off_and_written_anew(
    scheme: Scheme, sealed: dict[int, UUID], as_owner: AsOwner, live_on: LiveOn, run: Run
) -> None:
    with as_owner() as connection:
        connection.execute(text("DELETE FROM seal WHERE number > 3"))
        keep = "SELECT row_id FROM seal"
        for table in ("change", "reading"):
            connection.execute(text(f"DELETE FROM {table} WHERE id NOT IN ({keep})"))
    live_on(4)
    run("seal-record")
    (problem,) = problems(run)
    assert problem.startswith(f"The chain up to number {max(sealed)} is not the one of ")


def test_the_whole_record_removed(
    app: Flask, scheme: Scheme, sealed: dict[int, UUID], as_owner: AsOwner, run: Run
) -> None:
    with as_owner() as connection:
        for table in ("seal", "change", "reading"):
            connection.execute(text(f"DELETE FROM {table}"))
    assert problems(run)[0].endswith(f"the record had {max(sealed)} sealed rows, now it ends at 0.")


def test_a_missing_or_altered_file_outside(sealed: dict[int, UUID], run: Run, heads_file: Path) -> None:
    whole = heads_file.read_text()
    heads_file.unlink()
    assert problems(run) == [
        "No end of this record is kept outside the database, so nobody would notice if its end were cut off."
    ]
    heads_file.write_text(whole + "not ours\n")
    code, words = run("check-record")
    assert code == 1
    assert "Line 2 of" in words
    heads_file.write_text(whole.replace('"count": ', '"count": 1'))
    assert len(problems(run)) == 1


def test_a_scheme_that_is_gone(sealed: dict[int, UUID], run: Run, heads_file: Path) -> None:
    line = heads_file.read_text()
    scheme_id = line.split('"')[3]
    heads_file.write_text(line + line.replace(scheme_id, str(UUID(int=7))))
    code, words = run("check-record")
    assert code == 1
    assert f"The whole scheme {UUID(int=7)}, whose record was sealed, is not in the database." in words
    assert run("check-record", "--scheme", "Invented Scheme 1")[0] == 0


def test_what_is_not_sealed_yet_is_counted_and_no_problem(sealed: dict[int, UUID], live_on: LiveOn, run: Run) -> None:
    live_on(1)
    code, words = run("check-record")
    assert code == 0
    assert "2 not sealed yet" in words


def test_an_erased_key_breaks_nothing(app: Flask, scheme: Scheme, sealed: dict[int, UUID], run: Run) -> None:
    def erase() -> None:
        for key in db.session.exec(select(SubjectKey)):
            key.key_sealed = None

    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(erase)
    assert run("check-record")[0] == 0
