"""The numbers in ``docs/the-score.md``: every sum there is right, and every one is what the score says of these two.

Mary, Gwen and Huw are invented.
"""

import re
from pathlib import Path

import pytest

from matching.compatibility.agreement import Agreement
from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.criterion import Reader
from matching.compatibility.explain import ExplainedSide, explain
from matching.compatibility.profiles import HomeFacts, Place
from matching.compatibility.tables import NOISE, PETS, PLACES, SMOKING
from matching.compatibility.weights import Weights
from matching.lifecycle import Stage
from scheme.cells import Cell
from scheme.interests import nearest
from scheme.ways_of_living import HowOften, Noise, Pet, PetsWish, Smoking, SmokingWish, Stance
from tests.matching.compatibility.invented import HERE, RULES, household, member, person

PAGE = (Path(__file__).parents[3] / "docs" / "the-score.md").read_text()
LINES = [" ".join(line.split()) for line in PAGE.splitlines()]
SAID = " ".join(PAGE.split())

FIVE = Weights(
    "five",
    dict.fromkeys((criterion.name for criterion in CRITERIA), 0)
    | {"interests": 5, "nearness": 4, "noise": 3, "smoking": 3, "pets": 2},
)
MARY = person(
    interests={"piano": Stance.LOVE, "gardening": Stance.LIKE, "karaoke": Stance.LIKE},
    noise=Noise.QUIET,
    smoking=Smoking.NOBODY,
    smoking_wish=SmokingWish.SMOKE_FREE,
    pets_wish=PetsWish.LOVE,
    places=(
        Place("Mum", HERE, HowOften.WEEKLY),
        Place("The sea", Cell(HERE.east + 10, HERE.north), HowOften.MONTHLY),
    ),
    matters={"noise": 3},
)
GWEN_AND_HUW = household(
    interests={"piano": Stance.LIKE, "singing": Stance.LIKE},
    smoking_wish=SmokingWish.OUTSIDE_FINE,
    members=(
        member("Gwen", noise=Noise.QUIET, smoking=Smoking.NOBODY),
        member("Huw", noise=Noise.BETWEEN, smoking=Smoking.OUTSIDE),
    ),
    home=HomeFacts(cell=HERE, pets=frozenset({Pet.DOG})),
)

EXPLAINED = explain(MARY, GWEN_AND_HUW, RULES, FIVE)
SIDES = pytest.mark.parametrize("side", [EXPLAINED.person_side, EXPLAINED.household_side], ids=["Mary", "Gwen and Huw"])
SUMS = re.findall(r"`([\d ×÷+−().]+) = ([\d.]+)`", PAGE)


def worked_out(written: str) -> float:
    """A sum as a calculator would do it. Only digits and the signs of sums get here."""
    assert re.fullmatch(r"[\d ×÷+−().]+", written)
    return float(eval(written.replace("×", "*").replace("÷", "/").replace("−", "-")))


@pytest.mark.parametrize(("written", "result"), SUMS, ids=lambda each: each)
def test_every_sum_on_the_page_is_right(written: str, result: str) -> None:
    decimals = len(result.partition(".")[2])
    assert abs(worked_out(written) - float(result)) <= 0.5 * 10**-decimals * bool(decimals)


def test_no_sum_on_the_page_is_written_so_that_it_is_not_tried() -> None:
    assert len(SUMS) == len(re.findall(r"`[^`]*=[^`]*`", PAGE)) > 10


@SIDES
def test_each_line_of_a_sides_table_is_what_the_score_says(side: ExplainedSide) -> None:
    parts = [part for part in side.parts if part.weight]
    for part in parts:
        points = [part.weight * fits for fits in (part.agreement.likely, part.agreement.low, part.agreement.high)]
        assert f"| {part.title} | {part.weight} | {part.agreement.likely} | {' | '.join(map(str, points))} |" in LINES
    sums = [f"**{number}**" for number in (side.total, side.total_low, side.total_high)]
    assert f"| **together** | **{side.weight}** | | {' | '.join(sums)} |" in LINES


def test_no_line_of_the_tables_is_made_up() -> None:
    titles = {criterion.title for criterion in CRITERIA}
    listed = [line for line in LINES if line.count("|") == 7 and line.split("|")[1].strip() in titles]
    both = [part for each in (EXPLAINED.person_side, EXPLAINED.household_side) for part in each.parts if part.weight]
    assert len(listed) == len(both)


