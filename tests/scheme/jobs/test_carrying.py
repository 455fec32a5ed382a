"""Jobs are carried out once, for whoever asked, whatever goes wrong meanwhile."""

import threading
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlmodel import select

from scheme.actions import set_number
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.jobs import asking, attempts, carrying, how_far
from scheme.jobs.kinds import Asked, Tell
from scheme.jobs.models import Job, JobState
from scheme.models import Account, Change, Role, Scheme
from tests.ground.accounts import MakeAccount, MakeScheme
from tests.ground.jobs import CarryOutJobs
from tests.scheme.jobs.conftest import AddKind


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER)


def ask(app: Flask, account: Account, kind: str = "count", **asked: Any) -> UUID:
    with app.app_context():
        enter_scheme(account.scheme_id)
        return carry_out(asking.ask, kind, asked, account.id)


def found(app: Flask, account: Account, job_id: UUID) -> Job:
    with app.app_context():
        enter_scheme(account.scheme_id)
        job = asking.mine(job_id, account.id)
        assert job
        assert (job.result, job.because) is not None
        db.session.expunge(job)
        return job


def words(app: Flask, job: Job) -> str | None:
    with app.app_context():
        because: str | None = job.because
        return because


def one_more(asked: Asked, _tell: Tell) -> dict[str, int]:
    return {"more": asked["number"] + 1}


