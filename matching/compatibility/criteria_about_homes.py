"""Ways of fitting that are about the home of the pair: asked of whoever would move there, or whose home it is."""

from matching.compatibility import tables
from matching.compatibility.criterion import Asks, Criterion, Says, the_home_giver, the_mover
from matching.compatibility.home_readings import (
    any_pets,
    home_fact,
    moves_into_a_household,
    whereabouts,
    who_lives_here,
)
from matching.compatibility.readings import everyone, jointly
from matching.lifecycle import Stage

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
    finds=jointly("cell", whereabouts),
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
