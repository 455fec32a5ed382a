"""A scheme's own spreadsheet, as messy as they are. Everybody in it is invented."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def people() -> Rows:
    """A title, an empty row, headers of their own, and people with the troubles real rows have."""
    return (
        ("Invented Shared Lives – people looking (Wyn updates when she can)",),
        (),
        ("Ref No.", "First name", "Surname", "D.O.B.", "Post code", "Looking for", "Loves", "Hates", "What matters most",
         "OK with pets?", "OK with smokers?", "Worker", "In crisis?", "Bus pass", "Notes"),
        ("P1", "Tegan", "Vaughan", "14/08/1991", "la1 4zz", "live in", "gardening, baking", "loud noise",
         "my nan, and being asked first", "yes", "n", "Wyn", "-", "yes", "rang twice"),
        ("P2", "Cai", "Dunn", "31/02/1980", "LA1", "supported living flat", "trains", None, None, "x", "N/K", "Wyn", "no", None, None),
        ("P2", "Cai", "Dunn", "31/02/1980", "LA1", "supported living flat", "trains", None, None, "x", "N/K", "Wyn", "no", None, None),
        (),
        ("P3", None, None, "01/02/1990", None, "respite", None, None, None, None, None, None, None, None, "who is this?"),
    )  # fmt: skip


def households(today: date) -> Rows:
    """Two who could welcome somebody to live with them, and one who offers short breaks only."""
    review = f"{today + timedelta(days=300):%d/%m/%Y}"
    return (
        ("Ref", "Carer(s)", "Post code", "Offers", "Spaces", "Living there now", "House", "Any pets", "Smokers", "Likes doing",
         "About us", "Approved", "Review due", "Notes"),
        ("H1", "Ffion Gray", "LA1 5ZZ", "live in", 1, None, "bungalow", "1 cat", "No", "gardening; baking",
         "We live by the canal and eat at six.", "2 Feb 2024", review, None),
        ("H2", "Gil Hart", "LA2 6ZZ", "live in", "1", 0, "terraced house", "none", "n", "trains",
         "A quiet house full of model railways.", "May 2023", review, "likes a phone call"),
        ("H3", "Ida Jory", "LA3", "respite", 1, 0, None, "dog", "x", None, None, "03.03.2022", review, None),
    )  # fmt: skip


def workbook(path: Path, today: date) -> Path:
    """Save the workbook as a program would."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (("People waiting", people()), ("Carers", households(today))):
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column, value)
    book.save(path)
    return path
