"""What must be true of every life at every moment, worked out from the rows alone and never by the code that refuses.

Each is called inside a scheme, and says nothing while it holds.
"""

from collections import Counter, defaultdict
from collections.abc import Callable

from sqlmodel import col, select

from carers.models import Household
from matching import disclosure
from matching.kinds import VISITING_KINDS
from matching.lifecycle import BY_NAME, GOING_ON, LIVING_TOGETHER, NEVER_WAIVED, Stage
from matching.models import (
    Agreement,
    Answer,
    Arrangement,
    CheckedEssential,
    Feeling,
    KeepApart,
    ResidentAnswer,
    SafeguardingHold,
    Signature,
    Stay,
    TakenStep,
    Visit,
    Waiver,
)
from matching.queries import arrangements
from scheme.database import db, now
from scheme.kinds import ArrangementKind
from scheme.models import Change
from scheme.queries import our_scheme

WRITTEN_DOWN = (
    Agreement, Answer, Arrangement, CheckedEssential, Feeling, KeepApart, ResidentAnswer, SafeguardingHold, Signature, Stay, TakenStep,
    Visit, Waiver,
)  # fmt: skip


def stages_follow_the_table() -> None:
    """Every arrangement came where it is by rows of the table, one from where the other led, and somebody took each."""
    taken = defaultdict(list)
    for step in db.session.exec(select(TakenStep).order_by(col(TakenStep.at))):
        taken[step.arrangement_id].append(step)
    for arrangement in db.session.exec(select(Arrangement)):
        stage = None
        for step in taken[arrangement.id]:
            row = BY_NAME[step.step]
            assert (row.source, row.target) == (step.source, step.target)
            assert row.source is stage
            assert row.applies_to(arrangement.kind)
            assert step.by_id
            stage = row.target
        assert stage is arrangement.stage


def never_too_many_in_one_home() -> None:
    """At every moment: three people at most, or as many as this scheme has. Homeshare is nobody's support."""
    most = min(3, our_scheme().number("people_in_one_home"))
    homes = {household.home_id: household.living_there or 0 for household in db.session.exec(select(Household))}
    of = {each.id: each for each in db.session.exec(select(Arrangement))}
    stays = [
        stay for stay in db.session.exec(select(Stay)) if of[stay.arrangement_id].kind is not ArrangementKind.HOMESHARE
    ]
    for moment in [stay.starts_at for stay in stays]:
        there = defaultdict(set)
        for stay in stays:
            if stay.starts_at <= moment and (stay.ends_at is None or stay.ends_at > moment):
                there[stay.home_id].add(of[stay.arrangement_id].person_id)
        assert all(len(people) + homes[home] <= most for home, people in there.items()), f"too many at {moment}"


def nobody_lives_in_two_homes() -> None:
    """Nobody tries out or shares two lives at once; a short break or a day beside it is fine."""
    living = select(Arrangement.person_id).where(
        col(Arrangement.stage).in_(LIVING_TOGETHER), col(Arrangement.kind).not_in(VISITING_KINDS)
    )
    assert max(Counter(db.session.exec(living).all()).values(), default=0) <= 1


def nobody_is_asked_about_the_same_home_twice() -> None:
    """Between two there is one thing going on at most."""
    pairs = select(Arrangement.person_id, Arrangement.household_id).where(col(Arrangement.stage).in_(GOING_ON))
    assert max(Counter(db.session.exec(pairs).all()).values(), default=0) <= 1


def whoever_lives_there_has_a_place_and_nobody_else_keeps_one() -> None:
    """One place without an end while they live there; none left of what is over."""
    kept = defaultdict(list)
    for stay in db.session.exec(select(Stay)):
        if stay.ends_at is None or stay.ends_at > now():
            kept[stay.arrangement_id].append(stay)
    for arrangement in db.session.exec(select(Arrangement)):
        places = kept[arrangement.id]
        if arrangement.stage in {Stage.DECLINED, Stage.ENDED, Stage.PROPOSED}:
            assert places == []
        if arrangement.stage in LIVING_TOGETHER and arrangement.kind not in VISITING_KINDS:
            assert [place.ends_at for place in places if place.visit_id is None] == [None]


def everything_is_on_the_timeline() -> None:
    """Every row was written down as it came, with who and when; and each step as a change of its arrangement."""
    changes = db.session.exec(select(Change)).all()
    came = {(change.row_kind, change.row_id) for change in changes if change.what == "created" and change.account_id}
    for table in WRITTEN_DOWN:
        ids = {(str(table.__tablename__), each) for each in db.session.exec(select(table.id))}
        assert ids <= came, f"nobody knows who wrote it: {ids - came}"
    assert all(change.at and change.who for change in changes)
    moved = Counter(
        change.row_id for change in changes if change.row_kind == "arrangement" and "stage_since" in change.fields
    )
    assert moved == Counter(db.session.exec(select(TakenStep.arrangement_id)).all())


def what_is_never_waived_never_is() -> None:
    """There is no such row."""
    waived = set(db.session.exec(select(Waiver.need)).all())
    assert not waived & {need.value for need in NEVER_WAIVED}


def nobody_sees_more_than_the_stage_allows() -> None:
    """Of either side (DESIGN §7)."""
    for pair in arrangements.pairs():
        stage = pair.arrangement.stage
        of_person = disclosure.person_to_household(pair).facts
        of_household = disclosure.household_to_person(pair).facts
        if stage in {Stage.DECLINED, Stage.ENDED}:
            assert not of_person
            assert not of_household
        if stage is Stage.PROPOSED:
            assert not {"name", "good_life", "best_support", "plan"} & of_person.keys()
            assert not {"address", "plan"} & of_household.keys()
        if stage is Stage.INTRODUCTION:
            assert not {"plan"} & (of_person.keys() | of_household.keys())


TRUTHS: tuple[Callable[[], None], ...] = (
    stages_follow_the_table,
    never_too_many_in_one_home,
    nobody_lives_in_two_homes,
    nobody_is_asked_about_the_same_home_twice,
    whoever_lives_there_has_a_place_and_nobody_else_keeps_one,
    everything_is_on_the_timeline,
    what_is_never_waived_never_is,
    nobody_sees_more_than_the_stage_allows,
)


def all_is_well() -> None:
    """All of them."""
    for truth in TRUTHS:
        truth()
