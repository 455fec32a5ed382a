"""The way of fitting that is about the life somebody already has: the people in it, and whether they would stay near."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says
from matching.compatibility.home_readings import moves_into_a_household, whereabouts
from matching.compatibility.readings import jointly
from matching.lifecycle import Stage

TIES_FIT = Criterion(
    name="ties",
    title="People who matter",
    question="Could they still see the people who matter to them?",
    shape=tables.TIES,
    wants=jointly("ties"),
    finds=jointly("cell", whereabouts),
    weight=3,
    source="Nearness to family is on a published housemate list; that existing ties come first, and the weight, are our judgement",
    told_from=Stage.PROPOSED,
    asked_of=moves_into_a_household,
    says=Says(
        fits="They could go on seeing the people who matter to them.",
        partly="They could go on seeing some of the people who matter to them.",
        differs="Most of the people who matter to them would be out of reach.",
        heard="You could still see the people who matter to you.",
        heard_by_other="They could still see their people from your home.",
    ),
    asks=Asks(wants="Who matters to you, and where do you meet?", finds="Whereabouts is the home?"),
)
