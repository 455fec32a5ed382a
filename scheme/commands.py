"""``flask scheme …``: for whoever runs the server. Other packages add their own commands to this group."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from email_validator import EmailNotValidError, validate_email
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import inspect, make_url
from sqlmodel import select

from scheme import backups, messages, places, serving
from scheme.chain import checking, heads, sealing
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.kinds import SchemeKind
from scheme.models import Account, Role, Scheme
from scheme.place_files import Loading
from scheme.settings import SETTINGS, Setting
from scheme.sign_in import accounts, actions

KINDS = {kind.value: kind for kind in SchemeKind}
ROLES = {role.value: role for role in Role}

KEYS_ARE_NOT_IN_IT = """
THE KEYS ARE NOT IN THIS FILE. Keep ENCRYPTION_KEYS (or the file encryption-keys in the instance folder) somewhere safe
and somewhere else. Without them nobody, ourselves included, can ever read the notes, addresses and records in it.
"""

OTHER_KEYS = """
THIS DEPLOYMENT'S KEYS DO NOT OPEN WHAT WAS RESTORED. Set ENCRYPTION_KEYS to the keys of the deployment the backup was
made on before anybody signs in.
"""


class _KindGroup(AppGroup):
    """A group whose commands end with a refusal in plain words, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Refused as refusal:
            raise click.ClickException(refusal.message) from None


scheme_commands = _KindGroup("scheme", help="Schemes, accounts, messages, backups, and serving.")


def enter_named_scheme(name: str | None) -> Scheme:
    """Enter the scheme with this name, or the only one there is. Raises ``Refused`` in words that say which there are."""
    schemes = db.session.exec(select(Scheme)).all()
    found = [scheme for scheme in schemes if name is None or scheme.name.casefold() == name.strip().casefold()]
    if len(found) == 1:
        enter_scheme(found[0].id)
        return found[0]
    if not schemes:
        raise Refused('There is no scheme yet. Make one: flask scheme create "Its name" --kind shared-lives')
    names = ", ".join(sorted(scheme.name for scheme in schemes))
    raise Refused(f"Which scheme is meant? Say --scheme with one of: {names}.")


@scheme_commands.command("create")
@click.argument("name")
@click.option("--kind", type=click.Choice(list(KINDS)), required=True)
def create(name: str, kind: str) -> None:
    """Make a scheme."""
    carry_out(_create, name.strip(), KINDS[kind])
    click.echo(f"{name.strip()} is ready. Invite its first worker: flask scheme invite EMAIL --role worker")


def _create(name: str, kind: SchemeKind) -> None:
    if not 1 <= len(name) <= 120:
        raise Refused("A scheme's name has 1 to 120 characters.")
    if db.session.exec(select(Scheme).where(Scheme.name == name)).first():
        raise Refused(f"There is already a scheme called {name}.")
    db.session.add(Scheme(name=name, kind=kind))


@scheme_commands.command("invite")
@click.argument("email")
@click.option("--role", type=click.Choice(list(ROLES)), required=True)
@click.option("--scheme", "scheme_name", help="The scheme's name; not needed when there is only one.")
@click.option("--name", help="Their name; the beginning of their address until they have one.")
def invite(email: str, role: str, scheme_name: str | None, name: str | None) -> None:
    """Open an account and send its owner a link to sign in."""
    try:
        tidy = validate_email(email, check_deliverability=False).normalized
    except EmailNotValidError:
        raise Refused(f"{email} does not look like an email address.") from None
    scheme = enter_named_scheme(scheme_name)
    address = carry_out(actions.invite, tidy, (name or tidy.split("@")[0])[:120], ROLES[role])
    click.echo(f"{tidy} may now sign in to {scheme.name} as {ROLES[role].label.lower()}.")
    if current_app.config["MAIL_URL"]:
        click.echo("An email with a link is on its way as soon as the post goes out.")
    else:
        click.echo(f"No mail server is set, so give them this link yourself (it works once):\n{address}")


@scheme_commands.command("forget-second-step")
@click.argument("email")
def forget_second_step(email: str) -> None:
    """Stop asking somebody for a number from their app: they have lost their phone, and you know it is them."""
    account = _account(email)
    carry_out(actions.forget_second_step, account)
    click.echo("They are no longer asked for a number. They can set their new phone up on their own page.")


def _account(email: str) -> UUID:
    account: Account | None = accounts.by_email(email)
    if account is None:
        raise Refused(f"Nobody here has the address {email}.")
    enter_scheme(account.scheme_id)
    return account.id


@scheme_commands.command("settings")
def settings() -> None:
    """Show every setting: its name, what it is now, and what it is for."""
    for setting in SETTINGS:
        now = current_app.config.get(setting.name)
        click.echo(f"{setting.name} = {_shown(setting, now)}")
        click.echo(f"    {setting.help}")
        click.echo(f"    left alone: {setting.default or '(empty)'}")


def _shown(setting: Setting, now: Any) -> Any:
    if setting.secret:
        return "set" if now else "not set"
    return make_url(now).render_as_string(hide_password=True) if setting.name.endswith("DATABASE_URL") else now


@scheme_commands.command("deliver")
def deliver() -> None:
    """Send the messages that are due."""
    sent = messages.deliver()
    click.echo(f"{sent} {'message' if sent == 1 else 'messages'} sent.")


