"""Huey: what wakes whoever carries things out, and when things are looked after by themselves.

Nothing but the names of these few tasks goes through it, never what is to be done nor for whom. It lives in a file in
the instance folder or, for several machines, in a PostgreSQL of its own (``JOBS_URL``).
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import structlog
from flask import Flask
from huey import Huey, PostgresHuey, SqliteHuey, crontab
from huey.serializer import SignedSerializer
from sqlmodel import select

from scheme import messages
from scheme.chain import sealing
from scheme.database import carry_out, db, enter_scheme
from scheme.jobs import asking, carrying, recurring, waking
from scheme.models import Scheme
from scheme.sign_in import attempts, kept

WORKERS = 1 + carrying.AT_ONCE
"""Threads: the post goes out while jobs are carried out."""

SECONDS_BETWEEN_LOOKS = 0.5
"""How long somebody who asks waits at most before it begins, on SQLite; PostgreSQL says so itself."""

log = structlog.get_logger("alongside.jobs")


def tidy() -> None:
    """What is due every hour: what nobody needs any more is let go, and each scheme's record is sealed."""
    carry_out(attempts.forget_old)
    for scheme_id in db.session.exec(select(Scheme.id)).all():
        enter_scheme(scheme_id)
        carry_out(kept.forget_old)
        carry_out(asking.forget_old)
        sealing.seal_record()
    enter_scheme(None)
    db.session.rollback()


TASKS: Mapping[str, tuple[Callable[[], object], Callable[..., bool]]] = {
    waking.POST: (messages.deliver, crontab()),
    waking.JOBS: (carrying.carry_out_waiting, crontab()),
    waking.RECURRING: (recurring.carry_out_due, crontab(minute="*/10")),
    waking.TIDYING: (tidy, crontab(minute="17")),
}
"""What is carried out when it is woken, and also by itself: every minute, so that no wake-up is missed for long, every ten, or every hour."""


class Queue:
    """One application's Huey, made when it is first needed."""

    def __init__(self, app: Flask) -> None:
        self._app = app

    @cached_property
    def _made(self) -> tuple[Huey, Mapping[str, Callable[[], object]]]:
        """With every task known to it. What it keeps is signed: nobody else's words are ever run."""
        signed = SignedSerializer(secret=self._app.config["SECRET_KEY"], salt="alongside jobs")
        if self._app.config["JOBS_URL"]:
            huey = PostgresHuey("alongside", dsn=self._app.config["JOBS_URL"], serializer=signed, results=False)
        else:
            file = Path(self._app.config["INSTANCE_PATH"]) / "jobs.sqlite"
            huey = SqliteHuey("alongside", filename=str(file), serializer=signed, results=False)
        tasks = {
            name: huey.periodic_task(when, name=name)(self._task(name, carry)) for name, (carry, when) in TASKS.items()
        }
        return huey, tasks

    @property
    def huey(self) -> Huey:
        """Huey itself; it also keeps how far each job is."""
        return self._made[0]

    def wake(self, what: str) -> None:
        """Have this carried out as soon as somebody is free."""
        self._made[1][what]()

    def run(self) -> None:
        """Carry things out until stopped: first whatever waits from before."""
        for what in TASKS:
            self.wake(what)
        self.huey.create_consumer(workers=WORKERS, max_delay=SECONDS_BETWEEN_LOOKS, check_worker_health=True).run()

    def once(self) -> None:
        """Carry out whatever waits, one after another, and no more."""
        for name, (carry, _) in TASKS.items():
            self._task(name, carry)()

    def _task(self, name: str, carry: Callable[[], object]) -> Callable[[], None]:
        def task() -> None:
            try:
                with self._app.app_context():
                    carry()
            except Exception as fault:  # whatever it was, the next must go on; what it says may quote a message
                log.error("could not be carried out", what=name, kind=type(fault).__name__)  # noqa: TRY400

        return task


def set_up(app: Flask) -> None:
    """Give the application its queue, and listen for what is committed."""
    app.extensions["jobs"] = Queue(app)
    waking.set_up(app)
