"""Which single changes would open doors: each told number is what comes of making the change."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compatibility.essentials import Standing
from matching.compatibility.profiles import (
    Approval,
    Dates,
    Declined,
    HomeFacts,
    HouseholdProfile,
    Offer,
    PersonProfile,
    Place,
    Taken,
    Wish,
)
from matching.compatibility.ranking import rank_households
from matching.compatibility.what_to_ask import Side
from matching.compatibility.what_would_change import Change, ChangeOf, what_would_change
from scheme.cells import Cell
from scheme.kinds import KINDS_OF_SCHEME, ArrangementKind, SchemeKind
from scheme.ways_of_living import AccessNeed, Helper, HouseholdMustNot, HowOften, MustNot, Pet, Smoking, YesNo
from tests.matching.compatibility.invented import (
    HERE,
    HOUSEHOLDS_IN_QUESTION,
    PEOPLE_IN_NEED,
    RULES,
    TODAY,
    homesharer,
    household,
    person,
)

LIVE_IN, SHORT_BREAK = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK
SHARED_LIVES = KINDS_OF_SCHEME[SchemeKind.SHARED_LIVES]
MARY = person(
    wishes=(Wish(LIVE_IN),),
    must_nots=frozenset({MustNot.DOGS, MustNot.CATS}),
    access_needs=frozenset({AccessNeed.STEP_FREE}),
    crisis=YesNo.NO,
    smoking=Smoking.OUTSIDE,
    distance_limit_miles=3,
    places=(Place("Mum", HERE, HowOften.WEEKLY),),
)


def home(reference: str, squares_away: int = 0, **facts: object) -> HouseholdProfile:
    """A household where Mary could live, but for these facts."""
    usual: dict[str, object] = {
        "home": home_facts(squares_away),
        "offers": (Offer(LIVE_IN, 1),),
        "living_there": 0,
        "approval": Approval(TODAY, TODAY, frozenset({LIVE_IN, SHORT_BREAK})),
    }
    return household(reference=reference, **usual | facts)


def home_facts(squares_away: int = 0, **facts: object) -> HomeFacts:
    """A home Mary could live in, so many squares away."""
    usual: dict[str, object] = {
        "cell": Cell(HERE.east + squares_away, HERE.north),
        "pets": frozenset(),
        "access": {AccessNeed.STEP_FREE: YesNo.YES},
    }
    return HomeFacts(**usual | facts)  # type: ignore[arg-type]


def told(mine: PersonProfile, *homes: HouseholdProfile) -> dict[ChangeOf, Change]:
    """The changes by what they change."""
    return {change.change: change for change in what_would_change(mine, homes, RULES, SHARED_LIVES)}


def open_doors(mine: PersonProfile, homes: list[HouseholdProfile]) -> set[str]:
    """Who is not ruled out, as a worker's list says."""
    return {one.reference for one in rank_households(mine, homes, RULES) if one.standing is not Standing.RULED_OUT}


def test_each_change_is_told_with_the_doors_it_alone_would_open() -> None:
    homes = [
        home("H1"),
        home("H2", home=home_facts(pets=frozenset({Pet.DOG}))),
        home("H3", home=home_facts(pets=frozenset({Pet.DOG}))),
        home("H4", home=home_facts(access={AccessNeed.STEP_FREE: YesNo.NO})),
        home("H5", squares_away=4),
        home("H6", offers=(Offer(SHORT_BREAK, 1),)),
        home("H7", taken=(Taken(LIVE_IN, Dates(TODAY)),)),
        home("H8", must_nots=frozenset({HouseholdMustNot.SMOKING})),
        home("H9", home=home_facts(pets=frozenset({Pet.DOG, Pet.CAT}))),
    ]
    found = what_would_change(MARY, homes, RULES, SHARED_LIVES)
    assert [(change.sentence, change.opens, change.clear) for change in found] == [
        ("If the person could live with this: Dogs.", ("H2", "H3"), 2),
        ("If 8 miles were not too far, 5 more than now.", ("H5",), 1),
        ("If the person would like this kind too: Short break.", ("H6",), 1),
        ("If a household's home had this: Step-free way in and around.", ("H4",), 1),
        ("If a household had one more space.", ("H7",), 1),
        ("If a household could say yes to this: Somebody who smokes.", ("H8",), 1),
    ]
    assert {change.whose for change in found[:3]} == {Side.PERSON}
    assert {change.whose for change in found[3:]} == {Side.HOUSEHOLD}


