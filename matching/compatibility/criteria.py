"""The ways two profiles may fit. One declaration each: to add a way, add one here, and one story to its test.

Nothing here is a medical fact or a diagnosis, and nothing is read that a side did not choose to tell. The sources name
what Shared Lives schemes publish about how they match; the size of every default weight is our judgement, and each
scheme sets its own.
"""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, labels, the_home_giver, the_mover
from matching.compatibility.home_readings import any_pets, home_fact, moves_into_a_household, who_lives_here
from matching.compatibility.interests import INTERESTS, TOLD_LATER
from matching.compatibility.readings import anyone, everyone, everyone_choosing, jointly
from matching.lifecycle import Stage
from scheme import interests
from scheme.ways_of_living import Communication, Faith, Food, Language, Value

INTERESTS_FIT = Criterion(
    name="interests",
    title="Interests",
    question="Do they enjoy the same things?",
    shape=INTERESTS,
    wants=anyone("interests"),
    finds=anyone("interests"),
    weight=5,
    source="Essex and Hertfordshire schemes match on interests and hobbies; the weight is our judgement",
    told_from=Stage.PROPOSED,
    told_later=TOLD_LATER,
    wording=interests.name,
    says=Says(
        fits="Both enjoy {things}.",
        partly="Some of what they enjoy is close or shared: {things}.",
        differs="What one enjoys is not for the other.",
        heard="They enjoy this too: {things}.",
    ),
    asks=Asks(wants="What do you love doing, and what is not for you?", finds="Do you enjoy any of these: {things}?"),
)

LANGUAGES_FIT = Criterion(
    name="languages",
    title="Languages",
    question="Do they share a language at home?",
    shape=tables.LANGUAGES,
    wants=everyone_choosing("languages"),
    finds=everyone_choosing("languages"),
    weight=3,
    source="Our judgement; matching on culture is scheme practice (Essex)",
    told_from=Stage.PROPOSED,
    told_later={name: Stage.INTRODUCTION for name in Language if name not in {Language.ENGLISH, Language.WELSH}},
    wording=labels(Language),
    says=Says(
        fits="They share {things}.",
        partly="They share some of their languages: {things}.",
        differs="No shared language has been mentioned.",
        heard="You both speak {things}.",
    ),
    asks=Asks(wants="Which languages do you speak at home?", finds="Does everyone at home speak any {things}?"),
)

COMMUNICATION_FIT = Criterion(
    name="communication",
    title="Communication",
    question="Can everyone understand each other?",
    shape=tables.COMMUNICATION,
    wants=everyone_choosing("communication"),
    finds=everyone_choosing("communication"),
    weight=4,
    source="Essex matches on needs, skills and knowledge; the weight is our judgement",
    told_from=Stage.INTRODUCTION,
    wording=labels(Communication),
    says=Says(
        fits="They communicate in the same ways: {things}.",
        partly="They share some ways of communicating: {things}.",
        differs="They have mentioned no shared way of communicating.",
        heard="They use this too: {things}.",
    ),
    asks=Asks(wants="How do you like to communicate?", finds="Does everyone at home know any of these: {things}?"),
)

FAITH_FIT = Criterion(
    name="faith",
    title="Faith",
    question="Can each live their faith or belief at home?",
    shape=tables.FAITH,
    wants=anyone("faiths"),
    finds=anyone("faiths"),
    weight=1,
    source="Essex matches on faith; kept light by default because only the person can say how much it matters",
    told_from=Stage.INTRODUCTION,
    wording=labels(Faith),
    says=Says(
        fits="They share a faith or belief: {things}.",
        partly="Their faiths or beliefs are close: {things}.",
        differs="No shared faith or belief has been mentioned.",
        heard="You share this faith or belief: {things}.",
    ),
    asks=Asks(wants="Is there a faith or belief you want to live?", finds="Would this be shared at home: {things}?"),
)

