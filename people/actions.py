"""What may be done with a person's profile: each verb changes rows in the caller's transaction, or refuses in plain words.

``version`` is the version of the row that the answers were made from (see ``scheme.changing``). Nothing here commits.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlmodel import select

from people import queries
from people.models import (
    Authority,
    CirclePerson,
    Consent,
    ConsentFor,
    Monitoring,
    Person,
    PersonAccount,
    PersonPlace,
    PersonState,
    WantedArrangement,
)
from scheme.access import WORKERS
from scheme.changing import change, refuse_if_changed
from scheme.clock import today
from scheme.database import SchemeTable, db
from scheme.errors import Refused
from scheme.kinds import KINDS_OF_SCHEME
from scheme.messages import post_template
from scheme.models import Account, Conversation, Home, Role, WhichConversation
from scheme.places import locate, settle_home
from scheme.postcodes import tidy_postcode
from scheme.queries import our_scheme
from scheme.sign_in import accounts
from scheme.sign_in import actions as sign_in
from scheme.ways_of_living import YesNo

Answers = Mapping[str, Any]
Part = TypeVar("Part", bound=SchemeTable)

REFERENCE = re.compile(r"P(\d{1,9})", re.IGNORECASE)


# --- the profile -----------------------------------------------------------------------------------------------------------


def add_person(answers: Answers, reference: str | None = None) -> Person:
    """A new profile. Without a reference it takes the next free one: P001, P002, …

    Raises ``Refused`` without a known-as name, or when the reference is taken.
    """
    if reference is not None and queries.person_by_reference(reference):
        raise Refused(f"There is already somebody with the reference {reference}.", "reference")
    _refuse_impossible(answers)
    person = Person(reference=reference or next_reference(), known_as=answers["known_as"].strip())
    change(person, {"first_contact_on": today(), **answers}, person.version)
    person.version = 1
    db.session.add(person)
    db.session.flush()
    return person


def next_reference() -> str:
    """One more than the highest number in use."""
    found = (REFERENCE.fullmatch(reference) for reference in db.session.exec(select(Person.reference)))
    return f"P{max((int(each[1]) for each in found if each), default=0) + 1:03}"


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


# --- where things stand ----------------------------------------------------------------------------------------------------


def set_state(person: Person, state: PersonState, paused_until: date | None = None, version: int | None = None) -> None:
    """Say where somebody is with looking. A break has a day on which their worker asks again.

    Raises ``Refused`` when somebody takes a break without a day to come.
    """
    pausing = state is PersonState.PAUSED
    if pausing and (paused_until is None or paused_until <= today()):
        raise Refused("Please give the day to ask again. It should be after today.", "paused_until")
    answers = {"state": state, "paused_until": paused_until if pausing else None}
    change(person, answers, _or_now(person, version))


def note_crisis(person: Person, crisis: YesNo | None, noted_on: date | None = None, version: int | None = None) -> None:
    """Note whether somebody is in a crisis, and the day it was noted. ``None``: not known, which is never no."""
    if noted_on is not None and noted_on > today():
        raise Refused("Please give a day up to today.", "noted_on")
    answers = {"crisis": crisis, "crisis_noted_on": noted_on or today()}
    change(person, answers, _or_now(person, version))


def _or_now(person: Person, version: int | None) -> int:
    """Where things stand is also changed by rules, which have just read it and carry no version."""
    return person.version if version is None else version


def name_worker(person: Person, worker: Account, told: str | None = None, version: int | None = None) -> None:
    """Give somebody their named worker, and tell them.

    A known worker stays (DESIGN §1.6): whoever already has one must have been told, and ``told`` says how, in words that
    are kept with their conversations. Raises ``Refused`` otherwise, or when the account is no worker's.
    """
    if worker.role not in WORKERS or not worker.active:
        raise Refused("Please choose somebody who works at this scheme.", "worker")
    if person.named_worker_id == worker.id:
        return
    had_one = person.named_worker_id is not None
    if had_one and not (told or "").strip():
        raise Refused(f"Please talk to {person.known_as} first, and say here how they were told.", "told")
    change(person, {"named_worker_id": worker.id}, _or_now(person, version))
    if had_one:
        record_conversation(person, worker, today(), WhichConversation.LISTEN, f"Change of worker. {told}")
    if person.email:
        post_template(person.email, "people/messages/new_worker.txt", worker=worker, person=person)


def record_conversation(
    person: Person, worker: Account, on: date, which: WhichConversation, words: str | None
) -> Conversation:
    """Note that somebody was spoken with, and which of the three conversations it was. Raises ``Refused`` for days to come."""
    if on > today():
        raise Refused("Please give a day up to today.", "on")
    conversation = Conversation(about_kind="person", about_id=person.id, on=on, account_id=worker.id, which=which)
    conversation.words = words
    db.session.add(conversation)
    return conversation


# --- wishes, places and circle ---------------------------------------------------------------------------------------------


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
    """Somebody who is already in the person's life: ``name``, ``relationship``, ``closeness`` and ``in_touch``."""
    return _add(CirclePerson(person_id=person.id, **answers))


