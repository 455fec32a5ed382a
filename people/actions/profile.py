"""The profile itself: adding it, changing its facts and the home, and the answers for the fairness panel."""

from sqlmodel import select

from people import queries
from people.models import Monitoring, Person
from scheme.changing import Answers, change, refuse_if_changed
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Home
from scheme.places import settle_home
from scheme.references import next_reference
from scheme.ways_of_living import YesNo


def add_person(answers: Answers, reference: str | None = None) -> Person:
    """A new profile. Without a reference it takes the next free one: P001, P002, …

    Raises ``Refused`` without a known-as name, or when the reference is taken.
    """
    if reference is not None and queries.person_by_reference(reference):
        raise Refused(f"There is already somebody with the reference {reference}.", "reference")
    _refuse_impossible(answers)
    person = Person(
        reference=reference or next_reference("P", db.session.exec(select(Person.reference))),
        known_as=answers["known_as"].strip(),
    )
    change(person, {"first_contact_on": today(), **answers}, person.version)
    person.version = 1
    db.session.add(person)
    db.session.flush()
    return person


def change_person(person: Person, answers: Answers, version: int | None) -> None:
    """Change any facts of the profile; facts that are not in ``answers`` stay as they are.

    Raises ``ChangedMeanwhile``, or ``Refused`` when the answers cannot be true together.
    """
    refuse_if_changed(person, answers, version)
    _refuse_impossible({name: getattr(person, name) for name in NEVER_APART} | dict(answers))
    change(person, answers, person.version)


NEVER_APART = ("known_as", "anywhere", "distance_limit_miles")


def _refuse_impossible(answers: Answers) -> None:
    if not (answers.get("known_as") or "").strip():
        raise Refused("Please say what they like to be called.", "known_as")
    if answers.get("anywhere") == YesNo.YES and answers.get("distance_limit_miles") is not None:
        raise Refused("Please choose one: either a number of miles, or that anywhere is fine.", "distance_limit_miles")


def change_home(person: Person, answers: Answers, version: int | None) -> Home:
    """Say where somebody lives, and in Homeshare what the home they would share is like.

    ``postcode`` and ``address`` go together: giving one replaces both. ``version`` is the home's own. Raises
    ``ChangedMeanwhile``, or ``Refused`` when the postcode is not one.
    """
    home = queries.home_of(person) or _new_home(person)
    refuse_if_changed(home, answers, version)
    where = {name: answers.get(name) for name in ("postcode", "address")}
    if where.keys() & answers.keys() and where != {name: getattr(home, name) for name in where}:
        settle_home(home, where["postcode"], where["address"])
        home.version += 1
    change(home, {name: value for name, value in answers.items() if name not in where}, home.version)
    return home


def _new_home(person: Person) -> Home:
    home = Home(version=0)
    db.session.add(home)
    db.session.flush()
    change(person, {"home_id": home.id}, person.version)
    return home


def answer_monitoring(person: Person, answers: Answers, version: int | None) -> Monitoring:
    """Keep somebody's answers for the fairness panel, apart from everything the score reads."""
    kept = queries.monitoring_of(person) or _new_monitoring(person)
    change(kept, answers, version)
    return kept


def _new_monitoring(person: Person) -> Monitoring:
    monitoring = Monitoring(person_id=person.id, version=0)
    db.session.add(monitoring)
    return monitoring
