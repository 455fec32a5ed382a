"""Why a pair cannot be proposed as things stand: every essential that is not met, then every one to check first."""

from matching.compatibility.essentials import Checked, check
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Met, Rules

FIRST = (Met.NOT_MET, Met.NOT_KNOWN)


def why_not(person: PersonProfile, household: HouseholdProfile, rules: Rules) -> tuple[Checked, ...]:
    """What stands in this pair's way; nothing if the way is clear. For workers only."""
    in_the_way = [checked for checked in check(person, household, rules) if checked.met in FIRST]
    return tuple(sorted(in_the_way, key=lambda checked: FIRST.index(checked.met)))
