"""The page that says how far something is, in a real browser: with script and without, by keys alone, and as axe finds it."""

import pytest
from flask import Flask

from matching.demo.accounts import PASSWORD
from scheme.jobs import carrying
from tests.browser.axe import Axe
from tests.browser.reader import NewDemoReader, Reader

pytestmark = pytest.mark.timeout(600)


def asks_who_would_move(reader: Reader) -> Reader:
    """A manager changes a weight and asks, by keys alone."""
    reader.sign_in_with("manager@example.org", PASSWORD).open("/desk/weights/change").write("Quiet or lively", "9")
    reader.page.get_by_role("button", name="See who would move").focus()
    return reader.enter()


def carry_out(app: Flask) -> None:
    with app.app_context():
        assert carrying.carry_out_waiting() == 1


def test_with_script_it_changes_by_itself_and_leaves_the_focus_where_it_is(
    at_demo: NewDemoReader, demo_app: Flask, axe: Axe
) -> None:
    reader = at_demo()
    axe.comes_along(reader.page.context)
    asks_who_would_move(reader)
    assert reader.title == "Who would move"
    assert axe.finds(reader.page) == []
    reader.tab_to("Look again now")
    reader.page.wait_for_timeout(2500)  # it looks again every second
    assert reader.page.evaluate("document.activeElement.textContent") == "Look again now"
    assert "It waits its turn" in reader.words
    carry_out(demo_app)
    reader.page.wait_for_url("**/desk/weights/change?moves=*")
    assert "people who are looking" in reader.words
    assert reader.page.get_by_label("Quiet or lively", exact=True).input_value() == "9"
    assert reader.complaints == []


def test_without_script_it_looks_again_by_itself(at_demo: NewDemoReader, demo_app: Flask) -> None:
    reader = asks_who_would_move(at_demo(java_script_enabled=False))
    assert "You may leave it and come back" in reader.words
    carry_out(demo_app)
    reader.page.wait_for_url("**/desk/weights/change?moves=*")
    assert "people who are looking" in reader.words
