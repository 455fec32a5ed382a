"""A scheme's own spreadsheet at the desk: look at what it would do, take it in, and answer what it leaves open."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from flask import abort, flash, redirect, render_template, request, url_for

from matching import jobs
from matching.desk import desk
from matching.forms.spreadsheets import TITLES, SpreadsheetForm, header_form, questions_form
from matching.queries.handovers import above_ceiling
from matching.spreadsheet import answering, keeping, queries
from matching.spreadsheet.asking import Group, group
from matching.spreadsheet.models import ImportState, SpreadsheetImport
from matching.spreadsheet.sheets import Source
from matching.spreadsheet.told import WORKER
from matching.spreadsheet.workbook import glance
from scheme import record
from scheme.database import carry_out
from scheme.errors import Refused
from scheme.jobs import asking
from scheme.look import NOT_DONE
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
        job_id = _sent_in(form)
        if job_id:
            return redirect(url_for("scheme_desk.job", job_id=job_id))
    waiting = len(group(queries.open_questions()))
    return render_template(
        "matching/desk/spreadsheet/choose.html", form=form, imports=queries.imports(), waiting=waiting
    )


def _sent_in(form: SpreadsheetForm) -> UUID | None:
    """Keep the file and have it looked at; what is plainly no spreadsheet is said on the form."""
    sent, import_id = form.workbook.data, uuid4()
    source = Source(sent.filename, sent.read())
    try:
        glance(source)
        keeping.keep(import_id, source)
        return carry_out(jobs.send_in, import_id, source.name, reader().id)
    except Refused as refusal:
        form.refuse(refusal)
        return None


@desk.get("/spreadsheets/<uuid:import_id>")
def spreadsheet(import_id: UUID) -> str:
    """What one spreadsheet did, or would do."""
    kept = _import(import_id)
    record.viewed("scheme", kept.scheme_id, "spreadsheet report", "A list at the desk")
    report = json.loads(kept.report or "{}")
    return render_template(
        "matching/desk/spreadsheet/report.html",
        kept=kept,
        sent=kept.state is ImportState.SENT,
        previewed=kept.state is ImportState.PREVIEWED,
        report=report,
        problems=part_of(report.get("problems", []), asked_number(), PROBLEMS_A_PAGE),
    )


@desk.post("/spreadsheets/<uuid:import_id>/look")
def look_at_spreadsheet(import_id: UUID) -> Any:
    """See what it would do."""
    return _asked_for(jobs.LOOK, import_id)


@desk.post("/spreadsheets/<uuid:import_id>/take-in")
def take_in_spreadsheet(import_id: UUID) -> Any:
    """Really do it."""
    return _asked_for(jobs.TAKE_IN, import_id)


def _asked_for(kind: str, import_id: UUID) -> Any:
    """Have it done, while there still is a file to do it with."""
    kept = _import(import_id)
    try:
        keeping.kept(kept.id, kept.file_name)
    except Refused as refusal:
        flash(refusal.message, NOT_DONE)
        return redirect(url_for(".spreadsheets"))
    job_id = carry_out(asking.ask, kind, {"import": str(import_id)}, reader().id)
    return redirect(url_for("scheme_desk.job", job_id=job_id))


@desk.route("/spreadsheets/questions", methods=["GET", "POST"])
def spreadsheet_questions() -> Any:
    """What a worker is asked once, for everybody it is about."""
    groups = group(queries.open_questions())
    form = questions_form(groups, queries.workers())
    if form.validate_on_submit() and carried_out(form, answering.answer, form.answers):
        named = any(one.topic == WORKER and form.answers.get(one.name) for one in groups)
        flash(" ".join(["Saved.", *(above_ceiling() if named else ())]))
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
