"""Where things live: tests and templates stand at the path of the code they belong to."""

from pathlib import Path

from tests.conventions.tree import PACKAGES, TOP, files, is_module, python

ABOUT_THE_WHOLE = {"browser", "conventions", "ground"}
"""Folders of tests that belong to no single module: what a browser sees, these conventions, what tests stand on."""


def test_every_test_stands_where_its_module_stands() -> None:
    tests = [path.relative_to("tests") for path in python("tests") if path.name.startswith("test_")]
    astray = [path for path in tests if path.parts[0] not in ABOUT_THE_WHOLE and not _at_home(path)]
    assert astray == []


def _at_home(test: Path) -> bool:
    """At the path of a module; or in the folder of a small package, about that package as a whole."""
    module = test.with_name(test.stem.removeprefix("test_"))
    return is_module(module) or (TOP / module).is_dir() or (len(test.parts) > 2 and is_module(test.parent))


def test_every_template_of_a_package_belongs_to_one_of_its_modules() -> None:
    templates = [path.relative_to("templates") for path in files() if path.parts[0] == "templates"]
    of_packages = [path for path in templates if path.parts[0] in PACKAGES]
    assert of_packages
    assert [path for path in of_packages if len(path.parts) < 3 or not _has_a_reader(path)] == []


def _has_a_reader(template: Path) -> bool:
    """Pages belong to the module that shows them; messages are sent by ``scheme/messages.py`` for every package."""
    return template.parts[1] == "messages" or is_module(Path(*template.parts[:2]))


def test_only_shared_parts_stand_at_the_top_of_the_templates() -> None:
    folders = {path.parts[1] for path in files() if path.parts[0] == "templates" and len(path.parts) > 2}
    assert folders <= {*PACKAGES, "parts"}


def test_no_package_among_the_tests() -> None:
    assert [path for path in python("tests") if path.name == "__init__.py"] == [], "it would hide the real package"


def test_nothing_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base_utils"}
    ours = python(*PACKAGES, "tests", "benchmarks")
    assert [path for path in ours if drawers & {path.stem, *path.parts[:-1]}] == []
