"""Why a pair cannot be proposed as things stand: every essential that is not met, then every one to check first."""

from matching.compatibility.essentials import Checked, at_best
from matching.compatibility.pairs import Pair, pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Met, Rules


def why_not(person: PersonProfile, household: HouseholdProfile, rules: Rules) -> tuple[Checked, ...]:
    """What stands in this pair's way; nothing if the way is clear. For workers only."""
    return why_not_pair(pair(person, household), rules)


def why_not_pair(pair: Pair, rules: Rules) -> tuple[Checked, ...]:
    """The same, for a pair already put side by side."""
    found = at_best(pair, rules)
    return (*found.answering(Met.NOT_MET), *found.answering(Met.NOT_KNOWN))
