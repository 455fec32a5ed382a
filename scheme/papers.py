"""Signed papers: a photograph or a PDF of a page, made safe, sealed, kept outside the web root, and handed out only as a file.

As with photographs the file comes first and its row afterwards: what a refusal leaves behind is a sealed file that no page can
reach. A photograph is drawn again as every photograph is. A PDF is kept as it came, so it is looked at for what a signed page has
no use for, and it is never shown inside a page of ours: a browser saves it.
"""

import os
import re
from io import BytesIO
from pathlib import Path
from typing import IO
from uuid import uuid4

from flask import Response, abort, current_app, send_file

from scheme import photographs
from scheme.database import this_scheme
from scheme.encryption import key_ring
from scheme.errors import Refused

FOLDER = "papers"

TYPES = {".jpg": "image/jpeg", ".pdf": "application/pdf"}

NOT_A_PAPER = "We could not read this. Please choose a photograph (JPEG, PNG or WebP) or a PDF of the signed page."
DOES_THINGS = "This PDF does more than show a page. Please print it to a plain PDF, or take a photograph of the page."
LOCKED = "This PDF is locked with a password. Please choose one that opens without."

PDF_BEGINS = re.compile(rb"%PDF-[12]\.[0-9]")
DOING = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR)\b")
"""What a PDF can do besides showing a page. One that hides it in a packed part is handed out as a file all the same."""
ENDS_WITHIN = 2048


def keep(sent: IO[bytes] | None) -> str:
    """Keep a signed page and say under which name. Call it before the action that adds the row.

    Raises ``Refused`` at the field ``file`` when there is none, it is larger than ``UPLOAD_MEGABYTES``, or no such file.
    """
    if sent is None:
        raise Refused("Please choose the photograph or the PDF of the signed page.", "file")
    megabytes: int = current_app.config["UPLOAD_MEGABYTES"]
    content = sent.read(megabytes * 1024 * 1024 + 1)
    if len(content) > megabytes * 1024 * 1024:
        raise Refused(f"This file is too large to send. Please choose one of up to {megabytes} MB.", "file")
    kind, safe = _made_safe(content)
    name = f"{uuid4()}{kind}"
    with os.fdopen(os.open(_folder() / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key_ring().seal(safe, _place(name)))
        file.flush()
        os.fsync(file.fileno())
    return name


def handed_out(name: str | None, called: str) -> Response:
    """The paper as a file to save, for a view that has already asked who may see it. No paper: 404."""
    path = _folder() / Path(name).name if name else None
    if path is None or path.suffix not in TYPES or not path.is_file():
        abort(404)
    content = key_ring().unseal(path.read_bytes(), _place(path.name))
    # No browser guesses what it is nor keeps it: scheme/headers.py says so on every answer.
    return send_file(
        BytesIO(content), mimetype=TYPES[path.suffix], as_attachment=True, download_name=f"{called}{path.suffix}"
    )


def _made_safe(content: bytes) -> tuple[str, bytes]:
    if not PDF_BEGINS.match(content):
        try:
            return ".jpg", photographs.made_safe(content)
        except Refused as refusal:
            said = NOT_A_PAPER if refusal.message == photographs.NOT_A_PHOTOGRAPH else refusal.message
            raise Refused(said, "file") from None
    if b"%%EOF" not in content[-ENDS_WITHIN:] or b"startxref" not in content[-ENDS_WITHIN:]:
        raise Refused(NOT_A_PAPER, "file")
    if b"/Encrypt" in content:
        raise Refused(LOCKED, "file")
    if DOING.search(content):
        raise Refused(DOES_THINGS, "file")
    return ".pdf", content


def _place(name: str) -> str:
    return f"{FOLDER}.{name}"


def _folder() -> Path:
    """This scheme's own folder, which only the application may read."""
    folder = Path(current_app.config["INSTANCE_PATH"]) / FOLDER / str(this_scheme())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
