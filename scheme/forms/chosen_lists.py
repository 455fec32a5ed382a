"""Lists that people and households choose from alike, as rows for a form."""

from functools import cache

from scheme.forms.grids import Row
from scheme.interests import groups


@cache
def interest_groups() -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Every interest under its heading, with its picture, for a ``StanceField``."""
    return tuple(
        (group.heading.name_en, tuple(Row(each.key, each.name_en, each.picture) for each in group.entries))
        for group in groups()
    )
