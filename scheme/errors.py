"""Refusals, in words fit to show."""


class Refused(Exception):
    """A rule said no. Nothing was changed.

    ``message`` is a plain sentence a person can act on; ``field`` names the form field it belongs to, if one.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class ChangedMeanwhile(Refused):
    """Somebody else saved the same thing first.

    ``changes`` maps each field that differs to ``(theirs, yours)``, as labels fit to show side by side. ``version`` is the
    one they were compared with: whoever has looked at both saves again from there.
    """

    def __init__(self, changes: dict[str, tuple[str, str]], version: int | None = None) -> None:
        super().__init__("Somebody else changed this while you were writing. Please look at both and save again.")
        self.changes = changes
        self.version = version
