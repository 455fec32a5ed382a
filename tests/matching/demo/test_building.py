"""The invented schemes are whole, varied and alive, and nothing in them breaks a rule."""

from collections import Counter
from datetime import timedelta
from itertools import combinations

import pytest
from flask import Flask
from sqlmodel import col, func, select

from carers.models import Check, Household, Offer
from carers.queries import members_of, photographs_of
from matching.actions import proposing
from matching.actions.staying import people_there
from matching.compatibility.fairness import Question as AboutThemselves
from matching.compatibility.fairness import panels
from matching.compatibility.ranking import top
from matching.demo import building
from matching.demo.accounts import PASSWORD, WAYS
from matching.lifecycle import Stage
from matching.models import Answer, Arrangement, Feeling, Question, Side, Stay, TakenStep, TrialPlan, Visit, VisitState
from matching.needs import rules_of
from matching.queries import agreements, arrangements, trials
from matching.queries.due import Asked, due
from matching.queries.fairness import put_forward, what_they_met
from matching.queries.money import amounts_of
from matching.queries.profiles import household_profiles, households_offering, person_profiles
from matching.queries.reviews import reviews_of
from matching.queries.scores import current_weights
from people.models import Person
from people.queries import person_by_reference
from scheme import photographs
from scheme.cells import RURAL_M
from scheme.clock import local_day, today
from scheme.database import SchemeTable, db, enter_scheme, now
from scheme.kinds import KINDS_OF_SCHEME, ArrangementKind, SchemeKind
from scheme.models import Account, Home, Message, Role, Scheme
from scheme.sign_in import accounts


@pytest.fixture
def shared_lives(demo_app: Flask):
    with demo_app.app_context():
        yield _entered(SchemeKind.SHARED_LIVES)


@pytest.fixture
def homeshare(demo_app: Flask):
    with demo_app.app_context():
        yield _entered(SchemeKind.HOMESHARE)


def _entered(kind: SchemeKind) -> Scheme:
    scheme = db.session.exec(select(Scheme).where(Scheme.name == building.NAMES[kind])).one()
    enter_scheme(scheme.id)
    return scheme


def _count(table: type[SchemeTable]) -> int:
    return db.session.exec(select(func.count()).select_from(table)).one()


def test_shared_lives_has_a_hundred_and_twenty_one_people_and_ninety_one_households(shared_lives):
    assert (_count(Person), _count(Household)) == (121, 91)


def test_homeshare_has_twenty_householders_with_homes_and_thirty_homesharers(homeshare):
    assert (_count(Person), _count(Household)) == (20, 30)
    assert all(person.home_id for person in db.session.exec(select(Person)))
    assert not any(household.home_id for household in db.session.exec(select(Household)))


def test_whoever_reads_the_name_of_a_scheme_knows_that_it_is_invented(demo_app):
    with demo_app.app_context():
        names = db.session.exec(select(Scheme.name)).all()
    assert len(names) == 2
    assert all("invented" in name for name in names)


@pytest.mark.parametrize("kind", SchemeKind)
def test_there_is_an_arrangement_at_every_stage(demo_app, kind):
    with demo_app.app_context():
        _entered(kind)
        assert set(db.session.exec(select(Arrangement.stage))) == set(Stage)


def test_arrangements_are_of_every_kind(shared_lives):
    kinds = set(db.session.exec(select(Arrangement.kind)))
    assert kinds == set(KINDS_OF_SCHEME[SchemeKind.SHARED_LIVES])


def test_whoever_is_supported_by_kin_stays_at_home(shared_lives):
    (pair,) = arrangements.pairs(Arrangement.kind == ArrangementKind.KINSHIP)
    assert (pair.arrangement.stage, pair.arrangement.place_to_go_back_to) == (Stage.LONG_TERM, None)
    signed = agreements.newest_asked(pair.arrangement.id)
    assert signed
    assert signed.signed_at


LEFT_TO_WHOEVER_TRIES = {"reported", "not_good_days", "talk"}
"""What begins with a button in somebody's own pages; and nobody in the demo writes anything to report."""


def test_there_is_something_of_every_kind_to_do_today(shared_lives):
    worker = db.session.exec(select(Account).where(Account.role == Role.MANAGER).limit(1)).one()
    found = due(Asked(shared_lives, worker, None))
    assert {one.rule.name for one in found if not one.items} == LEFT_TO_WHOEVER_TRIES


