"""A scheme's own spreadsheet at the desk: look at what it would do, take it in, and answer what it leaves open."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for

from matching.desk import desk
from matching.forms.spreadsheets import TITLES, SpreadsheetForm, header_form, questions_form
from matching.spreadsheet import actions, answering, keeping, previewing, queries
from matching.spreadsheet.asking import Group, group
from matching.spreadsheet.models import ImportState, SpreadsheetImport
from matching.spreadsheet.sheets import Source
from scheme import record
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.pages import asked_number, carried_out, part_of
from scheme.sign_in.sessions import reader

QUESTIONS_A_PAGE = 20
"""Questions on one page (our judgement: what can be answered in one sitting)."""
PROBLEMS_A_PAGE = 50


@desk.route("/spreadsheets", methods=["GET", "POST"])
def spreadsheets() -> Any:
    """Choose a spreadsheet, and what came of the earlier ones."""
    form = SpreadsheetForm()
    if form.validate_on_submit():
        kept = _looked_at(form)
        if kept:
            return redirect(url_for(".spreadsheet", import_id=kept))
    waiting = len(group(queries.open_questions()))
    return render_template(
        "matching/desk/spreadsheet/choose.html", form=form, imports=queries.imports(), waiting=waiting
    )


def _looked_at(form: SpreadsheetForm) -> UUID | None:
    """Read the file and keep it with what it would do; its problems with being read go on the form."""
    sent = form.workbook.data
    source = Source(sent.filename, sent.read())
    try:
        report = previewing.preview(previewing.read_sources([source]))
        kept = carry_out(actions.note_import, report, source.name, reader().id, ImportState.PREVIEWED)
        keeping.keep(kept.id, source)
    except Refused as refusal:
        form.refuse(refusal)
        return None
    return kept.id


@desk.get("/spreadsheets/<uuid:import_id>")
def spreadsheet(import_id: UUID) -> str:
    """What one spreadsheet did, or would do."""
    kept = _import(import_id)
    record.viewed("scheme", kept.scheme_id, "spreadsheet report", "A list at the desk")
    report = json.loads(kept.report or "{}")
    return render_template(
        "matching/desk/spreadsheet/report.html",
        kept=kept,
        previewed=kept.state is ImportState.PREVIEWED,
        report=report,
        problems=part_of(report.get("problems", []), asked_number(), PROBLEMS_A_PAGE),
    )


@desk.post("/spreadsheets/<uuid:import_id>/take-in")
def take_in_spreadsheet(import_id: UUID) -> Any:
    """Really do it."""
    kept = _import(import_id)
    try:
        book = previewing.read_sources([keeping.kept(kept.id, kept.file_name)])
        carry_out(actions.take_in_previewed, kept, book)
    except Refused as refusal:
        flash(refusal.message)
        return redirect(url_for(".spreadsheets"))
    keeping.forget(import_id)
    flash("The spreadsheet is brought in.")
    return redirect(url_for(".spreadsheet", import_id=import_id))


@desk.route("/spreadsheets/questions", methods=["GET", "POST"])
def spreadsheet_questions() -> Any:
    """What a worker is asked once, for everybody it is about."""
    groups = group(queries.open_questions())
    form = questions_form(groups, queries.workers())
    if form.validate_on_submit() and carried_out(form, answering.answer, form.answers):
        flash("Saved.")
        return redirect(url_for(".spreadsheet_questions"))
    account = reader()
    if request.method == "GET":
        record.viewed("scheme", account.scheme_id, "questions from a spreadsheet", "A list at the desk")
    page = part_of(groups, asked_number(), QUESTIONS_A_PAGE)
    return render_template(
        "matching/desk/spreadsheet/questions.html",
        form=form,
        page=page,
        sections=_sections(_wrong(form, groups) or page.rows),
    )


def _wrong(form: Any, groups: Sequence[Group]) -> Sequence[Group]:
    """After a refusal, the questions that have to be put right."""
    return [one for one in groups if form[one.name].errors]


def _sections(groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    """The names of the questions shown, under the heading of their topic."""
    sections: list[tuple[str, list[str]]] = []
    for one in groups:
        title = TITLES[one.topic]
        if not sections or sections[-1][0] != title:
            sections.append((title, []))
        sections[-1][1].append(one.name)
    return sections


@desk.route("/spreadsheets/headers", methods=["GET", "POST"])
def spreadsheet_headers() -> Any:
    """What the scheme's own headers mean."""
    form = header_form()
    if form.validate_on_submit() and carried_out(form, answering.teach_header, form.header.data, form.fact.data):
        flash("We will know this header from now on.")
        return redirect(url_for(".spreadsheet_headers"))
    facts = dict(form.fact.options)
    known = [(header, facts.get(fact, fact)) for header, fact in sorted(queries.learned("header").items())]
    return render_template("matching/desk/spreadsheet/headers.html", form=form, known=known)


def _import(import_id: UUID) -> SpreadsheetImport:
    return queries.one_import(import_id) or abort(404)
