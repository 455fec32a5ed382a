"""Whatever anybody does in whatever order, what must never happen never does.

A machine drives a small invented scheme through random actions by random roles while days pass, and looks at everything
after each. What it expects is worked out here from the rows alone, never by the code that refuses.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID

import pytest
import time_machine
from flask import Flask, g
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import col, func, select

from carers.models import Household, MemberKind, Offer
from matching import disclosure
from matching.actions import (
    agreeing,
    answering,
    booking,
    clearing,
    holding,
    parting,
    proposing,
    signing,
    stepping,
    visiting,
)
from matching.actions.signing import Signed
from matching.agreements.costs import Amount, Payer, Per
from matching.agreements.kinds import AgreedHow, Party, SignedBy
from matching.compatibility.essentials import ESSENTIALS
from matching.kinds import VISITING_KINDS
from matching.lifecycle import BY_NAME, LIVING_TOGETHER, STEPS, EndingReason, KindReason, Need, Stage, Step, steps_from
from matching.models import (
    Answer,
    AnswerWord,
    Arrangement,
    Feels,
    KeepApart,
    LegalBasis,
    Question,
    SafeguardingHold,
    Side,
    Signature,
    Stay,
    TakenStep,
    Visit,
    VisitKind,
)
from matching.queries import agreements, arrangements, asked
from matching.queries.money import costs_asked
from people.actions import add_talk_of_other_ways
from people.models import Person, WantedArrangement
from scheme.clock import local_moment, today
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.models import Account, Conversation, Role
from scheme.ways_of_living import YesNo
from tests.ground.accounts import MakeAccount, MakeScheme
from tests.matching.conftest import OTHER_WAYS, a_household, a_member, a_person

KINDS = (
    ArrangementKind.LIVE_IN,
    ArrangementKind.SHORT_BREAK,
    ArrangementKind.DAY_SUPPORT,
    ArrangementKind.EMERGENCY,
)
STAFF = st.sampled_from([Role.WORKER, Role.MANAGER])
ANYBODY = st.sampled_from([Role.WORKER, Role.MANAGER, Role.AUDITOR, Role.CARER, Role.PERSON])
WHICH = st.integers(0, 50)
SOON = st.integers(-3, 40)
TOWARDS_LIVING_TOGETHER = frozenset({"introduce", "stay_for_now", "start_trial", "settle"})
REASONS = st.sampled_from([None, *KindReason, *EndingReason])


class AnyLife(RuleBasedStateMachine):
    """Three people, two households with three places between them and somebody there already, and a calendar."""

    app: ClassVar[Flask]
    make_scheme: ClassVar[MakeScheme]
    make_account: ClassVar[MakeAccount]
    taken: ClassVar[int] = 0
    refused: ClassVar[int] = 0
    reached: ClassVar[Counter[Stage]] = Counter()

    @initialize()
    def begin(self) -> None:
        self.clock = time_machine.travel(datetime(2027, 3, 20, 9, tzinfo=UTC), tick=True)
        self.clock.start()
        self.day = 0
        scheme = type(self).make_scheme()
        self.scheme_id = scheme.id
        self.accounts = {role: type(self).make_account(role, scheme=scheme).id for role in Role}
        with self.acting(Role.WORKER):
            carry_out(self._somebody)

    def _somebody(self) -> None:
        for number in range(1, 4):
            person = a_person(f"P00{number}", crisis=YesNo.NO)
            db.session.add_all(WantedArrangement(person_id=person.id, kind=kind) for kind in KINDS[1:])
            add_talk_of_other_ways(person, OTHER_WAYS)
            db.session.add(
                Conversation(about_kind="person", about_id=person.id, on=today(), account_id=self.accounts[Role.WORKER])
            )
        for number, (living_there, spaces) in enumerate([(1, 2), (0, 2)], start=1):
            household = a_household(
                f"H00{number}", spaces=spaces, living_there=living_there, approved_kinds=list(KINDS)
            )
            a_member(household, MemberKind.ADULT, "Invented Nan")
            db.session.add_all(Offer(household_id=household.id, kind=kind, spaces=spaces) for kind in KINDS[1:])

    def teardown(self) -> None:
        if hasattr(self, "clock"):
            self.clock.stop()

    # --- what may be done ---------------------------------------------------------------------------------------------------

    @rule(days=st.integers(1, 60))
    def days_pass(self, days: int) -> None:
        self.clock.stop()
        self.day += days
        self.clock = time_machine.travel(datetime(2027, 3, 20, 9, tzinfo=UTC) + timedelta(days=self.day), tick=True)
        self.clock.start()

    @rule(role=STAFF, person=WHICH, household=WHICH, kind=st.sampled_from(KINDS))
    def propose(self, role: Role, person: int, household: int, kind: ArrangementKind) -> None:
        def do(account: Account) -> None:
            proposing.propose(account, self._one(Person, person), self._one(Household, household), kind)

        self.try_out(role, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, word=st.sampled_from([AnswerWord.YES] * 4 + [AnswerWord.NO, AnswerWord.NOT_SURE]))
    def everybody_answers(self, which: int, word: AnswerWord) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            for side in Side:
                answering.answer(account, pair, side, word)
            for one in asked.everybody_at_home(pair.arrangement, pair.household):
                if isinstance(one.who, Person):
                    answering.answer_as_resident(account, pair, one.who, word)
                else:
                    answering.answer(account, pair, Side.HOUSEHOLD, word, member=one.who)

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, side=st.sampled_from(Side), word=st.sampled_from(AnswerWord))
    def one_side_answers(self, which: int, side: Side, word: AnswerWord) -> None:
        self.try_out(Role.WORKER, lambda account: answering.answer(account, self._pair(which), side, word))

    @precondition(lambda self: self._any())
    @rule(which=WHICH, days_ago=st.integers(1, 5), kind=st.sampled_from(VisitKind), ahead=SOON)
    def visit(self, which: int, days_ago: int, kind: VisitKind, ahead: int) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            for days in (-days_ago, -days_ago - 1, -days_ago - 2):
                been = visiting.plan_visit(pair, VisitKind.TEA, local_moment(today() + timedelta(days=days)))
                for side in Side:
                    visiting.feel(account, been, side, Feels.HAPPY)
            visiting.plan_visit(pair, kind, local_moment(today() + timedelta(days=ahead)))

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, visit=WHICH)
    def call_a_visit_off(self, which: int, visit: int) -> None:
        def do(account: Account) -> None:
            visits = arrangements.visits_of(self._pair(which).arrangement.id)
            if visits:
                visiting.call_off(visits[visit % len(visits)])

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, role=STAFF, next_one=WHICH, reason=REASONS, starts=SOON, lasts=st.integers(1, 90))
    def take_a_next_step(self, which: int, role: Role, next_one: int, reason: Any, starts: int, lasts: int) -> None:
        with self._looking():
            here = self._pair(which).arrangement
            following = list(steps_from(here.stage, here.kind))
        if following:
            self.take(which, role, following[next_one % len(following)], reason, starts, lasts)

    @precondition(lambda self: self._any())
    @rule(
        which=WHICH,
        role=ANYBODY,
        step=st.sampled_from(STEPS[1:]),
        reason=REASONS,
        starts=SOON,
        lasts=st.integers(1, 90),
    )
    def take_any_step(self, which: int, role: Role, step: Step, reason: Any, starts: int, lasts: int) -> None:
        self.take(which, role, step, reason, starts, lasts)

    def take(self, which: int, role: Role, step: Step, reason: Any, starts: int, lasts: int) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            before = self._standing(pair)
            starts_on = today() + timedelta(days=starts)
            said = stepping.Particulars(reason, None, starts_on, starts_on + timedelta(days=lasts))
            if pair.arrangement.stage in LIVING_TOGETHER and step.target is Stage.ENDED:
                said = stepping.Particulars(reason)
            stepping.take(account, pair, step.name, said)
            self._was_right(step.name, role, before)
            type(self).reached[step.target] += 1

        self.try_out(role, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH)
    def write_plans(self, which: int) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            clearing.write_plan(pair, "Meals together", "Back to mum’s", pair.arrangement.version)

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH)
    def agree(self, which: int) -> None:
        def ask(account: Account) -> None:
            pair = self._pair(which)
            kind = pair.arrangement.kind
            agreeing.write_costs(pair, {cost: Amount(cost, 100, Per.WEEK, Payer.COUNCIL) for cost in costs_asked(kind)})
            details = agreements.details_of(pair.arrangement.id)
            agreeing.write_details(pair, "The back bedroom", None, details.version if details else None)
            agreeing.ask_to_sign(pair, agreeing.make_agreement(account, pair))

        self.try_out(Role.WORKER, ask)
        self.sign(which)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, role=ANYBODY, way=st.sampled_from(SignedBy))
    def sign_in_any_way(self, which: int, role: Role, way: SignedBy) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            paper = agreements.newest_asked(pair.arrangement.id)
            if paper:
                signed = Signed(
                    way, "Invented", how=AgreedHow.WORDS, who_saw="Invented", words="Invented", file_name="x"
                )
                signing.sign(account, pair, paper, agreements.parties(pair)[0], signed)

        self.try_out(role, do)

    def sign(self, which: int) -> None:
        """Everybody who has not signed yet does."""

        def do(account: Account) -> None:
            pair = self._pair(which)
            paper = agreements.newest_asked(pair.arrangement.id)
            for signer in agreements.still_to_sign(pair, paper) if paper else ():
                way = SignedBy.TYPED if signer.party is Party.SCHEME else SignedBy.WITNESSED
                signed = Signed(way, signer.name, how=AgreedHow.SIGN, who_saw="Invented")
                assert paper
                signing.sign(account, pair, paper, signer, signed)

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, ahead=SOON, lasts=st.integers(1, 10))
    def book(self, which: int, ahead: int, lasts: int) -> None:
        def do(account: Account) -> None:
            starts_at = local_moment(today() + timedelta(days=ahead))
            booking.book_stay(self._pair(which), starts_at, starts_at + timedelta(days=lasts))

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, stay=WHICH)
    def call_a_stay_off(self, which: int, stay: int) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            stays = arrangements.stays_of(pair.arrangement.id)
            if stays:
                booking.call_off_stay(pair, stays[stay % len(stays)])

        self.try_out(Role.WORKER, do)

    @rule(person=WHICH, crisis=st.sampled_from([YesNo.YES, YesNo.NO, YesNo.NO, None]))
    def crisis(self, person: int, crisis: YesNo | None) -> None:
        def do(account: Account) -> None:
            self._one(Person, person).crisis = crisis

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, role=STAFF, of=st.sampled_from(["arrangement", "person", "household"]), lift=st.booleans())
    def hold(self, which: int, role: Role, of: str, lift: bool) -> None:
        def do(account: Account) -> None:
            held = db.session.exec(select(SafeguardingHold).where(col(SafeguardingHold.lifted_at).is_(None))).all()
            if lift and held:
                holding.lift(account, held[which % len(held)], "No longer")
            elif not lift:
                week = today() + timedelta(days=7)
                holding.hold(account, getattr(self._pair(which), of), LegalBasis.PROCEDURE, "An invented concern", week)

        self.try_out(role, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, role=ANYBODY, need=st.sampled_from(Need), days=st.integers(-1, 30))
    def waive(self, which: int, role: Role, need: Need, days: int) -> None:
        def do(account: Account) -> None:
            clearing.waive(account, self._pair(which), need, "Agreed", today() + timedelta(days=days))

        self.try_out(role, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, essential=st.sampled_from(ESSENTIALS), met=st.booleans())
    def check_first(self, which: int, essential: Any, met: bool) -> None:
        def do(account: Account) -> None:
            clearing.check_essential(account, self._pair(which), essential.name, met, "Asked")

        self.try_out(Role.WORKER, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, days=st.none() | st.integers(-1, 30))
    def pause(self, which: int, days: int | None) -> None:
        until = None if days is None else self._today() + timedelta(days=days)
        self.try_out(Role.WORKER, lambda _: clearing.pause(self._pair(which), until))

    @rule(person=WHICH, household=WHICH, role=STAFF, end=st.booleans())
    def keep_apart(self, person: int, household: int, role: Role, end: bool) -> None:
        def do(account: Account) -> None:
            written = db.session.exec(select(KeepApart).order_by(col(KeepApart.id))).all()
            if end and written:
                parting.end_keeping_apart(account, written[person % len(written)], "No longer")
            elif not end:
                parting.keep_apart(
                    account, self._one(Person, person), self._one(Household, household), "An old quarrel"
                )

        self.try_out(role, do)

    @precondition(lambda self: self._any())
    @rule(which=WHICH, sides=st.sets(st.sampled_from(Side)))
    def reopen(self, which: int, sides: set[Side]) -> None:
        def do(account: Account) -> None:
            pair = self._pair(which)
            proposing.reopen(pair, sides, pair.arrangement.version)

        self.try_out(Role.WORKER, do)

    @rule(person=WHICH, household=WHICH, kind=st.sampled_from(KINDS), far=st.integers(1, 8), lasts=st.integers(1, 60))
    def get_on(self, person: int, household: int, kind: ArrangementKind, far: int, lasts: int) -> None:
        """The usual way, some of it: nobody gets far by single random steps."""
        self.propose(Role.WORKER, person, household, kind)
        if not self._any():
            return
        newest, trial = -1, "stay_for_now" if kind in INTERIM_KINDS else "start_trial"
        way: list[Callable[[], None]] = [
            lambda: self.everybody_answers(newest, AnswerWord.YES),
            lambda: self.take(newest, Role.WORKER, BY_NAME["introduce"], None, 0, lasts),
            lambda: self.visit(newest, 3, VisitKind.OUTING, 2),
            lambda: self.write_plans(newest),
            lambda: self.take(newest, Role.WORKER, BY_NAME[trial], None, 0, lasts),
            lambda: self.everybody_answers(newest, AnswerWord.YES),
            lambda: self.agree(newest),
            lambda: self.take(newest, Role.WORKER, BY_NAME["settle"], None, 0, lasts),
        ]
        for go_on in way[:far]:
            go_on()

    # --- what must hold after each ------------------------------------------------------------------------------------------

    @staticmethod
    def _every_stage_is_reached_by_the_table_and_written_down() -> None:
        taken = defaultdict(list)
        for step in db.session.exec(select(TakenStep).order_by(col(TakenStep.at))):
            taken[step.arrangement_id].append(step)
        for arrangement in db.session.exec(select(Arrangement)):
            stage = None
            for step in taken[arrangement.id]:
                row = BY_NAME[step.step]
                assert (row.source, row.target) == (step.source, step.target)
                assert row.source is stage
                assert step.by_id
                stage = row.target
            assert stage is arrangement.stage

    @staticmethod
    def _never_more_than_three_in_one_home_at_any_moment() -> None:
        homes = {household.home_id: household.living_there or 0 for household in db.session.exec(select(Household))}
        whose = dict(db.session.exec(select(Arrangement.id, Arrangement.person_id)).all())
        stays = db.session.exec(select(Stay)).all()
        for moment in [stay.starts_at for stay in stays]:
            there = defaultdict(set)
            for stay in stays:
                if stay.starts_at <= moment and (stay.ends_at is None or stay.ends_at > moment):
                    there[stay.home_id].add(whose[stay.arrangement_id])
            assert all(len(people) + homes[home] <= 3 for home, people in there.items())

    @staticmethod
    def _nobody_lives_in_two_homes() -> None:
        living = db.session.exec(
            select(Arrangement.person_id).where(
                col(Arrangement.stage).in_(LIVING_TOGETHER),
                col(Arrangement.kind).not_in(VISITING_KINDS),
            )
        ).all()
        assert len(living) == len(set(living))

    @staticmethod
    def _nobody_sees_more_than_the_stage_allows() -> None:
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

    @invariant()
    def all_is_well(self) -> None:
        with self._looking():
            self._every_stage_is_reached_by_the_table_and_written_down()
            self._never_more_than_three_in_one_home_at_any_moment()
            self._nobody_lives_in_two_homes()
            self._nobody_sees_more_than_the_stage_allows()

    # --- how -----------------------------------------------------------------------------------------------------------------

    def try_out(self, role: Role, action: Callable[[Account], object]) -> None:
        """Carry out one action as this role. A refusal says why in words, and leaves everything as it was."""
        with self.acting(role) as account:
            before = self._everything()
            refusal = self._refusal(action, account)
            if refusal is None:
                type(self).taken += 1
                return
            type(self).refused += 1
            assert len(refusal.split()) > 2
            assert self._everything() == before

    @staticmethod
    def _refusal(action: Callable[[Account], object], account: Account) -> str | None:
        try:
            carry_out(action, account)
        except Refused as refusal:
            db.session.rollback()
            return refusal.message
        return None

    @contextmanager
    def acting(self, role: Role) -> Iterator[Account]:
        """Inside the scheme, as the account of this role."""
        with self.app.app_context():
            enter_scheme(self.scheme_id)
            account = db.session.get(Account, self.accounts[role]) if hasattr(self, "accounts") else None
            assert account
            g.acting = account
            yield account
            db.session.rollback()

    def _looking(self) -> Any:
        return self.acting(Role.WORKER)

    def _everything(self) -> list[Any]:
        """Enough of every table to notice any change."""
        found: list[Any] = [
            db.session.exec(select(func.count()).select_from(table)).one()
            for table in (Answer, Stay, TakenStep, Visit, SafeguardingHold, KeepApart)
        ]
        columns = (Arrangement.id, Arrangement.stage, Arrangement.version), (Stay.id, Stay.starts_at, Stay.ends_at)
        return [*found, *(sorted(map(str, db.session.exec(select(*some)))) for some in columns)]

    def _today(self) -> date:
        with self.app.app_context():
            return today()

    def _one(self, model: Any, which: int) -> Any:
        rows = db.session.exec(select(model).order_by(model.reference)).all()
        return rows[which % len(rows)]

    def _pair(self, which: int) -> arrangements.Pair:
        ids: list[UUID] = list(db.session.exec(select(Arrangement.id).order_by(Arrangement.reference)))
        pair = arrangements.pair(ids[which % len(ids)])
        assert pair
        return pair

    def _any(self) -> bool:
        with self._looking():
            return db.session.exec(select(Arrangement.id)).first() is not None

    @staticmethod
    def _standing(pair: arrangements.Pair) -> dict[str, Any]:
        """What counts when a step is taken, from the rows alone."""
        mine = Answer.arrangement_id == pair.arrangement.id
        yes = {
            (answer.question, answer.side)
            for answer in db.session.exec(select(Answer).where(mine))
            if answer.member_id is None and answer.answer is AnswerWord.YES
        }
        ours = {pair.arrangement.id, pair.person.id, pair.household.id}
        holds = db.session.exec(select(SafeguardingHold)).all()
        apart = select(KeepApart).where(
            KeepApart.person_id == pair.person.id, KeepApart.household_id == pair.household.id
        )
        return {
            "stage": pair.arrangement.stage,
            "kind": pair.arrangement.kind,
            "crisis": pair.person.crisis,
            "yes": yes,
            "held": any(
                hold.lifted_at is None and ours & {hold.arrangement_id, hold.person_id, hold.household_id}
                for hold in holds
            ),
            "signed": set(
                db.session.exec(select(Signature.party).where(Signature.arrangement_id == pair.arrangement.id))
            ),
            "let_pass": Need.AGREED.value in arrangements.waivers(pair.arrangement.id, today()),
            "apart": any(one.taken_back_at is None for one in db.session.exec(apart)),
        }

    @staticmethod
    def _was_right(name: str, role: Role, before: dict[str, Any]) -> None:
        """A step that was taken was one that may be taken."""
        assert BY_NAME[name].source is before["stage"]
        assert role in {Role.WORKER, Role.MANAGER}
        if name in TOWARDS_LIVING_TOGETHER:
            assert not before["held"]
            assert not before["apart"]
            asked = Question.LIVE if name == "settle" else Question.MEET
            assert name == "settle" or {(asked, side) for side in Side} <= before["yes"]
            assert before["kind"] in INTERIM_KINDS or before["crisis"] is not YesNo.YES
        if name == "settle":
            assert before["signed"] >= {Party.PERSON, Party.CARER, Party.SCHEME} or before["let_pass"]
            assert before["kind"] not in INTERIM_KINDS


@pytest.mark.timeout(3600)
def test_whatever_happens_in_whatever_order(app: Flask, make_scheme: MakeScheme, make_account: MakeAccount) -> None:
    class Machine(AnyLife):
        pass

    Machine.app, Machine.make_scheme, Machine.make_account = app, staticmethod(make_scheme), staticmethod(make_account)
    few = settings(max_examples=max(5, settings().max_examples // 10), stateful_step_count=30)
    run_state_machine_as_test(Machine, settings=few)
    print(f"{Machine.taken} actions carried out, {Machine.refused} refused; reached {dict(Machine.reached)}")
    assert Machine.taken
