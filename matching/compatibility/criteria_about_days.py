"""Ways of fitting that are about everyday life together, asked of everyone in the home."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says
from matching.compatibility.readings import everyone
from matching.lifecycle import Stage

DAY_RHYTHM_FITS = Criterion(
    name="day_rhythm",
    title="Mornings and evenings",
    question="Do their days start and end at about the same time?",
    shape=tables.DAY_RHYTHM,
    wants=everyone("day_rhythm"),
    finds=everyone("day_rhythm"),
    weight=3,
    source="Pace of life is on a published list for choosing housemates; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        fits="Their days start and end at about the same time.",
        partly="Their days start and end a little apart.",
        differs="One is up early and the other up late.",
        heard="They get up and go to bed when you do.",
    ),
    asks=Asks(wants="Are you an early bird or up late?", finds="Who at home is up early, and who is up late?"),
)

NOISE_FITS = Criterion(
    name="noise",
    title="Quiet or lively",
    question="Is the home as quiet or as lively as they would like?",
    shape=tables.NOISE,
    wants=everyone("noise"),
    finds=everyone("noise"),
    weight=3,
    source="A review of housemates for autistic adults found that sensory fit matters; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        fits="They like home about as quiet or as lively as each other.",
        partly="One likes home a little livelier than the other.",
        differs="One likes home quiet and the other lively.",
        heard="They like home as quiet or as lively as you do.",
    ),
    asks=Asks(wants="Do you like home quiet or lively?", finds="Is your home usually quiet or lively?"),
)

COMPANY_FITS = Criterion(
    name="company",
    title="Company",
    question="Do they like about as much time together?",
    shape=tables.COMPANY,
    wants=everyone("company"),
    finds=everyone("company"),
    weight=3,
    source="Everyone in the household getting on is what Essex looks for; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        fits="They like about as much time together.",
        partly="One likes a little more company than the other.",
        differs="One likes plenty of company and the other plenty of time alone.",
        heard="They like time together as much as you do.",
    ),
    asks=Asks(wants="Do you like company, or time alone?", finds="How much time do you spend together at home?"),
)

ROUTINE_FITS = Criterion(
    name="routine",
    title="Routine",
    question="Do they like days to follow a pattern?",
    shape=tables.ROUTINE,
    wants=everyone("routine"),
    finds=everyone("routine"),
    weight=2,
    source="Lifestyle is on Caerphilly's list; the weight is our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        fits="They feel the same about days that follow a pattern.",
        partly="One likes a little more pattern to the day than the other.",
        differs="One likes the same pattern most days, the other something new.",
        heard="They like as much of a pattern to the day as you do.",
    ),
    asks=Asks(wants="Do you like the same pattern most days?", finds="Do your days follow a pattern?"),
)

SMOKING_FITS = Criterion(
    name="smoking",
    title="Smoking",
    question="Does each side's smoking suit the other?",
    shape=tables.SMOKING,
    wants=everyone("smoking_wish"),
    finds=everyone("smoking"),
    weight=3,
    source="Our judgement; no published scheme list we found names it",
    told_from=Stage.PROPOSED,
    says=Says(
        fits="Nobody would mind how the other side smokes, or does not.",
        partly="Smoking would need talking about.",
        differs="Somebody smokes where the other side would rather they did not.",
        heard="How they smoke, or do not smoke, is fine with you.",
    ),
    asks=Asks(wants="How do you feel about smoking at home?", finds="Does anybody smoke, and where?"),
)

VISITORS_FIT = Criterion(
    name="visitors",
    title="Visitors",
    question="Is the door as open as they would like?",
    shape=tables.VISITORS,
    wants=everyone("visitors"),
    finds=everyone("visitors"),
    weight=1,
    source="Our judgement",
    told_from=Stage.PROPOSED,
    says=Says(
        fits="They feel the same about visitors.",
        partly="One likes the door a little more open than the other.",
        differs="One likes people to drop in and the other few visitors.",
        heard="They feel as you do about visitors.",
    ),
    asks=Asks(wants="Do you like people to drop in?", finds="Do people drop in at your home?"),
)
