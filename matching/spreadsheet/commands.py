"""``flask scheme import``: a scheme's own spreadsheet, from the command line."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from matching.compatibility.progress import unheard
from matching.machines import told_on_terminal
from matching.spreadsheet import actions, previewing
from matching.spreadsheet.report import ReportJson
from matching.spreadsheet.sheets import Source
from scheme.commands import enter_named_scheme, scheme_commands
from scheme.database import carry_out


@scheme_commands.command("import")
@click.argument(
    "files",
    metavar="WORKBOOK.xlsx",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--scheme", "name", metavar="NAME", help="Which scheme; may be left out when there is only one.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="The whole report, for other programs.")
def import_spreadsheet(files: tuple[Path, ...], name: str | None, dry_run: bool, as_json: bool) -> None:
    """Bring in a scheme's own spreadsheet: one workbook, or a .csv file for each sheet.

    Nothing is dropped: what is not understood is kept in words and reported. The same file twice changes nothing.
    """
    enter_named_scheme(name)
    book = previewing.read_sources([Source(file.name, file.read_bytes()) for file in files])
    names = ", ".join(file.name for file in files)
    told = unheard if as_json else told_on_terminal()
    report = previewing.preview(book, told) if dry_run else carry_out(actions.take_in, book, names, None, told)
    answer = report.as_json()
    click.echo(json.dumps(answer, indent=2, ensure_ascii=False) if as_json else _in_words(answer, dry_run))


def _in_words(report: ReportJson, dry_run: bool) -> str:
    lines = ["Nothing was changed: this is what would happen." if dry_run else "Done."]
    lines += [_counted("People", report["people"]), _counted("Households", report["households"])]
    for column in report["unknown_columns"]:
        lines.append(f"No place for the column “{column['column']}” ({column['sheet']}): its words are kept as notes.")
    for problem in report["problems"]:
        where = f"{problem['sheet']}, row {problem['row']}" + (f", {problem['column']}" if problem["column"] else "")
        lines.append(f"{where}: found “{problem['found']}”, expected {problem['expected']} (kept: {problem['kept']})")
    lines.append(f"To confirm at the desk: {report['to_confirm']}.")
    return "\n".join(lines)


def _counted(who: str, counts: Mapping[str, Any]) -> str:
    return f"{who}: " + ", ".join(f"{number} {what}" for what, number in counts.items())
