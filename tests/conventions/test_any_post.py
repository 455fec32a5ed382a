"""Whatever is sent to whatever form or asked of whatever list, by whoever may: it is answered, and nothing falls over.

Each form is opened first, so that what is sent names its own questions and often one of its own answers; the rest is any
text at all. What earlier posts changed stays, so that forms meet rows in every condition.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from scheme.access import ACCESS, may_open
from scheme.models import Role
from tests.ground.accounts import SignIn
from tests.ground.walks import Address, addresses
from tests.ground.whole_schemes import MakeWholeScheme

QUESTION = re.compile(r'<(?:input|select|textarea)\b[^>]*?\bname="([^"]+)"')
ANSWER = re.compile(r'<(?:input|option)\b[^>]*?\bvalue="([^"]*)"')
FILE = re.compile(r'<input\b(?=[^>]*\btype="file")[^>]*?\bname="([^"]+)"')

PLAUSIBLE = ["", " ", "\0", "1", "3", "31", "12", "1990", "2030", "²", "-1", "9" * 30, "LA1 4XX", "a@b.example", "👋"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
OWN = st.integers(0, 99)
"""One of what the page offers: counted round and round, because what is drawn may not depend on what a page says."""
SENT = st.lists(st.tuples(OWN, st.lists(st.one_of(OWN, st.sampled_from(PLAUSIBLE), TEXT), max_size=4)), max_size=12)
FILE_SENT = st.one_of(st.binary(max_size=40), TEXT.map(str.encode), st.just(b"Reference,Known as\nP001,Pat\n"))
FILE_NAMES = st.sampled_from(["a.csv", "a.xlsx", "a.jpg", "", "\0.csv"])

SEARCH = 'method="get"'

NO_QUESTIONS = {"static", "sign_in.sign_out"}
"""Not a page; and the end of the walk of whoever sends it."""
ANSWERED = {200, 204, 302, 303, 403, 404, 429}
"""Shown again or taken; refused; gone, because an earlier post took it away; tried too often."""
POSTS = max(150, settings().max_examples // 2)
"""On each of the two databases: looking deeply, ten thousand in all."""

Sent = Sequence[tuple[int, Sequence[int | str]]]
Page = tuple[Address, FlaskClient]


@pytest.fixture
def pages(app: Flask, make_whole_scheme: MakeWholeScheme, sign_in: SignIn) -> dict[str, list[Page]]:
    """By method, every page of a whole scheme, with the browser of somebody who may open it or send it."""
    whole = make_whole_scheme("Bryn")
    clients: dict[Role | None, FlaskClient] = {role: sign_in(app.test_client(), whole.accounts[role]) for role in Role}
    clients[None] = app.test_client()
    return {
        method: [
            (address, clients[_somebody(address, method)])
            for address in addresses(app, whole)
            if method in (address.rule.methods or ()) and address.rule.endpoint not in NO_QUESTIONS
        ]
        for method in ("GET", "POST")
    }


def _somebody(address: Address, method: str) -> Role | None:
    access = ACCESS[address.rule.endpoint]
    return None if access.public else next(role for role in Role if may_open(address.rule.endpoint, method, role))


def _shown(client: FlaskClient, address: Address) -> str:
    """What the page says before anything is sent; nothing, when it is a picture."""
    with client.get(address.text) as answer:
        return answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""


def _filled_in(page: str, sent: Sent, content: bytes = b"", file_name: str = "") -> dict[str, Any]:
    """What was drawn, as an answer to the questions of this page."""
    questions = sorted({*QUESTION.findall(page), "version"} - {"csrf_token"})
    offered = sorted({*ANSWER.findall(page), ""})
    files = {name: (BytesIO(content), file_name) for name in FILE.findall(page)}
    return {
        questions[which % len(questions)]: [
            offered[answer % len(offered)] if isinstance(answer, int) else answer for answer in answers
        ]
        for which, answers in sent
    } | files


def test_anything_sent_to_any_form_is_answered(pages: dict[str, list[Page]]) -> None:
    forms = pages["POST"]

    @settings(max_examples=POSTS)
    @given(st.sampled_from(range(len(forms))), SENT, FILE_SENT, FILE_NAMES)
    def story(number: int, sent: Sent, content: bytes, file_name: str) -> None:
        address, client = forms[number]
        filled_in = _filled_in(_shown(client, address), sent, content, file_name)
        answer = client.post(address.text, data=filled_in)
        assert answer.status_code in ANSWERED, (address.text, filled_in)

    story()


def test_anything_asked_of_any_page_is_answered(pages: dict[str, list[Page]]) -> None:
    asked_for = [(address, client) for address, client in pages["GET"] if SEARCH in _shown(client, address)]
    assert {"people_desk.find", "carers_desk.index"} <= {address.rule.endpoint for address, _ in asked_for}

    @given(st.sampled_from(range(len(asked_for))), SENT, st.one_of(OWN, TEXT, st.none()))
    def story(number: int, sent: Sent, page: int | str | None) -> None:
        address, client = asked_for[number]
        asked = _filled_in(_shown(client, address), sent) | {"page": page}
        assert client.get(address.text, query_string=asked).status_code == 200, (address.text, asked)

    story()
