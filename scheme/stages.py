"""The stages an arrangement lives through. Which steps lead where is one table in ``matching/lifecycle.py``."""

from scheme.words import Words


class Stage(Words):
    """Where an arrangement is in its life. A pause is a dated flag on it, not a stage."""

    PROPOSED = "proposed", "Proposed"
    INTRODUCTION = "introduction", "Getting to know each other"
    TRIAL = "trial", "Trial"
    LONG_TERM = "long_term", "Long-term"
    DECLINED = "declined", "Declined"
    ENDED = "ended", "Ended"


OPENING_ORDER = (Stage.PROPOSED, Stage.INTRODUCTION, Stage.TRIAL, Stage.LONG_TERM)
"""The stages in the order in which each side hears more of the other; after an ending nothing is told (DESIGN §7)."""
