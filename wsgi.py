"""Alongside: the map of the whole application on one screen."""

from collections.abc import Mapping
from typing import Any

from flask import Flask, render_template

import carers.desk
import carers.jobs
import carers.portal
import carers.public
import matching.calendars
import matching.commands
import matching.desk
import matching.jobs
import matching.portal
import matching.spreadsheet.commands
import people.desk
import people.jobs
import people.portal
import people.public
import scheme.commands
import scheme.desk
import scheme.jobs.kinds
import scheme.jobs.queue
import scheme.jobs.recurring
from matching import handed_down
from scheme import access, database, encryption, headers, logs, look, record, settings, sign_in
from scheme.frame import frame

PAGES = (
    people.desk.desk,
    people.portal.portal,
    people.public.public,
    carers.desk.desk,
    carers.portal.portal,
    carers.public.public,
    matching.desk.desk,
    matching.portal.portal,
    matching.calendars.calendar,
    scheme.desk.desk,
)

JOBS = matching.jobs.KINDS

RECURRING = (*matching.jobs.RECURRING, *people.jobs.RECURRING, *carers.jobs.RECURRING)

COMMANDS = (scheme.commands.scheme_commands, matching.commands.commands)


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Make the application. ``config`` overrides the environment's settings (``scheme/settings.py``).

    Raises ``scheme.settings.SettingsError`` when the settings are not safe.
    """
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config.from_mapping(settings.load(config or {}))

    encryption.set_up(app)
    database.set_up(app)
    record.set_up(app)
    look.set_up(app, frame)
    sign_in.set_up(app)
    access.set_up(app)
    logs.set_up(app)
    headers.set_up(app)
    scheme.jobs.kinds.set_up(app, JOBS)
    scheme.jobs.recurring.set_up(app, RECURRING)
    scheme.jobs.queue.set_up(app)

    app.add_url_rule("/credits", "credits", thanks)
    for pages in PAGES:
        app.register_blueprint(pages)
    handed_down.set_up(app)
    for commands in COMMANDS:
        app.cli.add_command(commands)
    return app


def thanks() -> str:
    """Whose pictures and letters we use."""
    return render_template("credits.html")


def __getattr__(name: str) -> Any:
    """``app``, made when a server asks for it, so that importing this module alone touches nothing."""
    if name == "app":
        return globals().setdefault("app", create_app())
    raise AttributeError(name)
