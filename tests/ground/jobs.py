"""Jobs in a test: carried out when the test says so, or by whoever is needed."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from scheme.jobs import carrying

CarryOutJobs = Callable[[], int]


@pytest.fixture
def carry_out_jobs(app: Flask) -> CarryOutJobs:
    """Carry out everything that waits, here and now. Returns how many."""
    return lambda: _carry_out(app)


def answered(client: FlaskClient, sent: TestResponse) -> TestResponse:
    """What somebody sees in the end who has sent something that a job works out: carried out, and then looked at."""
    assert sent.status_code == 302, sent.text
    _carry_out(client.application)
    return client.get(sent.location, follow_redirects=True)


def _carry_out(app: Flask) -> int:
    with app.app_context():
        return carrying.carry_out_waiting()
