"""Access, must-nots and distance: one story for each way it can go."""

import pytest

from matching.compatibility.essentials import check
from matching.compatibility.essentials_about_homes import WITH_A_HOUSEHOLD, WITH_A_PERSON
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, MemberKind, Offer, PersonProfile, Place, Wish
from matching.compatibility.verdicts import Met
from scheme.cells import Cell
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    AccessNeed,
    ChildrenAtHome,
    Helper,
    HouseholdMustNot,
    HowOften,
    MustNot,
    Pet,
    Smoking,
    YesNo,
)
from tests.matching.compatibility.invented import HERE, RULES, homesharer, household, member, person

MET, NOT_MET, NOT_KNOWN = Met.MET, Met.NOT_MET, Met.NOT_KNOWN
KIN = (Wish(ArrangementKind.KINSHIP),)
OFFERS_KINSHIP = (Offer(ArrangementKind.KINSHIP, 1),)


def answer(name: str, mine: PersonProfile, theirs: HouseholdProfile) -> Met:
    """One essential's answer."""
    return next(checked.met for checked in check(mine, theirs, RULES) if checked.name == name)


@pytest.mark.parametrize(("step_free", "expected"), [(YesNo.YES, MET), (YesNo.NO, NOT_MET), (None, NOT_KNOWN)])
def test_somebody_who_needs_no_steps_needs_a_home_without_steps(step_free: YesNo | None, expected: Met) -> None:
    access = {AccessNeed.STEP_FREE: step_free} if step_free else {}
    wheels = person(access_needs=frozenset({AccessNeed.STEP_FREE}))
    assert answer("access", wheels, household(home=HomeFacts(access=access))) is expected


def test_no_access_needs_is_an_answer_and_a_blank_is_not() -> None:
    assert answer("access", person(access_needs=frozenset()), household()) is MET
    assert answer("access", person(), household()) is NOT_KNOWN


def test_in_homeshare_it_is_the_homesharer_who_has_to_get_about_in_the_persons_home() -> None:
    stairs_only = person(home=HomeFacts(access={AccessNeed.STEP_FREE: YesNo.NO}))
    assert answer("access", stairs_only, homesharer(access_needs=frozenset({AccessNeed.STEP_FREE}))) is NOT_MET


def test_kinship_is_in_ones_own_home() -> None:
    kin = person(wishes=KIN, distance_limit_miles=1, places=(Place("Work", None),))
    assert answer("access", kin, household(offers=OFFERS_KINSHIP)) is MET
    assert answer("distance", kin, household(offers=OFFERS_KINSHIP)) is MET


WITH_DOG = HomeFacts(pets=frozenset({Pet.DOG}))
NO_PETS = HomeFacts(pets=frozenset())
PERSONS_MUST_NOTS = [
    (MustNot.DOGS, household(home=WITH_DOG), household(home=NO_PETS)),
    (MustNot.CATS, household(home=HomeFacts(pets=frozenset({Pet.CAT}))), household(home=WITH_DOG)),
    (MustNot.BIRDS, household(home=HomeFacts(pets=frozenset({Pet.BIRD}))), household(home=WITH_DOG)),
    (MustNot.ANY_PETS, household(home=HomeFacts(pets=frozenset({Pet.SMALL}))), household(home=NO_PETS)),
    (MustNot.SMOKING, household(smoking=Smoking.OUTSIDE), household(smoking=Smoking.NOBODY)),
    (MustNot.SMOKING_INDOORS, household(smoking=Smoking.INDOORS), household(smoking=Smoking.OUTSIDE)),
    (
        MustNot.CHILDREN,
        household(home=HomeFacts(children=ChildrenAtHome.LIVE_HERE)),
        household(home=HomeFacts(children=ChildrenAtHome.VISIT)),
    ),
    (MustNot.STAIRS, household(home=HomeFacts(stairs=YesNo.YES)), household(home=HomeFacts(stairs=YesNo.NO))),
    (MustNot.ALCOHOL, household(home=HomeFacts(alcohol=YesNo.YES)), household(home=HomeFacts(alcohol=YesNo.NO))),
    (MustNot.ONLY_MEN, household(helpers=frozenset({Helper.MAN})), household(helpers=frozenset(Helper))),
    (MustNot.ONLY_WOMEN, household(helpers=frozenset({Helper.WOMAN})), household(helpers=frozenset({Helper.MAN}))),
]


@pytest.mark.parametrize(("must_not", "there", "absent"), PERSONS_MUST_NOTS, ids=lambda value: str(value)[:20])
def test_what_a_person_must_not_have_rules_a_home_out(
    must_not: MustNot, there: HouseholdProfile, absent: HouseholdProfile
) -> None:
    mine = person(must_nots=frozenset({must_not}))
    assert answer("person_must_nots", mine, there) is NOT_MET
    assert answer("person_must_nots", mine, absent) is MET
    assert answer("person_must_nots", mine, household()) is NOT_KNOWN


HOUSEHOLDS_MUST_NOTS = [
    (HouseholdMustNot.SMOKING, person(smoking=Smoking.OUTSIDE), person(smoking=Smoking.NOBODY)),
    (HouseholdMustNot.SMOKING_INDOORS, person(smoking=Smoking.INDOORS), person(smoking=Smoking.OUTSIDE)),
    (HouseholdMustNot.BRINGS_DOG, person(brings_pets=frozenset({Pet.DOG})), person(brings_pets=frozenset())),
    (HouseholdMustNot.BRINGS_CAT, person(brings_pets=frozenset({Pet.CAT})), person(brings_pets=frozenset({Pet.DOG}))),
    (HouseholdMustNot.BRINGS_ANY_PET, person(brings_pets=frozenset({Pet.BIRD})), person(brings_pets=frozenset())),
    (HouseholdMustNot.NIGHT_SUPPORT, person(night_support=YesNo.YES), person(night_support=YesNo.NO)),
]


