"""Essentials about who is who: people to be kept apart, and a pair that was declined not long ago."""

from matching.compatibility.occupancy import in_words
from matching.compatibility.pairs import Pair
from matching.compatibility.profiles import Wish
from matching.compatibility.verdicts import Rules, Verdict, met, not_met


def keep_apart(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """Neither side, nor anybody already living there, is to be kept apart from the other."""
    mine, theirs = pair.person.profile, pair.household.profile
    living_there = {member.reference for member in theirs.members if member.reference}
    if theirs.reference in mine.keep_apart or mine.reference in theirs.keep_apart:
        return not_met("These two are to be kept apart.")
    if mine.keep_apart & living_there:
        return not_met("Somebody who lives there is to be kept apart from this person.")
    return met("Nobody is to be kept apart.")


def not_declined_recently(pair: Pair, wish: Wish | None, rules: Rules) -> Verdict:
    """The pair was not declined within the scheme's interval, or both sides have reopened it since."""
    declined = pair.person.profile.declined.get(pair.household.profile.reference)
    if declined is None:
        return met("Not declined before.")
    if declined.reopened_by_person and declined.reopened_by_household:
        return met("Declined before, and reopened by both sides.")
    what = "Ended" if declined.ended else "Declined"
    left = rules.declined_for_days - (rules.today - declined.on).days
    if left <= 0:
        return met(f"{what} on {in_words(declined.on)}, long enough ago.")
    return not_met(f"{what} on {in_words(declined.on)}; may be asked again in {left} day{'s' if left != 1 else ''}.")
