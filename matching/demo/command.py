"""``flask scheme demo``: make the invented schemes, once, and say how to sign in to them."""

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlmodel import select

from matching.demo import accounts, building
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Scheme


@click.command("demo")
@click.option("--beside", is_flag=True, help="Make the demo beside the schemes that are here already.")
@with_appcontext
def demo(beside: bool) -> None:
    """Make two invented schemes to look around in, and say how to sign in."""
    if current_app.config["ENVIRONMENT"] == "production":
        raise Refused("The demo is not made in production: its password is known to everybody.")
    wanted = building.missing()
    _refuse_beside_others(beside, bool(wanted))
    for kind in wanted:
        building.build(kind)
        click.echo(f"{building.NAMES[kind]} is ready.")
    if not wanted:
        click.echo("The demo is there already. Nothing was changed.")
    _say_how_to_sign_in()


def _refuse_beside_others(beside: bool, making: bool) -> None:
    names = set(db.session.exec(select(Scheme.name)).all()) - set(building.NAMES.values())
    db.session.rollback()
    if making and names and not beside:
        there = ", ".join(sorted(names))
        raise Refused(
            f"There is a scheme here already: {there}. To make the demo beside it: flask scheme demo --beside"
        )


def _say_how_to_sign_in() -> None:
    ways = [(kind, way) for kind, ways in accounts.WAYS.items() for way in ways]
    address = max(len(way.email) for _, way in ways)
    role = max(len(way.role.called_in(kind)) for kind, way in ways)
    for kind, name in building.NAMES.items():
        click.echo(f"\n{name}")
        for way in accounts.WAYS[kind]:
            click.echo(f"  {way.email:<{address}}  {way.role.called_in(kind):<{role}}  {way.try_first}")
    click.echo(f'\nEverybody signs in with the password "{accounts.PASSWORD}". All of them are invented.\n')
