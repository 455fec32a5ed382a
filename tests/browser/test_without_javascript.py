"""Everything works without our script, and without the built front end: they only improve a page."""

import pytest
from flask import Flask
from playwright.sync_api import Locator, expect

from matching.demo.accounts import PASSWORD
from scheme.look import Built
from tests.browser.reader import PHONE, NewDemoReader, Reader
from tests.ground.browser import LiveServer

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout whose front end was never built."""
    monkeypatch.setattr(Built, "found_in", classmethod(lambda cls, folder: cls({})))


@pytest.fixture
def without_script(at_demo: NewDemoReader) -> Reader:
    """A phone whose browser runs no script."""
    return at_demo(java_script_enabled=False)


def test_a_person_answers_and_takes_it_back(without_script: Reader) -> None:
    person = without_script.sign_in_with("person@example.org", PASSWORD).follow_big("Look at them side by side")
    unanswered = person.page.locator("article", has_text="You have not answered yet.").first
    with person.page.expect_navigation():
        unanswered.get_by_role("link").click()
    person.press("Not sure")
    assert "Your answer now" in person.words
    person.press("Take my answer back")
    assert "Your answer now" not in person.words


def test_a_carer_says_that_their_space_is_still_right(without_script: Reader) -> None:
    carer = without_script.sign_in_with("carer@example.org", PASSWORD)
    assert "A quick yes helps us a lot." in carer.words
    carer.press("Yes, still right")
    assert "A quick yes helps us a lot." not in carer.words
    assert not carer.page.get_by_text("Read this to me").is_visible(), "nothing is offered that cannot work"


def test_a_carer_sorts_cards_on_a_small_phone_and_nothing_is_lost_on_the_way(without_script: Reader) -> None:
    carer = without_script.sign_in_with("carer@example.org", PASSWORD).open("/home/profile/matters")
    carer.page.set_viewport_size(PHONE)
    carer.page.locator("main .govuk-button").first.click()
    sorted_first = carer.page.locator(".app-sort__title").inner_text()
    carer.press("Most of all").press("Leave this card out")
    assert carer.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert min(box["height"] for box in map(Locator.bounding_box, carer.page.locator(".app-answer").all()) if box) >= 44
    carer.follow("Stop here. Everything is kept.")
    assert sorted_first in carer.page.locator("ul", has=carer.link(sorted_first)).first.inner_text()
    assert "Most of all" in carer.open("/home/profile").words


def test_a_manager_changes_what_counts(without_script: Reader) -> None:
    manager = without_script.sign_in_with("manager@example.org", PASSWORD).open("/desk/weights/change")
    before = manager.page.get_by_label("Interests", exact=True).input_value()
    after = str(int(before) % 10 + 1)
    manager.write("Interests", after).write("Why this change?", "Invented.").press("Publish these weights")
    assert f"Interests: {before} → {after}" in manager.words


def test_nothing_is_written_and_everything_wrong_is_said_at_once(without_script: Reader) -> None:
    worker = without_script.sign_in_with("worker@example.org", PASSWORD).open("/desk/people/add").press("Add them")
    problems = worker.page.get_by_role("alert")
    expect(problems.get_by_role("link", name="Please say what they like to be called.")).to_be_visible()


def test_a_checkout_without_the_front_end_is_plain_and_works(
    unbuilt: None, demo_app: Flask, demo_server: LiveServer, at_demo: NewDemoReader
) -> None:
    carer = at_demo().sign_in_with("carer@example.org", PASSWORD)
    assert carer.page.locator("link[rel=stylesheet]").get_attribute("href") == "/static/plain.css"
    assert carer.page.locator("script").count() == 0
    carer.press("Yes, still right")
    assert "Thank you. We know it is still right." in carer.words
    assert carer.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert carer.complaints == []
