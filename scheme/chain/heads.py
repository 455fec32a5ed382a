"""The newest seal of each scheme's record, kept in a file outside the database: a chain does not notice when its end is cut off.

The file is only ever added to, one JSON object a line. Whoever may change the database should not be able to change this file
(``RECORD_HEADS`` may name one on another machine, or one that can only be appended to).
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from flask import current_app

from scheme.errors import Refused


@dataclass(frozen=True)
class Head:
    """Where one scheme's record ended at a moment: how many rows were sealed, and the digest of the last."""

    scheme_id: UUID
    count: int
    digest: str
    at: datetime
    restored: bool = False
    """A backup was put back: what was sealed after it was made is gone, and known to be."""

    def to_line(self) -> str:
        """One line of the file."""
        return json.dumps(
            {
                "scheme": str(self.scheme_id),
                "count": self.count,
                "digest": self.digest,
                "at": self.at.isoformat(),
                "restored": self.restored,
            }
        )

    @classmethod
    def from_line(cls, line: str) -> "Head":
        """A line of the file. Raises ``ValueError`` when it is not one of ours."""
        try:
            said = json.loads(line)
            at = datetime.fromisoformat(said["at"])
            return cls(UUID(said["scheme"]), int(said["count"]), str(said["digest"]), at, bool(said["restored"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(line) from error


def path() -> Path:
    """The file."""
    return Path(current_app.config["RECORD_HEADS"])


def kept() -> list[Head]:
    """Every head written down so far, oldest first. Raises ``Refused`` naming a line that is not one."""
    if not path().exists():
        return []
    found = []
    for number, line in enumerate(path().read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(Head.from_line(line))
        except ValueError:
            raise Refused(f"Line {number} of {path()} has been changed: it is not what was written there.") from None
    return found


def keep(heads: Iterable[Head]) -> None:
    """Write heads down at the end of the file, and make sure that they are on the disk. Raises ``Refused`` when that fails."""
    lines = "".join(f"{head.to_line()}\n" for head in heads)
    if not lines:
        return
    try:
        path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(path(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, lines.encode())  # one write, so that two jobs never write into each other's line
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise Refused(f"The end of the record could not be written to {path()}: {error.strerror}.") from None