def test_what_was_asked_is_carried_out_and_its_result_kept(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    add_kind("count", one_more)
    job_id = ask(app, worker, number=41)
    assert found(app, worker, job_id).state is JobState.WAITING
    assert carry_out_jobs() == 1
    job = found(app, worker, job_id)
    with app.app_context():
        assert asking.result_of(job, "count") == {"more": 42}
        assert asking.result_of(job, "another kind") is None
    assert carry_out_jobs() == 0, "what is done is done"


def test_the_oldest_comes_first_whatever_scheme_it_is_of(
    app: Flask, worker: Account, make_account: MakeAccount, make_scheme: MakeScheme, add_kind: AddKind,
    carry_out_jobs: CarryOutJobs,
) -> None:  # fmt: skip
    others = make_account(Role.WORKER, scheme=make_scheme())
    seen: list[tuple[int, UUID]] = []

    def look(asked: Asked, _tell: Tell) -> None:
        schemes = db.session.exec(select(Account.scheme_id)).all()
        assert len(set(schemes)) == 1, "a job sees its own scheme and no other"
        seen.append((asked["number"], schemes[0]))

    add_kind("count", look)
    for number, account in enumerate((worker, others, worker)):
        ask(app, account, number=number)
    assert carry_out_jobs() == 3
    assert seen == [(0, worker.scheme_id), (1, others.scheme_id), (2, worker.scheme_id)]


def test_the_very_same_asked_twice_is_one_job(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    add_kind("count", one_more)
    first = ask(app, worker, number=1)
    assert ask(app, worker, number=1) == first
    assert ask(app, worker, number=2) != first
    assert carry_out_jobs() == 2
    assert ask(app, worker, number=1) != first, "it was done: what it rests on may have changed since"


def test_what_it_is_about_and_what_came_of_it_are_sealed(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    add_kind("count", lambda asked, tell: {"told": asked["told"] * 2})
    job_id = ask(app, worker, told="Josie")
    carry_out_jobs()
    with app.app_context():
        enter_scheme(worker.scheme_id)
        asked, result = db.session.exec(select(Job.asked_sealed, Job.result_sealed)).one()
    assert asked
    assert result
    assert b"Josie" not in asked + result
    assert found(app, worker, job_id).state is JobState.DONE


def test_a_refusal_is_told_in_its_own_words_and_anything_else_in_ours(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_asked: Asked, _tell: Tell) -> None:
        raise Refused("That file is empty.")

    def break_down(_asked: Asked, _tell: Tell) -> None:
        raise ValueError("Josie's secret")

    add_kind("refused", refuse)
    add_kind("broken", break_down)
    refused, broken = ask(app, worker, "refused"), ask(app, worker, "broken")
    assert carry_out_jobs() == 2
    assert words(app, found(app, worker, refused)) == "That file is empty."
    assert words(app, found(app, worker, broken)) == carrying.SORRY
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "Josie" not in told


def test_what_could_not_be_done_can_be_tried_again(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    times: list[int] = []

    def second_time_lucky(_asked: Asked, _tell: Tell) -> dict[str, int]:
        times.append(1)
        if len(times) == 1:
            raise Refused("Not yet.")
        return {"times": len(times)}

    add_kind("count", second_time_lucky)
    job_id = ask(app, worker)
    carry_out_jobs()
    assert found(app, worker, job_id).state is JobState.COULD_NOT
    with app.app_context():
        enter_scheme(worker.scheme_id)
        job = asking.mine(job_id, worker.id)
        assert job
        carry_out(asking.ask_again, job)
        with pytest.raises(Refused):
            carry_out(asking.ask_again, job)
    assert carry_out_jobs() == 1
    assert found(app, worker, job_id).state is JobState.DONE


def test_what_it_writes_is_written_with_the_result_or_not_at_all_and_told_as_theirs(
    app: Flask, scheme: Scheme, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    def set_visits(asked: Asked, found: int, _tell: Tell) -> dict[str, int]:
        set_number("introductions_at_once", found, 3)
        if asked["fails"]:
            raise Refused("At the last moment.")
        return {}

    add_kind("write", lambda asked, tell: 2, write=set_visits)
    ask(app, worker, "write", fails=True)
    assert carry_out_jobs() == 1
    with app.app_context():
        assert db.session.get_one(Scheme, scheme.id).numbers == {}
    ask(app, worker, "write", fails=False)
    assert carry_out_jobs() == 1
    with app.app_context():
        enter_scheme(scheme.id)
        assert db.session.get_one(Scheme, scheme.id).numbers == {"introductions_at_once": 2}
        (change,) = db.session.exec(select(Change).where(Change.subject_kind == "scheme")).all()
        assert (change.who, change.doing) == (worker.name, "set_visits")


def test_whoever_may_no_longer_ask_is_not_answered(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    add_kind("count", one_more)
    job_id = ask(app, worker, number=1)
    with app.app_context():
        enter_scheme(worker.scheme_id)
        carry_out(lambda: setattr(db.session.get_one(Account, worker.id), "role", Role.CARER))
    assert carry_out_jobs() == 0
    assert words(app, found(app, worker, job_id)) == carrying.MAY_NOT


def test_a_job_given_up_is_taken_up_again_and_the_first_attempt_writes_nothing(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    """The first attempt hangs until the second, which thinks it dead, has finished."""
    begun, go_on, written = threading.Event(), threading.Event(), list[str]()

    def work(_asked: Asked, _tell: Tell) -> str:
        if begun.is_set():
            return "second"
        begun.set()
        assert go_on.wait(30)
        return "first"

    def write(_asked: Asked, which: str, _tell: Tell) -> dict[str, str]:
        written.append(which)
        return {"by": which}

    add_kind("slow", work, write=write)
    job_id = ask(app, worker, "slow")
    first = threading.Thread(target=carry_out_jobs)
    first.start()
    assert begun.wait(30)
    assert carry_out_jobs() == 0, "it is in hand"
    attempts._in_hand.clear()
    assert carry_out_jobs() == 1
    go_on.set()
    first.join(30)
    assert written == ["second"]
    job = found(app, worker, job_id)
    with app.app_context():
        assert asking.result_of(job, "slow") == {"by": "second"}
    assert job.tries == 2


def test_one_that_no_process_survives_is_not_tried_for_ever(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    add_kind("count", one_more)
    job_id = ask(app, worker, number=1)
    for _ in range(carrying.MOST_TRIES):
        with app.app_context():
            enter_scheme(worker.scheme_id)
            assert carry_out(carrying._take, job_id)
        attempts._in_hand.clear()
    assert carry_out_jobs() == 0
    assert words(app, found(app, worker, job_id)) == carrying.INTERRUPTED


@pytest.mark.parametrize(
    ("mark", "made"),
    [
        ("another-machine 1 aa bb", False),
        ("{here} 999999999 aa bb", False),
        ("{here} {pid} aa bb", False),
    ],
)
def test_an_attempt_of_whom_nothing_is_heard_is_given_up(app: Flask, mark: str, made: bool) -> None:
    here, pid, *_ = attempts.new_mark().split(" ")
    with app.app_context():
        assert attempts.is_made(mark.format(here=here, pid=pid), UUID(int=1)) is made


def test_an_attempt_on_another_machine_is_believed_while_it_gives_signs_of_life(app: Flask) -> None:
    mark, job_id = "another-machine 1 aa bb", UUID(int=1)
    with app.app_context():
        with how_far.telling(job_id, mark) as tell:
            assert attempts.is_made(mark, job_id)
            tell(3, 10, "rows")
        assert not attempts.is_made(mark, job_id)


def test_how_far_it_is_can_be_read_while_it_writes(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(how_far, "SECONDS_BETWEEN", 0)
    seen: list[how_far.Far | None] = []

    def write(_asked: Asked, _found: None, tell: Tell) -> dict[str, int]:
        set_number("introductions_at_once", 2, 3)
        db.session.flush()
        tell(3, 10, "rows")
        reading = threading.Thread(target=look)
        reading.start()
        reading.join()
        return {}

    def look() -> None:
        with app.app_context():
            seen.append(how_far.far(job_id))

    add_kind("write", lambda asked, tell: None, write=write)
    job_id = ask(app, worker, "write")
    carry_out_jobs()
    (far,) = seen
    assert far
    assert (far.done, far.of, far.what) == (3, 10, "rows")
    with app.app_context():
        assert how_far.far(job_id) is None, "gone when it is over"


def test_results_are_let_go_of_after_a_day(
    app: Flask, worker: Account, add_kind: AddKind, carry_out_jobs: CarryOutJobs
) -> None:
    add_kind("count", one_more)
    old, new, waiting = (ask(app, worker, number=number) for number in range(3))
    del waiting
    carry_out_jobs()
    still_to_come = ask(app, worker, number=9)
    with app.app_context():
        enter_scheme(worker.scheme_id)
        carry_out(_grow_old, [old, still_to_come])
        carry_out(asking.forget_old)
        left = set(db.session.exec(select(Job.id)).all())
    assert old not in left
    assert {new, still_to_come} <= left, "what is still to come is never let go of"


def _grow_old(ids: list[UUID]) -> None:
    for job_id in ids:
        job = db.session.get_one(Job, job_id)
        job.created_at -= asking.KEPT_FOR * 2
        if job.finished_at:
            job.finished_at -= asking.KEPT_FOR * 2
