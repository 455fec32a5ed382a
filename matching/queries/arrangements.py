"""Arrangements and everything that belongs to them, at the desk and for the two sides."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from carers.models import Household, Member, MemberKind
from matching.kinds import VISITING_KINDS
from matching.lifecycle import GOING_ON, LIVING_TOGETHER, Stage
from matching.models import (
    Answer,
    Arrangement,
    CheckedEssential,
    Feeling,
    Question,
    Side,
    Stay,
    TakenStep,
    ToldMark,
    Visit,
    VisitState,
    Waiver,
)
from people.models import Person
from scheme.database import db, now
from scheme.kinds import INTERIM_KINDS
from scheme.models import Change

ASKED_AT = {Stage.PROPOSED: Question.MEET, Stage.INTRODUCTION: Question.MEET, Stage.TRIAL: Question.LIVE}
"""Which question is open at which stage. During introductions somebody may still change their mind about meeting."""


def question_open(arrangement: Arrangement) -> Question | None:
    """What both sides are asked now, if anything. Whoever only stays for now is not asked to go on: nothing would follow from a
    yes, because living there afterwards is a new arrangement, put forward once the crisis is over (DESIGN §5)."""
    if arrangement.stage is Stage.TRIAL and arrangement.kind in INTERIM_KINDS:
        return None
    return ASKED_AT.get(arrangement.stage)


@dataclass(frozen=True)
class Pair:
    """A person, a household, and the arrangement between them."""

    arrangement: Arrangement
    person: Person
    household: Household

    @property
    def title(self) -> str:
        """What the two together are called at the desk."""
        return titled(self.person, self.household)

    def name_of(self, side: Side) -> str:
        """What one side is called at the desk."""
        return self.person.known_as if side is Side.PERSON else self.household.name


def titled(person: Person, household: Household) -> str:
    """Two together, so that it is plain where one side ends: "Josie, with Ruth and Colin Ashworth"."""
    return f"{person.known_as}, with {household.name}"


def by_id(model: type[Any], ids: Iterable[UUID | None]) -> dict[UUID, Any]:
    """Rows by their id, in one query."""
    return {row.id: row for row in db.session.exec(select(model).where(col(model.id).in_({i for i in ids if i})))}


def pair(arrangement_id: UUID) -> Pair | None:
    """An arrangement with its two sides, in one query; ``None`` if there is none in this scheme."""
    found = pairs(col(Arrangement.id) == arrangement_id)
    return found[0] if found else None


def pairs(*conditions: object) -> Sequence[Pair]:
    """Arrangements with their two sides, newest first, in one query."""
    query = (
        select(Arrangement, Person, Household)
        .join(Person, col(Arrangement.person_id) == Person.id)
        .join(Household, col(Arrangement.household_id) == Household.id)
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(col(Arrangement.proposed_at).desc(), col(Arrangement.reference).desc())
    )
    return [Pair(*row) for row in db.session.exec(query)]


def going_on() -> Sequence[Pair]:
    """Every arrangement that has neither been declined nor ended."""
    return pairs(col(Arrangement.stage).in_(GOING_ON))


def of_person(person_id: UUID) -> Sequence[Pair]:
    """One person's arrangements, in order of date: never ranked."""
    return pairs(col(Arrangement.person_id) == person_id)


def of_household(household_id: UUID) -> Sequence[Pair]:
    """One household's arrangements, in order of date: never ranked."""
    return pairs(col(Arrangement.household_id) == household_id)


def going_on_between(person_id: UUID, household_id: UUID) -> Arrangement | None:
    """What these two already have under way, if anything."""
    query = select(Arrangement).where(
        Arrangement.person_id == person_id,
        Arrangement.household_id == household_id,
        col(Arrangement.stage).in_(GOING_ON),
    )
    return db.session.exec(query).first()


def answers_of(arrangement_id: UUID, question: Question) -> Sequence[Answer]:
    """Every answer to one question, the sides' and the members'."""
    query = select(Answer).where(Answer.arrangement_id == arrangement_id, Answer.question == question)
    return db.session.exec(query.order_by(col(Answer.at))).all()


def answer_of(arrangement_id: UUID, question: Question, side: Side, member_id: UUID | None = None) -> Answer | None:
    """One side's answer, or one member's."""
    answers = answers_of(arrangement_id, question)
    return next((answer for answer in answers if (answer.side, answer.member_id) == (side, member_id)), None)


def asked_members(household_id: UUID) -> Sequence[Member]:
    """Everybody in the household who is asked: every adult, and everybody supported there (DESIGN §1.5)."""
    query = (
        select(Member)
        .where(Member.household_id == household_id, Member.kind != MemberKind.CHILD, col(Member.left_on).is_(None))
        .order_by(col(Member.kind), col(Member.name))
    )
    return db.session.exec(query).all()


def visits_of(arrangement_id: UUID) -> Sequence[Visit]:
    """Visits in order of time."""
    return db.session.exec(
        select(Visit).where(Visit.arrangement_id == arrangement_id).order_by(col(Visit.starts_at))
    ).all()


def visit(arrangement_id: UUID, visit_id: UUID) -> Visit | None:
    """One of them."""
    return next((one for one in visits_of(arrangement_id) if one.id == visit_id), None)


