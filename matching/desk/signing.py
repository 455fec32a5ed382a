"""Signatures at the desk: the scheme's own, and those that a worker writes down for somebody else."""

from uuid import UUID

from flask import Response, abort

from matching.actions import signing
from matching.actions.signing import Signed
from matching.agreements.kinds import Party, SignedBy
from matching.desk import desk
from matching.desk.agreements import asked_paper, small, to_agreement
from matching.desk.arrangements import Page, viewed
from matching.forms.agreements import FORM_OF, PaperForm
from matching.models import Agreement
from matching.queries import agreements
from matching.queries.agreements import Signer
from matching.queries.arrangements import Pair
from scheme import papers
from scheme.errors import Refused
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

WAYS, PARTIES = ", ".join(SignedBy), ", ".join(Party)
SIGNING = (
    f"/arrangements/<uuid:arrangement_id>/agreements/<uuid:agreement_id>/sign/<any({WAYS}):way>/<any({PARTIES}):party>"
)


@desk.route(SIGNING, methods=["GET", "POST"], defaults={"member_id": None})
@desk.route(f"{SIGNING}/<uuid:member_id>", methods=["GET", "POST"])
def sign(arrangement_id: UUID, agreement_id: UUID, way: str, party: str, member_id: UUID | None) -> Page:
    """Write down how one of them signed."""
    pair, paper = asked_paper(arrangement_id, agreement_id)
    how, signer = SignedBy.read(way) or abort(404), _signer(pair, party, member_id)
    if (how is SignedBy.TYPED) != (signer.party is Party.SCHEME):
        abort(404)
    form, others = FORM_OF[how](), _others(pair, paper, signer)
    if isinstance(form, PaperForm):
        form.ask_who_else([(key, one.name) for key, one in others.items()])
    if form.validate_on_submit():
        together = [signer, *(others[key] for key in form.answers.get("also") or ())]
        signed = _signed(form, how)
        if signed and carried_out(form, signing.sign_one_sheet, reader(), pair, paper, together, signed):
            return to_agreement(pair)
    return small(form, pair, f"{how.label}: {signer.name}")


@desk.post("/arrangements/<uuid:arrangement_id>/agreements/<uuid:agreement_id>/signatures/<uuid:signature_id>/take-off")
def take_signature_off(arrangement_id: UUID, agreement_id: UUID, signature_id: UUID) -> Page:
    """It was written down by mistake."""
    pair, paper = asked_paper(arrangement_id, agreement_id)
    signature = next((one for one in agreements.signatures_of(paper.id) if one.id == signature_id), None) or abort(404)
    form = Form()
    taken_off = carried_out(form, signing.take_off, pair, paper, signature)
    return to_agreement(pair) if taken_off else small(form, pair, "Take a signature off")


@desk.get("/arrangements/<uuid:arrangement_id>/agreements/<uuid:agreement_id>/signatures/<uuid:signature_id>/page")
def signed_page(arrangement_id: UUID, agreement_id: UUID, signature_id: UUID) -> Response:
    """The page that was signed on paper, as a file."""
    pair, paper = asked_paper(arrangement_id, agreement_id)
    signature = next((one for one in agreements.signatures_of(paper.id) if one.id == signature_id), None) or abort(404)
    viewed(pair, "signed page")
    return papers.handed_out(signature.file_name, f"{pair.arrangement.reference}-{paper.number}-signed")


def _signer(pair: Pair, party: str, member_id: UUID | None) -> Signer:
    asked = Party.read(party)
    found = (one for one in agreements.parties(pair) if (one.party, one.member_id) == (asked, member_id))
    return next(found, None) or abort(404)


def _others(pair: Pair, paper: Agreement, signer: Signer) -> dict[str, Signer]:
    """Who else may have signed the same sheet: everybody who has still to, but for the scheme, which signs here."""
    waiting = agreements.still_to_sign(pair, paper)
    return {str(one.member_id or one.party): one for one in waiting if one != signer and one.party is not Party.SCHEME}


def _signed(form: Form, way: SignedBy) -> Signed | None:
    """What the form says; nothing when its file was refused, which the form then shows."""
    given = {name: answer for name, answer in form.answers.items() if name != "also"}
    if way is not SignedBy.PAPER:
        return Signed(way, **({"name": None} | given))
    try:
        sent = given.pop("file")
        return Signed(way, None, file_name=papers.keep(sent.stream if sent else None), **given)
    except Refused as refusal:
        form.refuse(refusal)
        return None
