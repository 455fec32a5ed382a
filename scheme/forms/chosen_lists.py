"""Lists that people and households choose from alike, as rows for a form."""

from functools import cache

from flask import current_app

from scheme.forms.grids import Row
from scheme.interests import groups


@cache
def interest_groups() -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Every interest under its heading, with its picture, for a ``StanceField``."""
    return tuple(
        (group.heading.name_en, tuple(Row(each.key, each.name_en, each.picture) for each in group.entries))
        for group in groups()
    )


def ways_of_fitting() -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """What may matter to somebody, for a ``MattersField``.

    The questions live in ``matching``, which profiles know nothing of: it hands them over as (name, question) pairs under
    ``app.extensions["criteria_questions"]``.
    """
    questions: list[tuple[str, str]] = current_app.extensions.get("criteria_questions", [])
    return (("", tuple(Row(name, question) for name, question in questions)),)
