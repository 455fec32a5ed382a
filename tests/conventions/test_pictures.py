"""Every picture a page asks for is on the list the front-end build reads."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASKED_FOR = re.compile(r"\b(?:picture|person_line|big_link)\(\s*[\"']([^\"']+)[\"']")


def listed() -> set[str]:
    lines = (ROOT / "static/src/pictures.txt").read_text(encoding="utf-8").splitlines()
    return {name for line in lines if (name := line.split("#")[0].strip())}


def test_every_picture_in_a_template_is_listed():
    missing = {
        f"{template.relative_to(ROOT)}: {name}"
        for template in (ROOT / "templates").rglob("*.html")
        for name in ASKED_FOR.findall(template.read_text(encoding="utf-8"))
        if name not in listed()
    }
    assert not missing


def test_no_picture_is_listed_twice():
    lines = (ROOT / "static/src/pictures.txt").read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    assert sorted(names) == sorted(set(names))
