"""Many small questions with the same few answers, kept as one: how somebody feels about each interest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import get_template_attribute
from markupsafe import Markup

from scheme.forms.base import Asked
from scheme.forms.choices import NOT_ON_THE_LIST
from scheme.ways_of_living import PetTemper, Stance


@dataclass(frozen=True)
class Row:
    """One thing asked about: what is stored, what is read, and the picture beside it."""

    key: str
    label: str
    picture: str | None = None


@dataclass(frozen=True)
class Group:
    """Rows under one heading, and how many of them have an answer."""

    heading: str
    rows: tuple[Row, ...]
    answered: int


class StanceField(Asked):
    """Interests, or any chosen things → ``{key: "love" | "like" | "not_for_me"}``, only with the rows that have an answer.

    ``groups`` are pairs of heading and rows; with a heading a group folds away.
    A stored answer whose row is no longer on the list is kept as it is.
    """

    component = "grid"
    answers = tuple(Stance.choices())
    nothing_said = "Nothing said"
    line_by_answer = True
    """Read as a line for each answer, not as one line for the question."""

    def __init__(
        self, label: str | None = None, *, groups: Sequence[tuple[str, Sequence[Row]]] = (), **options: Any
    ) -> None:
        self._groups = groups
        super().__init__(label, **options)

    def input_name(self, key: str) -> str:
        """The name of one row's radios."""
        return f"{self.name}-{key}"

    @property
    def groups(self) -> list[Group]:
        """The rows to draw, group by group."""
        return [
            Group(heading, tuple(rows), sum(row.key in self.data for row in rows)) for heading, rows in self._groups
        ]

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        self.process_errors = []
        stored: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        self.object_data = self.data = dict(stored)
        if formdata is None:
            return
        for _, rows in self._groups:
            for row in rows:
                self._take(row.key, formdata.getlist(self.input_name(row.key)))

    def _take(self, key: str, sent: list[Any]) -> None:
        if not sent:
            return  # not sent at all: nothing changes
        if sent[0] == "":
            self.data.pop(key, None)
        elif any(sent[0] == value for value, _ in self.answers):
            self.data[key] = sent[0]
        elif not self.process_errors:
            self.process_errors = [self.gettext(NOT_ON_THE_LIST)]

    def shown(self, key: str) -> str:
        """Which radio of a row is chosen: a value of ``answers``, or ``""``."""
        return str(self.data.get(key, ""))

    def widget(self, field: Asked, **_: Any) -> Markup:  # type: ignore[override]
        drawn: Markup = get_template_attribute("parts/grid.html", "grid")(self)
        return drawn


class TemperField(StanceField):
    """How each animal is with people → ``{pet: "calm" | "shy" | …}``. One that nobody described is not there."""

    answers = tuple(PetTemper.choices())
    nothing_said = "Not known yet"
    line_by_answer = False

    def ask_about(self, pets: Sequence[str] | None) -> None:
        """Leave out animals that are not there; ask about every kind while nobody has said which there are."""
        if pets is not None:
            self._groups = [(heading, [row for row in rows if row.key in pets]) for heading, rows in self._groups]
