"""Both sides' answers beside each other."""

import pytest

from matching.compatibility.answers import Beside, SideBySide, side_by_side
from matching.compatibility.criterion import DIFFERS, FITS
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, PersonProfile
from matching.compatibility.score import compare
from scheme.ways_of_living import Noise, Pet, PetsWish, Setting, Smoking, SmokingWish, Stance
from tests.matching.compatibility.invented import HERE, household, member, person


def row(mine: PersonProfile, theirs: HouseholdProfile, criterion: str) -> SideBySide:
    """One way of fitting, side by side."""
    rows = side_by_side(pair(mine, theirs))
    return next(one for one in rows if one.criterion == criterion)


def test_the_same_answer_is_agreement() -> None:
    found = row(person(noise=Noise.QUIET), household(noise=Noise.QUIET), "noise")
    assert (found.person, found.household, found.beside) == (("Quiet",), ("Quiet",), Beside.AGREE)


@pytest.mark.parametrize("theirs", Noise)
def test_the_word_beside_two_answers_says_what_the_sentence_about_them_says(theirs: Noise) -> None:
    mine, home = person(noise=Noise.QUIET), household(noise=theirs)
    (part,) = [part for part in compare(mine, home).person.parts if part.criterion == "noise"]
    likely = part.agreement.likely
    expected = Beside.AGREE if likely >= FITS else Beside.PARTLY if likely >= DIFFERS else Beside.DIFFER
    assert row(mine, home, "noise").beside is expected


def test_every_word_is_met_by_some_pair_of_answers() -> None:
    met = {row(person(noise=Noise.QUIET), household(noise=theirs), "noise").beside for theirs in (*Noise, None)}
    assert met == set(Beside)


def test_each_member_who_answered_is_named() -> None:
    home = household(members=(member("Gwen", noise=Noise.QUIET), member("Huw", noise=Noise.LIVELY)))
    found = row(person(noise=Noise.QUIET), home, "noise")
    assert (found.household, found.beside) == (("Gwen: Quiet", "Huw: Lively"), Beside.DIFFER)


def test_a_blank_is_not_known_and_is_left_blank() -> None:
    found = row(person(noise=Noise.QUIET), household(), "noise")
    assert (found.household, found.beside) == ((), Beside.NOT_KNOWN)


def test_interests_nobody_shares_yet_are_not_known() -> None:
    found = row(person(interests={"piano": Stance.LOVE}), household(interests={"rugby": Stance.LIKE}), "interests")
    assert found.beside is Beside.NOT_KNOWN
    assert found.person == ("Piano and keyboard (love it)",)


def test_a_wish_stands_beside_what_there_is() -> None:
    found = row(person(pets_wish=PetsWish.LOVE), household(home=HomeFacts(pets=frozenset({Pet.DOG}))), "pets")
    assert (found.person, found.household) == (("I would love a pet in the home",), ("Animals",))


def test_what_each_would_like_and_what_each_does_are_both_shown() -> None:
    mine = person(smoking=Smoking.OUTSIDE, smoking_wish=SmokingWish.FINE)
    assert row(mine, household(), "smoking").person == ("Smoking is fine", "Smokes outside only")


def test_where_a_home_is_shows_as_how_well_we_know_it_and_never_as_a_place() -> None:
    found = row(person(setting_wish=frozenset({Setting.TOWN})), household(home=HomeFacts(cell=HERE)), "nearness")
    assert found.household == ("Known to within 2 km",)


def test_an_interest_taken_off_the_list_since_is_passed_over() -> None:
    found = row(person(interests={"quoits": Stance.LOVE, "piano": Stance.LIKE}), household(), "interests")
    assert found.person == ("Piano and keyboard",)
    assert row(person(interests={"quoits": Stance.LOVE}), household(), "interests").person == ()