def test_the_least_further_that_opens_a_door_is_told_and_no_other() -> None:
    further = told(MARY, home("H1", squares_away=9), home("H2", squares_away=14))[ChangeOf.FURTHER]
    assert (further.sentence, further.opens) == ("If 13 miles were not too far, 10 more than now.", ("H1",))


def test_what_keeps_somebody_safe_is_never_suggested_away() -> None:
    apart = replace(MARY, keep_apart=frozenset({"H1"}), declined={"H2": Declined(TODAY)})
    homes = [home("H1"), home("H2"), home("H3", approval=Approval(TODAY, TODAY, frozenset()))]
    assert told(apart, *homes) == {}
    assert told(replace(MARY, crisis=YesNo.YES), home("H1")) == {}
    emergency = home(
        "H1", offers=(Offer(ArrangementKind.EMERGENCY, 1),), approval=Approval(TODAY, TODAY, frozenset(ArrangementKind))
    )
    assert told(MARY, emergency) == {}


def test_a_fourth_person_is_not_made_room_for() -> None:
    assert told(MARY, home("H1", offers=(Offer(LIVE_IN, 0),), living_there=3)) == {}


def test_a_door_that_opens_to_be_checked_first_is_told_but_not_counted_as_clear() -> None:
    dogs = told(MARY, home("H1", home=home_facts(pets=frozenset({Pet.DOG})), living_there=None))
    assert (dogs[ChangeOf.PERSON_MUST_NOT].opens, dogs[ChangeOf.PERSON_MUST_NOT].clear) == (("H1",), 0)


def test_in_homeshare_it_is_the_persons_home_that_could_have_a_ramp() -> None:
    householder = person(
        wishes=(Wish(ArrangementKind.HOMESHARE),), home=HomeFacts(access={AccessNeed.STEP_FREE: YesNo.NO})
    )
    found = told(householder, homesharer(access_needs=frozenset({AccessNeed.STEP_FREE})))
    assert found[ChangeOf.PERSONS_HOME].sentence == "If the person's home had this: Step-free way in and around."


def test_nobody_to_look_at_and_nothing_in_the_way_leave_nothing_to_change() -> None:
    assert what_would_change(MARY, [], RULES, SHARED_LIVES) == ()
    assert told(MARY, home("H1")) == {}


@settings(max_examples=40)
@given(
    PEOPLE_IN_NEED.filter(lambda one: one.must_nots or one.distance_limit_miles is not None),
    st.lists(HOUSEHOLDS_IN_QUESTION, max_size=6, unique_by=lambda one: one.reference),
)
def test_making_the_change_opens_those_doors_and_no_others(mine: PersonProfile, homes: list[HouseholdProfile]) -> None:
    before = open_doors(mine, homes)
    for change in what_would_change(mine, homes, RULES, SHARED_LIVES):
        for changed in made(change, mine):
            assert open_doors(changed, homes) - before == set(change.opens)


def made(change: Change, mine: PersonProfile) -> list[PersonProfile]:
    """The person with the change, read from its sentence, where it is one of the person's two simplest."""
    if change.change is ChangeOf.FURTHER:
        return [replace(mine, distance_limit_miles=int(change.sentence.split()[1]))]
    if change.change is ChangeOf.PERSON_MUST_NOT:
        label = change.sentence.partition(": ")[2].rstrip(".")
        return [replace(mine, must_nots=frozenset(one for one in mine.must_nots if one.label != label))]
    return []


def test_nobody_is_asked_to_think_again_about_who_helps_them_wash() -> None:
    mine = person(wishes=(Wish(LIVE_IN),), must_nots=frozenset({MustNot.ONLY_MEN}), crisis=YesNo.NO)
    theirs = home("H001", helpers=frozenset({Helper.MAN}))
    assert rank_households(mine, [theirs], RULES)[0].standing is Standing.RULED_OUT
    assert what_would_change(mine, [theirs], RULES, SHARED_LIVES) == ()