@pytest.mark.parametrize(("must_not", "there", "absent"), HOUSEHOLDS_MUST_NOTS, ids=lambda value: str(value)[:20])
def test_what_a_household_must_not_have_rules_a_pair_out(
    must_not: HouseholdMustNot, there: PersonProfile, absent: PersonProfile
) -> None:
    theirs = household(must_nots=frozenset({must_not}))
    assert answer("household_must_nots", there, theirs) is NOT_MET
    assert answer("household_must_nots", absent, theirs) is MET
    assert answer("household_must_nots", person(), theirs) is NOT_KNOWN


def test_every_must_not_on_both_lists_is_checked_and_has_its_story() -> None:
    assert set(WITH_A_HOUSEHOLD) == set(MustNot) == {must_not for must_not, *_ in PERSONS_MUST_NOTS}
    assert set(WITH_A_PERSON) == set(HouseholdMustNot) == {must_not for must_not, *_ in HOUSEHOLDS_MUST_NOTS}


def test_naming_no_must_nots_leaves_nothing_in_the_way() -> None:
    assert answer("person_must_nots", person(), household()) is MET
    assert answer("household_must_nots", person(), household()) is MET


def test_one_member_who_smokes_is_enough_and_one_unasked_is_not_known() -> None:
    no_smoke = person(must_nots=frozenset({MustNot.SMOKING}))
    one_smokes = household(members=(member("Gwen", smoking=Smoking.NOBODY), member("Huw", smoking=Smoking.OUTSIDE)))
    one_unasked = household(members=(member("Gwen", smoking=Smoking.NOBODY), member("Huw")))
    assert answer("person_must_nots", no_smoke, one_smokes) is NOT_MET
    assert answer("person_must_nots", no_smoke, one_unasked) is NOT_KNOWN


def test_a_child_in_the_household_is_a_child_in_the_home() -> None:
    quiet = person(must_nots=frozenset({MustNot.CHILDREN}))
    assert answer("person_must_nots", quiet, household(members=(member("Mali", kind=MemberKind.CHILD),))) is NOT_MET


def test_one_thing_that_must_not_be_outweighs_another_not_known() -> None:
    mine = person(must_nots=frozenset({MustNot.DOGS, MustNot.ALCOHOL}))
    assert answer("person_must_nots", mine, household(home=WITH_DOG)) is NOT_MET


def test_in_homeshare_the_persons_stairs_are_their_own_and_the_dog_is_the_one_that_would_come() -> None:
    mine = person(must_nots=frozenset({MustNot.STAIRS, MustNot.DOGS, MustNot.CHILDREN}))
    assert answer("person_must_nots", mine, homesharer(brings_pets=frozenset())) is MET
    assert answer("person_must_nots", mine, homesharer(brings_pets=frozenset({Pet.DOG}))) is NOT_MET
    assert answer("person_must_nots", person(must_nots=frozenset({MustNot.ALCOHOL})), homesharer()) is NOT_KNOWN


def far(squares: int) -> HouseholdProfile:
    """A home so many squares east of here, each 2 km."""
    return household(home=HomeFacts(cell=Cell(HERE.east + squares, HERE.north)))


def test_too_far_is_certain_only_when_even_the_nearest_corners_are_beyond() -> None:
    """Five miles are 8,046 m. Two squares on: 2,000 to 6,325 m. Four on: 6,000 to 10,199. Six on: 10,000 and more."""
    close_to_mum = person(distance_limit_miles=5, places=(Place("Mum", HERE, HowOften.WEEKLY),))
    assert answer("distance", close_to_mum, far(2)) is MET
    assert answer("distance", close_to_mum, far(4)) is NOT_KNOWN
    assert answer("distance", close_to_mum, far(6)) is NOT_MET


def test_the_limit_is_for_where_somebody_goes_every_week() -> None:
    places = (Place("Mum", HERE, HowOften.WEEKLY), Place("The sea", Cell(0, 0), HowOften.MONTHLY))
    assert answer("distance", person(distance_limit_miles=5, places=places), far(0)) is MET
    assert answer("distance", person(distance_limit_miles=5, places=places[1:]), far(0)) is NOT_MET


def test_no_limit_is_no_limit_and_a_limit_from_nowhere_is_asked_about() -> None:
    assert answer("distance", person(places=(Place("Mum", HERE),)), far(400)) is MET
    assert answer("distance", person(distance_limit_miles=5), far(0)) is NOT_KNOWN
    assert answer("distance", person(distance_limit_miles=5, places=(Place("Mum", None),)), far(0)) is NOT_KNOWN
    assert answer("distance", person(distance_limit_miles=5, places=(Place("Mum", HERE),)), household()) is NOT_KNOWN


def test_in_homeshare_the_limit_is_the_homesharers() -> None:
    householder = person(home=HomeFacts(cell=Cell(0, 0)))
    student = homesharer(distance_limit_miles=3, places=(Place("College", HERE, HowOften.MOST_DAYS),))
    assert answer("distance", householder, student) is NOT_MET
