"""The main job, end to end: from a scheme's own spreadsheet to a shared life, as four people in their own browsers.

Commands make the scheme and its first two accounts; everything else happens on pages. Nobody waits for the visits' days:
the server's clock goes forward, and everybody signs in again with a fresh link.
"""

from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from tests.browser.clock import DaysPass, today_in_london
from tests.browser.main_job import Story
from tests.browser.spreadsheet import workbook
from tests.ground.browser import LiveServer, NewReader
from tests.ground.databases import Database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """This story is told on both databases: it is the whole of Alongside at once."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


@pytest.mark.timeout(1200)
def test_from_a_spreadsheet_to_a_shared_life(
    command: FlaskCliRunner, new_reader: NewReader, live_server: LiveServer, days_pass: DaysPass, tmp_path: Path
) -> None:
    story = Story(command, new_reader, live_server, days_pass)
    story.begin()
    story.brings_a_spreadsheet(workbook(tmp_path / "invented.xlsx", today_in_london()))
    story.answers_what_it_left_open()
    story.looks_who_might_suit()
    story.fills_in_what_is_not_known()
    story.changes_what_counts()
    story.puts_forward("Ffion Gray")
    story.puts_forward("Gil Hart")
    story.invites_both_to_their_own_pages()
    story.carer_answers_on_a_phone()
    story.person_answers_with_the_keyboard()
    story.worker_starts_introductions()
    story.worker_checks_and_plans_visits()
    story.both_hear_of_the_visits()
    story.both_say_how_it_felt()
    story.worker_starts_the_trial()
    story.both_say_yes_to_going_on()
    story.it_becomes_long_term()
    story.person_sees_who_looked()
    assert [complaint for reader in story.readers for complaint in reader.complaints] == []
