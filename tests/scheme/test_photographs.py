"""Photographs are really opened, drawn again without what was hidden in them, and shown only through a view."""

import os
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from scheme import photographs
from scheme.database import db, enter_scheme
from scheme.errors import Refused
from scheme.models import Photograph

GPS_INFO = 0x8825
ORIENTATION = 0x0112
MAKER = 0x010F


def photograph(size: tuple[int, int] = (60, 40), kind: str = "JPEG", **options: object) -> bytes:
    """A small picture: red on the left, blue on the right."""
    sheet = Image.new("RGB", size, "red")
    sheet.paste("blue", (size[0] // 2, 0, *size))
    file = BytesIO()
    sheet.save(file, kind, **options)
    return file.getvalue()


def opened(kept: bytes) -> Image.Image:
    return Image.open(BytesIO(kept))


def with_hidden_data() -> bytes:
    exif = Image.Exif()
    exif[MAKER] = "A secret camera"
    exif.get_ifd(GPS_INFO)[2] = (54.0, 2.0, 48.0)
    return photograph(exif=exif, comment=b"taken at 12 Invented Street", xmp=b"<x>a secret name</x>")


def test_where_and_how_it_was_taken_stays_behind() -> None:
    sent = with_hidden_data()
    assert b"secret camera" in sent
    assert b"Invented Street" in sent
    kept = photographs.made_safe(sent)
    for hidden in (b"secret", b"Invented", b"Exif", b"GPS", b"xap", b"ICC"):
        assert hidden not in kept
    assert opened(kept).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive"}


def test_a_picture_taken_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # turn a quarter clockwise to see it
    kept = opened(photographs.made_safe(photograph((60, 40), exif=exif)))
    assert kept.size == (40, 60)
    red, green, blue = kept.convert("RGB").tobytes()[3 * (5 * 40 + 20) :][:3]
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_three_kinds_are_taken_and_kept_as_one(kind: str) -> None:
    assert opened(photographs.made_safe(photograph(kind=kind))).format == "JPEG"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16"])
def test_every_way_of_keeping_colours_is_understood(mode: str) -> None:
    file = BytesIO()
    Image.new(mode, (5, 5)).save(file, "PNG")
    assert opened(photographs.made_safe(file.getvalue())).mode == "RGB"


def test_what_was_see_through_becomes_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (5, 5), (0, 0, 0, 0)).save(file, "PNG")
    assert opened(photographs.made_safe(file.getvalue())).getpixel((2, 2)) == (255, 255, 255)


def test_a_large_one_is_made_smaller_and_a_small_one_left() -> None:
    assert opened(photographs.made_safe(photograph((4000, 1000)))).size == (1600, 400)
    assert opened(photographs.made_safe(photograph((60, 40)))).size == (60, 40)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_kinds_are_refused_whatever_they_are_called(kind: str) -> None:
    with pytest.raises(Refused, match="JPEG, PNG or WebP"):
        photographs.made_safe(photograph(kind=kind))


def bomb(width: int, height: int) -> bytes:
    """The head of a PNG that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [8_000, 9_600, 14_000, 60_000])
def test_a_file_made_to_fill_the_memory_is_refused_before_it_is_opened(side: int) -> None:
    with pytest.raises(Refused, match="larger than we can open"):
        photographs.made_safe(bomb(side, side))


@given(st.binary(max_size=300))
def test_whatever_is_sent_is_a_photograph_or_kindly_refused(sent: bytes) -> None:
    with pytest.raises(Refused):
        photographs.made_safe(sent)


@given(
    place=st.integers(0, 600), spoilt=st.binary(min_size=1, max_size=8), kind=st.sampled_from(["JPEG", "PNG", "WEBP"])
)
def test_a_spoilt_photograph_is_opened_or_kindly_refused(place: int, spoilt: bytes, kind: str) -> None:
    sent = photograph(kind=kind)
    with suppress(Refused):
        assert opened(photographs.made_safe(sent[:place] + spoilt + sent[place + len(spoilt) :])).mode == "RGB"


# --- files -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_app(tmp_path: Path) -> Flask:
    """An application that keeps files; no database is needed for that."""
    app = Flask(__name__)
    app.config.update(INSTANCE_PATH=str(tmp_path), UPLOAD_MEGABYTES=1)
    return app


def test_a_file_too_large_to_send_is_refused(small_app: Flask) -> None:
    with small_app.app_context(), pytest.raises(Refused, match="up to 1 MB"):
        photographs.keep(BytesIO(b"x" * (1024 * 1024 + 1)))


def test_no_file_at_all_is_refused(small_app: Flask) -> None:
    with small_app.app_context(), pytest.raises(Refused, match="choose a photograph"):
        photographs.keep(None)


def test_a_text_with_a_photographs_name_is_refused(small_app: Flask) -> None:
    with small_app.app_context(), pytest.raises(Refused, match="could not open"):
        photographs.keep(BytesIO(b"This is only text, whatever its name says."))


def test_files_are_kept_apart_by_scheme_and_swept_up_without_a_row(app: Flask) -> None:
    with app.app_context():
        folder = Path(app.config["INSTANCE_PATH"]) / "photographs"
        enter_scheme(uuid4())
        mine = photographs.keep(BytesIO(photograph()))
        enter_scheme(uuid4())
        old, new = (photographs.keep(BytesIO(photograph())) for _ in range(2))
        assert len({file.parent for file in folder.rglob("*.jpg")}) == 2
        (file,) = folder.rglob(old)
        os.utime(file, (0, 0))
        photographs.forget("not-there.jpg")
        assert {file.name for file in folder.rglob("*.jpg")} == {mine, new}
        db.session.rollback()


def test_nothing_under_static_holds_a_photograph(app: Flask) -> None:
    instance, static = Path(app.config["INSTANCE_PATH"]).resolve(), Path(str(app.static_folder)).resolve()
    assert not instance.is_relative_to(static)


def test_a_row_without_its_file_is_not_found(app: Flask) -> None:
    with app.test_request_context():
        enter_scheme(uuid4())
        row = Photograph(of_kind="household", of_id=uuid4(), caption="A garden", file_name=f"{uuid4()}.jpg")
        with pytest.raises(Exception, match="404"):
            photographs.shown(row)
