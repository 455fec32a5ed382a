"""What the desk's pages about one person or one household say beside their profile: holds, and the ways to safety's pages."""

from flask import render_template, url_for
from markupsafe import Markup

from carers.models import Household
from matching.desk.holds import notice
from people.models import Person
from scheme.access import may
from scheme.look import Link


def top(held: Person | Household) -> Markup:
    """What has to be seen first."""
    return Markup(render_template("matching/desk/holds/notice.html", **notice(held)))  # noqa: S704 - our own template, escaped as every page is


def of_person(person: Person) -> list[Link]:
    """The ways on from where things stand with a person, for those who may."""
    if not may("matching_desk.hold_person"):
        return []
    return [
        Link("Change the named worker", url_for("matching_desk.worker_of_person", person_id=person.id)),
        Link("Risks, and what helps", url_for("matching_desk.risks", person_id=person.id)),
        Link("Keep apart from somebody", url_for("matching_desk.keep_person_apart", person_id=person.id)),
        Link("Safeguarding hold", url_for("matching_desk.hold_person", person_id=person.id)),
    ]


def of_household(household: Household) -> list[Link]:
    """The same for a household."""
    if not may("matching_desk.hold_household"):
        return []
    return [
        Link("Change the named worker", url_for("matching_desk.worker_of_household", household_id=household.id)),
        Link("Keep apart from somebody", url_for("matching_desk.keep_household_apart", household_id=household.id)),
        Link("Safeguarding hold", url_for("matching_desk.hold_household", household_id=household.id)),
    ]
