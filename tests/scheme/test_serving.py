"""Serving: a real server on a real port, which sends the messages too."""

import threading
import time
import urllib.request
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func
from sqlmodel import col, select

from scheme import messages, serving
from scheme.chain import heads
from scheme.database import carry_out, db, enter_scheme
from scheme.messages import post
from scheme.models import Role, Scheme, Seal
from tests.ground.accounts import MakeAccount


def test_a_taken_port_is_noticed_before_anything_starts() -> None:
    listening = serving.listen("127.0.0.1", 0)
    with listening, pytest.raises(serving.PortTaken):
        serving.listen("127.0.0.1", listening.getsockname()[1])


def test_pages_are_served_and_messages_go_out(app: Flask, scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = threading.Event()
    keep_delivering = serving.keep_delivering
    monkeypatch.setattr(serving, "keep_delivering", lambda app: keep_delivering(app, stopped.is_set))
    monkeypatch.setattr(serving, "SECONDS_BETWEEN_POSTS", 0.05)
    with app.app_context():
        enter_scheme(scheme.id)
        carry_out(post, "ana@example.org", "Hello", "Come on Tuesday.")

    listening = serving.listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    threading.Thread(target=serving.serve, args=(app, listening), daemon=True).start()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=10) as answer:
        assert answer.status == 200
        assert "Server" not in answer.headers
        assert b"Send me a link" in answer.read()
    outbox = Path(app.config["INSTANCE_PATH"]) / "outbox"
    deadline = time.monotonic() + 10
    while not list(outbox.glob("*.eml")) and time.monotonic() < deadline:
        time.sleep(0.05)
    stopped.set()
    assert len(list(outbox.glob("*.eml"))) == 1


def test_one_bad_round_does_not_stop_the_post(
    app: Flask, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "SECONDS_BETWEEN_POSTS", 0)
    rounds: list[int] = []

    def deliver() -> int:
        rounds.append(1)
        if len(rounds) == 1:
            raise ConnectionError("ana@example.org")
        return 0

    monkeypatch.setattr(messages, "deliver", deliver)
    serving.keep_delivering(app, stop=lambda: len(rounds) >= 3)
    assert len(rounds) == 3
    told = capsys.readouterr().err
    assert "ConnectionError" in told
    assert "ana@example.org" not in told


def test_every_hour_the_record_is_sealed(app: Flask, make_account: MakeAccount) -> None:
    worker = make_account(Role.WORKER)
    with app.app_context():
        serving.tidy()
        enter_scheme(worker.scheme_id)
        assert db.session.exec(select(func.count(col(Seal.id)))).one() == 1
        assert [head.count for head in heads.kept()] == [1]
