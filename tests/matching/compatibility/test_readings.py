"""How a fact is read when a side is several people."""

from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HomeFacts, HouseholdProfile, MemberKind
from matching.compatibility.readings import Reading, anyone, everyone, everyone_choosing, jointly
from scheme.ways_of_living import Language, Noise, Stance
from tests.matching.compatibility.invented import homesharer, household, member, person


def heard(reading: Reading, theirs: HouseholdProfile) -> list[tuple[str | None, object]]:
    """Who says what, in a household."""
    return [(voice.whose, voice.answer) for voice in reading.voices(pair(person(), theirs).household)]


def test_a_person_speaks_with_one_voice() -> None:
    mine = pair(person(noise=Noise.QUIET), household()).person
    assert [voice.answer for voice in everyone("noise").voices(mine)] == [Noise.QUIET]


def test_everybody_grown_up_who_answered_speaks_for_themselves_and_the_household_for_the_rest() -> None:
    home = household(noise=Noise.BETWEEN, members=(member("Gwen", noise=Noise.QUIET), member("Huw")))
    assert heard(everyone("noise"), home) == [("Gwen", Noise.QUIET), (None, Noise.BETWEEN)]


def test_when_all_have_answered_the_households_own_answer_is_not_needed() -> None:
    home = household(noise=Noise.LIVELY, members=(member("Gwen", noise=Noise.QUIET),))
    assert heard(everyone("noise"), home) == [("Gwen", Noise.QUIET)]


def test_somebody_who_already_lives_there_counts_and_a_child_is_not_asked() -> None:
    resident = member("Sanjay", kind=MemberKind.RESIDENT, noise=Noise.QUIET)
    child = member("Mali", kind=MemberKind.CHILD, noise=Noise.LIVELY)
    assert heard(everyone("noise"), household(members=(resident, child))) == [("Sanjay", Noise.QUIET)]


def test_somebody_in_the_home_is_enough_for_an_interest_and_the_warmest_feeling_stands() -> None:
    home = household(
        interests={"piano": Stance.NOT_FOR_ME},
        members=(member("Gwen", interests={"piano": Stance.LOVE}), member("Huw", interests={"rugby": Stance.LIKE})),
    )
    assert heard(anyone("interests"), home) == [(None, {"piano": Stance.LOVE, "rugby": Stance.LIKE})]


def test_a_language_is_a_thing_somebody_likes_to_speak() -> None:
    home = household(languages=frozenset({Language.WELSH}))
    assert heard(everyone_choosing("languages"), home) == [(None, {"welsh": Stance.LIKE})]


def test_a_fact_of_the_whole_side_has_one_voice_whoever_lives_there() -> None:
    home = household(members=(member("Gwen"), member("Huw")), needs_bus=None)
    assert heard(jointly("needs_bus"), home) == [(None, None)]


def test_the_home_of_a_pair_is_on_the_side_it_belongs_to() -> None:
    persons, households = HomeFacts(), HomeFacts(alcohol=None)
    assert pair(person(home=persons), household(home=households)).home is households
    assert pair(person(home=persons), homesharer(home=households)).home is persons
    assert pair(person(), homesharer()).mover.profile.reference == "H001"
    assert pair(person(), household()).mover.profile.reference == "P001"
