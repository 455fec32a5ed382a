"""The sentences a worker reads first about a pair."""

from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.highlights import highlights
from scheme.ways_of_living import Company, DayRhythm, Noise, Routine

PERSON = PersonProfile(
    reference="P001",
    noise=Noise.QUIET,
    day_rhythm=DayRhythm.EARLY,
    company=Company.TOGETHER,
    routine=Routine.REGULAR,
)
HOUSEHOLD = HouseholdProfile(
    reference="H001",
    noise=Noise.QUIET,
    day_rhythm=DayRhythm.LATE,
    company=Company.TOGETHER,
    routine=Routine.CHANGING,
)

QUIET = "They like home about as quiet or as lively as each other."
RHYTHM = "One is up early and the other up late."


def test_what_fits_and_what_differs_each_once() -> None:
    found = highlights(PERSON, HOUSEHOLD, DEFAULT_WEIGHTS, fits=9, differs=9)
    assert set(found.reasons) == {QUIET, "They like about as much time together."}
    assert found.to_talk_about == (RHYTHM, "One likes the same pattern most days, the other something new.")


def test_the_weightiest_come_first_and_the_rest_is_left_out() -> None:
    heavier = Weights("1", {"noise": 9, "routine": 9})
    found = highlights(PERSON, HOUSEHOLD, heavier, fits=1, differs=1)
    assert found.reasons == (QUIET,)
    assert found.to_talk_about == ("One likes the same pattern most days, the other something new.",)


def test_what_does_not_count_is_not_mentioned() -> None:
    silent = Weights("1", {"noise": 0, "day_rhythm": 0})
    found = highlights(PERSON, HOUSEHOLD, silent, fits=9, differs=9)
    assert QUIET not in found.reasons
    assert RHYTHM not in found.to_talk_about


def test_of_two_nobody_asked_there_is_nothing_to_say() -> None:
    found = highlights(PersonProfile(reference="P001"), HouseholdProfile(reference="H001"), DEFAULT_WEIGHTS)
    assert found == type(found)((), ())
