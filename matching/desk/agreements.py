"""The agreement of one arrangement at the desk: what goes into it, its words for these two, and every paper there was."""

from uuid import UUID

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from matching.actions import agreeing
from matching.agreements.kinds import SignedBy
from matching.agreements.parts import title_of
from matching.desk import desk
from matching.desk.arrangements import Page, asked_pair, viewed
from matching.forms.agreements import DetailsForm, PartForm
from matching.kinds import KINDS
from matching.lifecycle import GOING_ON, LIVING_TOGETHER
from matching.models import Agreement
from matching.queries import agreements
from matching.queries.arrangements import Pair
from matching.queries.money import amounts_of
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.get("/arrangements/<uuid:arrangement_id>/agreement")
def agreement(arrangement_id: UUID) -> Page:
    """Everything about the agreement: what is missing, the draft, who has signed, and earlier papers."""
    pair = asked_pair(arrangement_id)
    viewed(pair, "agreement")
    return _shown(pair, Form())


@desk.route("/arrangements/<uuid:arrangement_id>/agreement/details", methods=["GET", "POST"])
def agreed_details(arrangement_id: UUID) -> Page:
    """The room, and somebody independent."""
    pair = asked_pair(arrangement_id)
    form = DetailsForm(obj=agreements.details_of(arrangement_id))
    if form.validate_on_submit() and carried_out(
        form, agreeing.write_details, pair, form.room.data, form.independent.data, form.version.data
    ):
        return to_agreement(pair)
    return small(form, pair, "The room, and somebody independent")


@desk.post("/arrangements/<uuid:arrangement_id>/agreement/make")
def make_agreement(arrangement_id: UUID) -> Page:
    """Make the paper, or make it anew."""
    pair, form = asked_pair(arrangement_id), Form()
    made = carried_out(form, agreeing.make_agreement, reader(), pair)
    return to_agreement(pair) if made else _shown(pair, form)


@desk.post("/arrangements/<uuid:arrangement_id>/agreements/<uuid:agreement_id>/ask")
def ask_to_sign(arrangement_id: UUID, agreement_id: UUID) -> Page:
    """Everybody is asked to sign, and from then on no word changes."""
    pair, paper = asked_paper(arrangement_id, agreement_id)
    form = Form()
    asked = carried_out(form, agreeing.ask_to_sign, pair, paper)
    return to_agreement(pair) if asked else _shown(pair, form)


@desk.route("/arrangements/<uuid:arrangement_id>/agreements/<uuid:agreement_id>/parts/<name>", methods=["GET", "POST"])
def agreement_part(arrangement_id: UUID, agreement_id: UUID, name: str) -> Page:
    """One part written differently for these two."""
    pair, paper = asked_paper(arrangement_id, agreement_id)
    part = agreements.text_of(paper).part(name) or abort(404)
    form = PartForm(data={"plain": part.plain, "easy_read": part.easy_read, "version": paper.version})
    if form.validate_on_submit() and carried_out(form, agreeing.adjust_part, paper, name, form.said, form.version.data):
        return to_agreement(pair)
    return small(form, pair, part.title)


@desk.get("/arrangements/<uuid:arrangement_id>/agreements/<uuid:agreement_id>")
def paper(arrangement_id: UUID, agreement_id: UUID) -> Page:
    """One paper to read or to print, with who signed it."""
    pair, paper = asked_paper(arrangement_id, agreement_id)
    viewed(pair, "agreement")
    return render_template("matching/desk/agreements/paper.html", pair=pair, **of_paper(pair, paper))


def of_paper(pair: Pair, paper: Agreement) -> dict[str, object]:
    """What every page that shows a paper shows of it: the same copy for everybody."""
    return {
        "paper": paper,
        "title": title_of(paper.kinds),
        "text": agreements.text_of(paper),
        "signatures": agreements.signatures_of(paper.id),
        "waiting": agreements.still_to_sign(pair, paper) if paper.asked_at else [],
    }


def asked_paper(arrangement_id: UUID, agreement_id: UUID) -> tuple[Pair, Agreement]:
    """The arrangement and the paper of the address, or 404."""
    pair = asked_pair(arrangement_id)
    return pair, agreements.agreement(arrangement_id, agreement_id) or abort(404)


def to_agreement(pair: Pair) -> Response:
    """Back to the page about the agreement."""
    return redirect(url_for("matching_desk.agreement", arrangement_id=pair.arrangement.id))


def small(form: Form, pair: Pair, title: str) -> str:
    """A page with one form about the agreement."""
    return render_template("matching/desk/agreements/small.html", form=form, pair=pair, title=title)


def _shown(pair: Pair, form: Form) -> str:
    papers = agreements.agreements_of(pair.arrangement.id)
    newest, counts = papers[0] if papers else None, agreements.newest_asked(pair.arrangement.id)
    signers = [(one, agreements.signed_by(counts, one)) for one in agreements.parties(pair)] if counts else []
    return render_template(
        "matching/desk/agreements/one.html",
        form=form,
        pair=pair,
        title=title_of(agreements.kinds_of(pair)),
        together=KINDS[pair.arrangement.kind].together,
        details=agreements.details_of(pair.arrangement.id),
        amounts=amounts_of(pair.arrangement.id),
        missing=agreements.missing_facts(pair),
        draft=newest if newest and not newest.asked_at else None,
        draft_text=agreements.text_of(newest) if newest and not newest.asked_at else None,
        draft_changed=agreements.changed_since(pair, newest) if newest and not newest.asked_at else [],
        counts=counts,
        changed=agreements.changed_since(pair, counts) if counts else [],
        signers=signers,
        papers=[one for one in papers if one.asked_at],
        ways=SignedBy,
        going_on=pair.arrangement.stage in GOING_ON,
        may_make=pair.arrangement.stage in LIVING_TOGETHER,
    )
