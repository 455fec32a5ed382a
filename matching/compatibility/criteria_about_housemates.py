"""Ways of fitting that are about who else is at home: people, children and animals."""

from matching.compatibility import tables
from matching.compatibility.criterion import (
    Asks,
    Criterion,
    Says,
    Sentences,
    by_what_is_found,
    the_home_giver,
    the_mover,
)
from matching.compatibility.home_readings import any_pets, home_fact, moves_into_a_household, who_lives_here
from matching.compatibility.readings import everyone, jointly
from matching.lifecycle import Stage

PETS_FIT = Criterion(
    name="pets",
    title="Animals in the home",
    picture="dog-face",
    card="You are happy with the animals at home.",
    question="Would they be happy with the animals that live there?",
    question_cy="Fydden nhw'n hapus gyda'r anifeiliaid sy'n byw yno?",
    shape=tables.PETS,
    wants=everyone("pets_wish"),
    finds=jointly("pets", any_pets),
    weight=2,
    source="Hertfordshire asks about pets, West Northamptonshire how a pet behaves; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        told_by=by_what_is_found,
        worker=Sentences(
            fits={
                "some": "They would be happy with the animals at home.",
                "none": "There are no animals at home, and that would be fine.",
            },
            partly="Animals at home would need talking about.",
            differs={
                "some": "They would rather not live with the animals at home.",
                "none": "They would miss having an animal at home.",
            },
        ),
        carer=Sentences(
            fits={
                "some": "You would be happy with the animals that live there.",
                "none": "No animals live there, and that suits you.",
            },
            partly="You would want to talk with them about animals at home.",
            differs={
                "some": "Animals live there, and you would rather not live with any.",
                "none": "No animals live there, and you would love to have one around.",
            },
        ),
        carer_other=Sentences(
            fits={
                "some": "They would be happy with the animals that live with you.",
                "none": "No animals live with you, and that suits them.",
            },
            partly="You would want to talk with them about animals at home.",
            differs={
                "some": "Animals live with you, and they would rather not live with any.",
                "none": "No animals live with you, and they would love to have one around.",
            },
        ),
        easy_read=Sentences(
            fits={
                "some": "You would be happy with their pets.",
                "none": "They have no pets, and that is fine with you.",
            },
            partly="You would talk with them about pets.",
            differs={
                "some": "They have pets. You would rather not live with pets.",
                "none": "They have no pets. You would love one.",
            },
        ),
        easy_read_other=Sentences(
            fits={
                "some": "They would be happy with your pets.",
                "none": "You have no pets, and that is fine with them.",
            },
            partly="You would talk with them about pets.",
            differs={
                "some": "You have pets. They would rather not live with pets.",
                "none": "You have no pets. They would love one.",
            },
        ),
    ),
    asks=Asks(
        wants="How do you feel about living with animals?",
        wants_cy="Sut ydych chi'n teimlo am fyw gydag anifeiliaid?",
        finds="Which animals live in your home?",
        finds_cy="Pa anifeiliaid sy'n byw yn eich cartref?",
    ),
)

PETS_COMING_FIT = Criterion(
    name="pets_coming",
    title="Animals that would come too",
    picture="cat-face",
    card="You are happy with an animal that comes too.",
    question="Would the home welcome an animal that comes along?",
    question_cy="Fyddai croeso yn y cartref i anifail sy'n dod hefyd?",
    shape=tables.PETS_COMING,
    wants=everyone("pets_wish"),
    finds=jointly("brings_pets", any_pets),
    weight=2,
    source="Our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_home_giver,
    says=Says(
        told_by=by_what_is_found,
        worker=Sentences(
            fits={
                "some": "The home would be happy with the animals that come.",
                "none": "No animal would come along, and that is fine.",
            },
            partly="Not everyone at home is sure about an animal coming.",
            differs="Somebody at home would rather not live with the animal that would come.",
        ),
        carer=Sentences(
            fits={
                "some": "You would be happy with the animal they would bring.",
                "none": "They would bring no animal, and that is fine with you.",
            },
            partly="They would bring an animal, which is worth talking about at home.",
            differs="They would bring an animal, and somebody at home would rather not live with one.",
        ),
        carer_other=Sentences(
            fits={
                "some": "They would be happy with the animal you would bring.",
                "none": "You would bring no animal, and that is fine with them.",
            },
            partly="You would want to talk with them about the animal you would bring.",
            differs="You would bring an animal, and they would rather not live with one.",
        ),
        easy_read=Sentences(
            fits={
                "some": "You would be happy with the pet they bring.",
                "none": "They bring no pet, and that is fine with you.",
            },
            partly="You would talk with them about the pet they bring.",
            differs="They would bring a pet. You would rather not live with pets.",
        ),
        easy_read_other=Sentences(
            fits={
                "some": "They would be happy with the pet you bring.",
                "none": "You bring no pet, and that is fine with them.",
            },
            partly="You would talk with them about the pet you bring.",
            differs="You would bring a pet. Somebody there would rather not.",
        ),
    ),
    asks=Asks(
        wants="How would you feel about an animal coming too?",
        wants_cy="Sut fyddech chi'n teimlo pe bai anifail yn dod hefyd?",
        finds="Would you bring an animal with you?",
        finds_cy="Fyddech chi'n dod ag anifail gyda chi?",
    ),
)

