"""What surrounds a page, with and without the built front end."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask, abort, render_template_string

from scheme.clock import local_day
from scheme.look import ERROR_PAGES, Built, Frame, Help, Link, and_list, day, day_short, set_up, until, when

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
DESK = '{% extends "desk.html" %}{% block title %}People{% endblock %}{% block page %}{{ picture("dog") }}Here{% endblock %}'


def application(static: Path, frame: Frame | None = None) -> Flask:
    app = Flask("look", template_folder=str(TEMPLATES), static_folder=str(static), static_url_path="/static")
    app.config.update(SECRET_KEY="a test", PROPAGATE_EXCEPTIONS=False, TIME_ZONE="Europe/London")
    set_up(app, lambda: frame or Frame())
    app.add_url_rule("/desk", "desk", lambda: render_template_string(DESK))
    app.add_url_rule("/stop/<int:code>", "stop", abort)
    return app


@pytest.fixture
def unbuilt(tmp_path: Path) -> Flask:
    return application(tmp_path)


@pytest.fixture
def built(tmp_path: Path) -> Flask:
    (tmp_path / "build").mkdir()
    names = {"app.css": "app-0123456789.css", "app.js": "app-ab.js", "pictures/dog.svg": "pictures/dog-cd.svg"}
    (tmp_path / "build" / "manifest.json").write_text(json.dumps(names))
    return application(tmp_path)


def test_without_a_build_the_page_is_plain_and_whole(unbuilt):
    page = unbuilt.test_client().get("/desk").text
    assert "/static/plain.css" in page
    assert "<script" not in page
    assert "<img" not in page
    assert "<h1" in page
    assert "Here" in page


def test_with_a_build_files_are_named_by_their_contents(built):
    page = built.test_client().get("/desk").text
    assert "/static/build/app-0123456789.css" in page
    assert '<script type="module" src="/static/build/app-ab.js">' in page
    assert '<img class="app-picture" src="/static/build/pictures/dog-cd.svg" alt=""' in page


def test_a_picture_nobody_built_leaves_the_words_alone(built):
    with built.test_request_context():
        assert Built({}).picture("unicorn") == ""
        assert Built({}).picture(None) == ""


def test_no_page_carries_a_style_or_a_script_of_its_own(built):
    page = built.test_client().get("/desk").text
    assert "style=" not in page
    assert "<style" not in page
    assert page.count("<script") == 1
    assert " on" not in page.split("<body")[1].split(">")[0]


def test_whoever_is_signed_in_can_sign_out_and_find_help(tmp_path):
    frame = Frame(
        scheme_name="Meadow",
        signed_in_as="Angharad",
        navigation=(Link("People", "/people", current=True),),
        help=Help(phone="029 2018 0000"),
        sign_out_url="/out",
        session_minutes=40,
        stay_signed_in_url="/stay",
    )
    page = application(tmp_path, frame).test_client().get("/desk").text
    assert '<form method="post" action="/out">' in page
    assert 'href="tel:02920180000"' in page
    assert 'aria-current="page"' in page
    assert 'data-minutes="40" data-url="/stay"' in page


@pytest.mark.parametrize("code", ERROR_PAGES)
def test_every_error_has_a_kind_page(unbuilt, code):
    answer = unbuilt.test_client().get(f"/stop/{code}")
    assert answer.status_code == code
    assert "<h1" in answer.text
    assert "Go to the front page" in answer.text


def test_a_wrong_method_is_told_which_would_do(unbuilt):
    answer = unbuilt.test_client().post("/desk")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert answer.content_type == "text/html; charset=utf-8"


def test_a_fault_in_what_surrounds_pages_still_gets_a_kind_page(tmp_path):

    def broken() -> Frame:
        raise RuntimeError("the database is away")

    faulty = Flask("faulty", template_folder=str(TEMPLATES), static_folder=str(tmp_path), static_url_path="/static")
    faulty.config.update(SECRET_KEY="a test", PROPAGATE_EXCEPTIONS=False)
    set_up(faulty, broken)
    faulty.add_url_rule("/desk", "desk", lambda: render_template_string(DESK))
    answer = faulty.test_client().get("/desk")
    assert answer.status_code == 500
    assert "It is our fault, not yours" in answer.text


@pytest.fixture
def inside(unbuilt: Flask) -> Iterator[Flask]:
    with unbuilt.app_context():
        yield unbuilt


def test_days_and_moments_read_as_people_say_them(inside):
    assert day(date(2026, 3, 3)) == "Tuesday 3 March 2026"
    assert day_short(date(2026, 3, 3)) == "3 Mar 2026"
    assert when(datetime(2026, 3, 3, 14, 5, tzinfo=UTC)) == "Tuesday 3 March 2026 at 2:05pm"
    assert when(datetime(2026, 7, 3, 23, 30, tzinfo=UTC)) == "Saturday 4 July 2026 at 12:30am"


def test_they_are_told_by_the_clock_by_which_days_are_counted(inside):
    inside.config["TIME_ZONE"] = "Pacific/Auckland"
    late = datetime(2026, 3, 3, 14, 5, tzinfo=UTC)
    assert when(late) == "Wednesday 4 March 2026 at 3:05am"
    assert day_short(late) == "4 Mar 2026"
    assert day(late) == day(local_day(late))


def test_a_stretch_of_time_names_its_day_once_and_both_where_there_are_two(inside):
    morning, afternoon = datetime(2026, 3, 3, 10, tzinfo=UTC), datetime(2026, 3, 3, 16, tzinfo=UTC)
    assert until(morning, afternoon) == "Tuesday 3 March 2026, 10:00am to 4:00pm"
    next_day = datetime(2026, 3, 4, 11, tzinfo=UTC)
    assert until(afternoon, next_day) == "Tuesday 3 March 2026 at 4:00pm to Wednesday 4 March 2026 at 11:00am"
    assert day(datetime(2026, 7, 3, 23, 30, tzinfo=UTC)) == "Saturday 4 July 2026"


def test_a_list_is_read_out():
    assert and_list([]) == ""
    assert and_list(["tea"]) == "tea"
    assert and_list(["tea", "toast"]) == "tea and toast"
    assert and_list(["tea", "toast", "jam"]) == "tea, toast and jam"


def test_a_file_named_by_its_contents_may_be_kept_for_ever_and_another_not(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "app-0123456789.css").write_text("p {}")
    (tmp_path / "build" / "plain.css").write_text("p {}")
    client = application(tmp_path).test_client()
    kept = {"app-0123456789.css": True, "plain.css": False, "app-9876543210.css": None}
    for name, for_ever in kept.items():
        with client.get(f"/static/build/{name}") as answer:
            found = "immutable" in answer.headers["Cache-Control"] if answer.status_code == 200 else None
            assert found is for_ever
