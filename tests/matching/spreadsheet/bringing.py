"""Bringing a spreadsheet in, and finding who was in it."""

from collections.abc import Sequence

import carers.queries
import people.queries
from carers.models import Household
from matching.spreadsheet import actions, previewing
from matching.spreadsheet.cells import CellValue
from matching.spreadsheet.report import Report, ReportJson
from matching.spreadsheet.sheets import Source
from people.models import Person
from scheme.database import carry_out
from tests.matching.spreadsheet.workbooks import workbook


def bring(*sources: Source) -> Report:
    """Take in these files."""
    return carry_out(actions.take_in, previewing.read_sources(sources), "invented.xlsx", None)


def bring_rows(*rows: Sequence[CellValue]) -> ReportJson:
    """Take in one sheet of people."""
    return bring(workbook({"People": rows})).as_json()


def person(reference: str) -> Person:
    """Somebody who was in it."""
    found = people.queries.person_by_reference(reference)
    assert found
    return found


def household(reference: str) -> Household:
    """A household that was in it."""
    found = carers.queries.household_by_reference(reference)
    assert found
    return found
