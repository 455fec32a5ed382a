"""With nothing but keys; and what our script adds: reading aloud, and a warning before somebody is signed out."""

import pytest
from playwright.sync_api import expect

from matching.demo.accounts import PASSWORD
from tests.browser.reader import NewDemoReader, Reader

pytestmark = pytest.mark.timeout(600)

FOCUS_SHOWS = """() => {
  const looks = getComputedStyle(document.activeElement), line = document.activeElement.closest("label") || document.activeElement;
  return looks.outlineStyle !== "none" || looks.boxShadow !== "none" || getComputedStyle(line).outlineStyle !== "none";
}"""

SILENT_VOICE = "window.spoken = []; speechSynthesis.speak = (words) => window.spoken.push(words.text);"
"""A voice that only remembers what it was given: a server has no loudspeaker."""


def test_the_first_key_leads_past_the_menu(phone: Reader) -> None:
    phone.sign_in_with("person@example.org", PASSWORD).tab_to("Skip to the main part", most=1)
    phone.page.keyboard.press("Enter")
    assert phone.page.evaluate("document.activeElement.id") == "main-content"


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("person@example.org", "/"),
        ("carer@example.org", "/home/spaces"),
        ("worker@example.org", "/desk/people/?state=ready"),
    ],
)
def test_where_the_focus_is_can_always_be_seen(at_demo: NewDemoReader, who: str, path: str) -> None:
    reader = at_demo(viewport={"width": 1280, "height": 900}).sign_in_with(who, PASSWORD).open(path)
    unseen, stops = [], 0
    for _ in range(60):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        if not reader.page.evaluate(FOCUS_SHOWS):
            unseen.append(reader.page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert stops >= 5
    assert unseen == []


def test_a_person_answers_with_keys_alone(phone: Reader) -> None:
    person = phone.sign_in_with("person@example.org", PASSWORD).tab_to("Look at them side by side").enter()
    name = person.page.locator("article", has_text="You have not answered yet.").first.get_by_role("link").inner_text()
    person.tab_to(name).enter().tab_to("Talk to someone").enter()
    assert "Thank you. We have your answer." in person.words


def test_a_person_sorts_cards_with_keys_alone_goes_back_and_stops(phone: Reader) -> None:
    person = phone.sign_in_with("person@example.org", PASSWORD).tab_to("My profile Look at it and change it").enter()
    person.tab_to("Change this: What matters most to me").enter().tab_to("Carry on with the next card").enter()
    first = person.page.locator(".app-sort__title").inner_text()
    person.tab_to("Quite a lot").enter()
    assert f"{first}: quite a lot. You can go back." in person.page.locator("body").inner_text()
    person.tab_to(f"Go back to: {first}").enter()
    assert "Your answer now" in person.words
    person.tab_to("Take my answer back").enter()
    assert f"{first} is left out." in person.page.locator("body").inner_text()
    assert person.title == "What matters most to me"


def test_a_page_reads_itself_aloud(phone: Reader) -> None:
    phone.page.add_init_script(SILENT_VOICE)
    phone.sign_in_with("person@example.org", PASSWORD).page.get_by_role("button", name="Read this to me").click()
    expect(phone.page.get_by_role("button", name="Stop reading")).to_be_focused()
    spoken = phone.page.evaluate("window.spoken")
    assert phone.title in spoken
    assert "Read this to me" not in spoken
    phone.page.get_by_role("button", name="Stop reading").click()
    expect(phone.page.get_by_role("button", name="Read this to me")).to_be_focused()


def test_somebody_is_asked_before_they_are_signed_out(phone: Reader) -> None:
    phone.page.clock.install()
    phone.sign_in_with("carer@example.org", PASSWORD).open("/home/profile/words")
    minutes = int(phone.page.locator("#session-warning").get_attribute("data-minutes") or 0)
    warning = phone.page.get_by_role("dialog", name="Are you still there?")
    expect(warning).to_be_hidden()
    phone.page.clock.fast_forward((minutes - 4) * 60 * 1000)
    expect(warning).to_be_visible()
    with phone.page.expect_response("**/sign-in/stay") as answered:
        phone.page.get_by_role("button", name="Stay signed in").click()
    assert answered.value.status == 204
    expect(warning).to_be_hidden()
