"""Which reasons may be told to whom, and when: every way of fitting × every stage × every reader."""

from typing import Any

import pytest
from hypothesis import given, settings

from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.criterion import OPENING, Criterion, Reader
from matching.compatibility.explain import Explanation, explain
from matching.compatibility.profiles import (
    Declined,
    HomeFacts,
    HouseholdProfile,
    Offer,
    PersonProfile,
    Place,
    Tie,
    Wish,
)
from matching.compatibility.sets import Sets
from matching.lifecycle import Stage
from scheme.kinds import ArrangementKind
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
    MustNot,
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
from tests.matching.compatibility.invented import HERE, HOUSEHOLDS, PEOPLE, RULES, TODAY, homesharer, household, person

ALIKE: dict[str, Any] = {
    "interests": {"piano": Stance.LOVE, "church": Stance.LIKE},
    "languages": frozenset({Language.WELSH, Language.POLISH}),
    "communication": frozenset({Communication.MAKATON}),
    "faiths": frozenset({Faith.CATHOLIC}),
    "foods": frozenset({Food.VEGAN, Food.HALAL}),
    "values": frozenset({Value.HUMOUR, Value.FAITH}),
    "day_rhythm": DayRhythm.EARLY,
    "noise": Noise.QUIET,
    "company": Company.TOGETHER,
    "routine": Routine.REGULAR,
    "visitors": Visitors.FEW,
    "smoking": Smoking.NOBODY,
    "smoking_wish": SmokingWish.SMOKE_FREE,
    "pets_wish": PetsWish.LOVE,
    "brings_pets": frozenset({Pet.CAT}),
    "setting_wish": frozenset({Setting.TOWN}),
    "children_wish": ChildrenWish.LOVE,
    "pet_temper_wish": PetTemperWish.LIVELY_FINE,
    "contributes": frozenset({Contribution.COOKING}),
    "would_enjoy": frozenset({Contribution.COOKING}),
    "needs_bus": YesNo.YES,
    "places": (Place("Mum", HERE),),
    "ties": (Tie("Helen", HERE, at="Mum", reach_miles=2),),
}
HOME = HomeFacts(
    cell=HERE,
    setting=Setting.TOWN,
    bus_nearby=YesNo.YES,
    pets=frozenset({Pet.CAT}),
    pet_tempers={Pet.CAT: PetTemper.CALM},
    children=ChildrenAtHome.LIVE_HERE,
)
SEEKER = person(
    **ALIKE,
    living_with=frozenset({LivingWith.COUPLE}),
    support_level=SupportLevel.LOW,
    help_with=frozenset({HelpWith.MONEY}),
    helped_by=HelpedBy.WOMAN,
)
KINDRED = household(
    **ALIKE,
    home=HOME,
    shape=HouseholdShape.COUPLE,
    support_levels=frozenset({SupportLevel.LOW}),
    experienced_with=frozenset({HelpWith.MONEY}),
    helpers=frozenset({Helper.WOMAN}),
)
EVERYTHING_FITS = explain(SEEKER, KINDRED, RULES)
HIDDEN_UNTIL_INTRODUCTION = [
    "church",
    "Polish",
    "Makaton",
    "Catholic",
    "halal",
    "faith",
    "the support",
    "money and letters",
]
PORTALS = [Reader.PERSON, Reader.CARER]


def stages_heard(criterion: Criterion, thing: str | None, reader: Reader) -> list[Stage]:
    """The stages at which a reader hears of a criterion (and of one thing, by its words)."""
    return [
        stage
        for stage in Stage
        if any(
            reason.criterion == criterion.name
            and (thing is None or thing in reason.things)
            and reason.sentence in EVERYTHING_FITS.reasons_for(reader, stage)
            for reason in EVERYTHING_FITS.reasons
        )
    ]


