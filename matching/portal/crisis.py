"""A person's own plan in a crisis, as they read it: one idea a line, who does what by when."""

from flask import render_template
from markupsafe import Markup

from matching.queries.crisis import plan_of
from people.models import Person


def part(person: Person) -> Markup:
    """The plan on the person's front page, while there is one."""
    plan = plan_of(person.id)
    return Markup(render_template("matching/portal/crisis/part.html", plan=plan)) if plan else Markup("")  # noqa: S704 - our own template, escaped as every page is
