"""Which unknown to ask about next."""

from dataclasses import replace

from hypothesis import given, settings

from matching.compatibility.changing_first import First
from matching.compatibility.criteria import CRITERIA
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, PersonProfile, Place
from matching.compatibility.score import compare
from matching.compatibility.weights import Weights
from matching.compatibility.what_to_ask import Ask, Side, what_to_ask
from scheme.cells import Cell
from scheme.ways_of_living import Faith, Language, Noise, Routine, Smoking, SmokingWish, Stance
from tests.matching.compatibility.invented import HERE, HOUSEHOLDS, PEOPLE, household, member, person

QUIET_PERSON, QUIET_HOME = person(noise=Noise.QUIET), household(noise=Noise.QUIET)


def asked(mine: PersonProfile, theirs: HouseholdProfile, criterion: str) -> list[Ask]:
    """What there is to ask about one way of fitting."""
    return [ask for ask in what_to_ask(mine, theirs) if ask.criterion == criterion]


def test_the_side_that_has_not_said_is_the_one_to_ask() -> None:
    assert [ask.side for ask in asked(QUIET_PERSON, household(), "noise")] == [Side.HOUSEHOLD]
    assert [ask.side for ask in asked(person(), QUIET_HOME, "noise")] == [Side.PERSON]
    assert {ask.side for ask in asked(person(), household(), "noise")} == {Side.PERSON, Side.HOUSEHOLD}


def test_what_both_have_said_need_not_be_asked() -> None:
    assert asked(QUIET_PERSON, QUIET_HOME, "noise") == []


def test_a_household_is_asked_about_what_the_person_loves() -> None:
    asks = asked(person(interests={"piano": Stance.LOVE}), household(), "interests")
    assert "Do you enjoy any of these: piano and keyboard?" in {ask.question for ask in asks}


def test_a_faith_is_not_given_away_by_asking_about_it() -> None:
    asks = asked(person(faiths=frozenset({Faith.CATHOLIC})), household(), "faith")
    assert [ask.question for ask in asks] == ["Is there a faith or belief you want to live?"]


def test_a_district_is_worth_asking_about_and_a_square_is_not() -> None:
    home = household(home=HomeFacts(cell=HERE))
    assert asked(person(places=(Place("Mum", Cell(91, 72, 10_000)),)), home, "nearness") != []
    assert asked(person(places=(Place("Mum", HERE),)), home, "nearness") == []


def test_the_heaviest_unknown_comes_first() -> None:
    weights = Weights("test", dict.fromkeys((one.name for one in CRITERIA), 0) | {"noise": 1, "routine": 5})
    asks = what_to_ask(person(), household(), weights)
    assert asks[0].criterion == "routine"
    assert asks[0].narrows_by > next(ask.narrows_by for ask in asks if ask.criterion == "noise") > 0


def test_it_says_by_how_much_the_band_would_narrow() -> None:
    weights = Weights("test", dict.fromkeys((one.name for one in CRITERIA), 0) | {"noise": 1})
    assert what_to_ask(person(), household(), weights)[0].narrows_by == 100


@settings(max_examples=30)
@given(PEOPLE, HOUSEHOLDS)
def test_no_question_narrows_by_more_than_is_open(mine: PersonProfile, theirs: HouseholdProfile) -> None:
    together = compare(mine, theirs).together
    asks = what_to_ask(mine, theirs)
    assert all(0 <= ask.narrows_by <= (together.width if together else 0) for ask in asks)
    assert list(asks) == sorted(asks, key=lambda ask: -ask.narrows_by)
    assert len({(ask.criterion, ask.side) for ask in asks}) == len(asks)


def test_a_question_answered_is_not_asked_again() -> None:
    answered = replace(household(), noise=Noise.LIVELY)
    assert asked(QUIET_PERSON, answered, "noise") == []


# --- beside the rest of the list -------------------------------------------------------------------------------------------


def test_what_could_change_who_comes_first_is_asked_before_what_narrows_more() -> None:
    """Both homes are lively and only one has a routine: routine weighs less, but nothing else tells the two apart."""
    weights = Weights("test", dict.fromkeys((one.name for one in CRITERIA), 0) | {"noise": 5, "routine": 1})
    homes = [
        household(reference=name, noise=Noise.LIVELY, routine=routine)
        for name, routine in (("H1", Routine.REGULAR), ("H2", Routine.CHANGING))
    ]
    alone = what_to_ask(person(), homes[0], weights)
    assert (alone[0].criterion, {ask.could_change_first for ask in alone}) == ("noise", {None})
    beside = what_to_ask(person(), homes[0], weights, First(person(), homes, weights))
    assert [(ask.criterion, ask.could_change_first) for ask in beside[:2]] == [("routine", True), ("noise", False)]


def test_of_a_criterion_that_asks_two_things_the_one_asked_for_is_tried() -> None:
    """How somebody smokes and how they feel about it are two facts; only the household's smoking is open here."""
    mine = person(smoking=Smoking.NOBODY, smoking_wish=SmokingWish.SMOKE_FREE)
    homes = [
        household(reference="H1", smoking=Smoking.OUTSIDE, smoking_wish=SmokingWish.FINE),
        household(reference="H2", smoking_wish=SmokingWish.FINE),
    ]
    weights = Weights("test", dict.fromkeys((one.name for one in CRITERIA), 0) | {"smoking": 3})
    asks = [ask for ask in what_to_ask(mine, homes[1], weights, First(mine, homes, weights)) if ask.narrows_by]
    assert [(ask.side, ask.question, ask.could_change_first) for ask in asks] == [
        (Side.HOUSEHOLD, "Does anybody smoke, and where?", True)
    ]


def test_of_two_things_nobody_said_the_one_that_could_change_who_comes_first_is_asked() -> None:
    """Neither home smokes, so how she feels about smoking tells them apart no more; whether she smokes does."""
    homes = [
        household(reference="H1", smoking=Smoking.NOBODY, smoking_wish=SmokingWish.SMOKE_FREE),
        household(reference="H2", smoking=Smoking.NOBODY, smoking_wish=SmokingWish.FINE),
    ]
    weights = Weights("test", dict.fromkeys((one.name for one in CRITERIA), 0) | {"smoking": 3})
    (alone,) = what_to_ask(person(), homes[0], weights)[:1]
    assert (alone.side, alone.question) == (Side.PERSON, "How do you feel about smoking at home?")
    (ask,) = what_to_ask(person(), homes[0], weights, First(person(), homes, weights))[:1]
    assert (ask.side, ask.question, ask.could_change_first) == (Side.PERSON, "Does anybody smoke, and where?", True)


def test_whoever_speaks_welsh_is_asked_in_welsh_too() -> None:
    welsh = frozenset({Language.WELSH})
    piano = person(interests={"piano": Stance.LOVE})
    (ask,) = [ask for ask in asked(piano, household(languages=welsh), "interests") if ask.side is Side.HOUSEHOLD]
    assert ask.question_cy == "Ydych chi'n mwynhau unrhyw un o'r rhain: Piano ac allweddell?"
    (ask,) = asked(person(languages=welsh), QUIET_HOME, "noise")
    assert ask.question_cy == "Ydych chi'n hoffi cartref tawel neu un bywiog?"


def test_one_member_who_speaks_welsh_is_enough_and_nobody_else_is_given_it() -> None:
    home = household(members=(member("Gwen", languages=frozenset({Language.WELSH})), member("Ola")))
    assert all(bool(ask.question_cy) == (ask.side is Side.HOUSEHOLD) for ask in what_to_ask(person(), home))
    assert not any(ask.question_cy for ask in what_to_ask(person(), household()))
