"""Signed papers: only real photographs and plain PDFs, sealed where they are kept, handed out as files."""

from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from werkzeug.exceptions import NotFound

from scheme import papers
from scheme.database import enter_scheme
from scheme.errors import Refused
from scheme.models import Scheme

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\ntrailer<</Root 1 0 R>>\nstartxref\n99\n%%EOF\n"


def picture() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (40, 30), "green").save(kept, "PNG")
    return kept.getvalue()


@pytest.fixture
def inside(app: Flask, scheme: Scheme):
    with app.test_request_context():
        enter_scheme(scheme.id)
        yield Path(app.config["INSTANCE_PATH"]) / "papers" / str(scheme.id)


@pytest.mark.parametrize(
    ("sent", "kind", "begins"), [(PDF, "application/pdf", PDF), (picture(), "image/jpeg", b"\xff\xd8")]
)
def test_a_paper_is_sealed_where_it_is_kept_and_handed_out_as_a_file(
    inside: Path, sent: bytes, kind: str, begins: bytes
) -> None:
    name = papers.keep(BytesIO(sent))
    stored = (inside / name).read_bytes()
    assert b"%PDF" not in stored
    assert b"\xff\xd8\xff" not in stored[:20]
    answer = papers.handed_out(name, "A001-1-signed")
    answer.direct_passthrough = False
    assert answer.get_data().startswith(begins)
    assert answer.mimetype == kind
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=A001-1-signed")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"", "could not read"),
        (b"<html><script>alert(1)</script></html>", "could not read"),
        (b"%PDF-1.4\n<script>", "could not read"),
        (PDF.replace(b"%%EOF", b""), "could not read"),
        (b"MZ" + PDF, "could not read"),
        (PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "more than show a page"),
        (PDF.replace(b"/Catalog", b"/Catalog/Names<</EmbeddedFiles 9 0 R>>"), "more than show a page"),
        (PDF.replace(b"/Catalog", b"/Catalog/AA<</O<</S/Launch>>>>"), "more than show a page"),
        (PDF.replace(b"/Root", b"/Encrypt 7 0 R/Root"), "locked"),
        (PDF + b" " * 21 * 1024 * 1024, "too large"),
    ],
)
def test_what_is_no_plain_page_is_refused_in_words(inside: Path, sent: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        papers.keep(BytesIO(sent))
    assert refused.value.field == "file"
    assert not inside.exists() or not list(inside.iterdir())


def test_no_file_chosen_and_no_file_there(inside: Path) -> None:
    with pytest.raises(Refused, match="Please choose"):
        papers.keep(None)
    for name in (None, "nobodys.pdf", "../../alongside.db"):
        with pytest.raises(NotFound):
            papers.handed_out(name, "x")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=200))
def test_anything_else_is_refused_kindly(inside: Path, sent: bytes) -> None:
    with pytest.raises(Refused):
        papers.keep(BytesIO(sent))
