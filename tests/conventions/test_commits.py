"""One place commits changes (DESIGN §3)."""

import ast

from tests.conventions.tree import PACKAGES, parsed, python

COMMIT_SITES = {
    ("scheme/database.py", "carry_out"): "every change",
    ("scheme/database.py", "alone"): "the two append-only paths: readings of a profile, and attempts to sign in",
    ("scheme/places.py", "load_places"): "public postcode positions, of no scheme and no person, loaded by an operator",
}


def test_only_the_listed_places_commit() -> None:
    found = set()
    for path in python(*PACKAGES):
        for function in ast.walk(parsed(path)):
            if isinstance(function, ast.FunctionDef):
                found |= {(path.as_posix(), function.name) for node in ast.walk(function) if _commits(node)}
    assert found == set(COMMIT_SITES)


def test_nothing_commits_outside_a_function() -> None:
    inside = {
        id(node)
        for path in python(*PACKAGES)
        for function in ast.walk(parsed(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    everywhere = [(path, node) for path in python(*PACKAGES) for node in ast.walk(parsed(path)) if _commits(node)]
    assert [path for path, node in everywhere if id(node) not in inside] == []


def _commits(node: ast.AST) -> bool:
    """A call of ``something.commit()``, or of ``engine.begin()`` which commits at its end."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr == "commit" or (node.func.attr == "begin" and "engine" in ast.unparse(node.func.value)))
    )
