"""What there may be several of: wishes, places that matter, people in somebody's life, who does what, talks of other ways."""

from typing import TypeVar
from uuid import UUID

from sqlmodel import select

from people import queries
from people.models import CirclePerson, Person, PersonPlace, PlacematLine, TalkOfOtherWays, WantedArrangement
from scheme.changing import Answers, change
from scheme.database import db
from scheme.errors import Refused
from scheme.kinds import KINDS_OF_SCHEME
from scheme.places import locate
from scheme.postcodes import tidy_postcode
from scheme.queries import our_scheme

AnyPart = WantedArrangement | PersonPlace | CirclePerson | PlacematLine | TalkOfOtherWays

Part = TypeVar("Part", WantedArrangement, PersonPlace, CirclePerson, PlacematLine, TalkOfOtherWays)


def add_wanted(person: Person, answers: Answers) -> WantedArrangement:
    """Another kind of arrangement somebody would like. Raises ``Refused`` as ``change_wanted`` does."""
    _can_be_wanted(person, answers, None)
    return _add(WantedArrangement(person_id=person.id, **answers))


def change_wanted(wanted: WantedArrangement, answers: Answers, version: int | None) -> None:
    """Change a kind or its dates.

    Raises ``Refused`` when the scheme does not arrange that kind, it ends before it starts, or it is wished for already.
    """
    _can_be_wanted(db.session.get_one(Person, wanted.person_id), answers, wanted)
    change(wanted, answers, version)


def _can_be_wanted(person: Person, answers: Answers, unless: WantedArrangement | None) -> None:
    kind, starts_on, ends_on = (answers.get(name) for name in ("kind", "starts_on", "ends_on"))
    scheme = our_scheme()
    if kind not in KINDS_OF_SCHEME[scheme.kind]:
        raise Refused(f"{scheme.name} does not arrange this kind.", "kind")
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused("The last day should not be before the first.", "ends_on")
    others = (each for each in queries.wanted_of(person) if each is not unless)
    if any((each.kind, each.starts_on, each.ends_on) == (kind, starts_on, ends_on) for each in others):
        raise Refused("This is already on the list, with the same dates.", "kind")


def add_place(person: Person, answers: Answers) -> PersonPlace:
    """A place that matters to somebody: ``label``, ``postcode`` and ``how_often``."""
    place = PersonPlace(person_id=person.id, label="", version=0)
    change(place, _located(answers), 0)
    return _add(place)


def change_place(place: PersonPlace, answers: Answers, version: int | None) -> None:
    """Change a place. Raises ``Refused`` when the postcode is not one."""
    change(place, _located(answers), version)


def _located(answers: Answers) -> Answers:
    """The answers, and the district and the square of the map the postcode lies in."""
    if not answers.get("postcode"):
        return {**answers, "postcode": None, "area": None, "cell": None}
    located = locate(answers["postcode"])
    if located is None:
        raise Refused(
            "We do not recognise this postcode. It looks like LA1 4XX, or just the first half, LA1.", "postcode"
        )
    tidy = tidy_postcode(answers["postcode"])
    square = str(located.cell) if located.cell else None
    return {**answers, "postcode": tidy, "area": located.district, "cell": square}


def add_to_circle(person: Person, answers: Answers) -> CirclePerson:
    """Somebody who is already in the person's life, by the fields of ``CirclePerson``.

    Raises ``Refused`` when the place they meet at is not one of this person's.
    """
    _met_at_a_place_of(person.id, answers)
    return _add(CirclePerson(person_id=person.id, **answers))


def change_in_circle(one: CirclePerson, answers: Answers, version: int | None) -> None:
    """Change what is known of somebody in the circle. Raises ``Refused`` as ``add_to_circle`` does."""
    _met_at_a_place_of(one.person_id, answers)
    change(one, answers, version)


def add_placemat_line(person: Person, answers: Answers) -> PlacematLine:
    """Another line of somebody's placemat: ``place``, ``whose``, ``who`` and ``does``."""
    return _add(PlacematLine(person_id=person.id, **answers))


def change_placemat_line(line: PlacematLine, answers: Answers, version: int | None) -> None:
    """Change a line of a placemat."""
    change(line, answers, version)


def add_talk_of_other_ways(person: Person, answers: Answers) -> TalkOfOtherWays:
    """A talk about other ways to live, by the fields of ``TalkOfOtherWays``."""
    talk = TalkOfOtherWays(
        person_id=person.id, ways=answers["ways"], talked_on=answers["talked_on"], with_whom=answers["with_whom"]
    )
    talk.words = answers.get("words")
    return _add(talk)


def change_talk_of_other_ways(talk: TalkOfOtherWays, answers: Answers, version: int | None) -> None:
    """Put right what was written about a talk."""
    change(talk, answers, version)


def remove(part: AnyPart) -> None:
    """Take a wish, a place, somebody in the circle or a line of the placemat off the profile. What it said stays in the record.

    Where people met at a place that is taken off is not known from then on.
    """
    if isinstance(part, PersonPlace):
        for one in db.session.exec(select(CirclePerson).where(CirclePerson.meet_at_id == part.id)):
            change(one, {"meet_at_id": None}, one.version)
        db.session.flush()  # nobody points at it any more
    db.session.delete(part)


def _met_at_a_place_of(person_id: UUID, answers: Answers) -> None:
    place_id = answers.get("meet_at_id")
    place = db.session.get(PersonPlace, place_id) if place_id else None
    if place_id and (place is None or place.person_id != person_id):
        raise Refused("Please choose one of the places on their profile.", "meet_at_id")


def _add(part: Part) -> Part:
    db.session.add(part)
    return part
