"""One story for each way of fitting, and what is true of all of them."""

from typing import Any

import pytest

from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.criterion import OPENING
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, MemberProfile, PersonProfile, Place, Tie
from matching.compatibility.sets import Sets
from scheme.cells import Cell
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
    HowOften,
    Language,
    LivingWith,
    Noise,
    Pet,
    PetsWish,
    PetTemper,
    PetTemperWish,
    Routine,
    Setting,
    Smoking,
    SmokingWish,
    Stance,
    SupportLevel,
    Value,
    Visitors,
    YesNo,
)
from tests.matching.compatibility.invented import HERE, homesharer, household, member, person

Band = tuple[int, int, int]


def for_person(name: str, mine: PersonProfile, theirs: HouseholdProfile) -> Band:
    """The person's agreement with what they would find."""
    both = pair(mine, theirs)
    agreement = BY_NAME[name].compare(both.person, both.household).agreement
    return agreement.low, agreement.likely, agreement.high


def for_household(name: str, mine: PersonProfile, theirs: HouseholdProfile) -> Band:
    """The household's agreement with what the person would bring."""
    both = pair(mine, theirs)
    agreement = BY_NAME[name].compare(both.household, both.person).agreement
    return agreement.low, agreement.likely, agreement.high


def test_somebody_who_loves_the_piano_is_glad_of_a_house_where_one_member_plays() -> None:
    pianist = person(interests={"piano": Stance.LOVE})
    home = household(members=(member("Gwen", interests={"piano": Stance.LIKE}), member("Huw")))
    assert for_person("interests", pianist, home) == (100, 100, 100)


def test_what_one_loves_and_the_other_cannot_bear_is_opposed() -> None:
    assert for_person(
        "interests",
        person(interests={"karaoke": Stance.LOVE}),
        household(interests={"karaoke": Stance.NOT_FOR_ME}),
    ) == (0, 0, 0)


def test_polish_spoken_by_half_the_household_is_only_as_good_as_for_the_other_half() -> None:
    polish = frozenset({Language.POLISH})
    speaker = person(languages=polish)
    both = household(members=(member("Ola", languages=polish), member("Jan", languages=polish)))
    one = household(members=(member("Ola", languages=polish), member("Huw", languages=frozenset({Language.WELSH}))))
    assert for_person("languages", speaker, both) == (100, 100, 100)
    assert for_person("languages", speaker, one) == (0, 50, 100)


def test_makaton_understood_at_home_means_being_understood() -> None:
    makaton = frozenset({Communication.MAKATON})
    assert for_person("communication", person(communication=makaton), household(communication=makaton)) == (
        100,
        100,
        100,
    )


def test_two_churches_are_close_but_not_the_same() -> None:
    chapel, church = frozenset({Faith.CHAPEL}), frozenset({Faith.METHODIST})
    assert for_person("faith", person(faiths=chapel), household(faiths=chapel)) == (100, 100, 100)
    assert for_person("faith", person(faiths=chapel), household(faiths=church)) == (50, 75, 100)


def test_a_different_faith_is_never_held_against_anybody() -> None:
    muslim, hindu = frozenset({Faith.MUSLIM}), frozenset({Faith.HINDU})
    assert for_person("faith", person(faiths=muslim), household(faiths=hindu))[1] == 50


def test_a_vegan_finds_a_vegetarian_table_partly_right() -> None:
    vegan, vegetarian = frozenset({Food.VEGAN}), frozenset({Food.VEGETARIAN})
    assert for_person("food", person(foods=vegan), household(foods=vegetarian)) == (60, 80, 100)


def test_being_part_of_the_family_and_eating_together_are_close() -> None:
    family, meals = frozenset({Value.FAMILY}), frozenset({Value.MEALS_TOGETHER})
    assert for_household("values", person(values=family), household(values=meals)) == (60, 80, 100)


def test_an_early_bird_and_a_night_owl_are_far_apart() -> None:
    early = person(day_rhythm=DayRhythm.EARLY)
    assert for_person("day_rhythm", early, household(day_rhythm=DayRhythm.LATE)) == (15, 15, 15)
    assert for_household("day_rhythm", early, household(day_rhythm=DayRhythm.EARLY)) == (100, 100, 100)


