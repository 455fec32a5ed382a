"""The names of the pictures, checked against a collection the front-end build brings."""

import json
from pathlib import Path

from scheme.interests.pictures import missing, picture_names


def test_pictures_that_the_collection_has_are_not_missing(tmp_path: Path) -> None:
    icons = tmp_path / "icons.json"
    icons.write_text(json.dumps({"icons": {known: {} for known in picture_names()}}), encoding="utf-8")
    assert missing(icons) == []


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    icons = tmp_path / "icons.json"
    icons.write_text(json.dumps({"icons": {known: {} for known in picture_names() - {"brick"}}}), encoding="utf-8")
    assert missing(icons) == ["brick"]
