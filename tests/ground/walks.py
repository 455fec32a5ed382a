"""Every address of the application, filled in with a scheme's own ids; and every row there is, whoever's it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import MetaData, create_engine, make_url, select
from werkzeug.routing import AnyConverter, Rule, UUIDConverter

import carers.sections
import people.sections
from matching.agreements.parts import PARTS
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.essentials import ESSENTIALS
from matching.lifecycle import STEPS
from matching.models import LooksBack, Side
from scheme.kinds import ArrangementKind
from scheme.numbers import NUMBERS
from tests.ground.databases import Database
from tests.ground.whole_schemes import WholeScheme

CARDS = [criterion.name for criterion in CRITERIA]
SIDES = [side.value for side in Side]
WORDS: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(("carers_desk.card", "carers_portal.card"), CARDS),
    **dict.fromkeys(("people_desk.card", "people_portal.card"), CARDS),
    "carers_desk.section": list(carers.sections.SECTIONS),
    "carers_portal.section": list(carers.sections.SECTIONS),
    "people_desk.edit": list(people.sections.SECTIONS),
    "people_portal.edit": list(people.sections.SECTIONS),
    "people_public.introduce": ["bryn-invented-scheme"],
    "people_public.thanks": ["bryn-invented-scheme"],
    "carers_public.share": ["bryn-invented-scheme"],
    "carers_public.thanks": ["bryn-invented-scheme"],
    "matching_desk.step": [step.name for step in STEPS],
    "matching_desk.answer": SIDES,
    "matching_desk.feeling": SIDES,
    "matching_desk.put_off": ["availability"],
    "matching_desk.told": SIDES,
    "matching_desk.not_told": SIDES,
    "matching_desk.keep_in_touch": SIDES,
    "matching_desk.reflection": [whose.value for whose in LooksBack],
    "matching_desk.check_essential": [essential.name for essential in ESSENTIALS],
    "matching_desk.wording": [part.name for part in PARTS],
    "matching_desk.agreement_part": ["talk"],
    "sign_in.link": ["nobodys"],
    "calendar.feed": ["nobodys"],
    "scheme_desk.number": [*(number.name for number in NUMBERS), "trial_days.live_in"],
    "matching_desk.how_it_goes": [ArrangementKind.LIVE_IN.value],
    "static": ["favicon.svg"],
}
"""What the one word in an address may be."""


@dataclass(frozen=True)
class Address:
    """One address of one page."""

    rule: Rule
    values: Mapping[str, Any]

    @property
    def text(self) -> str:
        """As a browser asks for it."""
        built = self.rule.build(dict(self.values))
        assert built
        return built[1]

    @property
    def ids(self) -> list[str]:
        """Which of its values are ids."""
        return [name for name, value in self.values.items() if isinstance(value, UUID)]

    def with_ids(self, ids: Mapping[str, UUID]) -> "Address":
        """The same with other ids."""
        return Address(self.rule, {**self.values, **ids})


def addresses(app: Flask, whole: WholeScheme) -> Iterator[Address]:
    """Every address there is, with this scheme's ids and with every word it may hold."""
    for rule in app.url_map.iter_rules():
        choices = [[(name, value) for value in _values(rule, name, whole)] for name in rule._converters]
        for chosen in product(*choices):
            yield Address(rule, _with_part(dict(chosen), whole))


def _values(rule: Rule, name: str, whole: WholeScheme) -> Sequence[Any]:
    converter = rule._converters[name]
    if isinstance(converter, UUIDConverter):
        return ["the part"] if name == "part_id" else [whole.ids[name]]
    return sorted(converter.items) if isinstance(converter, AnyConverter) else WORDS[rule.endpoint]


def _with_part(values: dict[str, Any], whole: WholeScheme) -> dict[str, Any]:
    """Which id a part has depends on what kind of part the address names; members are invited, and stand in no kind."""
    if "part_id" in values:
        kind = values.get("part_name") or values.get("name") or "members"
        values["part_id"] = whole.parts[kind]
    return values


Snapshot = dict[str, frozenset[tuple[tuple[str, str], ...]]]
TakeSnapshot = Callable[[], Snapshot]


@pytest.fixture
def snapshot(database: Database) -> TakeSnapshot:
    """Every row of every table: read as nobody in the application can, past the walls between schemes."""

    def take() -> Snapshot:
        url = make_url(database.url)
        engine = create_engine(url if database.kind == "sqlite" else url.set(username="postgres"))
        tables = MetaData()
        with engine.connect() as connection:
            tables.reflect(connection)
            found = {
                name: frozenset(
                    tuple((column, repr(value)) for column, value in row.items())
                    for row in connection.execute(select(table)).mappings()
                )
                for name, table in tables.tables.items()
            }
        engine.dispose()
        return found

    return take
