"""Ways of fitting that are about the home of the pair and where it is: asked of whoever would move there."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences, by_what_is_found, the_mover
from matching.compatibility.home_readings import home_fact, whereabouts
from matching.compatibility.readings import jointly
from matching.lifecycle import Stage

SETTING_FITS = Criterion(
    name="setting",
    title="Town or country",
    picture="national-park",
    card="Home is in the kind of place you like.",
    question="Is it the kind of place they would like to live?",
    question_cy="Ai dyma'r math o le y bydden nhw'n hoffi byw ynddo?",
    shape=tables.SETTING,
    wants=jointly("setting_wish"),
    finds=home_fact("setting"),
    weight=2,
    source="Town or village is asked by Hertfordshire; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        worker=Sentences(
            fits="The home is in the kind of place that would suit.",
            partly="The home is not far from the kind of place that would suit.",
            differs="The home is in another kind of place from what would suit.",
        ),
        carer=Sentences(
            fits="Their home is in the kind of place you would like to live.",
            partly="Their home is nearly in the kind of place you would like to live.",
            differs="Their home is in another kind of place from the one you would like.",
        ),
        carer_other=Sentences(
            fits="Your home is in the kind of place they would like to live.",
            partly="Your home is nearly in the kind of place they would like to live.",
            differs="Your home is in another kind of place from the one they would like.",
        ),
        easy_read=Sentences(
            fits="It is the kind of place you want to live.",
            partly="It is nearly the kind of place you want to live.",
            differs="It is not the kind of place you want to live.",
        ),
        easy_read_other=Sentences(
            fits="Your home is in the kind of place they want to live.",
            partly="Your home is nearly in the kind of place they want.",
            differs="Your home is not in the kind of place they want.",
        ),
    ),
    asks=Asks(
        wants="Would you like a town, a village or the countryside?",
        wants_cy="Hoffech chi fyw mewn tref, mewn pentref neu yng nghefn gwlad?",
        finds="Is your home in a town or village?",
        finds_cy="Ydy eich cartref mewn tref neu bentref?",
    ),
)

BUS_FITS = Criterion(
    name="bus",
    title="Getting about",
    picture="bus",
    card="You can get about by bus or train.",
    question="Is there a bus or train if they need one?",
    question_cy="Oes bws neu drên os oes angen un arnyn nhw?",
    shape=tables.BUS,
    wants=jointly("needs_bus"),
    finds=home_fact("bus_nearby"),
    weight=2,
    source="Transport is on a published list for choosing housemates; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        told_by=by_what_is_found,
        worker=Sentences(
            fits={
                "yes": "There is a bus or train nearby.",
                "no": "There is no bus or train nearby, and they need none.",
            },
            partly="Getting about would need talking about.",
            differs="They need a bus or train and there is none nearby.",
        ),
        carer=Sentences(
            fits={
                "yes": "There is a bus or train near their home, so you could get about.",
                "no": "There is no bus or train near their home, and you need none.",
            },
            partly="You would want to talk with them about getting about.",
            differs="You need a bus or train, and there is none near their home.",
        ),
        carer_other=Sentences(
            fits={
                "yes": "There is a bus or train near your home, so they could get about.",
                "no": "There is no bus or train near your home, and they need none.",
            },
            partly="You would want to talk with them about getting about.",
            differs="They need a bus or train, and there is none near your home.",
        ),
        easy_read=Sentences(
            fits={
                "yes": "You could get about from there.",
                "no": "There is no bus there, and you need none.",
            },
            partly="You would talk with them about getting about.",
            differs="You need a bus or train. There is none nearby.",
        ),
        easy_read_other=Sentences(
            fits={
                "yes": "They could get about from your home.",
                "no": "There is no bus near you, and they need none.",
            },
            partly="You would talk with them about getting about.",
            differs="They need a bus or train. There is none near you.",
        ),
    ),
    asks=Asks(
        wants="Do you need a bus or train nearby?",
        wants_cy="Oes angen bws neu drên gerllaw arnoch chi?",
        finds="Is there a bus or train nearby?",
        finds_cy="Oes bws neu drên gerllaw?",
    ),
)

NEARNESS_FITS = Criterion(
    name="nearness",
    title="Near what matters",
    picture="round-pushpin",
    card="Home is near the places you go.",
    question="Is the home near the places that matter to them?",
    question_cy="Ydy'r cartref yn agos at y lleoedd sy'n bwysig iddyn nhw?",
    shape=tables.PLACES,
    wants=jointly("places"),
    finds=jointly("cell", whereabouts),
    weight=4,
    source="Location is on Essex's list, nearness to family on a published housemate list; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        worker=Sentences(
            fits="The home is near the places that matter to them.",
            partly="The home is some way from the places that matter to them.",
            differs="The home is a long way from the places that matter to them.",
        ),
        carer=Sentences(
            fits="Their home is near the places that matter to you.",
            partly="Their home is some way from the places that matter to you.",
            differs="Their home is a long way from the places that matter to you.",
        ),
        carer_other=Sentences(
            fits="Your home is near the places that matter to them.",
            partly="Your home is some way from the places that matter to them.",
            differs="Your home is a long way from the places that matter to them.",
        ),
        easy_read=Sentences(
            fits="It is near the places you go.",
            partly="It is some way from the places you go.",
            differs="It is a long way from the places you go.",
        ),
        easy_read_other=Sentences(
            fits="Your home is near the places they go.",
            partly="Your home is some way from the places they go.",
            differs="Your home is a long way from the places they go.",
        ),
    ),
    asks=Asks(
        wants="Which places do you go to, and how often?",
        wants_cy="I ba leoedd ydych chi'n mynd, a pha mor aml?",
        finds="Whereabouts is the home?",
        finds_cy="Ble mae'r cartref, yn fras?",
    ),
)
