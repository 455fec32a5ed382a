"""What a worker reads about one part of a sum."""

from matching.compatibility.criteria import BY_NAME
from matching.compatibility.criterion import Reader
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.compatibility.sentences import EASY, FEW_CLOSE, Question, in_words, part_sentence, question, said
from scheme.interests import interests
from scheme.ways_of_living import Food, HelpWith, Noise, Stance, Value
from tests.matching.compatibility.invented import household, person

LOVE, LIKE, NOT_FOR_ME = Stance.LOVE, Stance.LIKE, Stance.NOT_FOR_ME


def sentence(name: str, mine: PersonProfile, theirs: HouseholdProfile) -> str:
    """What is said about the person's part."""
    both = pair(mine, theirs)
    return part_sentence(BY_NAME[name], BY_NAME[name].compare(both.person, both.household))


def test_a_fit_a_near_fit_and_a_difference_each_have_their_words() -> None:
    quiet = person(noise=Noise.QUIET)
    assert sentence("noise", quiet, household(noise=Noise.QUIET)) == (
        "They like home about as quiet or as lively as each other."
    )
    assert sentence("noise", quiet, household(noise=Noise.BETWEEN)) == (
        "One likes home a little livelier than the other."
    )
    assert sentence("noise", quiet, household(noise=Noise.LIVELY)) == "One likes home quiet and the other lively."


def test_a_blank_says_that_it_is_one() -> None:
    assert sentence("noise", person(), household(noise=Noise.QUIET)) == "Not known yet."


def test_what_is_close_is_named_with_what_it_is_close_to() -> None:
    mine, theirs = person(foods=frozenset({Food.VEGAN})), household(foods=frozenset({Food.VEGETARIAN}))
    assert sentence("food", mine, theirs) == "One chose vegan, the other vegetarian: both are without meat."


def test_what_is_at_odds_is_named_too() -> None:
    mine = person(interests={"piano": LOVE, "karaoke": LIKE})
    theirs = household(interests={"piano": LIKE, "karaoke": NOT_FOR_ME})
    assert sentence("interests", mine, theirs) == (
        "They share some of what they enjoy: piano and keyboard. Liked by one and not for the other: karaoke."
    )


def test_two_lists_with_nothing_in_common_say_no_more_than_that() -> None:
    mine, theirs = person(values=frozenset({Value.CALM})), household(values=frozenset({Value.HUMOUR}))
    assert sentence("values", mine, theirs) == ("Nothing shared has been mentioned about what makes home good.")


def test_a_long_list_is_cut_short_and_says_by_how_much() -> None:
    foods = list(Food)
    assert in_words(BY_NAME["food"], foods[:7]).endswith("vegan, gluten free and 2 more")


def test_a_question_names_only_what_may_be_told_at_once() -> None:
    both = pair(person(foods=frozenset({Food.HALAL, Food.SPICY})), household())
    food = BY_NAME["food"]
    assert question(food, food.compare(both.person, both.household)) == Question(
        "Is any of this eaten at home: spicy food?", "Oes rhywfaint o hyn yn cael ei fwyta gartref: bwyd sbeislyd?"
    )


def test_a_worker_reads_the_whole_way_between_two_interests() -> None:
    mine, theirs = person(interests={"elvis": LOVE}), household(interests={"karaoke": LIKE})
    assert sentence("interests", mine, theirs) == (
        "One enjoys Elvis songs, the other karaoke: both are about music and dancing,"
        " by way of rock and roll, listening to music, and singing."
    )


def test_of_much_that_is_close_the_closest_few_are_told() -> None:
    mine = person(interests=dict.fromkeys(["singing", "choir", "discos", "elvis", "opera", "jazz"], LIKE))
    told = sentence("interests", mine, household(interests={"karaoke": LIKE}))
    assert told.count("the other karaoke") == FEW_CLOSE
    assert told.startswith("One enjoys singing, the other karaoke: one is a kind of the other.")


def test_a_person_hears_no_more_things_than_an_easy_sentence_has_room_for() -> None:
    long_names = ["writing", "fire-engines", "eighties-music", "jokes", "science"]
    shared = dict.fromkeys([thing for thing in long_names if thing in interests()], LIKE)
    both = pair(person(interests=shared), household(interests=shared))
    compared = BY_NAME["interests"].compare(both.person, both.household)
    (told,) = said(BY_NAME["interests"], compared, Reader.PERSON)
    assert told.endswith(", and more.")
    assert len(told.split()) <= EASY
    (to_carer,) = said(BY_NAME["interests"], compared, Reader.CARER)
    assert "and more" not in to_carer


def test_what_help_is_wanted_is_not_given_away_by_asking_who_has_helped_with_it() -> None:
    both = pair(person(help_with=frozenset({HelpWith.WASHING})), household())
    experience = BY_NAME["experience"]
    assert question(experience, experience.compare(both.person, both.household)).en == (
        "What have you helped somebody with before?"
    )
