"""What matching gives to people and carers, who live below it and may not ask: as data, hung on the application."""

from flask import Flask, url_for

from carers.models import Household
from matching.compatibility.criteria import CRITERIA
from matching.portal import carer as portal_carer
from matching.portal import person as portal_person
from people.models import Person
from scheme.look import Link


def set_up(app: Flask) -> None:
    """Give the profile forms each way of fitting's name and question, and the profile pages their link to who might suit, and everybody's front page their introductions."""
    app.extensions["criteria_questions"] = [(criterion.name, criterion.question) for criterion in CRITERIA]
    parts = app.extensions.setdefault("desk_parts", {})
    parts.setdefault("person", []).append(_to_households)
    parts.setdefault("household", []).append(_to_people)
    told = app.extensions.setdefault("portal_parts", {})
    told.setdefault("person", []).append(portal_person.part)
    told.setdefault("carer", []).append(portal_carer.part)


def _to_households(person: Person) -> Link:
    return Link("Households that might suit", url_for("matching_desk.households_for", person_id=person.id))


def _to_people(household: Household) -> Link:
    return Link("People who might suit", url_for("matching_desk.people_for", household_id=household.id))
