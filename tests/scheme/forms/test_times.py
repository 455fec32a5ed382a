"""Times of day, as people write them."""

from datetime import time

import pytest

from scheme.forms import Form, TimeField


class Coming(Form):
    at = TimeField("When?", needed="Please say when.")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("15:30", time(15, 30)),
        ("3.30pm", time(15, 30)),
        (" 3:30 p.m. ", time(15, 30)),
        ("3pm", time(15)),
        ("9am", time(9)),
        ("9", time(9)),
        ("05", time(5)),
        ("05:30", time(5, 30)),
        ("15", time(15)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("00:05", time(0, 5)),
    ],
)
def test_a_time_is_read_as_people_write_it(send, written, kept):
    assert send(Coming, ("at", written)).answers["at"] == kept


@pytest.mark.parametrize("written", ["25:00", "3:60", "13pm", "0am", "tea time", "3:3", "-1", "３", "\0"])
def test_what_is_no_time_is_asked_again_and_not_lost(send, drawn, written):
    form = send(Coming, ("at", written))
    assert form.answers["at"] is None
    assert form.problems[0].field_id == "at"
    assert written.replace("\0", "") in drawn(form)


@pytest.mark.parametrize("written", ["5", "3:30", "8", "1.15"])
def test_whether_an_hour_is_in_the_morning_is_asked_and_not_guessed(send, drawn, written):
    form = send(Coming, ("at", written))
    assert form.answers["at"] is None
    assert form.problems[0].message == f"Please write {written}am or {written}pm, so that nobody has to guess."
    assert f'value="{written}"' in drawn(form)


def test_a_time_that_is_kept_is_shown_as_it_would_be_typed(empty, drawn):
    assert 'value="09:05"' in drawn(empty(Coming, at=time(9, 5)))


def test_no_time_says_that_one_is_needed(send):
    assert send(Coming, ("at", "")).problems[0].message == "Please say when."
