"""What belongs to visits: days that are not good, how they felt to each side, and whether that was talked about."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, select

from matching import felt
from matching.models import Feeling, NotGoodDay, Side, TalkedAbout, Visit, VisitState
from matching.queries import arrangements
from scheme.database import db, now


@dataclass(frozen=True)
class SeenVisit:
    """A visit as the desk sees it: how it felt to each side, who said that the day is not good, and what was talked about."""

    visit: Visit
    felt: Mapping[Side, Feeling] = field(default_factory=dict)
    not_good: Mapping[Side, NotGoodDay] = field(default_factory=dict)
    talks: Sequence[TalkedAbout] = ()

    @property
    def over(self) -> bool:
        """Whether its time has come."""
        return self.visit.starts_at <= now()

    @property
    def planned(self) -> bool:
        """Whether it is planned, or was and nobody has said what became of it."""
        return self.visit.state is VisitState.PLANNED

    @property
    def talk_about_this(self) -> bool:
        """Whether the two sides felt quite differently, or one of them felt sad."""
        return felt.talk_about_this(feeling.feels for feeling in self.felt.values())

    @property
    def still_to_talk(self) -> bool:
        """Whether there is something to talk about that nobody has talked about since."""
        return felt.still_to_talk_about(self.felt.values(), self.talks)


def seen(arrangement_id: UUID) -> Sequence[SeenVisit]:
    """Every visit of one arrangement in order of time, with everything about it: four statements."""
    return seen_visits(arrangements.visits_of(arrangement_id))


def seen_visits(visits: Sequence[Visit]) -> Sequence[SeenVisit]:
    """These visits, with everything about them."""
    ids = [visit.id for visit in visits]
    feelings: dict[UUID, dict[Side, Feeling]] = defaultdict(dict)
    not_good: dict[UUID, dict[Side, NotGoodDay]] = defaultdict(dict)
    talks: dict[UUID, list[TalkedAbout]] = defaultdict(list)
    for feeling in db.session.exec(select(Feeling).where(col(Feeling.visit_id).in_(ids))):
        feelings[feeling.visit_id][feeling.side] = feeling
    for said in not_good_days(ids):
        not_good[said.visit_id][said.side] = said
    talked = select(TalkedAbout).where(col(TalkedAbout.visit_id).in_(ids)).order_by(col(TalkedAbout.at))
    for talk in db.session.exec(talked):
        talks[talk.visit_id].append(talk)
    return [SeenVisit(visit, feelings[visit.id], not_good[visit.id], talks[visit.id]) for visit in visits]


def feelings_about(visit_id: UUID) -> Sequence[Feeling]:
    """How one visit felt, to whoever has said."""
    return db.session.exec(select(Feeling).where(Feeling.visit_id == visit_id)).all()


def not_good_days(visit_ids: Collection[UUID]) -> Sequence[NotGoodDay]:
    """Who said that the day of one of these visits is not good for them."""
    return db.session.exec(select(NotGoodDay).where(col(NotGoodDay.visit_id).in_(visit_ids))).all()


def not_good_day(visit_id: UUID, side: Side) -> NotGoodDay | None:
    """Whether one side said so of one visit."""
    return next((said for said in not_good_days([visit_id]) if said.side is side), None)
