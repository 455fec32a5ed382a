"""Real processes that remind people are killed again and again: nobody is left out, and nobody is written to twice."""

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import col, func, select

from carers.models import Member, MemberKind
from matching.actions import proposing
from matching.models import Arrangement, Reminder, ReminderKind
from people.models import Authority, PersonAccount
from scheme.clock import today
from scheme.database import carry_out, db, enter_scheme
from scheme.kinds import ArrangementKind
from scheme.models import Account, Message, Role, Scheme
from scheme.serving import Beside
from tests.ground.accounts import MakeAccount
from tests.ground.applications import MakeApp
from tests.ground.mail import Post
from tests.matching.conftest import a_household, a_person

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"

PAIRS, ROUNDS = (120, 100) if DEEP else (6, 2)
"""Half of the pairs are nearly out of time to answer, and half of them were out of it yesterday; in each round every machine is killed once."""

SECONDS = 3600 if DEEP else 180


def noon_somewhere() -> str:
    """A time zone in which it is about noon now: nobody is reminded at night."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@pytest.fixture
def post_url(request: pytest.FixtureRequest, mail_server: Post) -> str:
    """A mail server, or none: then messages go to files."""
    return mail_server.url if request.param == "by server" else ""


@pytest.fixture
def machines(request: pytest.FixtureRequest, make_app: MakeApp, post_url: str, tmp_path: Path) -> Sequence[Flask]:
    """So many machines on one database, each with an instance folder of its own."""
    return [
        make_app(TIME_ZONE=noon_somewhere(), MAIL_URL=post_url, INSTANCE_PATH=str(tmp_path / f"machine {number}"))
        for number in range(request.param)
    ]


@pytest.fixture
def app(machines: Sequence[Flask]) -> Flask:
    return machines[0]


@pytest.mark.parametrize(
    ("database", "post_url", "machines"),
    [("sqlite", "to files", 1), ("postgresql", "by server", 2)]
    + ([("sqlite", "by server", 1), ("postgresql", "to files", 1), ("postgresql", "by server", 1)] if DEEP else []),
    indirect=True,
)
def test_killed_at_any_moment_they_remind_everybody_once(
    app: Flask,
    machines: Sequence[Flask],
    scheme: Scheme,
    make_account: MakeAccount,
    mail_server: Post,
    post_url: str,
) -> None:
    with app.app_context():
        enter_scheme(scheme.id)
        expected = _asked(make_account)
        db.session.rollback()
        kills = _kill_again_and_again(machines, expected.total())
        enter_scheme(scheme.id)
        reminded = Counter(db.session.exec(select(Reminder.kind)))
        rows = Counter(db.session.exec(select(Reminder.kind, Reminder.row_id, Reminder.account_id)))
        messages = {str(one) for one in db.session.exec(select(Message.id))}
        sent = db.session.exec(select(func.count()).where(col(Message.sent_at).is_not(None))).one()
    ids = Counter(one.strip("<>").split("@")[0] for one in (mail_server.ids if post_url else _in_files(app)))
    again = ids.total() - len(ids)
    print(
        f"{kills} killed on {len(machines)}; {rows.total()} reminders; {len(messages)} messages, {ids.total()} sent, {again} of them again"
    )
    assert reminded == expected
    assert set(rows.values()) == {1}
    assert len(messages) == sent == expected.total()
    assert set(ids) == messages, "nothing is lost, and nothing was made up"
    assert again == 0 or post_url
    assert again <= kills, "only what a server had accepted when the process was killed before it heard of it"


def _asked(make_account: MakeAccount) -> Counter[ReminderKind]:
    """Pairs who were put forward, and their worker; and what they should hear of."""
    workers = [make_account(Role.WORKER) for _ in range(1 + PAIRS // 10)]
    sides = [(make_account(Role.CARER), make_account(Role.PERSON)) for _ in range(PAIRS)]
    for number, (carer, person) in enumerate(sides):
        carry_out(_put_forward, number, workers[0], carer, person)
    carry_out(_been_here_a_while)
    late = PAIRS // 2
    return Counter(
        {
            ReminderKind.ANSWER_SOON: 2 * (PAIRS - late),
            ReminderKind.ANSWER_LATE: late,
            ReminderKind.WEEK: len(workers),
        }
    )


def _put_forward(number: int, worker: Account, carer: Account, person: Account) -> None:
    them = a_person(f"P{number:03}"), a_household(f"H{number:03}")
    db.session.add(PersonAccount(person_id=them[0].id, account_id=person.id, authority=Authority.SELF))
    arrangement = proposing.propose(worker, *them, ArrangementKind.LIVE_IN)
    arrangement.answer_by = today() + timedelta(days=-1 if number % 2 else 1)
    db.session.add(Member(household_id=them[1].id, kind=MemberKind.CARER, account_id=carer.id))
    for message in db.session.exec(select(Message)):
        db.session.delete(message)  # what the proposal itself says is no reminder


def _been_here_a_while() -> None:
    assert len(db.session.exec(select(Arrangement)).all()) == PAIRS
    for account in db.session.exec(select(Account)):
        account.created_at -= timedelta(days=8)


# --- killing ---------------------------------------------------------------------------------------------------------------


def _kill_again_and_again(machines: Sequence[Flask], expected: int) -> int:
    """As often as asked and then until everything is done. Returns how often one was killed while there was something to do."""
    rng, rounds, deadline = random.Random(), 0, time.monotonic() + SECONDS
    while rounds <= ROUNDS and (before := carry_out(_done)) < 2 * expected:
        more = rng.randint(1, max(1, 3 * expected // ROUNDS)) if rounds < ROUNDS else 2 * expected
        carry_out(_a_day_passes)
        with ExitStack() as one_after_another:
            processes = []
            for machine in rng.sample(machines, len(machines)):
                one_after_another.callback(time.sleep, rng.uniform(0, 0.03))  # before the next one is killed
                processes.append(one_after_another.enter_context(_at_work(machine)))
            while carry_out(_done) < min(before + more, 2 * expected):
                assert time.monotonic() < deadline, "it took too long"
                assert [process.poll() for process in processes] == [None] * len(machines)
                time.sleep(0.005)
            time.sleep(rng.uniform(0, 0.03))
        rounds += 1
    return rounds * len(machines)


@contextmanager
def _at_work(app: Flask) -> Iterator["subprocess.Popen[bytes]"]:
    """A process at work, killed at the end of this."""
    process = Beside(app).process
    try:
        yield process
    finally:
        process.kill()
        ended = process.wait()
        if process.stdin:
            process.stdin.close()
    assert ended == -signal.SIGKILL


def _done() -> int:
    """Reminders written and messages marked as sent: twice as many as people written to, once all is done."""
    written = db.session.exec(select(func.count(col(Reminder.id)))).one()
    sent = db.session.exec(select(func.count()).where(col(Message.sent_at).is_not(None))).one()
    return written + sent


def _a_day_passes() -> None:
    """For what was being sent when somebody was killed: it is tried again a little later, longer each time."""
    for message in db.session.exec(select(Message).where(col(Message.sent_at).is_(None))):
        message.created_at -= timedelta(days=1)
        if message.tried_at:
            message.tried_at -= timedelta(days=1)


def _in_files(app: Flask) -> list[str]:
    outbox = Path(app.config["INSTANCE_PATH"]) / "outbox"
    lines = (line for file in outbox.glob("*.eml") for line in file.read_text(encoding="utf-8").splitlines())
    return [line.split()[1] for line in lines if line.startswith("Message-ID:")]
