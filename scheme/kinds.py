"""Kinds of arrangement, and the kinds of scheme that offer them."""

from scheme.words import Words


class SchemeKind(Words):
    """Whose home it is: the household's (Shared Lives) or the person's (Homeshare)."""

    SHARED_LIVES = "shared-lives", "Shared Lives"
    HOMESHARE = "homeshare", "Homeshare"


class ArrangementKind(Words):
    """What is being arranged. What each kind needs is a row in ``matching/lifecycle.py``."""

    LIVE_IN = "live_in", "Live-in"
    SHORT_BREAK = "short_break", "Short break"
    DAY_SUPPORT = "day_support", "Day support"
    KINSHIP = "kinship", "Kinship, in the person's own home"
    EMERGENCY = "emergency", "Emergency or interim"
    HOME_FROM_HOSPITAL = "home_from_hospital", "Home from hospital"
    HOMESHARE = "homeshare", "Homeshare"


INTERIM_KINDS = frozenset({ArrangementKind.EMERGENCY, ArrangementKind.HOME_FROM_HOSPITAL})
"""The kinds that may be proposed while somebody is in crisis (DESIGN §1.7); they never become long-term."""

KINDS_OF_SCHEME = {
    SchemeKind.SHARED_LIVES: tuple(kind for kind in ArrangementKind if kind is not ArrangementKind.HOMESHARE),
    SchemeKind.HOMESHARE: (ArrangementKind.HOMESHARE,),
}
