"""Ways of fitting that are about the day: when it starts, whether it follows a pattern, and where somebody smokes."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences, by_more_or_less, by_what_is_found
from matching.compatibility.readings import everyone
from matching.lifecycle import Stage
from scheme.ways_of_living import DayRhythm, Routine

DAY_RHYTHM_FITS = Criterion(
    name="day_rhythm",
    title="Mornings and evenings",
    picture="alarm-clock",
    card="You get up and go to bed at about the same time.",
    question="Do their days start and end at about the same time?",
    question_cy="Ydy eu dyddiau'n dechrau ac yn gorffen tua'r un amser?",
    shape=tables.DAY_RHYTHM,
    wants=everyone("day_rhythm"),
    finds=everyone("day_rhythm"),
    weight=3,
    source="Pace of life is on a published list for choosing housemates; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        told_by=by_more_or_less([DayRhythm.EARLY, DayRhythm.BETWEEN, DayRhythm.LATE]),
        worker=Sentences(
            fits="Their days start and end at about the same time.",
            partly="Their days start and end a little apart.",
            differs="One is up early and the other up late.",
        ),
        carer=Sentences(
            fits="Your days and theirs start and end at about the same time.",
            partly={
                "more": "Their days start and end a little later than yours.",
                "less": "Their days start and end a little earlier than yours.",
            },
            differs={
                "more": "They are up late where you are up early, so it is worth talking about mornings and evenings.",
                "less": "They are up early where you are up late, so it is worth talking about mornings and evenings.",
            },
        ),
        easy_read=Sentences(
            fits="They get up and go to bed when you do.",
            partly={
                "more": "They get up a little later than you.",
                "less": "They get up a little earlier than you.",
            },
            differs={"more": "They get up much later than you.", "less": "They get up much earlier than you."},
        ),
    ),
    asks=Asks(
        wants="Are you an early bird or up late?",
        wants_cy="Ydych chi'n codi'n gynnar neu'n aros ar eich traed yn hwyr?",
        finds="Who at home is up early, and who is up late?",
        finds_cy="Pwy yn eich cartref sy'n codi'n gynnar, a phwy sy'n aros ar eu traed yn hwyr?",
    ),
)

ROUTINE_FITS = Criterion(
    name="routine",
    title="Routine",
    picture="spiral-calendar",
    card="You feel the same about routine.",
    question="Do they like days to follow a pattern?",
    question_cy="Ydyn nhw'n hoffi i'w dyddiau ddilyn patrwm?",
    shape=tables.ROUTINE,
    wants=everyone("routine"),
    finds=everyone("routine"),
    weight=2,
    source="Lifestyle is on Caerphilly's list; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        told_by=by_more_or_less([Routine.CHANGING, Routine.BETWEEN, Routine.REGULAR]),
        worker=Sentences(
            fits="They feel the same about days that follow a pattern.",
            partly="One likes a little more pattern to the day than the other.",
            differs="One likes the same pattern most days, the other something new.",
        ),
        carer=Sentences(
            fits="You feel as they do about days that follow a pattern.",
            partly={
                "more": "They like a little more of a pattern to the day than you do.",
                "less": "They like a little more change in the day than you do.",
            },
            differs={
                "more": "They like the same pattern most days where you like something new.",
                "less": "They like something new where you like the same pattern most days.",
            },
        ),
        easy_read=Sentences(
            fits="They like as much of a pattern to the day as you do.",
            partly={
                "more": "They like a little more of a pattern to the day than you.",
                "less": "They like a little more change in the day than you.",
            },
            differs={
                "more": "They like most days the same. You like something new.",
                "less": "They like something new. You like most days the same.",
            },
        ),
    ),
    asks=Asks(
        wants="Do you like the same pattern most days?",
        wants_cy="Ydych chi'n hoffi'r un patrwm y rhan fwyaf o ddyddiau?",
        finds="Do your days follow a pattern?",
        finds_cy="Ydy eich dyddiau'n dilyn patrwm?",
    ),
)

SMOKING_FITS = Criterion(
    name="smoking",
    title="Smoking",
    picture="no-smoking",
    card="Smoking is how you like it.",
    question="Does each side's smoking suit the other?",
    question_cy="Ydy arferion ysmygu'r naill yn siwtio'r llall?",
    shape=tables.SMOKING,
    wants=everyone("smoking_wish"),
    finds=everyone("smoking"),
    weight=3,
    source="Our judgement; no published scheme list we found names it",
    told_from=Stage.PROPOSED,
    says=Says(
        told_by=by_what_is_found,
        worker=Sentences(
            fits={
                "nobody": "Nobody smokes on the other side.",
                "outside": "The other side smokes outside only, and that is fine.",
                "indoors": "The other side smokes indoors, and that is fine.",
            },
            partly="Smoking would need talking about.",
            differs={
                "outside": "The other side smokes outside, where no smoking at all was wished for.",
                "indoors": "The other side smokes indoors, where that was not wished for.",
            },
        ),
        carer=Sentences(
            fits={
                "nobody": "They do not smoke, and that suits you.",
                "outside": "They only smoke outside, and that is fine with you.",
                "indoors": "They smoke indoors, and that is fine with you.",
            },
            partly="You would want to talk with them about smoking.",
            differs={
                "outside": "They smoke outside, and you would like no smoking at all.",
                "indoors": "They smoke indoors, and you would rather nobody did.",
            },
        ),
        carer_other=Sentences(
            fits={
                "nobody": "You do not smoke, and that suits them.",
                "outside": "You only smoke outside, and that is fine with them.",
                "indoors": "You smoke indoors, and that is fine with them.",
            },
            partly="You would want to talk with them about smoking.",
            differs={
                "outside": "You smoke outside, and they would like no smoking at all.",
                "indoors": "You smoke indoors, and they would rather nobody did.",
            },
        ),
        easy_read=Sentences(
            fits={
                "nobody": "They do not smoke, and that is fine with you.",
                "outside": "They only smoke outside, and that is fine with you.",
                "indoors": "They smoke indoors, and that is fine with you.",
            },
            partly="You would talk with them about smoking.",
            differs={
                "outside": "They smoke outside. You want no smoking at all.",
                "indoors": "They smoke indoors. You do not want that.",
            },
        ),
        easy_read_other=Sentences(
            fits={
                "nobody": "You do not smoke, and that is fine with them.",
                "outside": "You only smoke outside, and that is fine with them.",
                "indoors": "You smoke indoors, and that is fine with them.",
            },
            partly="You would talk with them about smoking.",
            differs={
                "outside": "You smoke outside. They want no smoking at all.",
                "indoors": "You smoke indoors. They do not want that.",
            },
        ),
    ),
    asks=Asks(
        wants="How do you feel about smoking at home?",
        wants_cy="Sut ydych chi'n teimlo am ysmygu gartref?",
        finds="Does anybody smoke, and where?",
        finds_cy="Oes rhywun yn ysmygu, ac ym mhle?",
    ),
)
