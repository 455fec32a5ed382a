"""The project's own files, as the conventions read them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[2]
PACKAGES = ("scheme", "people", "carers", "matching")


def _listed(*options: str) -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z", *options], cwd=TOP, capture_output=True, text=True, check=True)
    return [Path(name) for name in done.stdout.split("\0") if name and (TOP / name).is_file()]


@cache
def files() -> list[Path]:
    """Every file of the project, new ones too, relative to its top; nothing that git ignores."""
    return sorted({*_listed(), *_listed("--others", "--exclude-standard")})


def python(*folders: str) -> list[Path]:
    """The Python files under these folders."""
    return [path for path in files() if path.suffix == ".py" and path.parts[0] in folders]


def text(path: Path) -> str:
    """What is written in a file; nothing if it is not text."""
    try:
        return (TOP / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(text(path), filename=str(path))


def is_module(path: Path) -> bool:
    """Whether there is a module at this path: a file, or a folder of them."""
    return (TOP / path).with_suffix(".py").is_file() or (TOP / path / "__init__.py").is_file()