@scheme_commands.command("work")
@click.option("--once", is_flag=True, help="Only what waits now.")
@click.option("--until-input-ends", is_flag=True, hidden=True, help="Stop when whoever began this has gone.")
def work(once: bool, until_input_ends: bool) -> None:
    """Carry out jobs, send messages and seal the record, until stopped. `serve` does this too, beside itself."""
    queue = current_app.extensions["jobs"]
    if until_input_ends:
        threading.Thread(target=_stop_when_input_ends, name="input", daemon=True).start()
    if once:
        queue.once()
    else:
        queue.run()


def _stop_when_input_ends() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


@scheme_commands.command("serve")
@click.option("--address", default="127.0.0.1", show_default=True)
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535))
def serve(address: str, port: int) -> None:
    """Serve Alongside, carry out its jobs and send its messages, until stopped with Ctrl+C."""
    try:
        listening = serving.listen(address, port)
    except serving.PortTaken as taken:
        raise Refused(
            f"Alongside cannot listen at {address}:{port} ({taken}). Choose another port: --port {port + 1}"
        ) from None
    click.echo(f"Alongside is at http://{address}:{port}   (Ctrl+C stops it)")
    serving.serve(current_app._get_current_object(), listening)  # type: ignore[attr-defined]


@scheme_commands.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write the database, photographs and signed papers, but not the keys, to one FILE. Safe while people work."""
    kept = backups.back_up(file)
    click.echo(f"Everything is in {file}: the database and {kept} photographs and signed papers.")
    click.echo(KEYS_ARE_NOT_IN_IT, err=True)


@scheme_commands.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--over", is_flag=True, help="Replace what is here.")
def restore(file: Path, over: bool) -> None:
    """Put the backup in FILE back, into an empty deployment. Stop the server first."""
    keys_open_it = backups.restore(file, over=over)
    _note_restored()
    click.echo("The backup is back. Now run: flask db upgrade")
    if not keys_open_it:
        click.echo(OTHER_KEYS, err=True)


def _note_restored() -> None:
    """The record went back with the backup: that is said outside the database, so that it is not taken for a cut end."""
    if not inspect(db.engine).has_table("seal"):
        return  # older than the chain: nothing of it was sealed
    for _, name in _each_scheme(None):
        sealing.note_restored()
        click.echo(f"{name}: written down in {heads.path()} that its record goes on from this backup.")


@scheme_commands.command("seal-record")
@click.option("--scheme", "scheme_name", help="The scheme's name; left out, every scheme.")
def seal_record(scheme_name: str | None) -> None:
    """Seal what is new in the record of changes and readings. For a job that runs often."""
    for _, name in _each_scheme(scheme_name):
        sealed, in_all = sealing.seal_record()
        click.echo(f"{name}: {sealed:,} rows sealed, {in_all:,} in all.")


@scheme_commands.command("check-record")
@click.option("--scheme", "scheme_name", help="The scheme's name; left out, every scheme.")
def check_record(scheme_name: str | None) -> None:
    """Recompute the sealed record and compare its end with the file outside. Ends with 1 when something is not as it was."""
    kept = heads.kept()  # before the database is looked at: the job seals first and writes the end down after
    gone = {head.scheme_id for head in kept} if scheme_name is None else set()
    problems: list[str] = []
    for scheme_id, name in _each_scheme(scheme_name):
        found = checking.check_record(kept)
        problems += found.problems
        gone -= {scheme_id}
        click.echo(f"{name}: {found.sealed:,} sealed rows looked at, {found.waiting:,} not sealed yet.")
        if found.lost_by_restoring:
            click.echo(f"    {found.lost_by_restoring:,} sealed rows were lost when a backup was put back.")
        for problem in found.problems:
            click.echo(f"    {problem}")
    for scheme_id in gone:
        problems.append(f"The whole scheme {scheme_id}, whose record was sealed, is not in the database.")
        click.echo(problems[-1])
    if problems:
        raise Refused(f"The record is not as it was ({len(problems):,} found).")
    click.echo("Everything is as it was sealed.")


def _each_scheme(name: str | None) -> Iterator[tuple[UUID, str]]:
    """The id and name of the scheme with this name, or of each scheme, entered in turn."""
    found = [enter_named_scheme(name)] if name is not None else db.session.exec(select(Scheme).order_by(Scheme.name))
    for scheme_id, scheme_name in [(scheme.id, scheme.name) for scheme in found]:
        enter_scheme(scheme_id)
        yield scheme_id, scheme_name


@scheme_commands.command("load-places")
@click.argument("files", type=click.Path(path_type=Path, dir_okay=False, exists=True), nargs=-1, required=True)
def load_places(files: tuple[Path, ...]) -> None:
    """Load where postcodes are from FILES: ONSPD, Code-Point Open, or postcode,latitude,longitude."""
    for file in files:
        click.echo(f"{file.name}")
        told = -1
        for progress in places.load_places(file, db.engine):
            if progress.percent // 10 > told:
                told = progress.percent // 10
                click.echo(f"{progress.percent:4d} %  {progress.read:,} rows")
        _tell_loaded(progress)
    for _, name in _each_scheme(None):
        moved = carry_out(places.find_again)
        click.echo(f"{name}: {moved:,} homes and places are now on the map, or better placed than before.")


def _tell_loaded(progress: Loading) -> None:
    click.echo(f"{progress.loaded:,} positions are known from {progress.read:,} rows.")
    if progress.without_position:
        click.echo(f"{progress.without_position:,} rows say of their postcode that nobody knows where it is.")
    if progress.not_understood:
        click.echo(f"{progress.not_understood:,} rows were not understood. The first of them:")
        for line, row in progress.first_problems:
            click.echo(f"    line {line:,}: {row}")
