"""What became of pairs, as the database has it: from what proposals kept, not from today's profiles. All invented."""

from matching.actions import answering, visiting
from matching.compatibility.learning_evidence import Outcome
from matching.compatibility.score import compare
from matching.lifecycle import EndingReason
from matching.models import AnswerWord, Feels, Side, VisitKind
from matching.queries import scores
from matching.queries.learning import outcomes
from people.actions import change_person
from scheme.clock import local_moment
from scheme.database import carry_out
from scheme.kinds import ArrangementKind
from scheme.models import Account
from scheme.ways_of_living import Noise
from tests.matching.conftest import Story, days


def only() -> Outcome:
    """The one pair there is."""
    (outcome,) = outcomes()
    return outcome


def test_answers_of_both_sides(story: Story) -> None:
    story.begin()
    assert (only().person.met, only().of_household.met) == (None, None)
    carry_out(answering.answer, story.worker, story.pair, Side.PERSON, AnswerWord.YES)
    carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, AnswerWord.TALK)
    assert (only().person.met, only().of_household.met) == (True, None)
    carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, AnswerWord.NO)
    assert only().of_household.went_well is False


def test_how_visits_felt_on_average(story: Story, worker: Account) -> None:
    story.begin().both_say(AnswerWord.YES).take("introduce").visit(9)

    def sad_visit() -> None:
        visit = visiting.plan_visit(story.pair, VisitKind.MEAL, local_moment(days(-3)))
        visiting.feel(worker, visit, Side.PERSON, Feels.VERY_SAD)

    carry_out(sad_visit)
    assert (only().person.felt, only().of_household.felt) == (-0.5, 1)
    assert (only().person.went_well, only().of_household.went_well) == (False, True)


def test_what_they_said_having_tried_it_out_and_by_whose_wish_it_ended(story: Story) -> None:
    story.to_trial()
    carry_out(answering.answer, story.worker, story.pair, Side.PERSON, AnswerWord.YES)
    assert (only().person.later, only().of_household.later) == (True, None)
    story.take("end_trial", reason=EndingReason.PERSON_CHOSE.value)
    assert (only().person.later, only().of_household.later) == (False, None)


def test_endings_that_say_nothing_of_how_they_got_on_teach_nothing(story: Story) -> None:
    story.to_trial().take("end_trial", reason=EndingReason.MONEY.value)
    assert only().person.later is None
    assert only().person.went_well is True


def test_what_became_long_term_went_well_for_both(story: Story) -> None:
    story.to_trial().both_say(AnswerWord.YES).agree().take("settle")
    assert (only().person.later, only().of_household.later) == (True, True)


def test_it_learns_from_what_the_proposal_kept_and_not_from_today_s_profiles(story: Story) -> None:
    story.begin()
    before = only().person_side["noise"]
    assert before.agreement == 50

    def find_out() -> None:
        story.pair.household.noise = Noise.QUIET
        change_person(story.pair.person, {"noise": Noise.LIVELY}, story.pair.person.version)

    carry_out(find_out)
    sides = scores.profiles_of(story.pair.person, story.pair.household)
    assert {part.criterion: part.agreement.likely for part in compare(*sides).person.parts}["noise"] < 50
    assert only().person_side["noise"] == before


def test_what_is_said_in_a_crisis_is_not_learned_from(story: Story) -> None:
    story.begin(ArrangementKind.EMERGENCY)
    assert outcomes() == []