def test_a_home_is_as_quiet_as_its_loudest() -> None:
    home = household(noise=Noise.QUIET, members=(member("Gwen"), member("Huw", noise=Noise.LIVELY)))
    assert for_person("noise", person(noise=Noise.QUIET), home) == (10, 10, 10)


def test_a_village_is_nearly_the_countryside() -> None:
    home = household(home=HomeFacts(setting=Setting.VILLAGE))
    assert for_person("setting", person(setting_wish=frozenset({Setting.COUNTRYSIDE})), home) == (60, 60, 60)


def test_any_of_the_settings_somebody_would_like_will_do() -> None:
    home = household(home=HomeFacts(setting=Setting.TOWN))
    wish = frozenset({Setting.COUNTRYSIDE, Setting.TOWN})
    assert for_person("setting", person(setting_wish=wish), home) == (100, 100, 100)


def test_time_alone_beside_plenty_of_company_is_a_strain_for_both() -> None:
    mine, theirs = person(company=Company.OWN_SPACE), household(company=Company.TOGETHER)
    assert for_person("company", mine, theirs) == for_household("company", mine, theirs) == (15, 15, 15)


def test_days_with_a_pattern_suit_days_with_some_pattern_well_enough() -> None:
    mine, theirs = person(routine=Routine.REGULAR), household(routine=Routine.BETWEEN)
    assert for_person("routine", mine, theirs) == (65, 65, 65)


def test_somebody_who_would_love_a_pet_misses_one_and_somebody_who_would_rather_not_is_relieved() -> None:
    no_pets, a_dog = household(home=HomeFacts(pets=frozenset())), household(home=HomeFacts(pets=frozenset({Pet.DOG})))
    assert for_person("pets", person(pets_wish=PetsWish.LOVE), no_pets) == (30, 30, 30)
    assert for_person("pets", person(pets_wish=PetsWish.RATHER_NOT), no_pets) == (100, 100, 100)
    assert for_person("pets", person(pets_wish=PetsWish.RATHER_NOT), a_dog) == (0, 0, 0)


def test_a_cat_that_comes_too_has_to_suit_everyone_at_home() -> None:
    brings_a_cat = person(brings_pets=frozenset({Pet.CAT}))
    home = household(members=(member("Gwen", pets_wish=PetsWish.LOVE), member("Huw", pets_wish=PetsWish.RATHER_NOT)))
    assert for_household("pets_coming", brings_a_cat, home) == (0, 0, 0)


def test_smoking_is_asked_in_both_directions() -> None:
    smoker = person(smoking=Smoking.OUTSIDE, smoking_wish=SmokingWish.FINE)
    smoke_free = household(smoking=Smoking.NOBODY, smoking_wish=SmokingWish.SMOKE_FREE)
    assert for_person("smoking", smoker, smoke_free) == (100, 100, 100)
    assert for_household("smoking", smoker, smoke_free) == (30, 30, 30)


def test_children_at_home_are_a_joy_to_one_and_too_much_for_another() -> None:
    home = household(home=HomeFacts(children=ChildrenAtHome.LIVE_HERE))
    assert for_person("children", person(children_wish=ChildrenWish.LOVE), home) == (100, 100, 100)
    assert for_person("children", person(children_wish=ChildrenWish.RATHER_NOT), home) == (0, 0, 0)


def test_somebody_who_would_like_company_at_home_is_glad_of_others_who_get_support() -> None:
    wish = person(living_with=frozenset({LivingWith.OTHERS_SUPPORTED}))
    assert for_person("living_with", wish, household(shape=HouseholdShape.COUPLE, living_there=1)) == (100, 100, 100)
    assert for_person("living_with", wish, household(shape=HouseholdShape.COUPLE, living_there=0)) == (30, 30, 30)


def test_an_open_door_is_a_lot_for_somebody_who_likes_few_visitors() -> None:
    assert for_person("visitors", person(visitors=Visitors.FEW), household(visitors=Visitors.OPEN_DOOR)) == (15, 15, 15)


def test_a_bus_matters_only_to_those_who_need_one() -> None:
    no_bus = household(home=HomeFacts(bus_nearby=YesNo.NO))
    assert for_person("bus", person(needs_bus=YesNo.YES), no_bus) == (0, 0, 0)
    assert for_person("bus", person(needs_bus=YesNo.NO), no_bus) == (100, 100, 100)


