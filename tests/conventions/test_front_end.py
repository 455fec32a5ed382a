"""What pages ask of the front end is there: every picture, every component's styles, every class of ours."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "static/src"
PACKAGES = ("scheme", "people", "carers", "matching")

PICTURE = re.compile(r"\b(?:picture|person_line|big_link)\(\s*[\"']([^\"']+)[\"']")
COMPONENT = re.compile(r"govuk_frontend_jinja/components/([a-z-]+)/|^    component = \"([a-z-]+)\"", re.MULTILINE)
OUR_CLASS = re.compile(r"(?<![\w-])app-[a-z]+(?:-[a-z]+)*(?:__[a-z]+(?:-[a-z]+)*)?")

DRAWN_BY_US = {"grid"}
"""Components of our own, whose template is in ``templates/parts``."""


def templates() -> Iterator[tuple[Path, str]]:
    for template in sorted((ROOT / "templates").rglob("*.html")):
        yield template.relative_to(ROOT), template.read_text(encoding="utf-8")


def pictures_listed() -> list[str]:
    lines = (SOURCES / "pictures.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_picture_in_a_template_is_listed():
    listed = set(pictures_listed())
    assert [(path, name) for path, text in templates() for name in PICTURE.findall(text) if name not in listed] == []


def test_no_picture_is_listed_twice():
    assert sorted(pictures_listed()) == sorted(set(pictures_listed()))


def test_every_component_drawn_has_its_styles():
    styles = (SOURCES / "app.scss").read_text(encoding="utf-8")
    forms = [path for folder in PACKAGES for path in (ROOT / folder).rglob("*.py")]
    fields = [(path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in forms]
    drawn = {(path, "".join(names)) for path, text in [*templates(), *fields] for names in COMPONENT.findall(text)}
    assert drawn
    assert {
        (path, name) for path, name in drawn if name not in DRAWN_BY_US and f'components/{name}";' not in styles
    } == set()


def test_every_class_of_ours_has_its_styles():
    styles = "".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.scss"))
    used = {(path, name) for path, text in templates() for name in OUR_CLASS.findall(text)}
    assert {(path, name) for path, name in used if f".{name}" not in styles} == set()
