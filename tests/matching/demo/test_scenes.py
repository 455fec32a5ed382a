"""Drawings of homes: the same each time, and no two alike."""

from random import Random

import pytest

from matching.demo.scenes import PALETTES, SCENES, SHOWN, drawn


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_drawn_in_a_homes_own_colours(scene):
    yellow, blue = drawn(scene, PALETTES[0], Random(1)), drawn(scene, PALETTES[1], Random(1))
    assert yellow.size == blue.size == SHOWN
    assert yellow.tobytes() != blue.tobytes()
    assert yellow.tobytes() == drawn(scene, PALETTES[0], Random(1)).tobytes()
    assert len(yellow.getcolors(maxcolors=2_000_000) or ()) > 500
