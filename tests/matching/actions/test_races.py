"""Eight workers at once on the same few homes: nothing that must never happen does, nobody waits for ever, every refusal is in words.

Afterwards everything is looked at from the rows alone. ``make deep`` does it for twenty seconds.
"""

import os
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

import pytest
from flask import Flask, g
from sqlalchemy import text
from sqlmodel import col, select

from matching.kinds import VISITING_KINDS
from matching.lifecycle import LIVING_TOGETHER, Stage
from matching.models import Arrangement, TakenStep
from scheme.database import Conflict, carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount, MakeScheme
from tests.ground.lives import people, truths
from tests.ground.lives.acts import ACTS, AS_OFTEN_AS_THEY_ARE, Act, Done, NothingToDo, get_on, propose

HANDS = 8
DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
EACH, MORE, SECONDS = 12, 60, 20.0
"""How many acts each tries; in a deep run how many more at least, and for how long at least."""


@dataclass
class Tally:
    """What came of it, of all hands together."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    words: set[str] = field(default_factory=set)
    in_the_way: int = 0
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __str__(self) -> str:
        each = {act.name: f"{self.done[act.name]}/{self.refused[act.name]}" for act in ACTS}
        return (
            f"{self.done.total()} acts carried out, {self.refused.total()} refused in {len(self.words)} different words, of which"
            f" {self.in_the_way} after {HANDS} hands kept getting in each other's way; each act done/refused {each}"
        )


@dataclass(frozen=True)
class Hand:
    """One worker of the scheme, in a thread and sessions of its own."""

    app: Flask
    scheme_id: UUID
    accounts: dict[Role, UUID]
    tally: Tally
    lots: Random
    go_on: Callable[[int], bool]

    def work(self) -> None:
        """One act after another."""
        number = 0
        while self.go_on(number) and not self.tally.faults:
            act = self.lots.choice(AS_OFTEN_AS_THEY_ARE)
            self.try_out(act, self.lots.choice(act.roles))
            number += 1

    def try_out(self, act: Act, role: Role) -> None:
        """Whatever happens but a refusal in words is a fault."""
        seed = self.lots.getrandbits(32)

        def again(account_id: UUID) -> Done:
            return act.do(db.session.get_one(Account, account_id), Random(seed))

        with self.app.app_context():
            enter_scheme(self.scheme_id)
            g.acting = db.session.get_one(Account, self.accounts[role])
            try:
                carry_out(again, self.accounts[role])
            except NothingToDo:
                pass
            except Refused as refusal:
                self._heard(act, refusal)
            except BaseException:
                with self.tally.lock:
                    self.tally.faults.append(f"{act.name} as {role}:\n{traceback.format_exc()}")
            else:
                with self.tally.lock:
                    self.tally.done[act.name] += 1

    def _heard(self, act: Act, refusal: Refused) -> None:
        with self.tally.lock:
            self.tally.refused[act.name] += 1
            self.tally.words.add(refusal.message)
            self.tally.in_the_way += isinstance(refusal, Conflict)


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_eight_hands_on_the_same_few_homes(app: Flask, make_scheme: MakeScheme, make_account: MakeAccount) -> None:
    scheme = make_scheme()
    accounts = {role: make_account(role, scheme=scheme).id for role in Role}
    tally = Tally()
    hand = Hand(app, scheme.id, accounts, tally, Random(1), lambda number: number < EACH)
    with app.app_context():
        enter_scheme(scheme.id)
        g.acting = db.session.get_one(Account, accounts[Role.WORKER])
        carry_out(people.somebody, accounts[Role.WORKER])
    for do in [propose] * 8 + [get_on] * 8:  # so that there is something to be in each other's way about
        hand.try_out(Act(do), Role.WORKER)

    until = time.monotonic() + SECONDS

    def go_on(number: int) -> bool:
        return number < EACH or (DEEP and (number < MORE or time.monotonic() < until))

    hands = [Hand(app, scheme.id, accounts, tally, Random(seed), go_on) for seed in range(HANDS)]
    threads = [threading.Thread(target=one.work, daemon=True) for one in hands]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=900 if DEEP else 120)
    assert not any(thread.is_alive() for thread in threads), "somebody waits for ever"
    assert tally.faults == [], "\n".join(tally.faults)
    assert all(len(words.split()) > 2 for words in tally.words)
    assert tally.done.total() >= HANDS
    with app.app_context():
        enter_scheme(scheme.id)
        truths.all_is_well()
        reached = Counter(step.target.value for step in db.session.exec(select(TakenStep)))
        print(f"{tally}; steps by where they led {dict(reached)}")
        _nobody_holds_on_to_anything()
        if DEEP:
            _everything_was_tried(tally)


def _nobody_holds_on_to_anything() -> None:
    """No transaction is left open by anybody but ourselves, and nobody waits for a lock."""
    left = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND (state LIKE 'idle in transaction%' OR wait_event_type = 'Lock')"
    )
    assert db.session.connection().execute(left).scalar_one() == 0


def _everything_was_tried(tally: Tally) -> None:
    """Every stage on the way is reached, most acts are carried out at some time, and people come for some nights or days."""
    reached = {step.target for step in db.session.exec(select(TakenStep))}
    assert reached >= {Stage.PROPOSED, Stage.INTRODUCTION, Stage.TRIAL, Stage.LONG_TERM, Stage.ENDED}
    assert len(tally.done) > len(ACTS) * 3 / 4
    kinds = db.session.exec(select(Arrangement.kind).join(TakenStep).where(col(TakenStep.target).in_(LIVING_TOGETHER)))
    assert VISITING_KINDS & set(kinds)
