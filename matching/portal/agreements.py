"""The agreement as the people themselves read it, sign it and print it: the person's side and the household's."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for

from carers.portal.own import own as own_household
from matching import disclosure
from matching.actions import signing
from matching.actions.signing import Signed
from matching.agreements.kinds import Party, SignedBy
from matching.agreements.parts import title_of
from matching.forms.agreements import SeenForm, TypedForm
from matching.lifecycle import LIVING_TOGETHER
from matching.models import Agreement
from matching.portal import portal
from matching.portal.person import Page
from matching.queries import agreements, arrangements
from matching.queries.agreements import Signer
from matching.queries.arrangements import Pair
from people.models import Authority
from people.portal.opening import own as own_person
from scheme import record
from scheme.database import SAFE_METHODS
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

THANKS = "Thank you. You have signed."


@portal.route("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/agreement", methods=["GET", "POST"])
def my_agreement(person_id: UUID, arrangement_id: UUID) -> Page:
    """What we agreed: read it, print it, and sign it in your own way; a supporter writes down that they saw you agree."""
    opened = own_person(person_id, "agreement", writing=request.method not in SAFE_METHODS)
    pair = arrangements.pair(arrangement_id)
    paper = _paper(pair) if pair and pair.person.id == person_id else None
    if pair is None or paper is None:
        abort(404)
    _opened("household", pair.household.id)
    themselves = opened.link.authority is Authority.SELF
    form = TypedForm() if themselves else SeenForm(data={"who_saw": reader().name})
    signer = next(one for one in agreements.parties(pair) if one.party is Party.PERSON)
    if form.validate_on_submit():
        way = SignedBy.TYPED if themselves else SignedBy.WITNESSED
        if carried_out(
            form, signing.sign, reader(), pair, paper, signer, Signed(way, **({"name": None} | form.answers))
        ):
            flash(THANKS if themselves else "Thank you. It is written down.")
            return redirect(url_for(".my_agreement", person_id=person_id, arrangement_id=arrangement_id))
    back = url_for("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id)
    with_whom = disclosure.household_to_person(pair).name
    return _shown(pair, paper, signer, form, back, with_whom, may_sign=opened.may_write, themselves=themselves)


@portal.route("/home/introductions/<uuid:arrangement_id>/agreement", methods=["GET", "POST"])
def our_agreement(arrangement_id: UUID) -> Page:
    """What was agreed: read it, print it, and sign it."""
    household, pair = own_household(), arrangements.pair(arrangement_id)
    paper = _paper(pair) if pair and pair.household.id == household.id else None
    if pair is None or paper is None:
        abort(404)
    _opened("person", pair.person.id)
    signer = next((one for one in agreements.parties(pair) if one.account_id == reader().id), None)
    form = TypedForm()
    if form.validate_on_submit() and signer:
        signed = Signed(SignedBy.TYPED, form.name.data)
        if carried_out(form, signing.sign, reader(), pair, paper, signer, signed):
            flash(THANKS)
            return redirect(url_for(".our_agreement", arrangement_id=arrangement_id))
    back = url_for("matching_portal.person", arrangement_id=arrangement_id)
    return _shown(pair, paper, signer, form, back, pair.person.known_as, may_sign=signer is not None, themselves=True)


def _paper(pair: Pair | None) -> Agreement | None:
    if pair is None or pair.arrangement.stage not in LIVING_TOGETHER:
        return None
    return agreements.newest_asked(pair.arrangement.id)


def _opened(kind: str, subject_id: UUID) -> None:
    if request.method in SAFE_METHODS:
        record.viewed(kind, subject_id, "agreement", "What you agreed together")


def _shown(
    pair: Pair,
    paper: Agreement,
    signer: Signer | None,
    form: Form,
    back: str,
    with_whom: str | None,
    *,
    may_sign: bool,
    themselves: bool,
) -> str:
    mine = agreements.signed_by(paper, signer) if signer else None
    return render_template(
        "matching/portal/agreements/agreement.html",
        pair=pair,
        paper=paper,
        papers_title=title_of(paper.kinds),
        text=agreements.text_of(paper),
        signatures=agreements.signatures_of(paper.id),
        waiting=agreements.still_to_sign(pair, paper),
        mine=mine,
        form=form,
        back=back,
        with_whom=with_whom,
        may_sign=may_sign and mine is None,
        themselves=themselves,
    )
