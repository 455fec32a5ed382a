"""What matching gives to people and carers, who live below it and may not ask: as data, hung on the application."""

from collections.abc import Sequence

from flask import Flask, url_for

from carers.models import Household
from matching.actions.handing_over import plan_handover
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.pairs import AnyParty, pair
from matching.compatibility.profiles import HouseholdProfile, Offer, PersonProfile
from matching.desk import beside, crisis
from matching.portal import carer as portal_carer
from matching.portal import crisis as portal_crisis
from matching.portal import person as portal_person
from matching.portal import risks as portal_risks
from matching.queries.scores import current_weights
from people.models import Person
from scheme.cards import Card, CardsOf
from scheme.kinds import ArrangementKind
from scheme.look import Link


def set_up(app: Flask) -> None:
    """Give everybody the cards of what may matter to them, the profile pages their link to who might suit, and everybody's front page their introductions.

    Whoever adds somebody names a first worker as any worker is named: with a reason above the ceiling.
    """
    app.extensions["cards"] = cards
    app.extensions["name_worker"] = plan_handover
    parts = app.extensions.setdefault("desk_parts", {})
    parts.setdefault("person", []).append(_to_households)
    parts.setdefault("household", []).append(_to_people)
    parts.setdefault("person_cards", []).append(_to_how_firm)
    parts.setdefault("person_top", []).extend([beside.top, crisis.box])
    parts.setdefault("person_standing", []).append(beside.of_person)
    parts.setdefault("household_top", []).append(beside.top)
    parts.setdefault("household_standing", []).append(beside.of_household)
    told = app.extensions.setdefault("portal_parts", {})
    told.setdefault("person", []).extend([portal_crisis.part, portal_person.part, portal_risks.part])
    told.setdefault("carer", []).append(portal_carer.part)


def cards(of: CardsOf, homeshare: bool) -> Sequence[Card]:
    """A card for each way of fitting that this side is asked about and that counts in the scheme, the weightiest first."""
    beside = pair(PersonProfile(reference=""), HOMESHARER if homeshare else HouseholdProfile(reference=""))
    sides: tuple[AnyParty, AnyParty] = beside.person, beside.household
    mine, theirs = sides if of is CardsOf.PERSON else sides[::-1]
    weights = current_weights()
    return [
        Card(each.name, each.title, each.card, each.picture)
        for each in CRITERIA
        if each.asked_of(mine, theirs) and weights.of(each.name)
    ]


HOMESHARER = HouseholdProfile(reference="", offers=(Offer(ArrangementKind.HOMESHARE),))
"""Who is asked depends only on whose home it would be."""


def _to_households(person: Person) -> Link:
    return Link("Households that might suit", url_for("matching_desk.households_for", person_id=person.id))


def _to_how_firm(person: Person) -> Link:
    address = url_for("matching_desk.how_firm", person_id=person.id, _anchor="cards")
    return Link("What these cards change in the order of households", address)


def _to_people(household: Household) -> Link:
    return Link("People who might suit", url_for("matching_desk.people_for", household_id=household.id))