@SIDES
def test_each_score_is_the_one_in_bold(side: ExplainedSide) -> None:
    assert side.score
    assert f"`{side.total} ÷ {side.weight} = {side.total / side.weight:.1f}`, so **{side.score.likely}**" in SAID


def test_together_is_what_the_page_says() -> None:
    together = EXPLAINED.together
    assert together
    assert f"The page says **{together.likely} ({together.low} to {together.high})**." in SAID


def test_the_points_it_quotes_are_those_of_the_tables() -> None:
    assert [NOISE.table[Noise.QUIET, found] for found in Noise] == [100, 60, 10]
    assert SMOKING.table[SmokingWish.SMOKE_FREE, Smoking.OUTSIDE] == 30
    assert PETS.alone(PetsWish.LOVE, None) == Agreement(0, 50, 100)
    close = nearest("karaoke", "singing")
    assert close
    assert f"that is {close.closeness} close" in SAID
    assert [(f"{limit // 1000} km", points) for limit, points in PLACES.bands] == [
        ("3 km", 100),
        ("6 km", 85),
        ("10 km", 70),
        ("16 km", 50),
        ("32 km", 25),
        ("50 km", 10),
    ]
    assert "Up to 3 km is 100, up to 6 km 85, up to 10 km 70, up to 16 km 50, up to 32 km 25, up to 50 km 10" in SAID
    assert "most days 20, every week 4, every month 1, now and then 1" in SAID
    assert [often.times_a_month for often in HowOften] == [20, 4, 1, 1]


@pytest.mark.parametrize(
    ("theirs", "fits"),
    [({"football": Stance.NOT_FOR_ME}, 100), ({"football": Stance.LOVE}, 0), ({"karaoke": Stance.LIKE}, 50)],
)
def test_what_is_not_for_somebody_is_looked_at_the_other_way_round(theirs: dict[str, Stance], fits: int) -> None:
    """50 + r ÷ 2, for one thing: r is 100, −100, or 0 where the other side never mentioned it."""
    assert "A thing that is not for this side weighs 1 as well, and is looked at the other way round" in SAID
    mine = explain(person(interests={"football": Stance.NOT_FOR_ME}), household(interests=theirs), RULES, FIVE)
    (interests,) = (part for part in mine.person_side.parts if part.criterion == "interests")
    assert interests.agreement.likely == fits


def test_the_weights_it_names_are_those_it_counts_with() -> None:
    named = {
        "interests": "interests",
        "nearness": "nearness",
        "noise": "noise",
        "smoking": "smoking",
        "pets": "animals",
    }
    said = ", ".join(f"{word} {FIVE.of(name)}" for name, word in named.items())
    assert said in SAID
    assert {name for name in BY_NAME if FIVE.of(name)} == set(named)


def test_the_least_fitting_answer_is_named_as_the_page_says() -> None:
    whose = {part.criterion: part.whose for part in EXPLAINED.person_side.parts}
    assert (whose["noise"], whose["smoking"]) == ("Huw", "Huw")


def test_the_three_registers_are_what_is_said_of_these_two() -> None:
    said = {words.title: words for words in EXPLAINED.in_words}
    rows = [line for line in LINES if line.startswith("| ") and line.count("|") == 5 and "To the worker" not in line]
    shown = [row for row in rows if row.split("|")[1].strip() in said and row.rstrip("| ").endswith(".")]
    assert len(shown) == 2
    for row in shown:
        title, *registers = (cell.strip() for cell in row.strip("|").split("|"))
        words = said[title]
        assert registers == [" ".join(lines) for lines in (words.worker, words.carer, words.easy_read)]


def test_what_lies_between_two_interests_is_told_to_each_as_the_page_says() -> None:
    told = [reason.sentence for reason in EXPLAINED.reasons if reason.things == ("karaoke", "singing")]
    told += [reason.sentence for reason in EXPLAINED.reasons if reason.things == ("singing", "karaoke")]
    assert len(told) == 2
    assert all(f"\u201c{sentence}\u201d" in SAID or f'"{sentence}"' in SAID for sentence in told)


def test_their_own_pages_say_what_the_page_says_and_no_more() -> None:
    mary = EXPLAINED.reasons_for(Reader.PERSON, Stage.PROPOSED)
    assert mary == (
        "You both enjoy piano and keyboard.",
        "You like karaoke. They like singing. One is a kind of the other.",
        "It is near the places you go.",
        "You do not smoke, and that is fine with them.",
        "You would be happy with their pets.",
    )
    assert not any("livelier" in sentence or "outside" in sentence for sentence in mary)