def change_in_circle(one: CirclePerson, answers: Answers, version: int | None) -> None:
    """Change what is known of somebody in the circle."""
    change(one, answers, version)


def remove(part: WantedArrangement | PersonPlace | CirclePerson) -> None:
    """Take a wish, a place or somebody in the circle off the profile. What it said stays in the record."""
    db.session.delete(part)


def _add(part: Part) -> Part:
    db.session.add(part)
    return part


# --- what is agreed, and by whom -------------------------------------------------------------------------------------------


def give_consent(person: Person, purpose: ConsentFor, how: str | None = None, given_on: date | None = None) -> Consent:
    """Somebody agrees to one thing. Raises ``Refused`` when they already do."""
    if any(each.purpose is purpose and each.withdrawn_on is None for each in queries.consents_of(person)):
        raise Refused("This is agreed already.", "purpose")
    return _add(Consent(person_id=person.id, purpose=purpose, how=how, given_on=given_on or today()))


def withdraw_consent(consent: Consent) -> None:
    """Somebody takes back what they agreed to, from today. Taking it back twice changes nothing."""
    consent.withdrawn_on = consent.withdrawn_on or today()


def let_open(person: Person, email: str, name: str | None, answers: Answers) -> PersonAccount:
    """Let somebody open a person's own pages, inviting them by email when they have no account yet.

    Raises ``Refused`` as ``give_authority`` does, and when somebody new has no name.
    """
    account = accounts.ours_by_email(email)
    if account is not None:
        return give_authority(person, account, answers)
    own = answers["authority"] is Authority.SELF
    if not own and not name:
        raise Refused("They have no account yet, so please say what they are called. We will invite them.", "name")
    account = sign_in.open_account(email, name or person.known_as, Role.PERSON if own else Role.SUPPORTER)
    link = give_authority(person, account, answers)
    sign_in.send_link(account.id, template="invitation")
    return link


def give_authority(person: Person, account: Account, answers: Answers) -> PersonAccount:
    """Let an account open somebody's own pages: ``authority``, ``scope``, ``evidence`` and ``expires_on``.

    Relatives have none by default (DOMAIN §8). Raises ``Refused`` when the account is not a person's or supporter's, has
    authority already, or when an attorney, deputy or advocate comes without evidence.
    """
    authority: Authority = answers["authority"]
    role = Role.PERSON if authority is Authority.SELF else Role.SUPPORTER
    if account.role is not role:
        raise Refused(
            f"That account is not a {role.label.lower()}’s own. Please invite them as a {role.label.lower()}.", "email"
        )
    if any(link.account_id == account.id for link, _ in queries.supporters_of(person)):
        raise Refused("This account can open these pages already. Change what it may do instead.", "email")
    _evidenced(authority, answers.get("evidence"))
    return _add(PersonAccount(person_id=person.id, account_id=account.id, **answers))


def change_authority(link: PersonAccount, answers: Answers, version: int | None) -> None:
    """Change how far an authority goes or how long it lasts. Raises ``Refused`` as ``give_authority`` does."""
    authority = answers.get("authority", link.authority)
    if (authority is Authority.SELF) != (link.authority is Authority.SELF):
        raise Refused("Whether it is somebody’s own account cannot be changed here.", "authority")
    _evidenced(authority, answers.get("evidence", link.evidence))
    change(link, answers, version)


def end_authority(link: PersonAccount) -> None:
    """The authority ends now: from the next page on, nothing opens."""
    change(link, {"expires_on": today() - timedelta(days=1)}, link.version)


def _evidenced(authority: Authority, evidence: str | None) -> None:
    needed = {Authority.ATTORNEY, Authority.DEPUTY, Authority.ADVOCATE}
    if authority in needed and not (evidence or "").strip():
        raise Refused("Please say what you saw: the document, its date and its number.", "evidence")


def answer_monitoring(person: Person, answers: Answers, version: int | None) -> Monitoring:
    """Keep somebody's answers for the fairness panel, apart from everything the score reads."""
    kept = queries.monitoring_of(person) or _add(Monitoring(person_id=person.id, version=0))
    change(kept, answers, version)
    return kept