@pytest.mark.parametrize("reader", PORTALS, ids=lambda reader: reader.value)
@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.name)
def test_each_way_of_fitting_is_heard_from_its_stage_until_an_ending_and_not_before(
    criterion: Criterion, reader: Reader
) -> None:
    expected = list(OPENING[OPENING.index(criterion.told_from) :])
    assert stages_heard(criterion, None, reader) == expected


@pytest.mark.parametrize("reader", PORTALS, ids=lambda reader: reader.value)
@pytest.mark.parametrize("name", ["interests", "languages", "communication", "faith", "food", "values"])
def test_each_shared_thing_is_heard_from_its_own_stage(name: str, reader: Reader) -> None:
    criterion = BY_NAME[name]
    assert isinstance(criterion.shape, Sets)
    field = {"faith": "faiths", "food": "foods"}.get(name, name)
    for thing in ALIKE[field]:
        assert stages_heard(criterion, thing, reader) == list(OPENING[OPENING.index(criterion.when(thing)) :])


@pytest.mark.parametrize("reader", PORTALS, ids=lambda reader: reader.value)
@pytest.mark.parametrize("hidden", HIDDEN_UNTIL_INTRODUCTION)
def test_nothing_special_is_told_before_both_have_said_yes(reader: Reader, hidden: str) -> None:
    assert hidden not in " ".join(EVERYTHING_FITS.reasons_for(reader, Stage.PROPOSED))
    assert hidden in " ".join(EVERYTHING_FITS.reasons_for(reader, Stage.INTRODUCTION))


@pytest.mark.parametrize("reader", PORTALS, ids=lambda reader: reader.value)
@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.ENDED])
def test_after_a_no_or_an_ending_nothing_more_is_told(reader: Reader, stage: Stage) -> None:
    assert EVERYTHING_FITS.reasons_for(reader, stage) == ()


@pytest.mark.parametrize("stage", list(Stage))
def test_a_worker_sees_at_every_stage_what_either_side_may_ever_hear(stage: Stage) -> None:
    everything = set(EVERYTHING_FITS.reasons_for(Reader.WORKER, stage))
    assert everything >= {
        sentence for reader in PORTALS for sentence in EVERYTHING_FITS.reasons_for(reader, Stage.LONG_TERM)
    }


def test_no_number_is_ever_told() -> None:
    for reader in PORTALS:
        assert not any(letter.isdigit() for letter in "".join(EVERYTHING_FITS.reasons_for(reader, Stage.LONG_TERM)))


def nothing_fits() -> Explanation:
    """A pair with every kind of obstacle that only the desk may know of."""
    mine = person(
        must_nots=frozenset({MustNot.DOGS}),
        keep_apart=frozenset({"H001"}),
        declined={"H001": Declined(TODAY)},
        wishes=(Wish(ArrangementKind.LIVE_IN),),
        noise=Noise.QUIET,
        pets_wish=PetsWish.RATHER_NOT,
    )
    theirs = household(
        home=HomeFacts(pets=frozenset({Pet.DOG})), offers=(Offer(ArrangementKind.SHORT_BREAK, 0),), noise=Noise.LIVELY
    )
    return explain(mine, theirs, RULES)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("reader", PORTALS, ids=lambda reader: reader.value)
def test_must_nots_keep_apart_declines_and_differences_stay_at_the_desk(reader: Reader, stage: Stage) -> None:
    assert nothing_fits().in_the_way
    assert nothing_fits().reasons_for(reader, stage) == ()


def test_what_nobody_said_is_no_reason() -> None:
    assert explain(person(), household(), RULES).reasons == ()


def test_only_the_side_that_is_asked_hears_it_said_to_themselves() -> None:
    """The person moves in; the carer hears how it is for the person."""
    assert "It is the kind of place you want to live." in EVERYTHING_FITS.reasons_for(Reader.PERSON, Stage.PROPOSED)
    assert "Your home is in the kind of place they would like to live." in EVERYTHING_FITS.reasons_for(
        Reader.CARER, Stage.PROPOSED
    )


