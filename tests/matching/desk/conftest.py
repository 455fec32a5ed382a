"""Matching at the desk: a worker who is signed in, pages read as trees, and statements counted."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from scheme.database import db
from scheme.models import Account
from tests.ground.accounts import SignIn

Counted = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def at_desk(client: FlaskClient, worker: Account, sign_in: SignIn) -> FlaskClient:
    """A reader of pages signed in as the worker."""
    return sign_in(client, worker)


@pytest.fixture
def counted(app: Flask) -> Counted:
    """``with counted() as sent: …``: the statements sent to the database meanwhile."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        sent: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            sent.append(statement)

        with app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", note)
        yield sent
        event.remove(engine, "before_cursor_execute", note)

    return counting


def read(page: str) -> Element:
    """A page as a tree."""
    tree: Element = html5lib.parse(page, namespaceHTMLElements=False)
    return tree


def words(element: Element | None) -> str:
    """What an element says, with single spaces."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def of_class(tree: Element, name: str) -> list[Element]:
    """The elements with this class, in order."""
    return [element for element in tree.iter() if name in (element.get("class") or "").split()]
