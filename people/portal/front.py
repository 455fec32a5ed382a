"""The front page of somebody's own pages, who looked at them, and what they agreed to."""

from typing import Any
from uuid import UUID

from flask import abort, current_app, flash, redirect, render_template, url_for

from people import actions, queries
from people.models import Consent
from people.portal import portal
from people.portal.opening import SUPPORTS_YOU, own
from scheme.clock import today
from scheme.database import carry_out
from scheme.models import Reading, Role
from scheme.queries import named_worker_of, our_scheme
from scheme.readings import looks_at
from scheme.sign_in.sessions import reader


@portal.get("/")
def front() -> Any:
    """Straight to the one person's pages, or a choice of whom to look at."""
    people = queries.own_people(reader())
    if len(people) == 1:
        return redirect(url_for("people_portal.home", person_id=people[0].person.id))
    return render_template("people/portal/choose.html", people=people, today=today())


@portal.get("/<uuid:person_id>")
def home(person_id: UUID) -> str:
    """My introductions, my profile, my worker, and who looked."""
    opened = own(person_id, "front page")
    parts = current_app.extensions.get("portal_parts", {}).get("person", [])
    return render_template(
        "people/portal/home.html",
        own=opened,
        person=opened.person,
        several=len(queries.own_people(reader())) > 1,
        told=[part(opened.person) for part in parts],
        worker=named_worker_of(opened.person),
        scheme=our_scheme(),
    )


@portal.get("/<uuid:person_id>/who-looked")
def who_looked(person_id: UUID) -> str:
    """Who opened my profile, when and why."""
    opened = own(person_id, "who looked")
    looks = looks_at(person_id, called=_called)
    return render_template("people/portal/who_looked.html", own=opened, person=opened.person, looks=looks)


@portal.get("/<uuid:person_id>/agreed")
def agreed(person_id: UUID) -> str:
    """What I agreed to, and who may look at these pages with me."""
    opened = own(person_id, "what I agreed to")
    return render_template(
        "people/portal/agreed.html",
        own=opened,
        person=opened.person,
        consents=queries.consents_of(opened.person),
        supporters=queries.supporters_of(opened.person),
        today=today(),
    )


@portal.post("/<uuid:person_id>/agreed/<uuid:consent_id>/take-back")
def take_back(person_id: UUID, consent_id: UUID) -> Any:
    """I do not agree any more."""
    opened = own(person_id, "what I agreed to", writing=True)
    consent = queries.part_of(Consent, opened.person, consent_id) or abort(404)
    carry_out(actions.take_back, opened.person, consent)
    flash("You took this back. Your worker will talk with you.")
    return redirect(url_for("people_portal.agreed", person_id=person_id))


def _called(reading: Reading) -> str:
    """Carers by their first name, as their card tells it; whoever lives with them, and whoever helps those, by none."""
    if reading.role is Role.CARER:
        return reading.who.partition(" ")[0]
    others = reading.role in (Role.PERSON, Role.SUPPORTER) and not reading.why.startswith(SUPPORTS_YOU)
    return "Somebody who lives there" if others else reading.who
