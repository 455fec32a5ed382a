"""The way of fitting that is about how the animals of a home are with people."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences, the_mover
from matching.compatibility.home_readings import LEAST_CALM
from matching.compatibility.readings import everyone
from matching.lifecycle import Stage
from scheme.ways_of_living import PetTemperWish
from scheme.words import Words


def some_or_none(wanted: PetTemperWish, found: Words) -> str:
    """Whether there are animals to speak of."""
    return "none" if found is tables.AnyPets.NONE else "some"


PET_TEMPERS_FIT = Criterion(
    name="pet_tempers",
    title="How the animals are",
    picture="paw-prints",
    card="The animals are as calm as you like.",
    question="Are the animals as calm as they would like?",
    question_cy="Ydy'r anifeiliaid mor dawel ag y bydden nhw'n hoffi?",
    shape=tables.PET_TEMPERS,
    wants=everyone("pet_temper_wish"),
    finds=LEAST_CALM,
    weight=2,
    source="West Northamptonshire looks at how a pet behaves with people; the weight is our judgement",
    told_from=Stage.PROPOSED,
    asked_of=the_mover,
    says=Says(
        told_by=some_or_none,
        worker=Sentences(
            fits={"some": "The animals at home are as calm as would suit.", "none": "There are no animals at home."},
            partly="The animals at home are a little livelier than would suit.",
            differs="An animal at home is livelier or noisier than would suit.",
        ),
        carer=Sentences(
            fits={"some": "The animals there are as calm as you like.", "none": "There are no animals there."},
            partly="The animals there are a little livelier than you like.",
            differs="An animal there is livelier or noisier than you like.",
        ),
        carer_other=Sentences(
            fits={"some": "They would be happy with how your animals are.", "none": "You have no animals at home."},
            partly="Your animals are a little livelier than they like.",
            differs="One of your animals is livelier or noisier than they like.",
        ),
        easy_read=Sentences(
            fits={"some": "Their animals are as calm as you like.", "none": "They have no animals."},
            partly="The animals there are a little livelier than you like.",
            differs="An animal there is livelier or noisier than you like.",
        ),
        easy_read_other=Sentences(
            fits={"some": "They would be happy with how your animals are.", "none": "You have no animals."},
            partly="Your animals are a little livelier than they like.",
            differs="One of your animals is livelier or noisier than they like.",
        ),
    ),
    asks=Asks(
        wants="Which animals would you be happy with?",
        wants_cy="Pa anifeiliaid fyddech chi'n hapus gyda nhw?",
        finds="How are your animals with new people?",
        finds_cy="Sut mae eich anifeiliaid gyda phobl newydd?",
    ),
)