def test_nobody_is_ever_a_fourth_in_one_home(shared_lives):
    homes = set(db.session.exec(select(Stay.home_id)))
    moments = [(stay.home_id, stay.starts_at) for stay in db.session.exec(select(Stay))]
    assert homes
    assert max(people_there(home, at, at + timedelta(minutes=1)) for home, at in moments) <= 3


def test_every_timeline_runs_forwards_and_never_past_this_moment(shared_lives):
    for arrangement in db.session.exec(select(Arrangement)):
        steps = arrangements.steps_taken(arrangement.id)
        assert steps[0].step == "propose"
        assert [step.source for step in steps[1:]] == [step.target for step in steps[:-1]]
        assert steps[-1].target is arrangement.stage
        assert arrangement.proposed_at == steps[0].at
        assert arrangement.stage_since == steps[-1].at
        assert steps[-1].at <= now()
        for answer in arrangements.answers_of(arrangement.id, Question.MEET):
            assert arrangement.proposed_at <= answer.at <= now()


def test_visits_of_the_past_come_before_the_trial(shared_lives):
    begun = {
        step.arrangement_id: step.at
        for step in db.session.exec(select(TakenStep).where(TakenStep.step == "start_trial"))
    }
    visits = [visit for visit in db.session.exec(select(Visit)) if visit.arrangement_id in begun]
    assert visits
    assert all(visit.starts_at < begun[visit.arrangement_id] for visit in visits)


def test_some_visits_felt_different_to_the_two_sides(shared_lives):
    felt: Counter[bool] = Counter()
    for one, other in combinations(db.session.exec(select(Feeling)).all(), 2):
        felt[one.visit_id == other.visit_id and one.feels is not other.feels] += 1
    assert felt[True] >= 2


def test_facts_are_missing_as_often_as_they_are_in_life(shared_lives):
    people = db.session.exec(select(Person)).all()
    for fact in ("day_rhythm", "noise", "setting", "pets_wish", "crisis", "access_needs", "support_level"):
        unknown = sum(getattr(person, fact) is None for person in people)
        assert 10 <= unknown <= 60, fact


def test_own_words_are_many_and_varied(shared_lives):
    words = [words for words in db.session.exec(select(Person.good_life)) if words]
    assert len(words) > 100
    assert len(set(words)) > len(words) * 0.95
    assert not [text for text in words if "{" in text]


def test_josie_has_two_homes_to_answer_about_and_a_visit_this_week(shared_lives):
    josie = person_by_reference("DP001")
    assert josie is not None
    pairs = arrangements.of_person(josie.id)
    assert Counter(pair.arrangement.stage for pair in pairs) == {Stage.PROPOSED: 2, Stage.INTRODUCTION: 1}
    for pair in pairs:
        if pair.arrangement.stage is Stage.PROPOSED:
            assert arrangements.answer_of(pair.arrangement.id, Question.MEET, Side.PERSON) is None
        else:
            planned = [v for v in arrangements.visits_of(pair.arrangement.id) if v.state is VisitState.PLANNED]
            assert [0 < (local_day(visit.starts_at) - today()).days < 7 for visit in planned] == [True]


def test_the_first_three_whom_josie_has_not_met_can_be_put_forward_by_her_worker(shared_lives):
    josie = person_by_reference("DP001")
    assert josie
    worker = db.session.exec(select(Account).where(Account.email == "worker@example.org")).one()
    others = {pair.household.reference for pair in arrangements.of_person(josie.id)}
    asking = [person_profiles([josie])[josie.id].wishing_only(ArrangementKind.LIVE_IN)]
    profiles = list(household_profiles(households_offering()).values())
    (found,) = top(asking, profiles, 12, current_weights(), rules_of(shared_lives)).values()
    for reference in [one.reference for one in found if one.reference not in others][:3]:
        household = db.session.exec(select(Household).where(Household.reference == reference)).one()
        with db.session.begin_nested() as tried:
            proposing.propose(worker, josie, household, ArrangementKind.LIVE_IN)
            tried.rollback()


def test_ruth_and_colin_have_something_to_answer_and_spaces_to_confirm(shared_lives):
    household = db.session.exec(select(Household).where(Household.reference == "DH001")).one()
    (pair,) = arrangements.of_household(household.id)
    assert pair.person.known_as == "Josie"
    assert not db.session.exec(
        select(Answer).where(Answer.arrangement_id == pair.arrangement.id, Answer.side == Side.HOUSEHOLD)
    ).all()
    assert household.availability_is_stale(today(), shared_lives.number("availability_stale_days"))


