"""A small invented scheme in which lives are led: five people, two homes with few places, and somebody who would come to live in one's."""

from uuid import UUID

from carers.models import MemberKind, Offer
from people.actions import add_talk_of_other_ways
from people.models import WantedArrangement
from scheme.clock import today
from scheme.database import db
from scheme.kinds import ArrangementKind
from scheme.models import Conversation, Home
from tests.matching.conftest import a_household, a_member, a_person, other_ways

IN_A_HOUSEHOLD_S_HOME = (
    ArrangementKind.LIVE_IN,
    ArrangementKind.SHORT_BREAK,
    ArrangementKind.DAY_SUPPORT,
    ArrangementKind.EMERGENCY,
    ArrangementKind.HOME_FROM_HOSPITAL,
)
HOMESHARE = ArrangementKind.HOMESHARE

LIVING_THERE_AND_SPACES = ((1, 2), (0, 2))
"""Of each home: how many are supported there already, and how many more it offers to have."""


def somebody(worker_id: UUID) -> None:
    """An action: make them. Nobody is in a crisis, and everybody wishes for everything."""
    for number in range(1, 6):
        person = a_person(f"P00{number}", kind=IN_A_HOUSEHOLD_S_HOME[0])
        kinds = (*IN_A_HOUSEHOLD_S_HOME[1:], HOMESHARE) if number == 5 else IN_A_HOUSEHOLD_S_HOME[1:]
        db.session.add_all(WantedArrangement(person_id=person.id, kind=kind) for kind in kinds)
        if number % 2:
            add_talk_of_other_ways(person, other_ways())
            db.session.add(Conversation(about_kind="person", about_id=person.id, on=today(), account_id=worker_id))
    person.home_id = _home()
    for number, (living_there, spaces) in enumerate(LIVING_THERE_AND_SPACES, start=1):
        household = a_household(
            f"H00{number}", spaces=spaces, living_there=living_there, approved_kinds=list(IN_A_HOUSEHOLD_S_HOME)
        )
        a_member(household, MemberKind.ADULT, "Invented Nan")
        db.session.add_all(
            Offer(household_id=household.id, kind=kind, spaces=spaces) for kind in IN_A_HOUSEHOLD_S_HOME[1:]
        )
    a_household("H003", kind=HOMESHARE, home_id=None)


def _home() -> UUID:
    home = Home(area="LA2")
    db.session.add(home)
    db.session.flush()
    return home.id
