"""Chosen things with a stance: the formula, what closeness adds, and what was never mentioned."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.interests import INTERESTS
from matching.compatibility.sets import LIKED, WEIGHT, Opinion, Sets, listed
from scheme.interests import nearest
from scheme.ways_of_living import Stance
from tests.matching.compatibility.invented import SOME_INTERESTS

LOVE, LIKE, NOT_FOR_ME = Stance.LOVE, Stance.LIKE, Stance.NOT_FOR_ME
GAMES = listed(["chess", "draughts", "football", "rugby"], {("chess", "draughts"): (60, "both are played on a board")})

opinions = st.dictionaries(st.sampled_from(SOME_INTERESTS), st.sampled_from(list(Stance)), max_size=5)


def agreement(shape: Sets, mine: Opinion, theirs: Opinion) -> list[int]:
    """Low, likely and high of one opinion beside another."""
    points: list[int] = shape.agree(shape.wants([mine]), shape.finds([theirs]))[:, 0, 0].tolist()
    return points


def test_sharing_everything_is_a_hundred() -> None:
    assert agreement(GAMES, {"chess": LOVE, "rugby": NOT_FOR_ME}, {"chess": LIKE, "rugby": NOT_FOR_ME}) == [100] * 3


def test_what_is_loved_weighs_twice_what_is_liked() -> None:
    theirs = {"chess": LIKE, "football": NOT_FOR_ME}
    assert agreement(GAMES, {"chess": LOVE, "football": LIKE}, theirs) == [67, 67, 67]
    assert agreement(GAMES, {"chess": LIKE, "football": LOVE}, theirs) == [33, 33, 33]


def test_an_unticked_interest_is_unknown_not_disliked() -> None:
    assert agreement(GAMES, {"chess": LIKE, "football": LIKE}, {"chess": LIKE}) == [50, 75, 100]


def test_a_close_thing_counts_in_part_and_leaves_the_rest_open() -> None:
    assert agreement(GAMES, {"chess": LIKE}, {"draughts": LIKE}) == [60, 80, 100]


def test_the_other_sides_own_word_counts_more_than_a_close_thing() -> None:
    assert agreement(GAMES, {"chess": LIKE}, {"draughts": LIKE, "chess": NOT_FOR_ME}) == [0, 0, 0]


def test_what_is_not_for_me_says_nothing_about_its_neighbours() -> None:
    assert agreement(GAMES, {"chess": NOT_FOR_ME}, {"draughts": LIKE}) == [0, 50, 100]
    assert agreement(GAMES, {"chess": LIKE}, {"draughts": NOT_FOR_ME}) == [0, 50, 100]


def test_an_empty_set_on_either_side_is_unknown() -> None:
    assert agreement(GAMES, {}, {"chess": LIKE}) == agreement(GAMES, {"chess": LIKE}, {}) == [0, 50, 100]


def test_a_thing_taken_off_the_list_is_passed_over() -> None:
    assert agreement(GAMES, {"chess": LIKE, "quoits": LOVE}, {"chess": LIKE, "quoits": NOT_FOR_ME}) == [100] * 3


def test_closeness_that_is_not_a_square_of_small_whole_numbers_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="Closeness"):
        listed(["chess", "draughts"], {("chess", "draughts"): (100, "both are played on a board")})
    with pytest.raises(ValueError, match="Closeness"):
        listed(["chess", "draughts"], {("chess", "draughts"): (-1, "both are played on a board")})


def test_what_is_shared_close_opposed_and_unsaid_can_be_named() -> None:
    mine = {"chess": LOVE, "football": LIKE, "rugby": LIKE}
    theirs = {"draughts": LIKE, "football": LIKE, "rugby": NOT_FOR_ME}
    found = GAMES.common(mine, theirs)
    assert found.shared == ("football",)
    assert found.related == GAMES.related(mine, theirs) == (("chess", "draughts"),)
    assert found.opposed == ("rugby",)
    assert found.unsaid == ("chess",)


@given(opinions, opinions)
def test_the_formula_agrees_with_the_one_on_paper(mine: Opinion, theirs: Opinion) -> None:
    assert agreement(INTERESTS, mine, theirs) == [on_paper(mine, theirs, level) for level in range(3)]


@given(opinions, opinions, st.sampled_from(SOME_INTERESTS), st.sampled_from(list(Stance)))
def test_hearing_more_from_the_other_side_never_widens_the_band(
    mine: Opinion, theirs: Opinion, thing: str, stance: Stance
) -> None:
    before = agreement(INTERESTS, mine, theirs)
    after = agreement(INTERESTS, mine, {thing: stance} | dict(theirs))
    assert after[2] - after[0] <= before[2] - before[0]


@given(opinions)
def test_with_oneself_one_agrees_entirely(mine: Opinion) -> None:
    assert agreement(INTERESTS, mine, mine) == ([100] * 3 if mine else [0, 50, 100])


def test_many_at_once_are_each_as_they_are_alone() -> None:
    chosen: list[Opinion] = [{}, {"chess": LOVE}, {"draughts": LIKE, "rugby": NOT_FOR_ME}]
    bands = GAMES.agree(GAMES.wants(chosen), GAMES.finds(chosen))
    alone = [[agreement(GAMES, mine, theirs) for theirs in chosen] for mine in chosen]
    assert np.array_equal(bands, np.array(alone).transpose(2, 0, 1))


def test_somebody_who_chose_everything_is_counted_as_exactly_as_anybody() -> None:
    everything: Opinion = dict.fromkeys(INTERESTS.things, LOVE)
    nothing = dict.fromkeys(INTERESTS.things, NOT_FOR_ME)
    assert agreement(INTERESTS, everything, nothing) == [0, 0, 0]
    assert agreement(INTERESTS, everything, nothing | {SOME_INTERESTS[0]: LIKE}) == [
        on_paper(everything, nothing | {SOME_INTERESTS[0]: LIKE}, level) for level in range(3)
    ]


def on_paper(mine: Opinion, theirs: Opinion, level: int) -> int:
    """50 + Σ wᵢ·rᵢ / (2·Σ wᵢ), in fractions, one thing at a time."""
    total = sum(WEIGHT[stance] for stance in mine.values())
    if not total:
        return [0, 50, 100][level]
    sums = sum(WEIGHT[stance] * regard(thing, stance, theirs)[level] for thing, stance in mine.items())
    return floor(50 + Fraction(sums, 2 * total) + Fraction(1, 2))


def regard(thing: str, stance: Stance, theirs: Opinion) -> tuple[int, int, int]:
    """What the other side makes of one thing: low, likely and high."""
    if thing in theirs:
        same = (stance in LIKED) == (theirs[thing] in LIKED)
        return (100, 100, 100) if same else (-100, -100, -100)
    if stance not in LIKED:
        return (-100, 0, 100)
    links = [nearest(thing, other) for other, feeling in theirs.items() if feeling in LIKED]
    close = max((link.closeness for link in links if link), default=0)
    return (2 * close - 100, close, 100)
