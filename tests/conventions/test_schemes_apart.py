"""No page and no command of one scheme shows or changes a row of another (DESIGN §3)."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner

from scheme.access import ACCESS, may_open
from scheme.models import Role
from tests.ground.accounts import SignIn
from tests.ground.walks import Address, Snapshot, TakeSnapshot, addresses
from tests.ground.whole_schemes import MakeWholeScheme, WholeScheme

OURS, THEIRS = "Bryn", "Carreg"


@pytest.fixture
def ours(make_whole_scheme: MakeWholeScheme) -> WholeScheme:
    """The scheme that somebody is signed in to."""
    return make_whole_scheme(OURS)


@pytest.fixture
def theirs(make_whole_scheme: MakeWholeScheme, ours: WholeScheme) -> WholeScheme:
    """Another one on the same deployment: the same references, other people."""
    return make_whole_scheme(THEIRS)


def rows_of(whole: WholeScheme, snapshot: Snapshot) -> dict[str, set[object]]:
    """The rows of one scheme."""
    belongs = ("scheme_id", repr(whole.scheme.id))
    as_text = ("scheme_id", repr(whole.scheme.id.hex))
    return {name: {row for row in rows if belongs in row or as_text in row} for name, rows in snapshot.items()}


def reaching(address: Address, theirs: WholeScheme) -> Iterator[Address]:
    """The same address with every id another scheme's, and with each of its ids alone another scheme's."""
    other = {name: theirs.parts[_kind(address)] if name == "part_id" else theirs.ids[name] for name in address.ids}
    yield address.with_ids(other)
    if len(other) > 1:
        yield from (address.with_ids({name: of_theirs}) for name, of_theirs in other.items())


def worth_asking(role: Role, app: Flask, ours: WholeScheme) -> Iterator[tuple[str, Address]]:
    """Every address with an id in it, to read and to write. What is closed to a role is closed whatever other word it holds:
    of those, one each."""
    closed = set()
    for address in addresses(app, ours):
        for method in ("GET", "POST") if address.ids else ():
            asked = (method, address.rule.endpoint)
            if method in (address.rule.methods or ()) and asked not in closed:
                if not may_open(address.rule.endpoint, method, role):
                    closed.add(asked)
                yield method, address


def _kind(address: Address) -> str:
    return str(address.values.get("part_name") or address.values.get("name") or "members")


@pytest.mark.parametrize("role", Role)
def test_another_schemes_ids_lead_nowhere(
    role: Role, app: Flask, ours: WholeScheme, theirs: WholeScheme, sign_in: SignIn, snapshot: TakeSnapshot
) -> None:
    client = sign_in(app.test_client(), ours.accounts[role])
    before = rows_of(theirs, snapshot())
    assert all(before[name] for name in ("person", "household", "arrangement", "visit", "reading"))
    found = [
        (method, address.text, status)
        for method, ours_of_these in worth_asking(role, app, ours)
        for address in reaching(ours_of_these, theirs)
        if (status := _status(client, method, address)) != _expected(role, method, address)
    ]
    assert found == []
    assert rows_of(theirs, snapshot()) == before


def _status(client: FlaskClient, method: str, address: Address) -> int:
    with client.open(address.text, method=method) as answer:
        assert THEIRS.encode() not in answer.data
        return answer.status_code


def _expected(role: Role, method: str, address: Address) -> int:
    access = ACCESS[address.rule.endpoint]
    return 404 if role in (access.read if method == "GET" else access.write) else 403


# Here the code alone keeps schemes apart; on PostgreSQL row-level security would hide what it forgot.
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("role", Role)
def test_no_page_of_ours_shows_anything_of_theirs(
    role: Role, app: Flask, ours: WholeScheme, theirs: WholeScheme, sign_in: SignIn
) -> None:
    client = sign_in(app.test_client(), ours.accounts[role])
    ids = [str(theirs_id).encode() for theirs_id in theirs.ids.values()]
    ours_shown = False
    for address in addresses(app, ours):
        if "GET" in (address.rule.methods or ()) and address.rule.endpoint != "static":
            with client.get(address.text) as answer:
                assert THEIRS.encode() not in answer.data, address.text
                assert not [name for name in ids if name in answer.data], address.text
                ours_shown = ours_shown or OURS.encode() in answer.data
    assert ours_shown


COMMANDS = {
    "matching rank": "--person P001",
    "matching how-firm": "--person P001",
    "matching explain": "--person P001 --household H001",
    "matching why-not": "--person P001 --household H001",
    "matching what-would-change": "--person P001",
    "matching round": "",
    "scheme invite": "new.worker@example.org --role worker",
    "scheme seal-record": "",
    "scheme check-record": "",
}
"""Every command for one scheme, and what to ask it."""

TAKES_A_FILE = {"scheme import"}


def test_every_command_for_one_scheme_is_listed(app: Flask) -> None:
    found = {name for name, command in _commands(app) if any("--scheme" in option.opts for option in command.params)}
    assert found == COMMANDS.keys() | TAKES_A_FILE


def _commands(app: Flask) -> Iterator[tuple[str, click.Command]]:
    for group in app.cli.commands.values():
        if isinstance(group, click.Group):
            yield from ((f"{group.name} {name}", command) for name, command in group.commands.items())


@pytest.mark.parametrize("asked", COMMANDS)
def test_a_command_sees_and_changes_only_the_scheme_it_is_told(
    asked: str, ours: WholeScheme, theirs: WholeScheme, command: FlaskCliRunner, snapshot: TakeSnapshot
) -> None:
    before = rows_of(theirs, snapshot())
    done = command.invoke(args=[*asked.split(), *COMMANDS[asked].split(), "--scheme", ours.scheme.name])
    assert done.exit_code == 0, done.output
    assert OURS in done.output
    assert THEIRS not in done.output
    assert rows_of(theirs, snapshot()) == before


def test_a_spreadsheet_with_the_references_of_both_changes_only_one(
    ours: WholeScheme, theirs: WholeScheme, command: FlaskCliRunner, snapshot: TakeSnapshot, tmp_path: Path
) -> None:
    before, before_ours = rows_of(theirs, snapshot()), rows_of(ours, snapshot())
    file = tmp_path / "people.csv"
    file.write_text("Reference,Known as,Pronouns\nP001,Somebody,they/them\nP002,Somebody else,she/her\n")
    done = command.invoke(args=["scheme", "import", str(file), "--scheme", ours.scheme.name])
    assert done.exit_code == 0, done.output
    assert rows_of(theirs, snapshot()) == before
    assert rows_of(ours, snapshot())["person"] != before_ours["person"]


def test_with_several_schemes_a_command_asks_which(
    ours: WholeScheme, theirs: WholeScheme, command: FlaskCliRunner
) -> None:
    done = command.invoke(args=["matching", "rank", "--person", "P001"])
    assert done.exit_code != 0
    assert "--scheme" in done.output