CHILDREN_FIT = Criterion(
    name="children",
    title="Children",
    picture="child",
    card="You are happy with children at home, or with none.",
    question="Would they be happy with children about, or without?",
    question_cy="Fydden nhw'n hapus gyda phlant o gwmpas, neu heb blant?",
    shape=tables.CHILDREN,
    wants=everyone("children_wish"),
    finds=home_fact("children"),
    weight=2,
    source="Children are asked about by Hertfordshire; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        told_by=by_what_is_found,
        worker=Sentences(
            fits={
                "none": "There are no children at home, and that would be fine.",
                "visit": "Children visit the home, and that would be fine.",
                "live_here": "They would be happy with the children who live at home.",
            },
            partly={
                "none": "They would love children around, and there are none at home.",
                "visit": "Children visit the home, and they would rather live without.",
            },
            differs="They would rather live without children, and children live at home.",
        ),
        carer=Sentences(
            fits={
                "none": "No children live there, and that suits you.",
                "visit": "Children visit them, and that is fine with you.",
                "live_here": "You would be happy with the children who live there.",
            },
            partly={
                "none": "No children live there, and you would love to have some around.",
                "visit": "Children visit them, and you would rather live without.",
            },
            differs="Children live there, and you would rather live without.",
        ),
        carer_other=Sentences(
            fits={
                "none": "No children live with you, and that suits them.",
                "visit": "Children visit you, and that is fine with them.",
                "live_here": "They would be happy with the children who live with you.",
            },
            partly={
                "none": "No children live with you, and they would love to have some around.",
                "visit": "Children visit you, and they would rather live without.",
            },
            differs="Children live with you, and they would rather live without.",
        ),
        easy_read=Sentences(
            fits={
                "none": "No children live there, and that is fine with you.",
                "visit": "Children visit them, and that is fine with you.",
                "live_here": "You would be happy with the children there.",
            },
            partly={
                "none": "No children live there. You would love some around.",
                "visit": "Children visit them. You would rather live without children.",
            },
            differs="Children live there. You would rather live without children.",
        ),
        easy_read_other=Sentences(
            fits={
                "none": "No children live with you, and that is fine with them.",
                "visit": "Children visit you, and that is fine with them.",
                "live_here": "They would be happy with the children in your home.",
            },
            partly={
                "none": "No children live with you. They would love some around.",
                "visit": "Children visit you. They would rather live without children.",
            },
            differs="Children live with you. They would rather live without children.",
        ),
    ),
    asks=Asks(
        wants="How do you feel about children in the home?",
        wants_cy="Sut ydych chi'n teimlo am blant yn y cartref?",
        finds="Do children live with you or visit?",
        finds_cy="Oes plant yn byw gyda chi neu'n ymweld?",
    ),
)

LIVING_WITH_FITS = Criterion(
    name="living_with",
    title="Who to live with",
    picture="family",
    card="You live with the kind of people you would choose.",
    question="Are these the people they would rather live with?",
    question_cy="Ai dyma'r bobl y byddai'n well ganddyn nhw fyw gyda nhw?",
    shape=tables.LIVING_WITH,
    wants=jointly("living_with"),
    finds=jointly("shape", who_lives_here),
    weight=2,
    source="One person or a family is asked by Hertfordshire; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=moves_into_a_household,
    says=Says(
        worker=Sentences(
            fits="The home's people are who they would like to live with.",
            partly="The home's people are near to who they would like to live with.",
            differs="The home's people are not who they would rather live with.",
        ),
        carer=Sentences(
            fits="You are the kind of household they would like to live with.",
            partly="You are close to the kind of household they would like to live with.",
            differs="They had another kind of household in mind.",
        ),
        easy_read=Sentences(
            fits="They are the kind of people you want to live with.",
            partly="They are nearly the kind of people you want to live with.",
            differs="You wanted to live with other kinds of people.",
        ),
    ),
    asks=Asks(
        wants="Who would you rather live with?",
        wants_cy="Gyda phwy y byddai'n well gennych chi fyw?",
        finds="Who lives in your home?",
        finds_cy="Pwy sy'n byw yn eich cartref?",
    ),
)
