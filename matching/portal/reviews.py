"""How it is going, in both portals: what was said over time, given back as pictures, and asking to talk about it."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for

from carers.portal.own import own as own_household
from matching import disclosure
from matching.actions import reviewing
from matching.forms.reviews import AREA_PICTURES, IMPACT_PICTURES, AskForReviewForm
from matching.lifecycle import LIVING_TOGETHER
from matching.models import Area, Side
from matching.portal import portal
from matching.portal.person import Page
from matching.queries import arrangements, reviews
from matching.queries.arrangements import Pair
from people.portal.opening import own as own_person
from scheme.database import SAFE_METHODS
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader

THANKS = "Thank you. Your worker will talk with you."


@portal.route("/me/<uuid:person_id>/introductions/<uuid:arrangement_id>/how-it-goes", methods=["GET", "POST"])
def my_reviews(person_id: UUID, arrangement_id: UUID) -> Page:
    """How it is going for me, and a way to ask to talk about it."""
    own_person(person_id, "how it is going", writing=request.method not in SAFE_METHODS)
    pair = _living_together(arrangement_id)
    if pair.person.id != person_id:
        abort(404)
    form = AskForReviewForm()
    if form.validate_on_submit() and _asked(form, pair, Side.PERSON):
        return redirect(url_for(".my_reviews", person_id=person_id, arrangement_id=arrangement_id))
    back = url_for(".household", person_id=person_id, arrangement_id=arrangement_id)
    return _shown(pair, Side.PERSON, form, back, disclosure.household_to_person(pair).name)


@portal.route("/home/introductions/<uuid:arrangement_id>/how-it-goes", methods=["GET", "POST"])
def our_reviews(arrangement_id: UUID) -> Page:
    """How it is going for us, and a way to ask to talk about it."""
    household, pair = own_household(), _living_together(arrangement_id)
    if pair.household.id != household.id:
        abort(404)
    form = AskForReviewForm()
    if form.validate_on_submit() and _asked(form, pair, Side.HOUSEHOLD):
        return redirect(url_for(".our_reviews", arrangement_id=arrangement_id))
    return _shown(pair, Side.HOUSEHOLD, form, url_for(".person", arrangement_id=arrangement_id), pair.person.known_as)


def _living_together(arrangement_id: UUID) -> Pair:
    pair = arrangements.pair(arrangement_id)
    if pair is None or pair.arrangement.stage not in LIVING_TOGETHER:
        abort(404)
    return pair


def _asked(form: AskForReviewForm, pair: Pair, side: Side) -> bool:
    asked = carried_out(form, reviewing.ask_for_review, reader(), pair, side, form.words.data)
    if asked:
        flash(THANKS)
    return asked


def _shown(pair: Pair, side: Side, form: AskForReviewForm, back: str, with_whom: str | None) -> str:
    return render_template(
        "matching/portal/reviews/reviews.html",
        pair=pair,
        side=side,
        form=form,
        back=back,
        with_whom=with_whom,
        reviews=reviews.reviews_of(pair.arrangement.id),
        waiting=reviews.asked_by(pair.arrangement.id, side),
        areas=Area,
        pictures=AREA_PICTURES,
        impacts=IMPACT_PICTURES,
    )
