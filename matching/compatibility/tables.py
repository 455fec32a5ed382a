"""The points for each pair of answers and each distance. All are our judgement, to be questioned by those who match."""

from matching.compatibility.agreement import Agreement
from matching.compatibility.choices import scale, table
from matching.compatibility.nearness import ByDistrict, Nearness
from matching.compatibility.reach import Apart, Reach
from matching.compatibility.sets import listed
from scheme.ways_of_living import (
    ChildrenAtHome,
    ChildrenWish,
    Communication,
    Company,
    Contribution,
    DayRhythm,
    Faith,
    Food,
    HelpedBy,
    Helper,
    HelpWith,
    HouseholdShape,
    Language,
    LivingWith,
    Noise,
    PetsWish,
    PetTemper,
    PetTemperWish,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    SupportLevel,
    Value,
    Visitors,
    YesNo,
)
from scheme.words import Words


class AnyPets(Words):
    """Whether there are animals at all: a fact made from the list of them."""

    SOME = "some", "Animals"
    NONE = "none", "No animals"


DAY_RHYTHM = scale(list(DayRhythm), [100, 60, 15])
NOISE = scale(list(Noise), [100, 60, 10])
COMPANY = scale(list(Company), [100, 60, 15])
ROUTINE = scale(list(Routine), [100, 65, 25])
VISITORS = scale(list(Visitors), [100, 60, 15])
SETTING = scale(list(Setting), [100, 60, 30, 0])
SUPPORT_LEVEL = scale(list(SupportLevel), [100, 40, 0])

PETS = table(
    {
        PetsWish.LOVE: {AnyPets.SOME: 100, AnyPets.NONE: 30},
        PetsWish.FINE: {AnyPets.SOME: 90, AnyPets.NONE: 90},
        PetsWish.RATHER_NOT: {AnyPets.SOME: 0, AnyPets.NONE: 100},
    }
)
"""Somebody who would love a pet misses one that is not there."""

PETS_COMING = table(
    {
        PetsWish.LOVE: {AnyPets.SOME: 100, AnyPets.NONE: 80},
        PetsWish.FINE: {AnyPets.SOME: 90, AnyPets.NONE: 90},
        PetsWish.RATHER_NOT: {AnyPets.SOME: 0, AnyPets.NONE: 100},
    }
)
"""A home that loves pets hardly minds that nobody brings another."""

_CALM, _SHY, _LIVELY, _NOISY = PetTemper
PET_TEMPERS = table(
    {
        PetTemperWish.CALM_ONLY: {AnyPets.NONE: 100, _CALM: 100, _SHY: 70, _LIVELY: 20, _NOISY: 10},
        PetTemperWish.LIVELY_FINE: {AnyPets.NONE: 100, _CALM: 100, _SHY: 100, _LIVELY: 100, _NOISY: 40},
        PetTemperWish.NOISY_FINE: {AnyPets.NONE: 100, _CALM: 100, _SHY: 100, _LIVELY: 100, _NOISY: 90},
    }
)
"""A calmer animal is never worse, so the least calm in the home is always the one that fits least."""

HELPED_BY = table(
    {
        HelpedBy.WOMAN: {Helper.WOMAN: 100, Helper.MAN: 0},
        HelpedBy.MAN: {Helper.WOMAN: 0, Helper.MAN: 100},
        HelpedBy.EITHER: {Helper.WOMAN: 100, Helper.MAN: 100},
        HelpedBy.NOBODY: {Helper.WOMAN: 100, Helper.MAN: 100},
    }
)

SMOKING = table(
    {
        SmokingWish.SMOKE_FREE: {Smoking.NOBODY: 100, Smoking.OUTSIDE: 30, Smoking.INDOORS: 0},
        SmokingWish.OUTSIDE_FINE: {Smoking.NOBODY: 100, Smoking.OUTSIDE: 90, Smoking.INDOORS: 20},
        SmokingWish.FINE: {Smoking.NOBODY: 100, Smoking.OUTSIDE: 100, Smoking.INDOORS: 90},
    }
)

CHILDREN = table(
    {
        ChildrenWish.LOVE: {ChildrenAtHome.NONE: 40, ChildrenAtHome.VISIT: 80, ChildrenAtHome.LIVE_HERE: 100},
        ChildrenWish.FINE: {ChildrenAtHome.NONE: 90, ChildrenAtHome.VISIT: 90, ChildrenAtHome.LIVE_HERE: 90},
        ChildrenWish.RATHER_NOT: {ChildrenAtHome.NONE: 100, ChildrenAtHome.VISIT: 50, ChildrenAtHome.LIVE_HERE: 0},
    }
)

BUS = table({YesNo.YES: {YesNo.YES: 100, YesNo.NO: 0}, YesNo.NO: {YesNo.YES: 100, YesNo.NO: 100}})

