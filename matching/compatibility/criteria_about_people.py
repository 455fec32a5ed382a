"""Ways of fitting that are about people: what they enjoy, how they talk, what they believe and eat."""

from functools import cache, partial

from matching.compatibility import in_welsh, tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences, labels
from matching.compatibility.interests import INTERESTS, TOLD_LATER
from matching.compatibility.readings import anyone, everyone_choosing
from matching.lifecycle import Stage
from scheme import interests
from scheme.ways_of_living import Communication, Faith, Food, Language, Value

INTERESTS_FIT = Criterion(
    name="interests",
    title="Interests",
    picture="artist-palette",
    card="You enjoy the same things.",
    question="Do they enjoy the same things?",
    question_cy="Ydyn nhw'n mwynhau'r un pethau?",
    shape=INTERESTS,
    wants=anyone("interests"),
    finds=anyone("interests"),
    weight=5,
    source="Essex and Hertfordshire schemes match on interests and hobbies; the weight is our judgement",
    told_from=Stage.PROPOSED,
    told_later=TOLD_LATER,
    wording=cache(interests.name),
    wording_cy=cache(partial(interests.name, language="cy")),
    says=Says(
        worker=Sentences(
            fits="Both enjoy {things}.",
            partly="They share some of what they enjoy: {things}.",
            differs="Nothing they both enjoy has been mentioned yet.",
            close="One enjoys {mine}, the other {theirs}: {path}.",
        ),
        carer=Sentences(
            fits="You and they both enjoy {things}.",
            partly="Some of what you enjoy, they enjoy too: {things}.",
            differs="We do not know yet of anything you and they both enjoy.",
            close="They enjoy {theirs} and you enjoy {mine}: {path}.",
        ),
        easy_read=Sentences(
            fits="You both enjoy {things}.",
            partly="You enjoy some of the same things: {things}.",
            differs="We do not know yet what you both enjoy.",
            close="You like {mine}. They like {theirs}. {Path}.",
        ),
    ),
    asks=Asks(
        wants="What do you love doing, and what is not for you?",
        wants_cy="Beth ydych chi wrth eich bodd yn ei wneud, a beth sydd ddim at eich dant chi?",
        finds="Do you enjoy any of these: {things}?",
        finds_cy="Ydych chi'n mwynhau unrhyw un o'r rhain: {things}?",
    ),
)

LANGUAGES_FIT = Criterion(
    name="languages",
    title="Languages",
    picture="speech-balloon",
    card="You share a language at home.",
    question="Do they share a language at home?",
    question_cy="Oes ganddyn nhw iaith yn gyffredin gartref?",
    shape=tables.LANGUAGES,
    wants=everyone_choosing("languages"),
    finds=everyone_choosing("languages"),
    weight=3,
    source="Our judgement; matching on culture is scheme practice (Essex)",
    told_from=Stage.PROPOSED,
    told_later={name: Stage.INTRODUCTION for name in Language if name not in {Language.ENGLISH, Language.WELSH}},
    wording=labels(Language),
    wording_cy=in_welsh.LANGUAGES.__getitem__,
    says=Says(
        worker=Sentences(
            fits="They share {things}.",
            partly="They share some of their languages: {things}.",
            differs="No shared language has been mentioned.",
        ),
        carer=Sentences(
            fits="You and they both speak {things}.",
            partly="You share some of your languages with them: {things}.",
            differs="We do not know yet of a language you share with them.",
        ),
        easy_read=Sentences(
            fits="You both speak {things}.",
            partly="You both speak some of the same languages: {things}.",
            differs="We do not know yet of a language you both speak.",
        ),
    ),
    asks=Asks(
        wants="Which languages do you speak at home?",
        wants_cy="Pa ieithoedd ydych chi'n eu siarad gartref?",
        finds="Does everyone at home speak any {things}?",
        finds_cy="Ydy pawb gartref yn siarad unrhyw un o'r ieithoedd hyn: {things}?",
    ),
)

COMMUNICATION_FIT = Criterion(
    name="communication",
    title="Communication",
    picture="people-dialogue",
    card="You understand each other easily.",
    question="Can everyone understand each other?",
    question_cy="Ydy pawb yn gallu deall ei gilydd?",
    shape=tables.COMMUNICATION,
    wants=everyone_choosing("communication"),
    finds=everyone_choosing("communication"),
    weight=4,
    source="Essex matches on needs, skills and knowledge; the weight is our judgement",
    told_from=Stage.INTRODUCTION,
    wording=labels(Communication),
    wording_cy=in_welsh.COMMUNICATION.__getitem__,
    says=Says(
        worker=Sentences(
            fits="They communicate in the same ways: {things}.",
            partly="They share some ways of communicating: {things}.",
            differs="They have mentioned no shared way of communicating.",
            close="One uses {mine}, the other {theirs}: {path}.",
        ),
        carer=Sentences(
            fits="You and they communicate in the same ways: {things}.",
            partly="You share some ways of communicating with them: {things}.",
            differs="We do not know yet of a way of communicating that you share with them.",
            close="They use {theirs} and you use {mine}: {path}.",
        ),
        easy_read=Sentences(
            fits="They use this too: {things}.",
            partly="They use some of what you use: {things}.",
            differs="We do not know yet how you would talk together.",
            close="You use {mine}. They use {theirs}. {Path}.",
        ),
    ),
    asks=Asks(
        wants="How do you like to communicate?",
        wants_cy="Sut ydych chi'n hoffi cyfathrebu?",
        finds="Does everyone at home know any of these: {things}?",
        finds_cy="Ydy pawb gartref yn gyfarwydd ag unrhyw un o'r rhain: {things}?",
    ),
)