def test_mum_every_week_weighs_more_than_the_seaside_now_and_then() -> None:
    seaside = Cell(HERE.east + 40, HERE.north)
    places = (Place("Mum", HERE, HowOften.WEEKLY), Place("The sea", seaside, HowOften.SOMETIMES))
    near_mum = household(home=HomeFacts(cell=HERE))
    near_the_sea = household(home=HomeFacts(cell=seaside))
    assert for_person("nearness", person(places=places), near_mum) == (80, 80, 80)
    assert for_person("nearness", person(places=places), near_the_sea) == (20, 20, 20)


def test_a_home_known_only_by_its_district_is_somewhere_near() -> None:
    places = (Place("Mum", HERE, HowOften.WEEKLY),)
    district = household(home=HomeFacts(cell=Cell(91, 72, 10_000)))
    low, likely, high = for_person("nearness", person(places=places), district)
    assert low < likely < high == 100


def test_support_a_step_away_from_what_a_household_feels_able_to_give_is_a_stretch() -> None:
    able = household(support_levels=frozenset({SupportLevel.LOW}))
    assert for_person("support_level", person(support_level=SupportLevel.MEDIUM), able) == (40, 40, 40)
    assert for_household("support_level", person(support_level=SupportLevel.LOW), able) == (100, 100, 100)


def test_in_homeshare_it_is_the_homesharer_who_lives_with_the_persons_dog() -> None:
    dog_owner = person(home=HomeFacts(pets=frozenset({Pet.DOG})))
    mover = homesharer(pets_wish=PetsWish.RATHER_NOT)
    both = pair(dog_owner, mover)
    assert not BY_NAME["pets"].asked_of(both.person, both.household)
    assert for_household("pets", dog_owner, mover) == (0, 0, 0)


def test_a_lively_dog_is_too_much_for_somebody_who_wants_calm_animals_however_calm_the_cat() -> None:
    calm = person(pet_temper_wish=PetTemperWish.CALM_ONLY)
    assert for_person("pet_tempers", calm, animals(dog=PetTemper.CALM)) == (100, 100, 100)
    assert for_person("pet_tempers", calm, animals(dog=PetTemper.LIVELY, cat=PetTemper.CALM)) == (20, 20, 20)
    assert for_person("pet_tempers", calm, household(home=HomeFacts(pets=frozenset()))) == (100, 100, 100)


def test_the_animal_that_fits_least_is_named() -> None:
    calm, both = person(pet_temper_wish=PetTemperWish.CALM_ONLY), animals(dog=PetTemper.LIVELY, cat=PetTemper.CALM)
    assert whose("pet_tempers", calm, both) == "the dog"
    assert whose("pet_tempers", calm, animals(dog=PetTemper.LIVELY, cat=PetTemper.LIVELY)) is None


def test_an_animal_nobody_described_leaves_it_open_unless_another_is_lively_already() -> None:
    calm = person(pet_temper_wish=PetTemperWish.CALM_ONLY)
    assert for_person("pet_tempers", calm, animals(dog=PetTemper.CALM, cat=None)) == (0, 50, 100)
    assert for_person("pet_tempers", calm, animals(dog=PetTemper.NOISY, cat=None)) == (10, 10, 10)


def test_each_side_is_glad_of_what_the_other_brings() -> None:
    cook = person(contributes=frozenset({Contribution.COOKING}), would_enjoy=frozenset({Contribution.MUSIC}))
    home = household(contributes=frozenset({Contribution.GARDEN}), would_enjoy=frozenset({Contribution.COOKING}))
    assert for_household("contribution", cook, home) == (100, 100, 100)
    assert for_person("contribution", cook, home) == (0, 50, 100)


def test_a_household_that_has_helped_with_some_of_it_before() -> None:
    mine = person(help_with=frozenset({HelpWith.MONEY, HelpWith.WORK}))
    assert for_person("experience", mine, household(experienced_with=frozenset({HelpWith.MONEY}))) == (50, 75, 100)


