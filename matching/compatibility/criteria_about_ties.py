"""The way of fitting that is about the life somebody already has: the people in it, and whether they would stay near."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences
from matching.compatibility.home_readings import moves_into_a_household, whereabouts
from matching.compatibility.readings import jointly
from matching.lifecycle import Stage

TIES_FIT = Criterion(
    name="ties",
    title="People who matter",
    picture="people-holding-hands",
    card="You can keep seeing the people in your life.",
    question="Could they still see the people who matter to them?",
    question_cy="Fydden nhw'n dal i allu gweld y bobl sy'n bwysig iddyn nhw?",
    shape=tables.TIES,
    wants=jointly("ties"),
    finds=jointly("cell", whereabouts),
    weight=3,
    source="Nearness to family is on a published housemate list; that existing ties come first, and the weight, are our judgement",
    told_from=Stage.PROPOSED,
    asked_of=moves_into_a_household,
    says=Says(
        worker=Sentences(
            fits="They could go on seeing the people who matter to them.",
            partly="They could go on seeing some of the people who matter to them.",
            differs="Most of the people who matter to them would be out of reach.",
        ),
        carer=Sentences(
            fits="From your home they could go on seeing the people who matter to them.",
            partly="From your home they could go on seeing some of the people who matter to them.",
            differs="Most of the people who matter to them would be out of reach from your home.",
        ),
        easy_read=Sentences(
            fits="You could still see the people who matter to you.",
            partly="You could still see some people who matter to you.",
            differs="It is far from most people who matter to you.",
        ),
    ),
    asks=Asks(
        wants="Who matters to you, and where do you meet?",
        wants_cy="Pwy sy'n bwysig i chi, a ble rydych chi'n cwrdd?",
        finds="Whereabouts is the home?",
        finds_cy="Ble mae'r cartref, yn fras?",
    ),
)
