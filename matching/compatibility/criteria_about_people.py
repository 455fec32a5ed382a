"""Ways of fitting that are about people: what they enjoy, how they talk, what they believe and eat, what they need."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, labels
from matching.compatibility.interests import INTERESTS, TOLD_LATER
from matching.compatibility.readings import anyone, everyone_choosing, jointly
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
