"""Workbooks made for tests. Everyone in them is invented."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

from openpyxl import Workbook

from matching.spreadsheet.cells import CellValue
from matching.spreadsheet.sheets import Source

Rows = Sequence[Sequence[CellValue]]

PEOPLE: Rows = (
    ("Invented Shared Lives – people looking (updated when we can)",),
    (),
    ("Ref", "First name", "Surname", "D.O.B.", "Post code", "Looking for", "From", "Loves", "Hates", "What matters most", "Languages",
     "Faith / culture", "OK with pets?", "OK with smokers?", "Step free needed", "Would rather live with", "Important places",
     "How far (miles)", "Worker", "First contact", "In crisis?", "Bus pass", "Notes"),
    ("P1", "Ana", "Bold", "23-11-1967", "PR94ZZ", "emergency", "21.12.26", "Lego; reading", "loud noise\ndogs", "halal food", "English, Urdu",
     "Chapel", "yes", "N/K", "No", "a couple", "day centre LA23 2ZZ, college BB5", "anywhere", "Helen O.", "15 February 2026", "-", "yes", None),
    ("P2", "Ben", "Cask", datetime.fromisoformat("1980-08-14"), "Preston", "supported living flat", "Oct 2026", "birds and country and western", None,
     "people around, I hate being lonely", "BSL", "none", "x", "n", "YES ", "other people like me", "Mum LA16", "near mum", "H Omar",
     datetime.fromisoformat("2026-03-03"), "no ", None, "mum says no cats"),
    (None,) * 23,
    ("P3", "Cai", "Dunn", "31/02/1980", "wn6", "Day", None, "bingo", None, None, "English", None, "?", "x", "ask", None, None, "15m", "sam p",
     None, "yes", None, None),
    ("P3", "Cai", "Dunn", "31/02/1980", "wn6", "Day", None, "bingo", None, None, "English", None, "?", "x", "ask", None, None, "15m", "sam p",
     None, "yes", None, None),
    ("P1", "Ana", "Bold", "23-11-1967", "LA1", "emergency", None, None, None, None, None, None, None, None, None, None, None, None, None,
     None, None, None, "moved?"),
    ("P4", None, None, "01/02/1990", None, "Day", None, None, None, None, None, None, None, None, None, None, None, None, None, None, None,
     None, "who is this"),
    (None, "Dee", "Eden", "01-03-1985", "LA5 9ZZ", "live in or short breaks", None, "swimming", None, None, "Polish / English", "n/a", "Y",
     "No", "n", "quiet house", None, 5, "Sam P", "Jan 2026", None, None, None),
)  # fmt: skip

HOUSEHOLDS: Rows = (
    ("Ref", "Carer(s)", "Post code", "Town or village", "Offers", "Spaces", "Living there now", "Home", "Pets", "Smokers", "Children",
     "Likes doing", "Languages", "Faith / culture", "Approved", "DBS", "Review due", "Away", "Could support", "Worker", "Notes"),
    ("H1", "Ffion & Una Gray", " la23 4zz ", "farm", "respite\nday support", "1 (from Jan)", "1 - Gwen", "bungalow, wet room", "2 cats + rabbit",
     "No", "1 (aged 9)", "Lego,baking cakes", "Welsh and English", "C of E", datetime.fromisoformat("2012-02-02"), "12.02.23", datetime.fromisoformat("2027-03-03"), "Aug",
     "LD, autism", "Helen O.", "great with shy people"),
    ("H2", "Gil Hart", "???", "Town", "live in", -1, 0, "flat 2nd floor no lift", "N", "x", "grown up", "choir", "Makaton", None,
     "May 2026", "Sep 2024", "12.05.27", "24/12/26 - 2/1/27", "not sleep-ins", "Sam P", None),
    (),
    ("H3", "Ida Jory", "LA22", "village", "live in", "full", "4", None, "dog", "-", None, "trains", "English", None, None, None, None,
     "first 2 weeks of May", "anyone", "Jas K", None),
)  # fmt: skip


def workbook(sheets: Mapping[str, Rows], name: str = "invented.xlsx") -> Source:
    """A workbook of these sheets, as a program saves it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(number, column, value)
    saved = io.BytesIO()
    book.save(saved)
    return Source(name, saved.getvalue())


def the_workbook() -> Source:
    """A whole scheme's workbook, with the troubles real ones have."""
    return workbook({"People waiting": PEOPLE, "Carers": HOUSEHOLDS})
