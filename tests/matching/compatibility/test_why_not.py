"""What stands in a pair's way, the certain before the uncertain."""

from matching.compatibility.profiles import Approval, Offer, Wish
from matching.compatibility.verdicts import Met
from matching.compatibility.why_not import why_not
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import YesNo
from tests.matching.compatibility.invented import RULES, TODAY, household, person

LIVE_IN = ArrangementKind.LIVE_IN


def test_a_worker_sees_everything_in_the_way_with_what_rules_out_first() -> None:
    mine = person(wishes=(Wish(LIVE_IN),), keep_apart=frozenset({"H001"}))
    theirs = household(offers=(Offer(LIVE_IN, 0),), living_there=0)
    found = [(checked.name, checked.met) for checked in why_not(mine, theirs, RULES)]
    assert found == [
        ("space", Met.NOT_MET),
        ("keep_apart", Met.NOT_MET),
        ("approval", Met.NOT_KNOWN),
        ("crisis", Met.NOT_KNOWN),
        ("access", Met.NOT_KNOWN),
    ]


def test_nothing_in_the_way_is_nothing_to_say() -> None:
    mine = person(wishes=(Wish(LIVE_IN),), access_needs=frozenset(), crisis=YesNo.NO)
    approval = Approval(on=TODAY, review_due=TODAY, kinds=frozenset({LIVE_IN}))
    assert why_not(mine, household(offers=(Offer(LIVE_IN, 1),), living_there=0, approval=approval), RULES) == ()