def test_somebody_who_prefers_a_woman_to_help_is_happy_where_one_could() -> None:
    mine, both = person(helped_by=HelpedBy.WOMAN), household(helpers=frozenset(Helper))
    assert for_person("helpers", mine, both) == (100, 100, 100)
    assert for_person("helpers", mine, household(helpers=frozenset({Helper.MAN}))) == (0, 0, 0)


def test_four_of_five_weekly_contacts_are_kept() -> None:
    known = tuple(Tie(who, HERE, HowOften.WEEKLY) for who in "abcd")
    far = Tie("e", Cell(HERE.east + 60, HERE.north), HowOften.WEEKLY)
    assert for_person("ties", person(ties=(*known, far)), household(home=HomeFacts(cell=HERE))) == (80, 80, 80)


def test_in_homeshare_nobody_asks_who_helps_with_washing_or_whom_the_householder_would_leave() -> None:
    both = pair(person(home=HomeFacts()), homesharer())
    for name in ("helpers", "ties"):
        assert not any(
            BY_NAME[name].asked_of(*sides) for sides in ((both.person, both.household), (both.household, both.person))
        )


def animals(**tempers: PetTemper | None) -> HouseholdProfile:
    """A household with these animals, each as it is with people."""
    pets = {Pet(name): temper for name, temper in tempers.items()}  # type: ignore[call-arg]
    known = {pet: temper for pet, temper in pets.items() if temper}
    return household(home=HomeFacts(pets=frozenset(pets), pet_tempers=known))


def whose(name: str, mine: PersonProfile, theirs: HouseholdProfile) -> str | None:
    """Whose answer decided what the person finds."""
    both = pair(mine, theirs)
    return BY_NAME[name].compare(both.person, both.household).whose


UNANSWERED: list[Any] = [
    (person(), household()),
    (person(), household(members=(member("Gwen"), member("Huw")))),
    (person(), homesharer()),
]


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.name)
@pytest.mark.parametrize(("mine", "theirs"), UNANSWERED, ids=["shared lives", "with members", "homeshare"])
def test_blank_is_not_no(criterion: Any, mine: PersonProfile, theirs: HouseholdProfile) -> None:
    assert for_person(criterion.name, mine, theirs) == for_household(criterion.name, mine, theirs) == (0, 50, 100)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.name)
def test_every_declaration_is_complete_and_reads_a_fact_that_exists(criterion: Any) -> None:
    fields = set(PersonProfile.__dataclass_fields__) | set(HouseholdProfile.__dataclass_fields__)
    fields |= set(MemberProfile.__dataclass_fields__) | set(HomeFacts.__dataclass_fields__)
    assert {criterion.wants.fact, criterion.finds.fact} <= fields
    assert criterion.question.endswith("?")
    assert criterion.question_cy.endswith("?")
    assert criterion.source
    assert criterion.told_from in OPENING


def test_there_is_one_declaration_for_each_name_and_the_weightiest_come_first() -> None:
    assert len(BY_NAME) == len(CRITERIA)
    weights = [criterion.weight for criterion in CRITERIA]
    assert weights == sorted(weights, reverse=True)


def test_every_thing_on_a_list_has_words() -> None:
    for criterion in CRITERIA:
        if isinstance(criterion.shape, Sets):
            assert all(criterion.wording(thing) for thing in criterion.shape.things)


def test_nothing_that_tells_of_belief_or_where_a_family_comes_from_is_told_before_an_introduction() -> None:
    told_at_once = {
        thing
        for criterion in CRITERIA
        if isinstance(criterion.shape, Sets)
        for thing in criterion.shape.things
        if criterion.when(thing) is OPENING[0]
    }
    assert told_at_once.isdisjoint({*Faith, Food.HALAL, Food.KOSHER, Value.FAITH, Language.POLISH, "mosque", "hymns"})
    assert {"piano", Language.WELSH, Food.VEGAN} <= told_at_once


def test_each_way_of_fitting_has_a_card_of_its_own_with_a_picture_and_few_words() -> None:
    cards = [criterion.card for criterion in CRITERIA]
    assert all(0 < len(card.split()) <= 12 and card.endswith(".") for card in cards)
    assert len(set(cards)) == len(cards)
    assert all(criterion.picture for criterion in CRITERIA)
