"""Whatever anybody does in whatever order, what must never happen never does.

A machine drives a small invented scheme through random acts by random roles while days pass, and looks at everything after
each. What it expects is worked out from the rows alone (``ground/lives/truths.py``), never by the code that refuses.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, ClassVar

import pytest
import time_machine
from flask import Flask, g
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import func, select

from matching.kinds import KINDS
from matching.lifecycle import STEPS, Need, Stage
from matching.models import Answer, Arrangement, KeepApart, SafeguardingHold, Stay, TakenStep, Visit, Waiver
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, MakeScheme
from tests.ground.lives import people, truths
from tests.ground.lives.acts import AS_OFTEN_AS_THEY_ARE, Act, Done, NothingToDo
from tests.ground.lives.getting_on import DOERS, NOBODY_CAN

BEGINS = datetime(2027, 3, 20, 9, tzinfo=UTC)
"""A week before the clocks change."""


class AnyLife(RuleBasedStateMachine):
    """Five people, two homes with three or four places between them, a homesharer, and a calendar."""

    app: ClassVar[Flask]
    make_scheme: ClassVar[MakeScheme]
    make_account: ClassVar[MakeAccount]
    tried: ClassVar[Counter[tuple[str, str]]]
    reached: ClassVar[Counter[tuple[Stage, str]]]
    steps: ClassVar[Counter[str]]

    @initialize(most=st.sampled_from([2, 3]))
    def begin(self, most: int) -> None:
        self.clock = time_machine.travel(BEGINS, tick=True)
        self.clock.start()
        self.day = 0
        self.steps["lives"] += 1
        scheme = type(self).make_scheme(numbers={"people_in_one_home": most})
        self.scheme_id = scheme.id
        self.accounts = {role: type(self).make_account(role, scheme=scheme).id for role in Role}
        with self.acting(Role.WORKER):
            carry_out(people.somebody, self.accounts[Role.WORKER])

    def teardown(self) -> None:
        if hasattr(self, "clock"):
            self.clock.stop()

    def _days_pass(self, days: int) -> None:
        self.clock.stop()
        self.day += days
        self.clock = time_machine.travel(BEGINS + timedelta(days=self.day), tick=True)
        self.clock.start()
        with self.acting(Role.WORKER):
            truths.all_is_well()

    @rule(
        acts=st.lists(st.sampled_from(AS_OFTEN_AS_THEY_ARE), min_size=1, max_size=4),
        lots=st.randoms(use_true_random=False),
        days=st.sampled_from([0, 0, 0, 1, 3, 8, 30, 60]),
    )
    def somebody_tries_something(self, acts: list[Act], lots: Random, days: int) -> None:
        """Some acts after another, and then perhaps days pass."""
        self.steps["tried"] += 1
        for act in acts:
            self._try_out(act, lots.choice(act.roles), lots)
        if days:
            self._days_pass(days)

    # --- how -----------------------------------------------------------------------------------------------------------------

    def _try_out(self, act: Act, role: Role, lots: Random) -> None:
        """Carry out one act as this role. A refusal says why in words, and leaves everything as it was."""
        with self.acting(role) as account:
            before = self._everything()
            done, refusal = _carried_out(_once(act.do, lots), account)
            self.tried[act.name, _how(refusal)] += 1
            if refusal:
                db.session.rollback()
                assert len(refusal.message.split()) > 2
                assert self._everything() == before
                return
            db.session.rollback()  # whatever is looked at now is read afresh
            truths.all_is_well()
            if done:
                self.reached[done.target, self._kind_of_newest_step()] += 1

    @staticmethod
    def _kind_of_newest_step() -> str:
        newest = select(Arrangement.kind).join(TakenStep).order_by(TakenStep.at.desc()).limit(1)  # type: ignore[attr-defined]
        return str(db.session.exec(newest).one())

    @contextmanager
    def acting(self, role: Role) -> Iterator[Account]:
        """Inside the scheme, as the account of this role."""
        with self.app.app_context():
            enter_scheme(self.scheme_id)
            account = db.session.get_one(Account, self.accounts[role])
            g.acting = account
            yield account
            db.session.rollback()

    @staticmethod
    def _everything() -> list[Any]:
        """Enough of every table to notice any change."""
        found: list[Any] = [
            db.session.exec(select(func.count()).select_from(table)).one()
            for table in (Answer, Stay, TakenStep, Visit, SafeguardingHold, KeepApart, Waiver)
        ]
        columns = (Arrangement.id, Arrangement.stage, Arrangement.version), (Stay.id, Stay.starts_at, Stay.ends_at)
        return [*found, *(sorted(map(str, db.session.exec(select(*some)))) for some in columns)]


def _carried_out(action: Callable[[Account], Done], account: Account) -> tuple[Done, Refused | None]:
    """The step it took, if any; or why it was refused."""
    try:
        return carry_out(action, account), None
    except Refused as refusal:
        return None, refusal


def _how(refusal: Refused | None) -> str:
    if refusal is None:
        return "done"
    return "nothing to do" if isinstance(refusal, NothingToDo) else "refused"


def _once(do: Callable[[Account, Random], Done], lots: Random) -> Callable[[Account], Done]:
    """The same lots each time the action is run again."""
    seed = lots.getrandbits(32)

    def act(account: Account) -> Done:
        return do(account, Random(seed))

    return act


@pytest.mark.timeout(7200)
def test_whatever_happens_in_whatever_order(app: Flask, make_scheme: MakeScheme, make_account: MakeAccount) -> None:
    class Machine(AnyLife):
        pass

    Machine.app, Machine.make_scheme, Machine.make_account = app, staticmethod(make_scheme), staticmethod(make_account)
    Machine.tried, Machine.reached, Machine.steps = Counter(), Counter(), Counter()
    deep = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
    few = settings(max_examples=max(3, settings().max_examples // 160), stateful_step_count=50 if deep else 15)
    try:
        run_state_machine_as_test(Machine, settings=few)
    finally:
        print(told(Machine))
    assert Machine.reached, "nobody got anywhere"
    if deep:
        assert {stage for stage, _ in Machine.reached} == set(Stage)
        assert {kind for stage, kind in Machine.reached if stage in {Stage.TRIAL, Stage.LONG_TERM}} == {
            *people.IN_A_HOUSEHOLD_S_HOME, people.HOMESHARE,
        }  # fmt: skip


def test_whatever_a_step_needs_somebody_can_do_or_others_would_have_to_move_out() -> None:
    """A new need of a step is a row of ``DOERS``: the machine and the race go nowhere without it."""
    needed = {need for step in STEPS for need in step.needs}
    assert needed <= DOERS.keys() | NOBODY_CAN
    assert DOERS.keys() | NOBODY_CAN <= set(Need)
    assert {*people.IN_A_HOUSEHOLD_S_HOME, people.HOMESHARE} <= set(KINDS)


def told(machine: type[AnyLife]) -> str:
    """What was tried and reached, to be printed."""
    tried, reached = machine.tried, machine.reached
    done, refused = (sum(count for (_, how), count in tried.items() if how == one) for one in ("done", "refused"))
    stages = Counter[str]()
    for (stage, _), count in reached.items():
        stages[stage.value] += count
    each = {name: f"{tried[name, 'done']}/{tried[name, 'refused']}" for name in sorted({name for name, _ in tried})}
    return (
        f"{machine.steps['lives']} lives, {machine.steps['tried']} steps of the machine; {done} acts carried out, {refused} refused in words;"
        f" {stages.total()} steps of arrangements, by where they led {dict(stages)}; each act done/refused {each}"
    )
