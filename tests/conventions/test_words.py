"""The words of the design: what we never call people, homes and what happens between them.

Looked for as whole words in the names we define, in docstrings and other text in the code, and in the templates.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conventions.tree import PACKAGES, files, parsed, python, text

NEVER_SAID = re.compile(
    r"\b(service users?|clients?|customers?|cases?|hosts?|providers?|staff|placements?|respite|referrals?"
    r"|signpost(?:s|ed|ing)?|vacanc(?:y|ies)|voids?|allocated|caseloads?|breakdowns?|failures?"
    r"|assessments? of compliance)\b",
    re.IGNORECASE,
)

ABOUT_LETTERS = re.compile(
    r"\b(any|upper|lower|ignor\w+|letter|of|whatever|by) case\b|\bcase[- ](in)?sensitive\b", re.IGNORECASE
)
"""Capital and small letters have a case too."""

EXCEPTIONS = {
    "matching/spreadsheet/": (NEVER_SAID, "the importer understands the words that schemes' own spreadsheets use"),
    "scheme/messages.py": (re.compile("host"), "a mail server's host"),
}
"""Where, which words, and why."""


def _as_words(name: str) -> str:
    """``ServiceUser`` and ``service_user`` both read "service user"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name)


def _names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for below, line in enumerate(node.value.splitlines()):
                yield node.lineno + below, line


def _excused(path: Path, word: str) -> bool:
    return any(path.as_posix().startswith(place) and said.fullmatch(word) for place, (said, _) in EXCEPTIONS.items())


def _said(path: Path, lines: Iterator[tuple[int, str]]) -> list[str]:
    found = ((line, said[0]) for line, words in lines for said in NEVER_SAID.finditer(ABOUT_LETTERS.sub("", words)))
    return [f"{path}:{line} says {word!r}" for line, word in found if not _excused(path, word)]


def test_the_words_are_recognised_in_names_and_sentences() -> None:
    assert NEVER_SAID.search(_as_words("ServiceUser"))
    assert NEVER_SAID.search(_as_words("find_placements"))
    assert NEVER_SAID.search("Two Vacancies in Leeds")
    assert not NEVER_SAID.search(_as_words("casefold_household_provided"))


def test_names_we_define_use_our_words() -> None:
    ours = [*python(*PACKAGES, "migrations", "benchmarks"), Path("wsgi.py")]
    said = [(path, ((line, _as_words(name)) for line, name in _names(parsed(path)))) for path in ours]
    assert [found for path, lines in said for found in _said(path, lines)] == []


def test_what_the_code_says_uses_our_words() -> None:
    ours = [*python(*PACKAGES), Path("wsgi.py")]
    assert [found for path in ours for found in _said(path, _texts(parsed(path)))] == []


def test_templates_use_our_words() -> None:
    templates = [path for path in files() if path.parts[0] == "templates"]
    assert templates
    lines = {path: enumerate(text(path).splitlines(), start=1) for path in templates}
    assert [found for path, numbered in lines.items() for found in _said(path, numbered)] == []
