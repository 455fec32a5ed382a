"""Photographs: taken in, made safe, kept outside the web root, and shown only through a view that asks who is looking.

A file cannot be part of a transaction. So the file is written first, under a fresh name nobody can guess, and its row
afterwards: when the row is refused, what is left is a file without a row, which no page can reach and ``forget`` sweeps up.
The other order could leave a row without its picture.
"""

import os
import time
from io import BytesIO
from pathlib import Path
from typing import IO
from uuid import uuid4

from flask import Response, abort, current_app, send_file
from PIL import Image, ImageCms, ImageOps
from sqlmodel import select

from scheme.database import db, this_scheme
from scheme.errors import Refused
from scheme.models import Photograph

KINDS = ("JPEG", "PNG", "WEBP")

LONGEST_SIDE = 1600
"""Pixels along the longer side of a kept photograph (our judgement: sharp on a tablet, quick on a phone)."""

MOST_PIXELS = 60_000_000
"""Pixels we are willing to open: more than phones take (48 to 50 million), far less than a file made to fill the memory."""

QUALITY = 85

SWEEP_AFTER = 24 * 60 * 60
"""Seconds before a file without a row is swept up: its row may still be on its way."""

NOT_A_PHOTOGRAPH = "We could not open this as a photograph. Please choose a JPEG, PNG or WebP picture."
TOO_MANY_PIXELS = "This picture is larger than we can open. Please choose a smaller one."


def made_safe(sent: bytes) -> bytes:
    """A JPEG of the picture in ``sent``: upright, no larger than it needs to be, and without anything hidden in it.

    The picture is really opened and drawn again on an empty sheet, so that where and when it was taken stays behind.
    Raises ``Refused`` in words fit to show, at the field ``file``.
    """
    try:
        with Image.open(BytesIO(sent), formats=KINDS) as picture:
            # The size is known before anything is unpacked.
            if picture.width * picture.height <= MOST_PIXELS:
                picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
                return _drawn_again(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        pass
    except Exception:  # a spoiled picture may stop a decoder anywhere and with anything
        raise Refused(NOT_A_PHOTOGRAPH, "file") from None
    raise Refused(TOO_MANY_PIXELS, "file")


def _drawn_again(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    colours = upright.info.get("icc_profile")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if upright.mode not in {"RGB", "RGBA"}:
        upright = upright.convert("RGBA")
    sheet = Image.new("RGB", upright.size, "white")
    sheet.paste(upright, mask=upright if upright.mode == "RGBA" else None)
    if colours:
        sheet = _usual_colours(sheet, colours)
    kept = BytesIO()
    sheet.save(kept, "JPEG", quality=QUALITY, optimize=True, icc_profile=None)
    return kept.getvalue()


def _usual_colours(sheet: Image.Image, profile: bytes) -> Image.Image:
    """Phones save in colours of their own. The profile is used once and then left behind, as it may name the device."""
    try:
        theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(sheet, theirs, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return sheet  # slightly different colours are better than no photograph
    return changed or sheet


# --- files -------------------------------------------------------------------------------------------------------------


def keep(sent: IO[bytes] | None) -> str:
    """Keep a photograph's file and say under which name. Call it before the action that adds the row.

    Raises ``Refused`` when there is none, when it is larger than ``UPLOAD_MEGABYTES``, or when it is no photograph.
    """
    if sent is None:
        raise Refused("Please choose a photograph first.", "file")
    megabytes: int = current_app.config["UPLOAD_MEGABYTES"]
    most = megabytes * 1024 * 1024
    read = sent.read(most + 1)
    if len(read) > most:
        raise Refused(f"This photograph is too large to send. Please choose one of up to {megabytes} MB.", "file")
    safe = made_safe(read)
    name = f"{uuid4()}.jpg"
    with os.fdopen(os.open(_folder() / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(safe)
        file.flush()
        os.fsync(file.fileno())
    return name


def forget(name: str) -> None:
    """Remove a file whose row is gone, and with it any others that never got a row. Call it after the action."""
    (_folder() / name).unlink(missing_ok=True)
    kept = set(db.session.exec(select(Photograph.file_name)))
    long_ago = time.time() - SWEEP_AFTER
    for file in _folder().glob("*.jpg"):
        if file.name not in kept and file.stat().st_mtime < long_ago:
            file.unlink(missing_ok=True)


def shown(photograph: Photograph | None) -> Response:
    """The picture itself, for a view that has already asked who may see it. No photograph, or no file: 404."""
    if photograph is None:
        abort(404)
    path = _folder() / photograph.file_name
    if not path.is_file():
        abort(404)
    # Whole: a browser that goes away half way leaves no open file behind. They are small, we drew them ourselves.
    answer = send_file(BytesIO(path.read_bytes()), mimetype="image/jpeg", max_age=60 * 60)
    answer.cache_control.private = True
    answer.cache_control.public = False
    return answer


def _folder() -> Path:
    """This scheme's own folder, which only the application may read."""
    folder = Path(current_app.config["INSTANCE_PATH"]) / "photographs" / str(this_scheme())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
