"""The second walls in the database itself: what the code already refuses, the database refuses too."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, Table, text
from sqlalchemy.exc import DBAPIError

from scheme.database import db
from tests.ground.whole_schemes import MakeWholeScheme, WholeScheme, every_table

TABLES: list[Table] = [table.__table__ for table in every_table()]  # type: ignore[attr-defined]
NAMES = [table.name for table in TABLES]

postgresql = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.fixture
def whole(make_whole_scheme: MakeWholeScheme) -> WholeScheme:
    """A scheme with a row of everything."""
    return make_whole_scheme("Bryn")


@pytest.fixture
def connection(app: Flask, whole: WholeScheme) -> Iterator[Connection]:
    """A connection as the application has it, outside every session of ours."""
    with app.app_context(), db.engine.connect() as connection:
        yield connection
        connection.rollback()


def enter(connection: Connection, whole: WholeScheme) -> None:
    """Tell PostgreSQL, for this transaction, which scheme we are in."""
    connection.execute(text("SELECT set_config('alongside.scheme', :scheme, true)"), {"scheme": str(whole.scheme.id)})


@postgresql
def test_row_level_security_is_forced_on_every_table_of_a_scheme(connection: Connection) -> None:
    found = connection.execute(
        text(
            "SELECT relname, relrowsecurity AND relforcerowsecurity AS forced FROM pg_class WHERE relname = ANY(:names)"
        ),
        {"names": NAMES},
    )
    assert {row.relname: row.forced for row in found} == dict.fromkeys(NAMES, True)


@postgresql
def test_every_column_called_scheme_id_stands_in_one_of_those_tables(connection: Connection) -> None:
    query = (
        "SELECT table_name FROM information_schema.columns WHERE column_name = 'scheme_id' AND table_schema = 'public'"
    )
    assert set(connection.execute(text(query)).scalars()) == set(NAMES)


@postgresql
def test_a_raw_query_without_a_scheme_finds_nothing(connection: Connection, whole: WholeScheme) -> None:
    counts = {table.name: _count(connection, table) for table in TABLES}
    assert counts == dict.fromkeys(NAMES, 0)
    enter(connection, whole)
    assert [name for name in NAMES if _count(connection, db_table(name)) == 0] == []


def db_table(name: str) -> Table:
    """A table by its name."""
    return next(table for table in TABLES if table.name == name)


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one())


@postgresql
def test_no_row_of_another_scheme_can_be_added_or_given_away(
    connection: Connection, whole: WholeScheme, make_whole_scheme: MakeWholeScheme
) -> None:
    other = make_whole_scheme("Carreg").scheme.id
    enter(connection, whole)
    for table in TABLES:
        row = dict(connection.execute(text(f"SELECT * FROM {table.name} LIMIT 1")).mappings().one())
        columns = ", ".join(f'"{column}"' for column in row)
        copied = ", ".join(":other" if column == "scheme_id" else f'"{column}"' for column in row)
        values = {"other": other, "id": row["id"]}
        adding = f"INSERT INTO {table.name} ({columns}) SELECT {copied} FROM {table.name} WHERE id = :id"
        assert "row-level security" in _refusal(connection, adding, values), table.name
        giving = f"UPDATE {table.name} SET scheme_id = :other WHERE id = :id"
        assert _refusal(connection, giving, values), table.name


def _refusal(connection: Connection, statement: str, values: dict[str, Any]) -> str:
    """Why the database refuses a statement; the transaction goes on."""
    with pytest.raises(DBAPIError) as refused, connection.begin_nested():
        connection.execute(text(statement), values)
    return str(refused.value)


@pytest.mark.parametrize("name", ["change", "reading"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET who = 'somebody else'", "DELETE FROM {}"])
def test_the_record_is_never_altered(name: str, statement: str, connection: Connection, whole: WholeScheme) -> None:
    if connection.dialect.name == "postgresql":
        enter(connection, whole)
    before = _count(connection, db_table(name))
    assert before > 0
    with pytest.raises(DBAPIError, match="never altered"), connection.begin_nested():
        connection.execute(text(statement.format(name)))
    assert _count(connection, db_table(name)) == before


@postgresql
def test_another_schemes_record_is_out_of_reach_too(connection: Connection) -> None:
    for name in ("change", "reading"):
        assert connection.execute(text(f"DELETE FROM {name}")).rowcount == 0
