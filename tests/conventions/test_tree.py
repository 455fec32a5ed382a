"""What may be in the tree at all: our own work, at home on any machine."""

import ast
import re

from tests.conventions.tree import files, parsed, python, text

# Not /home/…, where Linux keeps people's folders: those are also the addresses of our carers' pages.
ELSEWHERE = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|(?<![\w.])/(?:work|root|opt|Users)/\w")

THIRD_PARTY = re.compile(r"(^|/)(static/build|node_modules|vendor)/|\.min\.(js|css)$|\.(woff2?|ttf|otf|whl)$|uv\.lock$")

EXCUSES = {"skip", "skipif", "xfail", "importorskip", "flaky"}


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert [f"{path}: {found[0]}" for path in files() if (found := ELSEWHERE.search(text(path)))] == []


def test_nothing_of_somebody_else_s_is_committed() -> None:
    assert [path for path in files() if THIRD_PARTY.search(path.as_posix())] == []


def test_no_test_is_excused() -> None:
    excused = [
        f"{path}:{node.lineno}"
        for path in python("tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in EXCUSES
    ]
    assert excused == []


def test_every_locked_library_carries_its_hashes() -> None:
    locks = [path for path in files() if path.parts[0] == "requirements"]
    assert locks
    for lock in locks:
        entries = re.split(r"\n(?=\S)", text(lock).strip())
        assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