FAITH_FIT = Criterion(
    name="faith",
    title="Faith",
    picture="place-of-worship",
    card="You can live your faith or belief at home.",
    question="Can each live their faith or belief at home?",
    question_cy="All pawb fyw yn ôl eu ffydd neu eu cred gartref?",
    shape=tables.FAITH,
    wants=anyone("faiths"),
    finds=anyone("faiths"),
    weight=1,
    source="Essex matches on faith; kept light by default because only the person can say how much it matters",
    told_from=Stage.INTRODUCTION,
    wording=labels(Faith),
    wording_cy=in_welsh.FAITHS.__getitem__,
    says=Says(
        worker=Sentences(
            fits="They share a faith or belief: {things}.",
            partly="They share some of their faith or belief: {things}.",
            differs="No shared faith or belief has been mentioned.",
            close="One named {mine}, the other {theirs}: {path}.",
        ),
        carer=Sentences(
            fits="You share a faith or belief with them: {things}.",
            partly="You share some of your faith or belief with them: {things}.",
            differs="We do not know of a faith or belief that you share with them.",
            close="They named {theirs} and you named {mine}: {path}.",
        ),
        easy_read=Sentences(
            fits="You share this faith or belief: {things}.",
            partly="You share some of your faith or belief: {things}.",
            differs="We do not know of a faith you share.",
            close="You said {mine}. They said {theirs}. {Path}.",
        ),
    ),
    asks=Asks(
        wants="Is there a faith or belief you want to live?",
        wants_cy="Oes ffydd neu gred sy'n rhan o'ch bywyd?",
        finds="Would this be shared at home: {things}?",
        finds_cy="Fyddai hyn yn cael ei rannu gartref: {things}?",
    ),
)

FOOD_FIT = Criterion(
    name="food",
    title="Food",
    picture="fork-and-knife-with-plate",
    card="You like the same kinds of food.",
    question="Would they eat well together?",
    question_cy="Fydden nhw'n bwyta'n dda gyda'i gilydd?",
    shape=tables.FOOD,
    wants=anyone("foods"),
    finds=anyone("foods"),
    weight=2,
    source="Hertfordshire asks about food; the weight is our judgement",
    told_from=Stage.PROPOSED,
    told_later={Food.HALAL: Stage.INTRODUCTION, Food.KOSHER: Stage.INTRODUCTION},
    wording=labels(Food),
    wording_cy=in_welsh.FOODS.__getitem__,
    says=Says(
        worker=Sentences(
            fits="They like to eat the same way: {things}.",
            partly="They share some of how they like to eat: {things}.",
            differs="No shared way of eating has been mentioned.",
            close="One chose {mine}, the other {theirs}: {path}.",
        ),
        carer=Sentences(
            fits="You and they like to eat the same way: {things}.",
            partly="Some of how you like to eat, they like too: {things}.",
            differs="We do not know yet what you and they would both like to eat.",
            close="They chose {theirs} and you chose {mine}: {path}.",
        ),
        easy_read=Sentences(
            fits="They like this food too: {things}.",
            partly="They like some of the same food: {things}.",
            differs="We do not know yet what you both like to eat.",
            close="You chose {mine}. They chose {theirs}. {Path}.",
        ),
    ),
    asks=Asks(
        wants="What do you like to eat, and not eat?",
        wants_cy="Beth ydych chi'n hoffi ei fwyta, a beth nad ydych chi'n ei fwyta?",
        finds="Is any of this eaten at home: {things}?",
        finds_cy="Oes rhywfaint o hyn yn cael ei fwyta gartref: {things}?",
    ),
)

VALUES_FIT = Criterion(
    name="values",
    title="What makes home good",
    picture="house",
    card="You want the same things from home.",
    question="Do they want the same from home?",
    question_cy="Ydyn nhw eisiau'r un peth o'u cartref?",
    shape=tables.VALUES,
    wants=anyone("values"),
    finds=anyone("values"),
    weight=3,
    source="Caerphilly matches on lifestyle, Hertfordshire on beliefs; the weight is our judgement",
    told_from=Stage.PROPOSED,
    told_later={Value.FAITH: Stage.INTRODUCTION},
    wording=labels(Value),
    wording_cy=in_welsh.VALUES.__getitem__,
    says=Says(
        worker=Sentences(
            fits="The same things make home good for them: {things}.",
            partly="They share some of what makes home good: {things}.",
            differs="Nothing shared has been mentioned about what makes home good.",
            close="For one it is “{mine}” that makes home good, for the other “{theirs}”: {path}.",
        ),
        carer=Sentences(
            fits="The same things make home good for you and for them: {things}.",
            partly="Some of what makes home good for you matters to them too: {things}.",
            differs="We do not know yet of anything that makes home good for you and for them.",
            close="“{Theirs}” makes home good for them and “{mine}” for you: {path}.",
        ),
        easy_read=Sentences(
            fits="This matters to them too: {things}.",
            partly="Some of what matters to you matters to them: {things}.",
            differs="We do not know yet what matters to you both.",
            close="You said “{mine}”. They said “{theirs}”. {Path}.",
        ),
    ),
    asks=Asks(
        wants="What makes life at home good for you?",
        wants_cy="Beth sy'n gwneud bywyd gartref yn dda i chi?",
        finds="Do any of these matter at home: {things}?",
        finds_cy="Oes unrhyw un o'r rhain yn bwysig gartref: {things}?",
    ),
)
