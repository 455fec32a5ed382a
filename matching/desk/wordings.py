"""The scheme's own words in agreements: everybody at the desk reads them, a manager changes them a part at a time."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for

from matching.actions import wording as actions
from matching.agreements.filling import FACTS
from matching.agreements.kinds import AgreementKind
from matching.agreements.parts import BY_NAME, PARTS
from matching.desk import desk
from matching.forms.agreements import WordingForm
from matching.queries import agreements
from scheme.access import may
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.get("/agreement-words")
def wordings() -> str:
    """Every part of every kind of agreement, as it is here."""
    own = agreements.wordings()
    return render_template(
        "matching/desk/agreements/wordings.html",
        kinds=AgreementKind,
        parts=[(part, agreements.said_in(part, own), own.get(part.name)) for part in PARTS],
    )


@desk.route("/agreement-words/<name>", methods=["GET", "POST"])
def wording(name: str) -> Any:
    """One part: its words in both registers, how they came to be, and, for a manager, other ones."""
    part = BY_NAME.get(name) or abort(404)
    own = agreements.wordings()
    said, row = agreements.said_in(part, own), own.get(name)
    number = row.number if row else 0
    form = WordingForm(data={"plain": said.plain, "easy_read": said.easy_read, "version": number})
    if form.validate_on_submit() and carried_out(
        form, actions.publish_wording, reader(), part, form.said, form.note.data, form.version.data
    ):
        flash("The new words are published. Agreements made from now on have them.")
        return redirect(url_for(".wordings"))
    return render_template(
        "matching/desk/agreements/wording.html",
        part=part,
        said=agreements.said_in(part, agreements.wordings()),
        form=form,
        facts=FACTS,
        past=agreements.wordings_of(name),
        may_change=may("matching_desk.wording"),
    )
