"""A session ends while somebody writes: in a real browser, without script, nothing is lost."""

import pytest

from matching.demo.accounts import PASSWORD
from tests.browser.reader import NewDemoReader

STORY = "She laughs at the radio.\nThen she sings."


@pytest.mark.timeout(300)
@pytest.mark.parametrize("scripts", [True, False], ids=["with-script", "without-script"])
def test_what_was_written_is_still_there_after_signing_in_again(scripts: bool, at_demo: NewDemoReader) -> None:
    reader = at_demo(java_script_enabled=scripts).sign_in_with("worker@example.org", PASSWORD)
    reader.open("/desk/people/?q=Josie").page.get_by_role("link", name="Josie").first.click()
    reader.follow("Change: what they bring")
    reader.write("What do people like about them?", STORY)
    reader.page.wait_for_load_state("networkidle")  # a late answer would bring the cookie back
    reader.page.context.clear_cookies()
    reader.press("Save")
    assert reader.title == "Sign in"
    reader.follow("Sign in with your password")
    reader.write("Your email address", "worker@example.org").write("Your password", PASSWORD).press("Sign in")
    assert reader.title == "What you wrote is still here"
    assert "She laughs at the radio." in reader.words
    reader.press("Carry on with this")
    assert "Saved." in reader.words
    assert "Then she sings." in reader.words
