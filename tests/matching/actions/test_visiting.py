"""Visits: moved with their night, called off kindly, not good for somebody, and talked about afterwards."""

from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from carers.actions import add_time_away
from carers.models import Household, Offer
from matching.actions import suiting, visiting
from matching.actions.staying import take_place
from matching.kinds import DAY_VISITS, KINDS
from matching.lifecycle import Stage
from matching.models import AnswerWord, CallOffReason, Feels, Side, Stay, Visit, VisitKind, VisitState
from matching.queries import arrangements, visits
from people.models import Person, WantedArrangement
from scheme.clock import local_day, local_moment, local_time
from scheme.database import carry_out, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.models import Message
from tests.ground.databases import Database
from tests.matching.conftest import Story, a_household, a_person, days


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Rules of ours alone; what only a database can keep is tried on both elsewhere."""
    return sqlite_database


@pytest.fixture
def meeting(story: Story) -> Story:
    """Two who have begun to meet."""
    return story.begin().both_say(AnswerWord.YES).take("introduce")


def a_visit(story: Story, in_days: int = 5, kind: VisitKind = VisitKind.TEA) -> Visit:
    """A visit to come, as it is kept."""
    visit = arrangements.visit(story.arrangement.id, story.plan(in_days, kind))
    assert visit
    return visit


def nights(visit: Visit) -> list[tuple[date, date]]:
    """The days between which somebody stays for a visit."""
    stays = db.session.exec(select(Stay).where(Stay.visit_id == visit.id)).all()
    return [(local_day(stay.starts_at), local_day(stay.ends_at)) for stay in stays if stay.ends_at]


# --- planning --------------------------------------------------------------------------------------------------------------


def test_a_form_sent_twice_plans_one_visit_and_another_hour_or_kind_is_another(meeting: Story) -> None:
    visit = a_visit(meeting, 5)
    with pytest.raises(Refused, match="written down already"):
        a_visit(meeting, 5)
    a_visit(meeting, 5, VisitKind.OUTING)
    carry_out(visiting.call_off, visit)
    assert a_visit(meeting, 5).id != visit.id, "called off, it may be planned again"


def test_a_slip_in_the_year_is_asked_about(meeting: Story) -> None:
    visit = a_visit(meeting)
    long_ago = local_moment(date(1926, 11, 25))
    for act in (
        lambda: carry_out(visiting.plan_visit, meeting.pair, VisitKind.TEA, long_ago),
        lambda: carry_out(visiting.change_visit, meeting.pair, visit, {"starts_at": long_ago}, visit.version),
    ):
        with pytest.raises(Refused, match="Please check the year") as refused:
            act()
        assert refused.value.field == "day"


# --- moving ----------------------------------------------------------------------------------------------------------------


def test_a_night_moves_with_its_visit(meeting: Story) -> None:
    visit = a_visit(meeting, 5, VisitKind.OVERNIGHT)
    moved = {"starts_at": local_moment(days(9), time(16)), "where": "Invented spare room"}
    carry_out(visiting.change_visit, meeting.pair, visit, moved, visit.version)
    assert nights(visit) == [(days(9), days(10))]
    assert (visit.where, visit.version) == ("Invented spare room", 2)


def test_a_night_that_becomes_tea_gives_its_place_back(meeting: Story) -> None:
    visit = a_visit(meeting, 5, VisitKind.WEEKEND)
    carry_out(visiting.change_visit, meeting.pair, visit, {"kind": VisitKind.TEA}, visit.version)
    assert nights(visit) == []
    assert visit.ends_at is None


@pytest.fixture
def full_on_the_ninth(story: Story) -> Visit:
    """A night five days from now, in a home with one place left of three, which somebody else takes for the ninth day."""
    household = carry_out(a_household, living_there=2, spaces=3)
    other = Story(story.inside, story.worker).begin(person=carry_out(a_person, "P002"), household=household)
    story.begin(household=household).both_say(AnswerWord.YES).take("introduce")
    visit = a_visit(story, 5, VisitKind.OVERNIGHT)
    carry_out(take_place, other.pair, local_moment(days(9)), local_moment(days(10)))
    return visit


def test_a_night_is_not_moved_into_a_full_home_and_stays_where_it_was(story: Story, full_on_the_ninth: Visit) -> None:
    visit, moved = full_on_the_ninth, {"starts_at": local_moment(days(9), time(16))}
    with pytest.raises(Refused, match="no place left in this home at that time: 3 people"):
        carry_out(visiting.change_visit, story.pair, visit, moved, visit.version)
    assert nights(visit) == [(days(5), days(6))]


@pytest.mark.parametrize("day", [8, 10, 30])
def test_a_home_that_is_full_on_one_day_is_visited_on_every_other(
    story: Story, full_on_the_ninth: Visit, day: int
) -> None:
    visit, moved = full_on_the_ninth, {"starts_at": local_moment(days(day), time(12))}
    carry_out(visiting.change_visit, story.pair, visit, moved, visit.version)
    assert nights(visit) == [(days(day), days(day + 1))]


def test_tea_takes_nobodys_place_on_a_day_that_is_full(story: Story, full_on_the_ninth: Visit) -> None:
    visit = arrangements.visit(story.arrangement.id, story.plan(9))
    assert visit
    assert nights(visit) == []


@pytest.fixture
def taken_until_the_ninth(story: Story) -> Story:
    """Two who have begun to meet; the one space the household offers is taken until the afternoon of the ninth day."""
    household = carry_out(a_household)
    other = Story(story.inside, story.worker).begin(person=carry_out(a_person, "P002"), household=household)
    story.begin(household=household).both_say(AnswerWord.YES).take("introduce")
    carry_out(take_place, other.pair, local_moment(days(1)), local_moment(days(9), time(14)))
    return story


def test_of_a_space_that_is_taken_the_nights_of_the_visit_alone_count(taken_until_the_ninth: Story) -> None:
    story = taken_until_the_ninth
    assert nights(a_visit(story, 5)) == [], "tea takes no space"
    with pytest.raises(Refused, match=r"No space on those nights: 1 of 1 taken\.") as refused:
        story.plan(8, VisitKind.OVERNIGHT)
    assert refused.value.field == "day"
    that_evening = local_moment(days(9), time(16))
    visit = carry_out(visiting.plan_visit, story.pair, VisitKind.OVERNIGHT, that_evening)
    assert nights(visit) == [(days(9), days(10))]
    with pytest.raises(Refused, match="No space"):
        story.take("start_trial")


@pytest.mark.parametrize(("day", "refused"), [(11, None), (12, "is away from"), (20, None)])
def test_while_a_household_is_away_nobody_stays_the_night_there(meeting: Story, day: int, refused: str | None) -> None:
    away = {"starts_on": days(13), "ends_on": days(19), "words": "A week by the sea"}
    carry_out(lambda: add_time_away(meeting.pair.household, away))
    carry_out(lambda: setattr(wish_of(meeting), "ends_on", days(300)))
    assert a_visit(meeting, 15), "what else is wished for in those dates stops no tea"
    if refused is None:
        assert nights(a_visit(meeting, day, VisitKind.OVERNIGHT)) == [(days(day), days(day + 1))]
    else:
        with pytest.raises(Refused, match=refused):
            meeting.plan(day, VisitKind.OVERNIGHT)


def test_a_space_that_is_free_later_is_no_bed_now_but_a_table(meeting: Story) -> None:
    offer = db.session.exec(select(Offer)).one()
    carry_out(lambda: setattr(offer, "starts_on", days(20)))
    carry_out(lambda: setattr(wish_of(meeting), "starts_on", days(1)))
    assert a_visit(meeting, 5)
    with pytest.raises(Refused, match="No space is offered on those nights"):
        meeting.plan(18, VisitKind.WEEKEND)
    assert nights(a_visit(meeting, 20, VisitKind.WEEKEND)) == [(days(20), days(22))]


def wish_of(story: Story) -> WantedArrangement:
    """What the person wishes for."""
    of = WantedArrangement.person_id == story.pair.person.id
    return db.session.exec(select(WantedArrangement).where(of)).one()


def test_nobody_moves_in_for_good_where_one_day_is_full(story: Story, full_on_the_ninth: Visit) -> None:
    with pytest.raises(Refused, match="4 people"):
        story.take("start_trial")


def test_nobody_knowing_how_many_live_there_is_checked_before_a_visit(story: Story) -> None:
    story.begin(household=carry_out(a_household, living_there=None)).both_say(AnswerWord.YES).take("introduce")
    with pytest.raises(Refused, match="do not know how many people are supported there"):
        story.plan(5)


def test_two_workers_who_move_the_same_visit_see_each_others_day(meeting: Story) -> None:
    visit = a_visit(meeting)
    seen = visit.version
    carry_out(visiting.change_visit, meeting.pair, visit, {"starts_at": local_moment(days(7), time(16))}, seen)
    with pytest.raises(ChangedMeanwhile) as both:
        carry_out(visiting.change_visit, meeting.pair, visit, {"starts_at": local_moment(days(8), time(11))}, seen)
    assert [words[-6:] for words in both.value.changes["starts_at"]] == ["4:00pm", "1:00am"]


@pytest.mark.parametrize("before", [date(2027, 3, 27), date(2026, 10, 24)])
def test_a_night_on_which_the_clocks_change_ends_at_the_same_time_of_day(meeting: Story, before: date) -> None:
    visit = carry_out(visiting.plan_visit, meeting.pair, VisitKind.OVERNIGHT, local_moment(before, time(16)))
    assert visit.ends_at
    assert local_time(visit.ends_at) == time(16)
    assert local_day(visit.ends_at) == before + timedelta(days=1)


def test_nothing_is_moved_once_it_is_not_going_on(meeting: Story) -> None:
    visit = a_visit(meeting)
    meeting.take("decline_after_meeting", reason="plans_changed")
    assert meeting.arrangement.stage is Stage.DECLINED
    with pytest.raises(Refused, match="once introductions have started"):
        carry_out(visiting.change_visit, meeting.pair, visit, {"starts_at": local_moment(days(8))}, visit.version)


# --- which kinds of visit are possible -------------------------------------------------------------------------------------


def meeting_for(story: Story, kind: ArrangementKind) -> Story:
    """Two who have begun to meet for this kind, without the steps before."""

    def make() -> tuple[Person, Household]:
        return a_person(kind=kind), a_household(kind=kind)

    def skip_ahead() -> None:
        story.arrangement.stage = Stage.INTRODUCTION

    person, household = carry_out(make)
    story.begin(kind, person=person, household=household)
    carry_out(skip_ahead)
    return story


@pytest.mark.parametrize("kind", [kind for kind in ArrangementKind if KINDS[kind].why_no_others])
def test_a_night_that_makes_no_sense_is_refused_in_words_however_it_comes(story: Story, kind: ArrangementKind) -> None:
    meeting_for(story, kind)
    tea = a_visit(story)
    night = {"kind": VisitKind.OVERNIGHT}
    with pytest.raises(Refused) as planned:
        story.plan(5, VisitKind.WEEKEND)
    with pytest.raises(Refused) as changed:
        carry_out(visiting.change_visit, story.pair, tea, night, tea.version)
    assert {str(one.value) for one in (planned, changed)} == {KINDS[kind].why_no_others}
    assert [planned.value.field, changed.value.field] == ["kind", "kind"]
    assert (tea.kind, nights(tea)) == (VisitKind.TEA, [])


def test_a_visit_that_is_unusual_is_possible(story: Story) -> None:
    meeting_for(story, ArrangementKind.SHORT_BREAK)
    assert VisitKind.WEEKEND in KINDS[ArrangementKind.SHORT_BREAK].unusual
    assert nights(a_visit(story, 5, VisitKind.WEEKEND)) == [(days(5), days(7))]


@pytest.mark.parametrize("kind", ArrangementKind)
def test_every_kind_of_visit_is_possible_or_it_is_said_why_not(kind: ArrangementKind) -> None:
    rules = KINDS[kind]
    assert set(DAY_VISITS) <= set(rules.possible_visits)
    assert not set(rules.visits) & set(rules.unusual)
    assert bool(rules.why_no_others) == (set(rules.possible_visits) != set(VisitKind))


# --- calling off -----------------------------------------------------------------------------------------------------------


def test_calling_off_keeps_the_kind_reason_and_gives_the_night_back(meeting: Story) -> None:
    visit = a_visit(meeting, 5, VisitKind.OVERNIGHT)
    carry_out(visiting.call_off, visit, CallOffReason.UNWELL)
    assert (visit.state, visit.called_off_because) == (VisitState.CALLED_OFF, CallOffReason.UNWELL)
    assert nights(visit) == []
    with pytest.raises(Refused, match="already marked: called off"):
        carry_out(visiting.change_visit, meeting.pair, visit, {"where": "anywhere"}, visit.version)


# --- a day that is not good ------------------------------------------------------------------------------------------------


def test_a_day_that_is_not_good_is_told_to_the_worker_and_changes_nothing_else(meeting: Story) -> None:
    visit = a_visit(meeting)
    version = visit.version
    carry_out(suiting.not_good, meeting.worker, meeting.pair, visit, Side.PERSON)
    (one,) = visits.seen(meeting.arrangement.id)
    assert set(one.not_good) == {Side.PERSON}
    assert (visit.state, visit.version) == (VisitState.PLANNED, version)
    (told,) = db.session.exec(select(Message).where(Message.to_email == meeting.worker.email)).all()
    assert meeting.arrangement.reference in told.subject
    assert "Invented" not in f"{told.subject} {told.body}"
    with pytest.raises(Refused, match="knows already"):
        carry_out(suiting.not_good, meeting.worker, meeting.pair, visit, Side.PERSON)


def test_it_is_taken_back_or_goes_with_the_old_day(meeting: Story) -> None:
    visit = a_visit(meeting)
    for side in Side:
        carry_out(suiting.not_good, meeting.worker, meeting.pair, visit, side)
    carry_out(suiting.good_after_all, visit, Side.PERSON)
    assert visits.not_good_day(visit.id, Side.PERSON) is None
    assert visits.not_good_day(visit.id, Side.HOUSEHOLD)
    carry_out(visiting.change_visit, meeting.pair, visit, {"starts_at": local_moment(days(8), time(16))}, visit.version)
    assert visits.not_good_days([visit.id]) == []


def test_a_visit_that_was_is_no_day_to_move(meeting: Story) -> None:
    meeting.visit(2)
    (was,) = arrangements.visits_of(meeting.arrangement.id)
    with pytest.raises(Refused, match="not to come"):
        carry_out(suiting.not_good, meeting.worker, meeting.pair, was, Side.PERSON)


# --- how it felt -----------------------------------------------------------------------------------------------------------


def test_what_felt_different_is_due_until_it_was_talked_about_and_again_when_somebody_says_more(meeting: Story) -> None:
    meeting.visit(3)
    (visit,) = arrangements.visits_of(meeting.arrangement.id)
    assert not visits.seen(meeting.arrangement.id)[0].still_to_talk
    carry_out(visiting.feel, meeting.worker, visit, Side.PERSON, Feels.SAD, "Too loud")
    assert visits.seen(meeting.arrangement.id)[0].still_to_talk
    carry_out(visiting.talked_about, meeting.worker, visit, days(0), "Wyn and the person: the radio")
    (one,) = visits.seen(meeting.arrangement.id)
    assert (one.still_to_talk, one.talk_about_this) == (False, True)
    assert [talk.words for talk in one.talks] == ["Wyn and the person: the radio"]
    carry_out(visiting.feel, meeting.worker, visit, Side.HOUSEHOLD, Feels.NOT_SURE)
    assert visits.seen(meeting.arrangement.id)[0].still_to_talk


@pytest.mark.parametrize(("on", "refused"), [(1, "still to come"), (-4, "before the visit")])
def test_a_talk_was_after_the_visit_and_not_tomorrow(meeting: Story, on: int, refused: str) -> None:
    meeting.visit(3)
    (visit,) = arrangements.visits_of(meeting.arrangement.id)
    with pytest.raises(Refused, match=refused):
        carry_out(visiting.talked_about, meeting.worker, visit, days(on), "Invented")


def test_there_is_nothing_to_have_talked_about_before_anybody_said(meeting: Story) -> None:
    with pytest.raises(Refused, match="Nobody has said"):
        carry_out(visiting.talked_about, meeting.worker, a_visit(meeting), days(0), "Invented")
