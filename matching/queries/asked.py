"""Who is asked about an arrangement beside the two sides, what they said, and how the person was helped to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from carers.models import Household, Member, MemberKind
from matching.lifecycle import Stage
from matching.models import (
    Answer,
    AnswerWord,
    Arrangement,
    BestInterests,
    DecisionSupport,
    Question,
    ResidentAnswer,
    Side,
    Stay,
)
from matching.queries.arrangements import ASKED_AT, Pair, answer_of, answers_of, asked_members, pairs, question_open
from people.models import Person
from scheme.database import db
from scheme.kinds import INTERIM_KINDS

MEETING = [stage for stage, question in ASKED_AT.items() if question is Question.MEET]
"""While it is asked whether they would like to meet, everybody at home is asked too."""


@dataclass(frozen=True)
class AtHome:
    """Somebody in the home who is asked: a member of the household, or a person who moved in through an arrangement."""

    who: Member | Person
    given: Answer | ResidentAnswer | None

    @property
    def label(self) -> str:
        """What they are called at the desk."""
        return self.who.label if isinstance(self.who, Member) else self.who.known_as

    @property
    def moved_in(self) -> bool:
        """Whether they live there through an arrangement kept here."""
        return isinstance(self.who, Person)

    @property
    def supported(self) -> bool:
        """Whether they are supported there: then no carer says it for them."""
        return not isinstance(self.who, Member) or self.who.kind is MemberKind.RESIDENT

    @property
    def says_yes(self) -> bool:
        """Whether they have said yes."""
        return self.given is not None and self.given.answer is AnswerWord.YES


def everybody_at_home(arrangement: Arrangement, household: Household) -> list[AtHome]:
    """Every adult member, everybody written down as supported there, and everybody who moved in through an arrangement."""
    members = {answer.member_id: answer for answer in answers_of(arrangement.id, Question.MEET)}
    residents = resident_answers(arrangement.id)
    return [
        *(AtHome(member, members.get(member.id)) for member in asked_members(household.id)),
        *(AtHome(person, residents.get(person.id)) for person in residents_beside(arrangement)),
    ]


def residents_beside(arrangement: Arrangement) -> Sequence[Person]:
    """Who lives in the home of these two through an arrangement of their own, now or soon: a stay that has no end.

    Somebody whose stay is still to begin is asked as well: whoever comes next will live with them.
    """
    if arrangement.home_id is None:
        return ()
    living = (
        select(Arrangement.person_id)
        .join(Stay, col(Stay.arrangement_id) == Arrangement.id)
        .where(Stay.home_id == arrangement.home_id, col(Stay.ends_at).is_(None))
    )
    query = select(Person).where(col(Person.id).in_(living), Person.id != arrangement.person_id)
    return db.session.exec(query.order_by(Person.reference)).all()


def asked_of_resident(person: Person) -> list[Pair]:
    """What somebody is asked about the home they live in, or move into soon, in order of date."""
    homes = (
        select(Stay.home_id)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(Arrangement.person_id == person.id, col(Stay.ends_at).is_(None))
    )
    found = pairs(
        col(Arrangement.home_id).in_(homes), col(Arrangement.stage).in_(MEETING), Arrangement.person_id != person.id
    )
    return list(reversed(found))


def residents_to_hear_from(arrangements: Sequence[Arrangement]) -> dict[UUID, list[UUID]]:
    """Whoever lives in the home of each of these through an arrangement of their own and has not answered, by arrangement: two statements."""
    homes = {one.home_id for one in arrangements if one.home_id}
    lives = (
        select(Stay.home_id, Arrangement.person_id)
        .join(Arrangement, col(Stay.arrangement_id) == Arrangement.id)
        .where(col(Stay.home_id).in_(homes), col(Stay.ends_at).is_(None))
        .order_by(col(Stay.starts_at), col(Stay.id))
    )
    living = db.session.exec(lives).all()
    given = select(ResidentAnswer.arrangement_id, ResidentAnswer.person_id).where(
        col(ResidentAnswer.arrangement_id).in_([one.id for one in arrangements])
    )
    answered = set(db.session.exec(given))
    return {
        one.id: [
            person_id
            for home_id, person_id in living
            if home_id == one.home_id and person_id != one.person_id and (one.id, person_id) not in answered
        ]
        for one in arrangements
    }


def resident_answers(arrangement_id: UUID) -> dict[UUID, ResidentAnswer]:
    """What those say who live there through an arrangement, by person."""
    query = select(ResidentAnswer).where(ResidentAnswer.arrangement_id == arrangement_id)
    return {row.person_id: row for row in db.session.exec(query)}


# --- how the person was helped to decide -----------------------------------------------------------------------------------


def supports_of(arrangement_id: UUID, question: Question, resident_id: UUID | None = None) -> Sequence[DecisionSupport]:
    """How the person was supported to decide or, with ``resident_id``, somebody who lives there already; newest first."""
    query = select(DecisionSupport).where(
        DecisionSupport.arrangement_id == arrangement_id,
        DecisionSupport.question == question,
        col(DecisionSupport.resident_id).is_not_distinct_from(resident_id),
    )
    return db.session.exec(query.order_by(col(DecisionSupport.on).desc(), col(DecisionSupport.at).desc())).all()


def best_interests(arrangement_id: UUID, question: Question) -> BestInterests | None:
    """The decision in the person's best interests that stands: the newest, unless it was taken back."""
    newest = next(iter(decisions(arrangement_id, question)), None)
    return newest if newest and newest.taken_back_at is None else None


def decisions(arrangement_id: UUID, question: Question) -> Sequence[BestInterests]:
    """Every decision in the person's best interests, newest first, those taken back too."""
    query = select(BestInterests).where(
        BestInterests.arrangement_id == arrangement_id, BestInterests.question == question
    )
    return db.session.exec(query.order_by(col(BestInterests.at).desc())).all()


def past_their_no(arrangement: Arrangement) -> BestInterests | None:
    """A decision that goes ahead although the person says no; nothing where they do not."""
    question = question_open(arrangement)
    if question is None:
        return None
    own = answer_of(arrangement.id, question, Side.PERSON)
    decided = best_interests(arrangement.id, question)
    said_no = own is not None and own.answer is AnswerWord.NO
    return decided if decided and said_no and decided.counts_beside(own) else None


# --- how many are asked side by side ---------------------------------------------------------------------------------------


def asks_of(household_id: UUID) -> int:
    """How many people a household is asked about, or is getting to know, side by side; nobody who only stays for now."""
    query = select(Arrangement.id).where(
        Arrangement.household_id == household_id,
        col(Arrangement.kind).not_in(INTERIM_KINDS),
        col(Arrangement.stage).in_([Stage.PROPOSED, Stage.INTRODUCTION]),
    )
    return len(db.session.exec(query).all())