FOOD_FIT = Criterion(
    name="food",
    title="Food",
    question="Would they eat well together?",
    shape=tables.FOOD,
    wants=anyone("foods"),
    finds=anyone("foods"),
    weight=2,
    source="Hertfordshire asks about food; the weight is our judgement",
    told_from=Stage.PROPOSED,
    told_later={Food.HALAL: Stage.INTRODUCTION, Food.KOSHER: Stage.INTRODUCTION},
    wording=labels(Food),
    says=Says(
        fits="They like to eat the same way: {things}.",
        partly="Some of how they eat is close or shared: {things}.",
        differs="No shared way of eating has been mentioned.",
        heard="They like this food too: {things}.",
    ),
    asks=Asks(wants="What do you like to eat, and not eat?", finds="Is any of this eaten at home: {things}?"),
)

VALUES_FIT = Criterion(
    name="values",
    title="What makes home good",
    question="Do they want the same from home?",
    shape=tables.VALUES,
    wants=anyone("values"),
    finds=anyone("values"),
    weight=3,
    source="Caerphilly matches on lifestyle, Hertfordshire on beliefs; the weight is our judgement",
    told_from=Stage.PROPOSED,
    told_later={Value.FAITH: Stage.INTRODUCTION},
    wording=labels(Value),
    says=Says(
        fits="The same things make home good for them: {things}.",
        partly="Some of what makes home good is close or shared: {things}.",
        differs="Nothing shared has been mentioned about what makes home good.",
        heard="This matters to them at home too: {things}.",
    ),
    asks=Asks(wants="What makes life at home good for you?", finds="Do any of these matter at home: {things}?"),
)

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

SETTING_FITS = Criterion(
    name="setting",
    title="Town or country",
    question="Is it the kind of place they would like to live?",
    shape=tables.SETTING,
    wants=jointly("setting_wish"),
    finds=home_fact("setting"),
    weight=2,
    source="Town or village is asked by Hertfordshire; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        fits="The home is in the kind of place that would suit.",
        partly="The home is not far from the kind of place that would suit.",
        differs="The home is in another kind of place from what would suit.",
        heard="It is the kind of place you want to live.",
        heard_by_other="Your home is in the kind of place they want to live.",
    ),
    asks=Asks(wants="Would you like a town, a village or the countryside?", finds="Is your home in a town or village?"),
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

PETS_FIT = Criterion(
    name="pets",
    title="Animals in the home",
    question="Would they be happy with the animals that live there?",
    shape=tables.PETS,
    wants=everyone("pets_wish"),
    finds=jointly("pets", any_pets),
    weight=2,
    source="Hertfordshire asks about pets, West Northamptonshire how a pet behaves; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        fits="They would be happy with the animals at home, or with there being none.",
        partly="They would miss having an animal at home.",
        differs="They would rather not live with the animals at home.",
        heard="You would be happy with the pets there, or with none.",
        heard_by_other="They would be happy with the animals you have, or have not.",
    ),
    asks=Asks(wants="How do you feel about living with animals?", finds="Which animals live in your home?"),
)

PETS_COMING_FIT = Criterion(
    name="pets_coming",
    title="Animals that would come too",
    question="Would the home welcome an animal that comes along?",
    shape=tables.PETS_COMING,
    wants=everyone("pets_wish"),
    finds=jointly("brings_pets", any_pets),
    weight=2,
    source="Our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_home_giver,
    says=Says(
        fits="The home would be happy with the animals that come, or with none.",
        partly="Not everyone at home is sure about an animal coming.",
        differs="Somebody at home would rather not live with the animal that would come.",
        heard="You would be happy with the pet they bring, or with none.",
        heard_by_other="They would be happy with the pet you bring, or with none.",
    ),
    asks=Asks(wants="How would you feel about an animal coming too?", finds="Would you bring an animal with you?"),
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

CHILDREN_FIT = Criterion(
    name="children",
    title="Children",
    question="Would they be happy with children about, or without?",
    shape=tables.CHILDREN,
    wants=jointly("children_wish"),
    finds=home_fact("children"),
    weight=2,
    source="Children are asked about by Hertfordshire; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        fits="They would be happy with the children who are about, or with none.",
        partly="Children at home would need talking about.",
        differs="They would rather live without children, and children are at home.",
        heard="You would be happy with the children there, or with none.",
        heard_by_other="They would be happy with the children at home, or with none.",
    ),
    asks=Asks(wants="How do you feel about children in the home?", finds="Do children live with you or visit?"),
)

