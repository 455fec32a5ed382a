"""What is known about people, and who may see which of them. Other schemes' rows are never found: the session sees to that.

Whoever shows a page about one person calls ``scheme.record.viewed`` first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select

from people.models import (
    AuthorityScope,
    CirclePerson,
    Consent,
    ConsentFor,
    Enquiry,
    Monitoring,
    Person,
    PersonAccount,
    PersonPlace,
    PersonState,
    PlacematLine,
    TalkOfOtherWays,
    WantedArrangement,
)
from scheme import told
from scheme.access import WORKERS
from scheme.database import db
from scheme.kinds import ArrangementKind
from scheme.models import Account, Home, Role
from scheme.pages import Page, page_of
from scheme.ways_of_living import YesNo

NOBODY, NOT_KNOWN = "nobody", "not_known"
"""What to ask for to find people without a named worker, and people of whom a crisis is not known."""

SORTS: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "name": ("Name", (func.lower(Person.known_as), col(Person.reference))),
    "waiting": (
        "Longest with us first",
        (col(Person.first_contact_on).is_(None), col(Person.first_contact_on), col(Person.created_at)),
    ),
    "newest": ("Newest first", (col(Person.created_at).desc(),)),
    "reference": ("Reference", (func.length(Person.reference), col(Person.reference))),
}
"""Ways to put a list in order, each with its label."""


def person(person_id: UUID) -> Person | None:
    """One person of this scheme, or nothing."""
    return db.session.exec(select(Person).where(Person.id == person_id)).first()


def person_by_reference(reference: str) -> Person | None:
    """The person with this reference ("P012"), in any case, or nothing."""
    return db.session.exec(select(Person).where(func.lower(Person.reference) == reference.strip().lower())).first()


# --- finding ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Looking:
    """What somebody looks for in the list of people. Empty means any."""

    search: str = ""
    state: PersonState | None = None
    worker: UUID | str | None = None
    """A worker's id, or ``NOBODY``."""
    kind: ArrangementKind | None = None
    crisis: YesNo | str | None = None
    """An answer, or ``NOT_KNOWN``."""
    sort: str = "name"


def may_see_contacts(account: Account) -> bool:
    """Whether this account sees full names, phone numbers and addresses: those who work with people, not auditors."""
    return account.role in WORKERS


def find(account: Account, looking: Looking, page: int = 1) -> Page[Person]:
    """One page of the people looked for: two statements however many there are.

    Full names are searched only for those who may see them.
    """
    _, order = SORTS[looking.sort]
    query = select(Person).order_by(*order, col(Person.id))
    for condition in _conditions(account, looking):
        query = query.where(condition)
    return page_of(query, page)


def _conditions(account: Account, looking: Looking) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if looking.search.strip():
        columns: list[Any] = [Person.known_as, Person.reference]
        columns += [Person.full_name] if may_see_contacts(account) else []
        conditions.append(or_(*(each.icontains(looking.search.strip(), autoescape=True) for each in columns)))
    if looking.state is not None:
        conditions.append(col(Person.state) == looking.state)
    if looking.worker is not None:
        worker_id = None if looking.worker == NOBODY else looking.worker
        conditions.append(col(Person.named_worker_id).is_not_distinct_from(worker_id))
    if looking.kind is not None:
        wanting = select(WantedArrangement.person_id).where(WantedArrangement.kind == looking.kind)
        conditions.append(col(Person.id).in_(wanting))
    if looking.crisis is not None:
        crisis = None if looking.crisis == NOT_KNOWN else looking.crisis
        conditions.append(col(Person.crisis).is_not_distinct_from(crisis))
    return conditions


def kinds_wanted_by(people: Sequence[Person]) -> Mapping[UUID, Sequence[ArrangementKind]]:
    """The kinds each of these people wants: one statement."""
    wanted: dict[UUID, list[ArrangementKind]] = {each.id: [] for each in people}
    query = select(WantedArrangement).where(col(WantedArrangement.person_id).in_(wanted))
    for row in db.session.exec(query.order_by(col(WantedArrangement.starts_on), col(WantedArrangement.kind))):
        if row.kind not in wanted[row.person_id]:
            wanted[row.person_id].append(row.kind)
    return wanted


# --- one person's profile --------------------------------------------------------------------------------------------------


def places_of(person: Person) -> Sequence[PersonPlace]:
    """The places that matter to somebody, in the order they were told."""
    return _parts(PersonPlace, person, col(PersonPlace.label))


