"""The agreement as the people themselves read it, sign it and print it: the person's side and the household's."""

from collections.abc import Sequence
from typing import Any
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
    pair = _of_person(person_id, arrangement_id)
    paper = agreements.newest_asked(arrangement_id) or abort(404)
    _opened("household", pair.household.id)
    themselves = opened.link.authority is Authority.SELF
    form = TypedForm() if themselves else SeenForm(data={"who_saw": reader().name})
    signer = _the_person(pair)
    if form.validate_on_submit():
        way = SignedBy.TYPED if themselves else SignedBy.WITNESSED
        if carried_out(
            form, signing.sign, reader(), pair, paper, signer, Signed(way, **({"name": None} | form.answers))
        ):
            flash(THANKS if themselves else "Thank you. It is written down.")
            return redirect(url_for(".my_agreement", person_id=person_id, arrangement_id=arrangement_id))
    back = url_for("matching_portal.household", person_id=person_id, arrangement_id=arrangement_id)
    with_whom = disclosure.household_to_person(pair).name
    earlier = _links(".my_earlier_agreement", agreements.signed_before(arrangement_id, signer), person_id=person_id)
    return _shown(pair, paper, signer, form, back, with_whom, earlier, may_sign=opened.may_write, themselves=themselves)


@portal.get("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/agreements/<uuid:agreement_id>")
def my_earlier_agreement(person_id: UUID, arrangement_id: UUID, agreement_id: UUID) -> Page:
    """What I signed before."""
    opened, pair = own_person(person_id, "agreement"), _of_person(person_id, arrangement_id)
    signer = _the_person(pair)
    paper = _signed_before(pair, signer, agreement_id)
    _opened("household", pair.household.id)
    back = url_for(".my_agreement", person_id=person_id, arrangement_id=arrangement_id)
    return _as_it_was(paper, signer, back, themselves=opened.link.authority is Authority.SELF)


@portal.route("/home/introductions/<uuid:arrangement_id>/agreement", methods=["GET", "POST"])
def our_agreement(arrangement_id: UUID) -> Page:
    """What was agreed: read it, print it, and sign it."""
    pair, paper = _of_household(arrangement_id), agreements.newest_asked(arrangement_id) or abort(404)
    _opened("person", pair.person.id)
    signer = _who_reads(pair)
    form = TypedForm()
    if form.validate_on_submit() and signer:
        signed = Signed(SignedBy.TYPED, form.name.data)
        if carried_out(form, signing.sign, reader(), pair, paper, signer, signed):
            flash(THANKS)
            return redirect(url_for(".our_agreement", arrangement_id=arrangement_id))
    back = url_for("matching_portal.person", arrangement_id=arrangement_id)
    earlier = _links(".our_earlier_agreement", agreements.signed_before(arrangement_id, signer) if signer else ())
    may_sign, name = signer is not None, pair.person.known_as
    return _shown(pair, paper, signer, form, back, name, earlier, may_sign=may_sign, themselves=True)


@portal.get("/home/introductions/<uuid:arrangement_id>/agreements/<uuid:agreement_id>")
def our_earlier_agreement(arrangement_id: UUID, agreement_id: UUID) -> Page:
    """What I signed before, as one of the household."""
    pair = _of_household(arrangement_id)
    signer = _who_reads(pair) or abort(404)
    paper = _signed_before(pair, signer, agreement_id)
    _opened("person", pair.person.id)
    return _as_it_was(paper, signer, url_for(".our_agreement", arrangement_id=arrangement_id), themselves=True)


# --- whose it is -----------------------------------------------------------------------------------------------------------


def _of_person(person_id: UUID, arrangement_id: UUID) -> Pair:
    pair = _living_together(arrangement_id)
    return pair if pair.person.id == person_id else abort(404)


def _of_household(arrangement_id: UUID) -> Pair:
    household, pair = own_household(), _living_together(arrangement_id)
    return pair if pair.household.id == household.id else abort(404)


def _living_together(arrangement_id: UUID) -> Pair:
    pair = arrangements.pair(arrangement_id)
    return pair if pair and pair.arrangement.stage in LIVING_TOGETHER else abort(404)


def _the_person(pair: Pair) -> Signer:
    return next(one for one in agreements.parties(pair) if one.party is Party.PERSON)


def _who_reads(pair: Pair) -> Signer | None:
    """The carer whose account this is."""
    return next((one for one in agreements.parties(pair) if one.account_id == reader().id), None)


def _signed_before(pair: Pair, signer: Signer, agreement_id: UUID) -> Agreement:
    """An earlier paper that they signed themselves: nobody else’s is there."""
    papers = agreements.signed_before(pair.arrangement.id, signer)
    return next((one for one in papers if one.id == agreement_id), None) or abort(404)


# --- what is shown ---------------------------------------------------------------------------------------------------------


def _links(page: str, papers: Sequence[Agreement], **whose: Any) -> list[tuple[Agreement, str]]:
    """Each paper with the address of its page."""
    return [(one, url_for(page, arrangement_id=one.arrangement_id, agreement_id=one.id, **whose)) for one in papers]


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
    earlier: Sequence[tuple[Agreement, str]],
    *,
    may_sign: bool,
    themselves: bool,
) -> str:
    mine = agreements.signed_by(paper, signer) if signer else None
    return render_template(
        "matching/portal/agreements/agreement.html",
        waiting=agreements.still_to_sign(pair, paper),
        mine=mine,
        form=form,
        back=back,
        with_whom=with_whom,
        earlier=earlier,
        may_sign=may_sign and mine is None,
        themselves=themselves,
        carer=signer is None or signer.party is Party.CARER,
        **_of_paper(paper),
    )


def _as_it_was(paper: Agreement, signer: Signer, back: str, *, themselves: bool) -> str:
    mine, paper_facts = agreements.signed_by(paper, signer), _of_paper(paper)
    carer = signer.party is Party.CARER
    return render_template(
        "matching/portal/agreements/earlier.html",
        mine=mine, back=back, themselves=themselves, carer=carer, **paper_facts,
    )  # fmt: skip


def _of_paper(paper: Agreement) -> dict[str, object]:
    return {
        "paper": paper,
        "papers_title": title_of(paper.kinds),
        "text": agreements.text_of(paper),
        "signatures": agreements.signatures_of(paper.id),
    }
