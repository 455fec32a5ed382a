"""Ways of fitting that are about how lively a home is, how much time is spent together, and how open its door is."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences, by_more_or_less
from matching.compatibility.readings import everyone
from matching.lifecycle import Stage
from scheme.ways_of_living import Company, Noise, Visitors

NOISE_FITS = Criterion(
    name="noise",
    title="Quiet or lively",
    picture="ear",
    card="Home is as quiet or as lively as you like.",
    question="Is the home as quiet or as lively as they would like?",
    question_cy="Ydy'r cartref mor dawel neu mor fywiog ag y bydden nhw'n hoffi?",
    shape=tables.NOISE,
    wants=everyone("noise"),
    finds=everyone("noise"),
    weight=3,
    source="A review of housemates for autistic adults found that sensory fit matters; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        told_by=by_more_or_less([Noise.QUIET, Noise.BETWEEN, Noise.LIVELY]),
        worker=Sentences(
            fits="They like home about as quiet or as lively as each other.",
            partly="One likes home a little livelier than the other.",
            differs="One likes home quiet and the other lively.",
        ),
        carer=Sentences(
            fits="You like home about as quiet or as lively as they do.",
            partly={
                "more": "They like home a little livelier than you do.",
                "less": "They like home a little quieter than you do.",
            },
            differs={
                "more": "They like home lively where you like it quiet, so talk together about how that would be.",
                "less": "They like home quiet where you like it lively, so talk together about how that would be.",
            },
        ),
        easy_read=Sentences(
            fits="They like home as quiet or as lively as you do.",
            partly={
                "more": "They like home a little livelier than you.",
                "less": "They like home a little quieter than you.",
            },
            differs={"more": "They like home much livelier than you.", "less": "They like home much quieter than you."},
        ),
    ),
    asks=Asks(
        wants="Do you like home quiet or lively?",
        wants_cy="Ydych chi'n hoffi cartref tawel neu un bywiog?",
        finds="Is your home usually quiet or lively?",
        finds_cy="Ydy eich cartref fel arfer yn dawel neu'n fywiog?",
    ),
)

COMPANY_FITS = Criterion(
    name="company",
    title="Company",
    picture="couch-and-lamp",
    card="You like about as much time together.",
    question="Do they like about as much time together?",
    question_cy="Ydyn nhw'n hoffi treulio tua'r un faint o amser gyda'i gilydd?",
    shape=tables.COMPANY,
    wants=everyone("company"),
    finds=everyone("company"),
    weight=3,
    source="Everyone in the household getting on is what Essex looks for; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        told_by=by_more_or_less([Company.OWN_SPACE, Company.BETWEEN, Company.TOGETHER]),
        worker=Sentences(
            fits="They like about as much time together.",
            partly="One likes a little more company than the other.",
            differs="One likes plenty of company and the other plenty of time alone.",
        ),
        carer=Sentences(
            fits="You like about as much time together as they do.",
            partly={
                "more": "They like a little more company than you do.",
                "less": "They like a little more time alone than you do.",
            },
            differs={
                "more": "They like plenty of company where you like plenty of time alone.",
                "less": "They like plenty of time alone where you like plenty of company.",
            },
        ),
        easy_read=Sentences(
            fits="They like time together as much as you do.",
            partly={
                "more": "They like a little more company than you.",
                "less": "They like a little more time alone than you.",
            },
            differs={
                "more": "They like much more company than you.",
                "less": "They like much more time alone than you.",
            },
        ),
    ),
    asks=Asks(
        wants="Do you like company, or time alone?",
        wants_cy="Ydych chi'n hoffi cwmni, neu amser ar eich pen eich hun?",
        finds="How much time do you spend together at home?",
        finds_cy="Faint o amser ydych chi'n ei dreulio gyda'ch gilydd gartref?",
    ),
)

VISITORS_FIT = Criterion(
    name="visitors",
    title="Visitors",
    picture="door",
    card="You feel the same about visitors.",
    question="Is the door as open as they would like?",
    question_cy="Ydy'r drws mor agored ag y bydden nhw'n hoffi?",
    shape=tables.VISITORS,
    wants=everyone("visitors"),
    finds=everyone("visitors"),
    weight=1,
    source="Our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        told_by=by_more_or_less([Visitors.FEW, Visitors.BY_ARRANGEMENT, Visitors.OPEN_DOOR]),
        worker=Sentences(
            fits="They feel the same about visitors.",
            partly="One likes the door a little more open than the other.",
            differs="One likes people to drop in and the other few visitors.",
        ),
        carer=Sentences(
            fits="You feel as they do about visitors.",
            partly={
                "more": "They like the door a little more open to visitors than you do.",
                "less": "They like the door a little less open to visitors than you do.",
            },
            differs={
                "more": "They like people to drop in where you like few visitors.",
                "less": "They like few visitors where you like people to drop in.",
            },
        ),
        easy_read=Sentences(
            fits="They feel as you do about visitors.",
            partly={
                "more": "They like visitors a little more than you do.",
                "less": "They like visitors a little less than you do.",
            },
            differs={
                "more": "They like people to drop in. You like few visitors.",
                "less": "They like few visitors. You like people to drop in.",
            },
        ),
    ),
    asks=Asks(
        wants="Do you like people to drop in?",
        wants_cy="Ydych chi'n hoffi i bobl alw heibio?",
        finds="Do people drop in at your home?",
        finds_cy="Oes pobl yn galw heibio i'ch gweld chi gartref?",
    ),
)