LIVING_WITH_FITS = Criterion(
    name="living_with",
    title="Who they would live with",
    question="Are these the people they would rather live with?",
    shape=tables.LIVING_WITH,
    wants=jointly("living_with"),
    finds=jointly("shape", who_lives_here),
    weight=2,
    source="One person or a family is asked by Hertfordshire; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=moves_into_a_household,
    says=Says(
        fits="The home's people are who they would like to live with.",
        partly="The home's people are near to who they would like to live with.",
        differs="The home's people are not who they would rather live with.",
        heard="They are the kind of people you want to live with.",
        heard_by_other="You are the kind of household they would like to live with.",
    ),
    asks=Asks(wants="Who would you rather live with?", finds="Who lives in your home?"),
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

BUS_FITS = Criterion(
    name="bus",
    title="Getting about",
    question="Is there a bus or train if they need one?",
    shape=tables.BUS,
    wants=jointly("needs_bus"),
    finds=home_fact("bus_nearby"),
    weight=2,
    source="Transport is on a published list for choosing housemates; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        fits="There is a bus or train nearby, or they need none.",
        partly="Getting about would need talking about.",
        differs="They need a bus or train and there is none nearby.",
        heard="You could get about from there.",
        heard_by_other="They could get about from your home.",
    ),
    asks=Asks(wants="Do you need a bus or train nearby?", finds="Is there a bus or train nearby?"),
)

NEARNESS_FITS = Criterion(
    name="nearness",
    title="Near what matters",
    question="Is the home near the places that matter to them?",
    shape=tables.PLACES,
    wants=jointly("places"),
    finds=home_fact("cell"),
    weight=4,
    source="Location is on Essex's list, nearness to family on a published housemate list; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        fits="The home is near the places that matter to them.",
        partly="The home is some way from the places that matter to them.",
        differs="The home is a long way from the places that matter to them.",
        heard="It is near the places you go.",
        heard_by_other="Your home is near the places they go.",
    ),
    asks=Asks(wants="Which places do you go to, and how often?", finds="Whereabouts is the home?"),
)

SUPPORT_LEVEL_FITS = Criterion(
    name="support_level",
    title="How much support",
    question="Is the support asked for what the household feels able to give?",
    shape=tables.SUPPORT_LEVEL,
    wants=jointly("support_level", lambda party: party.support),
    finds=jointly("support_level", lambda party: party.support),
    weight=4,
    source="Essex matches on needs, skills and experience; the weight is our judgement",
    told_from=Stage.INTRODUCTION,
    says=Says(
        fits="The household feels able to give the support a usual day asks for.",
        partly="The support asked for is a step away from what the household feels able to give.",
        differs="The support asked for is far from what the household feels able to give.",
        heard="You agree about how much support there would be.",
    ),
    asks=Asks(wants="How much support does a usual day ask for?", finds="How much support do you feel able to give?"),
)

CRITERIA: tuple[Criterion, ...] = (
    INTERESTS_FIT,
    NEARNESS_FITS,
    COMMUNICATION_FIT,
    SUPPORT_LEVEL_FITS,
    LANGUAGES_FIT,
    VALUES_FIT,
    DAY_RHYTHM_FITS,
    NOISE_FITS,
    COMPANY_FITS,
    SMOKING_FITS,
    ROUTINE_FITS,
    FOOD_FIT,
    SETTING_FITS,
    PETS_FIT,
    PETS_COMING_FIT,
    CHILDREN_FIT,
    LIVING_WITH_FITS,
    BUS_FITS,
    VISITORS_FIT,
    FAITH_FIT,
)
"""Every way of fitting, the weightiest first, as pages list them."""

BY_NAME = {criterion.name: criterion for criterion in CRITERIA}
