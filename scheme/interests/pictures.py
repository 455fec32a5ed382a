"""Check the list's picture names against OpenMoji's: ``python -m scheme.interests.pictures path/to/icons.json``.

The names come with the ``@iconify-json/openmoji`` package; the pictures are CC BY-SA and are not kept here.
"""

import json
import sys
from pathlib import Path

from scheme.interests.listing import listing


def picture_names() -> frozenset[str]:
    """The name of every picture the list uses, headings' included."""
    lines = (line.interest for line in listing().lines.values())
    return frozenset(shown.picture for shown in (*listing().headings.values(), *lines))


def missing(icons: Path) -> list[str]:
    """Names the list uses that an Iconify ``icons.json`` does not have, in order."""
    return sorted(picture_names() - json.loads(icons.read_text(encoding="utf-8"))["icons"].keys())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where OpenMoji's icons.json is: python -m scheme.interests.pictures ICONS.json")
    if unknown := missing(Path(sys.argv[1])):
        sys.exit(f"OpenMoji has no picture called: {', '.join(unknown)}")
    print(f"All {len(picture_names())} pictures are there.")
