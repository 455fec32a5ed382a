"""The life of an arrangement: stages, and the steps between them, as one table.

Buttons, checks, the record, messages and the diagram all read ``STEPS``; nothing else names a transition. This module is
pure: it knows no database, no web, and no clock.
"""

from scheme.words import Words


class Stage(Words):
    """Where an arrangement is."""

    PROPOSED = "proposed", "Put forward"
    INTRODUCTION = "introduction", "Getting to know each other"
    TRIAL = "trial", "Trying it out"
    LONG_TERM = "long_term", "Long-term"
    DECLINED = "declined", "Not going ahead"
    ENDED = "ended", "Ended"
