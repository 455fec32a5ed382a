"""The way of fitting that is about how the animals of a home are with people."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, Sentences, the_mover
from matching.compatibility.home_readings import LEAST_CALM
from matching.compatibility.readings import everyone
from matching.lifecycle import Stage

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
        worker=Sentences(
            fits="The animals at home are as calm as would suit, or there are none.",
            partly="The animals at home are a little livelier than would suit.",
            differs="An animal at home is livelier or noisier than would suit.",
        ),
        carer=Sentences(
            fits="The animals there are as calm as you like, or there are none.",
            partly="The animals there are a little livelier than you like.",
            differs="An animal there is livelier or noisier than you like.",
        ),
        carer_other=Sentences(
            fits="They would be happy with how your animals are, or that there are none.",
            partly="Your animals are a little livelier than they like.",
            differs="One of your animals is livelier or noisier than they like.",
        ),
        easy_read=Sentences(
            fits="The animals there are as calm as you like, or there are none.",
            partly="The animals there are a little livelier than you like.",
            differs="An animal there is livelier or noisier than you like.",
        ),
        easy_read_other=Sentences(
            fits="They would be happy with how your animals are.",
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