def test_homeshare_turns_the_sentences_round_with_the_home() -> None:
    mover: HouseholdProfile = homesharer(setting_wish=frozenset({Setting.TOWN}))
    at_home: PersonProfile = person(home=HomeFacts(setting=Setting.TOWN))
    explanation = explain(at_home, mover, RULES)
    assert explanation.reasons_for(Reader.CARER, Stage.PROPOSED) == (
        "Their home is in the kind of place you would like to live.",
    )
    assert explanation.reasons_for(Reader.PERSON, Stage.PROPOSED) == (
        "Your home is in the kind of place they want to live.",
    )


# --- what is close ---------------------------------------------------------------------------------------------------------

SINGER = household(interests={"karaoke": Stance.LIKE})


def told(mine: PersonProfile, theirs: HouseholdProfile, reader: Reader, stage: Stage) -> tuple[str, ...]:
    """What a reader hears at a stage."""
    return explain(mine, theirs, RULES).reasons_for(reader, stage)


def test_interests_that_are_close_are_told_with_what_connects_them() -> None:
    fan = person(interests={"elvis": Stance.LOVE})
    assert told(fan, SINGER, Reader.PERSON, Stage.PROPOSED) == (
        "You like Elvis songs. They like karaoke. Both are about music and dancing.",
    )
    assert "They enjoy Elvis songs and you enjoy karaoke: both are about music and dancing." in told(
        fan, SINGER, Reader.CARER, Stage.PROPOSED
    )


def test_what_is_close_waits_for_the_later_stage_of_the_two() -> None:
    chapel_goer = person(interests={"choir": Stance.LOVE})
    close = "You like singing in a choir. They like hymns and gospel. The two often go together."
    singer = household(interests={"hymns": Stance.LIKE})
    assert told(chapel_goer, singer, Reader.PERSON, Stage.PROPOSED) == ()
    assert told(chapel_goer, singer, Reader.PERSON, Stage.INTRODUCTION) == (close,)


def test_what_both_enjoy_is_not_told_again_as_close_to_something_else() -> None:
    fan = person(interests={"karaoke": Stance.LOVE, "singing": Stance.LIKE})
    assert told(fan, SINGER, Reader.PERSON, Stage.PROPOSED) == ("You both enjoy karaoke.",)


def test_no_more_than_two_close_pairs_are_told_and_the_closest_first() -> None:
    fan = person(interests=dict.fromkeys(["elvis", "discos", "singing", "choir"], Stance.LIKE))
    close = told(fan, household(interests={"karaoke": Stance.LIKE}), Reader.PERSON, Stage.PROPOSED)
    assert len(close) == 2
    assert close[0].startswith("You like singing. They like karaoke.")


def test_likes_and_not_for_mes_oppose_and_are_told_to_nobody_in_a_portal() -> None:
    mine, theirs = person(interests={"karaoke": Stance.LOVE}), household(interests={"karaoke": Stance.NOT_FOR_ME})
    for reader in PORTALS:
        assert told(mine, theirs, reader, Stage.LONG_TERM) == ()
    words = explain(mine, theirs, RULES).in_words
    assert [line.worker for line in words] == [("Liked by one and not for the other: karaoke.",)]
    assert [line.easy_read for line in words] == [("One of you likes this and one does not: karaoke.",)]


@settings(max_examples=100)
@given(PEOPLE, HOUSEHOLDS)
def test_nothing_is_named_before_its_stage(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    for reason in explain(mine, theirs, RULES).reasons:
        criterion = BY_NAME[reason.criterion]
        if isinstance(criterion.shape, Sets):
            stages = [criterion.when(thing) for thing in reason.things]
            assert all(OPENING.index(stage) <= OPENING.index(reason.told_from) for stage in stages)
        assert not any(letter.isdigit() for letter in reason.sentence)


@pytest.mark.parametrize("reader", PORTALS, ids=lambda reader: reader.value)
def test_who_helps_somebody_wash_is_told_last(reader: Reader) -> None:
    assert stages_heard(BY_NAME["helpers"], None, reader) == [Stage.TRIAL, Stage.LONG_TERM]