def test_in_one_home_somebody_is_settled_and_somebody_tries_it_out(shared_lives):
    glenys = db.session.exec(select(Account).where(Account.email == "living.carer@example.org")).one()
    home = db.session.exec(select(Household).where(Household.reference == "DH004")).one()
    assert [member.name for member in members_of(home) if member.account_id == glenys.id] == ["Glenys Dowthwaite"]
    rosa, marlon = (person_by_reference(reference) for reference in ("DP002", "DP003"))
    assert rosa
    assert marlon
    (settled,), (trial,) = arrangements.of_person(rosa.id), arrangements.of_person(marlon.id)
    assert (settled.arrangement.stage, trial.arrangement.stage) == (Stage.LONG_TERM, Stage.TRIAL)
    assert settled.household.id == trial.household.id == home.id
    signed = agreements.newest_asked(settled.arrangement.id)
    assert signed
    assert signed.signed_at
    assert amounts_of(settled.arrangement.id)
    assert reviews_of(settled.arrangement.id)[0].areas
    asked = agreements.newest_asked(trial.arrangement.id)
    assert asked
    assert [one.name for one in agreements.still_to_sign(trial, asked)] == ["Marlon", "Glenys Dowthwaite"]
    in_short = trials.in_short(trial.arrangement.id)
    assert in_short.last
    assert in_short.next
    assert in_short.meeting
    assert trials.measure_table(trial.arrangement.id).days


def test_a_household_that_offers_short_breaks_stands_behind_some_trials(shared_lives):
    named = [plan for plan in db.session.exec(select(TrialPlan)) if plan.backup_household_id]
    offering = {
        offer.household_id for offer in db.session.exec(select(Offer)) if offer.kind is ArrangementKind.SHORT_BREAK
    }
    assert len(named) > 1
    assert {plan.backup_household_id for plan in named} <= offering


def test_homes_are_known_by_their_square_without_any_outside_data(shared_lives):
    homes = db.session.exec(select(Home)).all()
    assert sum(home.cell is not None for home in homes) == len(homes)
    assert sum(home.square.size_m <= RURAL_M for home in homes if home.square) > len(homes) / 2
    assert len({home.cell for home in homes}) > 40


def test_photographs_are_there_and_say_what_is_in_them(demo_app, shared_lives):
    ruth = db.session.exec(select(Household).where(Household.reference == "DH001")).one()
    pictures = photographs_of(ruth)
    assert len(pictures) == 5
    assert all(picture.caption for picture in pictures)
    with demo_app.test_request_context():
        enter_scheme(shared_lives.id)
        shown = photographs.shown(pictures[0])
        assert shown.mimetype == "image/jpeg"
        shown.close()


def test_some_checks_run_out_soon(shared_lives):
    soon = today() + timedelta(days=90)
    assert db.session.exec(select(Check).where(col(Check.expires_on) <= soon)).first()


def test_every_account_opens_with_the_printed_password(demo_app):
    with demo_app.app_context():
        for way in (way for ways in WAYS.values() for way in ways):
            assert accounts.with_password(way.email, PASSWORD), way.email


def test_nobody_is_written_to_about_days_long_gone(shared_lives):
    assert _count(Message) == 0


def test_the_same_scheme_is_made_each_time(demo_app, app):
    with app.app_context():
        building.build(SchemeKind.HOMESHARE)
    assert _told(app) == _told(demo_app)


def _told(app: Flask) -> list[object]:
    with app.app_context():
        _entered(SchemeKind.HOMESHARE)
        people = db.session.exec(select(Person).order_by(Person.reference)).all()
        pairs = sorted(
            (p.arrangement.reference, p.person.reference, p.household.reference, p.arrangement.stage)
            for p in arrangements.pairs()
        )
        return [*((person.reference, person.full_name, person.good_life) for person in people), *pairs]


def test_people_have_said_enough_about_themselves_for_the_fairness_panel(shared_lives):
    found = {panel.question: panel.rows for panel in panels(what_they_met(put_forward()))}
    for question in (AboutThemselves.ETHNICITY, AboutThemselves.GENDER, AboutThemselves.RELIGION):
        assert len(found[question]) >= 3
    assert found[AboutThemselves.SEXUALITY] == ()