_WOMAN, _MAN, _COUPLE = HouseholdShape.ONE_WOMAN, HouseholdShape.ONE_MAN, HouseholdShape.COUPLE
_FAMILY, _SHARED, _OTHERS = HouseholdShape.FAMILY, HouseholdShape.SHARED, LivingWith.OTHERS_SUPPORTED
LIVING_WITH = table(
    {
        LivingWith.ONE_WOMAN: {_WOMAN: 100, _MAN: 20, _COUPLE: 40, _FAMILY: 30, _SHARED: 30, _OTHERS: 30},
        LivingWith.ONE_MAN: {_WOMAN: 20, _MAN: 100, _COUPLE: 40, _FAMILY: 30, _SHARED: 30, _OTHERS: 30},
        LivingWith.COUPLE: {_WOMAN: 40, _MAN: 40, _COUPLE: 100, _FAMILY: 60, _SHARED: 40, _OTHERS: 30},
        LivingWith.FAMILY: {_WOMAN: 30, _MAN: 30, _COUPLE: 60, _FAMILY: 100, _SHARED: 40, _OTHERS: 30},
        LivingWith.OTHERS_SUPPORTED: {_WOMAN: 30, _MAN: 30, _COUPLE: 30, _FAMILY: 30, _SHARED: 60, _OTHERS: 100},
    }
)

LANGUAGES = listed(list(Language))
COMMUNICATION = listed(
    list(Communication),
    {
        (Communication.MAKATON, Communication.BSL): (30, "both are signs made with the hands"),
        (Communication.MAKATON, Communication.GESTURE): (50, "both speak with the hands"),
        (Communication.PICTURES, Communication.EASY_READ): (60, "both use pictures"),
        (Communication.PICTURES, Communication.DEVICE): (30, "many talking devices use pictures"),
        (Communication.WRITING, Communication.EASY_READ): (40, "both are for reading"),
    },
)
_CHURCHES = (Faith.CHURCH_OF_ENGLAND, Faith.CATHOLIC, Faith.METHODIST, Faith.CHAPEL, Faith.OTHER_CHRISTIAN)
_BOTH_CHRISTIAN = (50, "both are Christian")
FAITH = listed(list(Faith), {(one, other): _BOTH_CHRISTIAN for one in _CHURCHES for other in _CHURCHES if one < other})
FOOD = listed(
    list(Food),
    {
        (Food.VEGETARIAN, Food.VEGAN): (60, "both are without meat"),
        (Food.SPICY, Food.CARIBBEAN): (50, "Caribbean food is often spicy"),
        (Food.SPICY, Food.SOUTH_ASIAN): (60, "South Asian food is often spicy"),
        (Food.HOME_COOKED, Food.TRADITIONAL): (50, "both are often cooked at home"),
    },
)
VALUES = listed(
    list(Value),
    {
        (Value.FAMILY, Value.MEALS_TOGETHER): (60, "both are about time together"),
        (Value.PRIVACY, Value.INDEPENDENCE): (40, "both are about room for yourself"),
        (Value.INDEPENDENCE, Value.CHOICE): (60, "both are about deciding for yourself"),
        (Value.BUSY, Value.WORK): (40, "both fill the day"),
        (Value.LEARNING, Value.WORK): (30, "both are about getting better at things"),
        (Value.OUTDOORS, Value.ANIMALS): (40, "both are about nature"),
        (Value.PRIVACY, Value.CALM): (40, "both are about time in peace"),
    },
)

CONTRIBUTION = listed(
    list(Contribution),
    {
        (Contribution.WALKS, Contribution.ANIMALS): (40, "both are often about dogs"),
        (Contribution.WALKS, Contribution.OUTINGS): (40, "both are about getting out"),
        (Contribution.WALKS, Contribution.SPORT): (30, "both keep you moving"),
        (Contribution.MAKING, Contribution.ART): (50, "both are about making things"),
        (Contribution.STORIES, Contribution.COMPANY): (50, "both are about company"),
        (Contribution.STORIES, Contribution.LAUGHTER): (40, "both are about good company"),
        (Contribution.STORIES, Contribution.READING): (40, "both are about stories"),
    },
)
HELP = listed(
    list(HelpWith),
    {
        (HelpWith.MONEY, HelpWith.APPOINTMENTS): (40, "both come with letters and forms"),
        (HelpWith.GETTING_OUT, HelpWith.SHOPPING): (50, "both are about getting out"),
        (HelpWith.GETTING_OUT, HelpWith.APPOINTMENTS): (40, "both are about getting out"),
        (HelpWith.COOKING, HelpWith.SHOPPING): (40, "both are about meals"),
        (HelpWith.WASHING, HelpWith.MOVING_ABOUT): (50, "both are help close by"),
        (HelpWith.PLANNING, HelpWith.HARD_DAYS): (30, "both are about an easier day"),
    },
)

PLACES = Nearness(
    bands=((3_000, 100), (6_000, 85), (10_000, 70), (16_000, 50), (32_000, 25), (50_000, 10)),
    by_district=ByDistrict(
        same_district=Agreement(50, 85, 100), same_area=Agreement(0, 25, 85), another_area=Agreement(0, 10, 50)
    ),
)
"""Three kilometres reach across one cell, so that the same square is always 100; 16 km is ten miles.

By districts alone it is what the same bands give for how far apart they usually are, leaving out the nearest and the
furthest one in twenty (measured between the middles of all 2,856 districts): inside one, up to 16 km and rarely more
than five; two of one area, 3 to 90 km and most often 20; two of different areas within an hour's drive, from 10 km on.
"""

TIES = Reach(
    same_district=Apart(0, 5_000, 16_000),
    same_area=Apart(3_000, 20_000, 90_000),
    another_area=Apart(10_000, 60_000, 1_000_000),
)
"""How far apart two postcode districts usually are, measured as for :data:`PLACES`. How far is too far is the scheme's own."""
