"""Alongside: the map of the whole application on one screen."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from flask import Flask
from werkzeug.utils import import_string

from carers.desk import desk as carers_desk
from carers.portal import portal as carers_portal
from scheme import access, database, encryption, headers, look, record, settings, sign_in

MODELS = ("scheme.models", "people.models", "carers.models", "matching.models")

PAGES = ("people.desk:desk", "people.portal:portal")


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """Make the application. ``config`` overrides the environment's settings (``scheme/settings.py``).

    Raises ``scheme.settings.SettingsError`` when the settings are not safe.
    """
    app = Flask(__name__, static_folder="static", template_folder="templates")
    app.config.from_mapping(settings.load(config or {}))

    for models in MODELS:
        import_module(models)

    encryption.set_up(app)
    database.set_up(app)
    record.set_up(app)
    look.set_up(app)
    sign_in.set_up(app)
    access.set_up(app)
    headers.set_up(app)

    for pages in (carers_desk, carers_portal):
        app.register_blueprint(pages)
    return app


def __getattr__(name: str) -> Any:
    """``app``, made when a server asks for it, so that importing this module alone touches nothing."""
    if name == "app":
        return globals().setdefault("app", create_app())
    raise AttributeError(name)
