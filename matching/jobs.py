"""What matching works out, or does, while somebody waits: each kind of job, once. And what comes round by itself."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import url_for
from pydantic import TypeAdapter

from matching.actions.reminding import remind
from matching.compatibility.weights import HEAVIEST
from matching.models import ReminderKind
from matching.queries.firm import find_firmness
from matching.queries.learning import outcomes
from matching.queries.moving import find_moves
from matching.queries.reminders import ToRemind, to_remind
from matching.queries.scores import current_version, weights_of
from matching.queries.suggested import find_suggestions
from matching.spreadsheet import actions, keeping, previewing, queries
from matching.spreadsheet.book import ReadBook
from matching.spreadsheet.models import SpreadsheetImport
from matching.spreadsheet.report import Report
from scheme.errors import Refused
from scheme.jobs import asking
from scheme.jobs.kinds import Asked, Kind, Tell
from scheme.jobs.recurring import Recurring
from scheme.queries import our_scheme

MOVES, EVIDENCE, LOOK, TAKE_IN = "who_moves", "evidence", "look_at_spreadsheet", "take_in_spreadsheet"
SUGGESTIONS, HOW_FIRM = "suggestions", "how_firm"


# --- weights ---------------------------------------------------------------------------------------------------------------


def learn(_asked: Asked, tell: Tell) -> Mapping[str, Any]:
    """What the evidence suggests beside the weights in use."""
    # scikit-learn takes most of a second to import: nobody waits for it who does not ask for this.
    from matching.compatibility import learning

    tell(0, 0, "reading what was answered")
    scheme, version = our_scheme(), current_version()
    heard, heaviest = outcomes(), min(scheme.number("heaviest_weight"), HEAVIEST)
    tell(0, 0, "learning from it, and trying out what was learned")
    learned = learning.learn(heard, weights_of(version), heaviest)
    kept: dict[str, Any] = TypeAdapter(learning.Learned).dump_python(learned, mode="json")
    return {"learned": kept, "heaviest": heaviest}


# --- spreadsheets ----------------------------------------------------------------------------------------------------------


def send_in(import_id: UUID, file_name: str, account_id: UUID) -> UUID:
    """An action: note that a file was sent, and have it looked at. Returns the id of the job."""
    actions.note_sent(file_name, account_id, import_id)
    return asking.ask(LOOK, {"import": str(import_id)}, account_id)


def _read(asked: Asked, tell: Tell) -> ReadBook:
    kept = _import(asked)
    tell(0, 0, "reading the file")
    return previewing.read_sources([keeping.kept(kept.id, kept.file_name)])


def look_at_spreadsheet(asked: Asked, tell: Tell) -> Report:
    """What taking it in would do."""
    return previewing.preview(_read(asked, tell), tell)


def note_report(asked: Asked, report: Report, _tell: Tell) -> Mapping[str, Any]:
    """Keep what was found with the file."""
    actions.note_preview(_import(asked), report)
    return {}


def take_in_spreadsheet(asked: Asked, book: ReadBook, tell: Tell) -> Mapping[str, Any]:
    """Really do it."""
    actions.take_in_previewed(_import(asked), book, tell)
    return {}


def _forget_file(asked: Asked) -> None:
    keeping.forget(UUID(asked["import"]))


def _import(asked: Asked) -> SpreadsheetImport:
    kept = queries.one_import(UUID(asked["import"]))
    if kept is None:
        raise Refused("We no longer have this spreadsheet.")
    return kept


def _to_report(_job_id: UUID, asked: Asked) -> str:
    return url_for("matching_desk.spreadsheet", import_id=asked["import"])


# --- all of them -----------------------------------------------------------------------------------------------------------

WEIGHTS = ("matching_desk.weights", "What counts, and how much")
SPREADSHEETS = ("matching_desk.spreadsheets", "Your spreadsheet")

KINDS = (
    Kind(
        MOVES,
        "Who would move",
        asked_at="matching_desk.change_weights",
        work=find_moves,
        leads_to=lambda job_id, _asked: url_for("matching_desk.change_weights", moves=job_id),
        back_to=WEIGHTS,
    ),
    Kind(
        EVIDENCE,
        "What answers suggest about the weights",
        asked_at="matching_desk.evidence",
        work=learn,
        leads_to=lambda _job_id, _asked: url_for("matching_desk.evidence"),
        back_to=WEIGHTS,
    ),
    Kind(
        SUGGESTIONS,
        "Suggestions for everyone",
        asked_at="matching_desk.suggestions",
        work=find_suggestions,
        leads_to=lambda _job_id, asked: url_for("matching_desk.suggestions", **asked),
        back_to=("matching_desk.suggestions", "Suggestions"),
    ),
    Kind(
        HOW_FIRM,
        "How firm an order is",
        asked_at="matching_desk.how_firm",
        work=find_firmness,
        leads_to=lambda _job_id, asked: url_for("matching_desk.how_firm", person_id=asked["person"]),
        back_to=("people_desk.find", "People"),
    ),
    Kind(
        LOOK,
        "Looking at your spreadsheet",
        asked_at="matching_desk.spreadsheets",
        work=look_at_spreadsheet,
        write=note_report,
        leads_to=_to_report,
        back_to=SPREADSHEETS,
    ),
    Kind(
        TAKE_IN,
        "Bringing in your spreadsheet",
        asked_at="matching_desk.take_in_spreadsheet",
        work=_read,
        write=take_in_spreadsheet,
        afterwards=_forget_file,
        leads_to=_to_report,
        back_to=SPREADSHEETS,
    ),
)


def _time_for(kind: ReminderKind) -> Callable[[], Sequence[ToRemind]]:
    def find() -> Sequence[ToRemind]:
        return to_remind(kind)

    return find


RECURRING = tuple(Recurring(kind.value, _time_for(kind), remind) for kind in ReminderKind)
"""What comes round by itself: reminders, and the week ahead."""
