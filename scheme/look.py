"""How pages look: what surrounds every page, where the built files are, and how dates read.

``set_up(app, frame)`` is all an application needs. Without ``static/build`` every page still works, plainly.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from flask import Flask, g, render_template, url_for
from flask_wtf.csrf import generate_csrf
from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader
from markupsafe import Markup
from werkzeug.exceptions import HTTPException
from whitenoise import WhiteNoise

from scheme.clock import local_day, local_time
from scheme.forms.base import WORKING_DAY
from scheme.forms.dates import in_words

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)

IMMUTABLE_NAME = r"^.*/build/.*-[0-9a-f]{10}\.[a-z0-9]+$"
"""Built files whose name says what is in them: a browser may keep them for ever."""


@dataclass(frozen=True)
class Link:
    """Somewhere to go. ``current`` marks the page the reader is on, ``active`` the part of the site it is in."""

    text: str
    href: str
    current: bool = False
    active: bool = False


@dataclass(frozen=True)
class Help:
    """Whom to ask, in the same place on every page: in a scheme's own ``words``, or as a name, phone and email."""

    words: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Frame:
    """What surrounds every page. Everything may be left out; what is missing is not shown.

    ``above`` is the way back from a desk page that names no other.
    ``session_minutes`` and ``stay_signed_in_url`` (a POST that answers 204) give people a warning before they are signed out.
    """

    scheme_name: str = ""
    signed_in_as: str = ""
    navigation: tuple[Link, ...] = ()
    above: Link | None = None
    help: Help | None = None
    home_url: str = "/"
    sign_in_url: str = ""
    sign_out_url: str = ""
    credits_url: str = ""
    session_minutes: int | None = None
    stay_signed_in_url: str = ""


def set_up(app: Flask, frame: Callable[[], Frame] = Frame) -> None:
    """Give ``app`` its templates' surroundings, filters, built files and error pages.

    ``frame`` is called once for each page shown.
    """
    libraries = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_options = {
        **app.jinja_options,
        "loader": ChoiceLoader([app.create_global_jinja_loader(), libraries]),
    }
    app.jinja_env.loader = app.jinja_options["loader"]
    app.jinja_env.filters.update(day=day, day_short=day_short, when=when, until=until, and_list=and_list)
    built = Built.found_in(Path(str(app.static_folder)) / "build")
    app.jinja_env.globals.update(
        front_end_built=bool(built.files),
        asset=built.url,
        picture=built.picture,
        csrf_token=generate_csrf,
        not_done=NOT_DONE,
    )
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", WORKING_DAY)
    # After a fault nothing that might fail again is asked for.
    app.context_processor(lambda: {"frame": Frame() if g.get("fault") else frame()})
    set_up_error_pages(app)
    _serve_files(app)


def _serve_files(app: Flask) -> None:
    """Our own files before anything else is asked; those named by their contents may be kept."""
    files = Path(str(app.static_folder))
    if files.is_dir():
        app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
            app.wsgi_app,
            root=files,
            prefix=app.static_url_path,
            immutable_file_test=IMMUTABLE_NAME,
            allow_all_origins=False,
        )


@dataclass(frozen=True)
class Built:
    """The front end's built files: plain name → name with a mark of its contents, as the build wrote it down."""

    files: dict[str, str]

    @classmethod
    def found_in(cls, folder: Path) -> "Built":
        """What a finished build left in ``folder``; nothing if there was none."""
        manifest = folder / "manifest.json"
        return cls(json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {})

    def url(self, name: str) -> str:
        """The address of a built file (``"app.css"``), or of one of ours that is served as it is (``"plain.css"``)."""
        return url_for(
            "static",
            filename=f"build/{self.files[name]}" if name in self.files else name,
        )

    def picture(self, name: str | None, size: int = 72) -> Markup:
        """A picture from the list, to stand beside words that say the same. Without one the words stand alone."""
        built = f"pictures/{name}.svg"
        if built not in self.files:
            return Markup()
        return Markup('<img class="app-picture" src="{}" alt="" width="{}" height="{}" loading="lazy">').format(
            self.url(built), size, size
        )


def day(value: date) -> str:
    """``Tuesday 3 March 2026``. A moment is read by the deployment's own clock, here and below."""
    local = _day_of(value)
    return f"{WEEKDAYS[local.weekday()]} {in_words(local)}"


def day_short(value: date) -> str:
    """``3 Mar 2026``."""
    number, month, year = in_words(_day_of(value)).split()
    return f"{number} {month[:3]} {year}"


def when(value: datetime) -> str:
    """``Tuesday 3 March 2026 at 2:05pm``, from an aware moment."""
    return f"{day(value)} at {clock(value)}"


def until(starts_at: datetime, ends_at: datetime) -> str:
    """``Tuesday 3 March 2026, 10:00am to 4:00pm``, or both days where it ends on another."""
    if day(starts_at) == day(ends_at):
        return f"{day(starts_at)}, {clock(starts_at)} to {clock(ends_at)}"
    return f"{when(starts_at)} to {when(ends_at)}"


def clock(value: datetime) -> str:
    """``2:05pm``."""
    local = local_time(value)
    return f"{local.hour % 12 or 12}:{local.minute:02}{'am' if local.hour < 12 else 'pm'}"


def _day_of(value: date) -> date:
    return local_day(value) if isinstance(value, datetime) else value


def and_list(items: Iterable[Any]) -> str:
    """``tea, toast and jam``."""
    words = [str(item) for item in items]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


NOT_DONE = "not_done"
"""What a sentence flashed to the next page belongs to when a button did nothing: ``flash(words, NOT_DONE)``."""

ERROR_PAGES = (400, 403, 404, 405, 413, 500)


def set_up_error_pages(app: Flask) -> None:
    """Kind pages for what can go wrong between a browser and us."""

    def show(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
        code = error.code or 500
        g.fault = code == 500
        # What the error itself has to say to a browser, such as which methods would do.
        said = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
        return render_template(f"error_{code}.html"), code, said

    for code in ERROR_PAGES:
        app.register_error_handler(code, show)
