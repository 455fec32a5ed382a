"""Who must be kept apart, as the desk writes it down: for a pair, for one person, for one household. Never in a portal.

Whoever is looked at here finds in their list of readings who opened their profile and when, as for a pair; not what about.
"""

from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, url_for

from carers import queries as carers
from carers.desk.opening import opened as open_household
from carers.models import Household
from matching.actions import parting
from matching.desk import desk
from matching.desk.arrangements import Page
from matching.forms.between import EndKeepApartForm, KeepApartForm
from matching.models import KeepApart
from matching.queries import arrangements
from matching.queries.apart import about_person, household_choices, person_choices
from matching.queries.apart import written as written_apart
from people import queries as people
from people.desk.opening import opened as open_person
from people.models import Person
from scheme.pages import carried_out
from scheme.sign_in.sessions import reader


@desk.route("/people/<uuid:person_id>/households/<uuid:household_id>/keep-apart", methods=["GET", "POST"])
def keep_apart(person_id: UUID, household_id: UUID) -> Page:
    """Keep these two apart; or what is written down about it already."""
    person, household = _both(person_id, household_id)
    form = KeepApartForm()
    del form.other
    if form.validate_on_submit() and carried_out(
        form, parting.keep_apart, reader(), person, household, form.words.data
    ):
        return redirect(url_for(".keep_apart", person_id=person_id, household_id=household_id))
    return _page(
        form,
        f"Keeping {person.known_as} apart from {household.name}",
        back=(url_for(".pair", person_id=person_id, household_id=household_id), arrangements.titled(person, household)),
        written=written_apart(KeepApart.person_id == person_id, KeepApart.household_id == household_id),
        pair_is_given=True,
        under_way=arrangements.going_on_between(person_id, household_id),
    )


@desk.route("/people/<uuid:person_id>/keep-apart", methods=["GET", "POST"])
def keep_person_apart(person_id: UUID) -> Page:
    """From which households, and from which other people, one person must be kept apart."""
    person = open_person(person_id, "households")
    form = KeepApartForm()
    form.other.choices = [*household_choices(), *(each for each in person_choices() if each[0] != str(person_id))]
    if form.validate_on_submit():
        other_id = UUID(form.other.data)
        other = carers.household(other_id) or people.person(other_id) or abort(404)
        if carried_out(form, parting.keep_apart, reader(), person, other, form.words.data):
            return redirect(url_for(".keep_person_apart", person_id=person_id))
    return _page(
        form,
        f"Whom {person.known_as} must be kept apart from",
        back=(url_for(".households_for", person_id=person_id), f"Households for {person.known_as}"),
        written=written_apart(about_person(person_id)),
    )


@desk.route("/households/<uuid:household_id>/keep-apart", methods=["GET", "POST"])
def keep_household_apart(household_id: UUID) -> Page:
    """From whom one household must be kept apart."""
    household = open_household(household_id, "people")
    form = KeepApartForm()
    form.other.choices = person_choices()
    if form.validate_on_submit():
        person = people.person(UUID(form.other.data)) or abort(404)
        if carried_out(form, parting.keep_apart, reader(), person, household, form.words.data):
            return redirect(url_for(".keep_household_apart", household_id=household_id))
    return _page(
        form,
        f"Whom {household.name} must be kept apart from",
        back=(url_for(".people_for", household_id=household_id), f"People for {household.name}"),
        written=written_apart(KeepApart.household_id == household_id),
    )


@desk.route("/keep-apart/<uuid:keep_apart_id>/take-back", methods=["GET", "POST"])
def end_keep_apart(keep_apart_id: UUID) -> Page:
    """They need not be kept apart any more: managers only."""
    (written,) = written_apart(KeepApart.id == keep_apart_id) or abort(404)
    person, other = written.person, written.other
    if isinstance(other, Household):
        person, other = _both(person.id, other.id)
        back = url_for(".keep_apart", person_id=person.id, household_id=other.id)
    else:
        person, other = open_person(person.id, "beside a person"), open_person(other.id, "beside a person")
        back = url_for(".keep_person_apart", person_id=person.id)
    form = EndKeepApartForm()
    if form.validate_on_submit() and carried_out(
        form, parting.end_keeping_apart, reader(), written.apart, form.words.data
    ):
        return redirect(back)
    return render_template("matching/desk/apart/take_back.html", form=form, written=written, back=back)


def _both(person_id: UUID, household_id: UUID) -> tuple[Person, Household]:
    """Both, once both openings are written down; neither is, if one of them is not there."""
    if people.person(person_id) is None or carers.household(household_id) is None:
        abort(404)
    return open_person(person_id, "beside a household"), open_household(household_id, "beside a person")


def _page(form: KeepApartForm, title: str, **shown: Any) -> Page:
    return render_template("matching/desk/apart/keep_apart.html", form=form, title=title, **shown)
