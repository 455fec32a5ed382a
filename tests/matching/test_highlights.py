"""The sentences a worker reads first about a pair."""

import dataclasses
from datetime import date

from matching.compatibility.criterion import Reader
from matching.compatibility.explain import Explanation, explain
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.verdicts import Rules
from matching.compatibility.weights import DEFAULT_WEIGHTS, Weights
from matching.highlights import highlights, told_in_order
from matching.lifecycle import Stage
from scheme.ways_of_living import (
    Communication,
    Company,
    DayRhythm,
    Language,
    Noise,
    Routine,
    Smoking,
    SmokingWish,
    Stance,
)

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


ENGLISH = frozenset({Language.ENGLISH})
NOBODY_SMOKES = {"smoking": Smoking.NOBODY, "smoking_wish": SmokingWish.SMOKE_FREE}
LIKE_MOST: dict[str, object] = {
    "languages": ENGLISH,
    "communication": frozenset({Communication.SPEECH}),
    "company": Company.TOGETHER,
    **NOBODY_SMOKES,
}
TOGETHER = "They like about as much time together."


def of_most_people(**facts: object) -> tuple[PersonProfile, HouseholdProfile]:
    """Two who agree about what nearly everybody agrees about, and about whatever else is given."""
    person = PersonProfile(reference="P001", **{**LIKE_MOST, **facts})  # type: ignore[arg-type]
    return person, HouseholdProfile(reference="H001", **{**LIKE_MOST, **facts})  # type: ignore[arg-type]


def test_what_is_true_of_nearly_everybody_comes_last_however_much_it_weighs() -> None:
    found = highlights(*of_most_people(), Weights("1", {"company": 1, "languages": 9}), fits=9)
    assert found.reasons[0] == TOGETHER
    assert set(found.reasons[1:]) >= {"They share English.", "They communicate in the same ways: talking."}


def test_another_language_shared_too_is_not_ordinary() -> None:
    both = of_most_people(languages=ENGLISH | {Language.WELSH})
    found = highlights(*both, Weights("1", {"languages": 9}), fits=9)
    assert found.reasons[0] == "They share English and Welsh."


def test_an_interest_both_named_is_a_reason_before_most_else_is_shared() -> None:
    person, household = of_most_people()
    person = dataclasses.replace(
        person, interests={"gardening": Stance.LOVE, "piano": Stance.LIKE, "rugby": Stance.LIKE}
    )
    household = dataclasses.replace(household, interests={"gardening": Stance.LIKE})
    found = highlights(person, household, Weights("1", {"interests": 9}), fits=1)
    assert "gardening" in found.reasons[0]


def test_the_same_two_always_read_the_same() -> None:
    both = of_most_people(noise=Noise.QUIET, day_rhythm=DayRhythm.EARLY)
    assert highlights(*both, DEFAULT_WEIGHTS, fits=9) == highlights(*both, DEFAULT_WEIGHTS, fits=9)


# --- in the portals --------------------------------------------------------------------------------------------------------


def explained(**matters: int) -> Explanation:
    """Two like most people, who also like quiet and early days; ``matters`` is how much each matters to the person."""
    person, household = of_most_people(noise=Noise.QUIET, day_rhythm=DayRhythm.EARLY)
    rules = Rules(today=date(2026, 3, 1), declined_for_days=180, people_at_most=3)
    return explain(dataclasses.replace(person, matters=matters), household, rules)


def test_a_portal_tells_what_matters_most_to_its_reader_first_and_the_ordinary_last() -> None:
    told = told_in_order(explained(noise=3), Reader.PERSON, Stage.PROPOSED)
    assert "quiet" in told[0] or "lively" in told[0]
    assert "You both speak English." in told[-3:]  # and how each smokes, which is ordinary too
    assert told_in_order(explained(day_rhythm=3), Reader.PERSON, Stage.PROPOSED)[0] != told[0]


def test_the_order_tells_no_more_and_no_less_than_may_be_told() -> None:
    for reader in (Reader.PERSON, Reader.CARER):
        for stage in Stage:
            told = told_in_order(explained(), reader, stage)
            assert sorted(told) == sorted(explained().reasons_for(reader, stage))
