"""Hanging the drawings up: each is kept as if somebody had sent it, through ``scheme/photographs.py``."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from random import Random

from carers.actions import add_photograph
from carers.models import Household
from matching.demo.scenes import PALETTES, SCENES, Palette, drawn
from scheme.kinds import SchemeKind
from scheme.photographs import keep

Drawn = Mapping[str, list[tuple[str, str]]]
"""For each household, by reference: the names of the kept files, and their captions."""

HOMES_DRAWN = 12
"""How many homes have drawings (our judgement: enough for a living scheme, few enough to draw quickly)."""


PUT_FORWARD = 3
"""The first few are put forward to Josie, so there is more of them to see."""


def keep_all(kind: SchemeKind, rng: Random) -> Drawn:
    """Draw the homes of one scheme and keep the files. In Homeshare the home is the person's, and none are drawn."""
    if kind is SchemeKind.HOMESHARE:
        return {}
    found = {}
    for number in range(1, HOMES_DRAWN + 1):
        scenes = (
            list(SCENES)
            if number == 1
            else ["front door", *rng.sample(list(SCENES)[1:], 3 if number <= PUT_FORWARD else 1)]
        )
        palette = PALETTES[(number - 1) % len(PALETTES)]
        found[f"DH{number:03}"] = [(_kept(scene, palette, rng), SCENES[scene][1]) for scene in scenes]
    return found


def hang(photographs: Drawn, households: Iterable[Household]) -> None:
    """Add the rows, in the action that makes the households."""
    for household in households:
        for file_name, caption in photographs.get(household.reference, ()):
            add_photograph(household, file_name, caption)


def _kept(scene: str, palette: Palette, rng: Random) -> str:
    sent = BytesIO()
    drawn(scene, palette, rng).save(sent, "JPEG", quality=92)
    sent.seek(0)
    return keep(sent)