def circle_of(person: Person) -> Sequence[CirclePerson]:
    """Who is already in somebody's life."""
    return _parts(CirclePerson, person, col(CirclePerson.name))


def place_met_at(one: CirclePerson) -> PersonPlace | None:
    """Where somebody in the circle is usually met; no query if the places were read already."""
    return db.session.get(PersonPlace, one.meet_at_id) if one.meet_at_id else None


def wanted_of(person: Person) -> Sequence[WantedArrangement]:
    """What somebody would like, soonest first; no date is last."""
    return _parts(
        WantedArrangement, person, col(WantedArrangement.starts_on).is_(None), col(WantedArrangement.starts_on)
    )


def placemat_lines_of(person: Person) -> Sequence[PlacematLine]:
    """Who does what for somebody, as far as it is written down."""
    return _parts(PlacematLine, person, col(PlacematLine.place), func.lower(PlacematLine.who))


def talks_of_other_ways(person: Person) -> Sequence[TalkOfOtherWays]:
    """Talks about other ways to live, newest first."""
    return _parts(TalkOfOtherWays, person, col(TalkOfOtherWays.talked_on).desc())


def enquiries(page: int = 1) -> Page[Enquiry]:
    """Everybody introduced to us: those waiting for an answer first."""
    return told.listed(Enquiry, page)


def enquiry(enquiry_id: UUID) -> Enquiry | None:
    """One of them, or nothing."""
    return db.session.exec(select(Enquiry).where(Enquiry.id == enquiry_id)).first()


def waiting_enquiries() -> Sequence[Enquiry]:
    """Those nobody has answered, longest waiting first."""
    return told.waiting(Enquiry)


def consents_of(person: Person) -> Sequence[Consent]:
    """Everything somebody agreed to, newest first; those taken back too."""
    return _parts(Consent, person, col(Consent.given_on).desc())


def taken_back(person: Person, purpose: ConsentFor) -> bool:
    """Whether somebody agreed to something once and does not any more. What was never asked is not taken back."""
    asked = [one for one in consents_of(person) if one.purpose is purpose]
    return bool(asked) and all(one.withdrawn_on for one in asked)


def monitoring_of(person: Person) -> Monitoring | None:
    """Somebody's answers for the fairness panel, if they gave any."""
    return next(iter(_parts(Monitoring, person)), None)


def part_of(model: type[Any], person: Person, part_id: UUID) -> Any | None:
    """One place, circle member, wish … of this person; nothing when it is somebody else's."""
    return db.session.exec(select(model).where(model.person_id == person.id, model.id == part_id)).first()


def _parts(model: type[Any], person: Person, *order: Any) -> Sequence[Any]:
    return db.session.exec(select(model).where(model.person_id == person.id).order_by(*order, model.id)).all()


def home_of(person: Person) -> Home | None:
    """Where somebody lives now; in Homeshare, the home that would be shared."""
    return db.session.exec(select(Home).where(Home.id == person.home_id)).first() if person.home_id else None


# --- the person's own pages ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Own:
    """Somebody's own pages as one account may open them."""

    person: Person
    link: PersonAccount

    @property
    def may_write(self) -> bool:
        """Whether the authority goes as far as writing."""
        return self.link.scope is AuthorityScope.HELP

    def ended(self, today: date) -> bool:
        """Whether the authority has run out; its last day still counts."""
        return self.link.expires_on is not None and self.link.expires_on < today


def own_people(account: Account) -> Sequence[Own]:
    """Everybody whose own pages this account is linked to, also when the authority has since run out."""
    if account.role not in {Role.PERSON, Role.SUPPORTER}:
        return []
    query = (
        select(Person, PersonAccount)
        .join(PersonAccount, col(PersonAccount.person_id) == Person.id)
        .where(PersonAccount.account_id == account.id)
        .order_by(func.lower(Person.known_as))
    )
    return [Own(*row) for row in db.session.exec(query)]


def own_person(account: Account, person_id: UUID) -> Own | None:
    """The person with this id, if their pages are this account's to open; nothing for anybody else's."""
    return next((own for own in own_people(account) if own.person.id == person_id), None)


def supporters_of(person: Person) -> Sequence[tuple[PersonAccount, Account]]:
    """Which accounts may open this person's pages, and on what authority."""
    query = (
        select(PersonAccount, Account)
        .join(Account, col(Account.id) == PersonAccount.account_id)
        .where(PersonAccount.person_id == person.id)
    )
    return db.session.exec(query.order_by(func.lower(Account.name))).all()