def visits_that_happened(arrangement_id: UUID) -> Sequence[Visit]:
    """Visits that took place, in order of time."""
    return [visit for visit in visits_of(arrangement_id) if visit.state is VisitState.HAPPENED]


def feelings_of(arrangement_id: UUID) -> Sequence[Feeling]:
    """How the visits felt, both sides."""
    return db.session.exec(select(Feeling).where(Feeling.arrangement_id == arrangement_id)).all()


def stays_in(home_id: UUID) -> Sequence[tuple[Stay, Arrangement]]:
    """Every stay in a home, with its arrangement."""
    query = (
        select(Stay, Arrangement)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(Stay.home_id == home_id)
    )
    return db.session.exec(query).all()


def stays_of(arrangement_id: UUID) -> Sequence[Stay]:
    """Every stay of one arrangement, in order of time."""
    return db.session.exec(
        select(Stay).where(Stay.arrangement_id == arrangement_id).order_by(col(Stay.starts_at))
    ).all()


def booked_stays(pair: Pair) -> Sequence[Stay]:
    """Stays and days of a kind in which nobody moves in, in order of time, without a visit's nights."""
    if pair.arrangement.kind not in VISITING_KINDS:
        return ()
    return [stay for stay in stays_of(pair.arrangement.id) if stay.visit_id is None]


def coming_stays(pair: Pair) -> Sequence[Stay]:
    """Those that are under way or still to come, soonest first."""
    return [stay for stay in booked_stays(pair) if stay.ends_at is None or stay.ends_at > now()]


def dated_stays_of_person(person_id: UUID) -> Sequence[Stay]:
    """Everywhere a person stays for a time, visits' nights too, in order of time."""
    query = (
        select(Stay)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(Arrangement.person_id == person_id, col(Stay.ends_at).is_not(None))
    )
    return db.session.exec(query.order_by(col(Stay.starts_at))).all()


def steps_taken(arrangement_id: UUID) -> Sequence[TakenStep]:
    """The steps taken, oldest first."""
    return db.session.exec(
        select(TakenStep).where(TakenStep.arrangement_id == arrangement_id).order_by(col(TakenStep.at))
    ).all()


def checked_essentials(arrangement_id: UUID) -> dict[str, CheckedEssential]:
    """What a worker has checked, by essential."""
    query = select(CheckedEssential).where(CheckedEssential.arrangement_id == arrangement_id)
    return {row.essential: row for row in db.session.exec(query)}


def waivers(arrangement_id: UUID, on: date) -> dict[str, Waiver]:
    """Needs that a manager lets pass on that day, by name."""
    query = select(Waiver).where(Waiver.arrangement_id == arrangement_id, Waiver.expires_on >= on)
    return {row.need: row for row in db.session.exec(query)}


def told_marks(arrangement_id: UUID) -> dict[Side, ToldMark]:
    """Which sides have been told that it does not go ahead, or has ended."""
    query = select(ToldMark).where(ToldMark.arrangement_id == arrangement_id)
    return {mark.side: mark for mark in db.session.exec(query)}


def told_mark(arrangement_id: UUID, side: Side) -> ToldMark | None:
    """The mark that one side has been told."""
    return told_marks(arrangement_id).get(side)


def latest_between(person_id: UUID, household_id: UUID) -> Arrangement | None:
    """What was put forward last between these two, whatever became of it."""
    query = select(Arrangement).where(Arrangement.person_id == person_id, Arrangement.household_id == household_id)
    return db.session.exec(query.order_by(col(Arrangement.proposed_at).desc(), col(Arrangement.id))).first()


def introductions_of(person_id: UUID) -> int:
    """How many introductions a person has side by side, counting those just put forward; staying for now is none."""
    query = select(Arrangement).where(
        Arrangement.person_id == person_id,
        col(Arrangement.kind).not_in(INTERIM_KINDS),
        col(Arrangement.stage).in_([Stage.PROPOSED, Stage.INTRODUCTION]),
    )
    return len(db.session.exec(query).all())


def living_with(person_id: UUID, *, without: UUID) -> Arrangement | None:
    """With whom a person lives or tries out living, leaving out one arrangement and those in which nobody moves in."""
    query = select(Arrangement).where(
        Arrangement.person_id == person_id,
        Arrangement.id != without,
        col(Arrangement.stage).in_(LIVING_TOGETHER),
        col(Arrangement.kind).not_in(VISITING_KINDS),
    )
    return db.session.exec(query).first()


def last_home_ended_on(person_id: UUID) -> date | None:
    """The last day on which a home of theirs came to an end, one meant to last: no short break, day, or stay for now."""
    query = select(Arrangement).where(
        Arrangement.person_id == person_id,
        col(Arrangement.ended_on).is_not(None),
        col(Arrangement.kind).not_in(VISITING_KINDS | INTERIM_KINDS),
    )
    ended = db.session.exec(query.order_by(col(Arrangement.ended_on).desc())).first()
    return ended.ended_on if ended else None


def changes_by(arrangement_id: UUID, actions: Collection[str]) -> Sequence[Change]:
    """What these actions did to an arrangement, as the record tells it, newest first."""
    query = select(Change).where(Change.subject_id == arrangement_id, col(Change.doing).in_(actions))
    return db.session.exec(query.order_by(col(Change.at).desc())).all()
