"""A date in three boxes."""

from datetime import date

import pytest

from scheme.forms import DateField, Form


class Dates(Form):
    born = DateField("When were you born?", latest=lambda: date(2026, 3, 3))
    starts = DateField("From when?", earliest=date(2026, 1, 1), needed="Please say from when.")


def boxes(name: str, *parts: str) -> list[tuple[str, str]]:
    return [(name, part) for part in parts]


STARTS = boxes("starts", "1", "2", "2026")


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", " MARCH "])
def test_a_month_may_be_a_number_or_a_name(send, month):
    assert send(Dates, *boxes("born", "2", month, "1990"), *STARTS).answers["born"] == date(1990, 3, 2)


def test_three_empty_boxes_are_no_answer(send):
    form = send(Dates, *boxes("born", "", " ", ""), *STARTS)
    assert form.answers["born"] is None
    assert not form.problems


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("2", "", "1990"), "Please add the month."),
        (("", "3", ""), "Please add the day and the year."),
        (("31", "2", "1990"), "There is no such date. Please check the day and the month."),
        (("x", "2", "1990"), "There is no such date. Please check the day and the month."),
        (("2", "ju", "1990"), "There is no such date. Please check the day and the month."),
        (("2", "3", "90"), "Please write the year in full, like 1985."),
        (("2", "3", "0990"), "Please check the year."),
        (("2", "3", "9" * 30), "There is no such date. Please check the day and the month."),
        (("4", "3", "2026"), "Please give a date up to 3 March 2026."),
        (("2",), "Please add the month and the year."),
        (("2", "3\0", "1990", "5"), None),
    ],
)
def test_a_slip_is_named_kindly_and_kept_in_the_boxes(send, drawn, parts, message):
    form = send(Dates, *boxes("born", *parts), *STARTS)
    assert [problem.message for problem in form.problems] == ([message] if message else [])
    assert f'value="{parts[0]}"' in drawn(form)


def test_the_link_to_a_problem_goes_to_the_first_box(send, drawn):
    form = send(Dates, *boxes("starts", "31", "12", "2025"))
    assert form.problems[0].field_id == "starts-day"
    assert form.problems[0].message == "Please give a date from 1 January 2026 on."
    assert 'id="starts-day"' in drawn(form)


def test_no_date_where_one_is_needed(send):
    assert send(Dates, *boxes("starts", "", "", "")).problems[0].message == "Please say from when."


def test_a_stored_date_is_shown_in_the_boxes(empty, drawn):
    page = drawn(empty(Dates, born=date(1990, 3, 2)))
    assert 'value="2"' in page
    assert 'value="1990"' in page
    assert "required" not in page
