"""``docs/what-the-score-considers.md`` names every way of fitting and every essential, and nothing that is not one."""

import re
from pathlib import Path

import pytest

from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.criterion import Criterion
from matching.compatibility.essentials import ESSENTIALS
from matching.compatibility.pairs import AnyParty, Pair, pair
from tests.matching.compatibility.invented import homesharer, household, person

PAGE = (Path(__file__).parents[3] / "docs" / "what-the-score-considers.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("|") and not line.startswith("|---")
][1:]

PUBLISHED = [
    "Needs",
    "Risks",
    "Skills, knowledge, experience",
    "Interests, hobbies",
    "Location",
    "Facilities",
    "Culture",
    "Faith and beliefs",
    "Ethnicity",
    "Kind of person the carer wants to support",
    "Age",
    "One person or a family",
    "Town or village",
    "Pets",
    "How a pet is with people",
    "Children",
    "Food",
    "Lifestyle and pace of life",
    "Household and community fit",
    "Everyone in the household getting on",
    "Own room, own key",
    "Nearness to family and friends",
    "The house itself",
    "Behaviour",
    "Health",
    "Company and time alone, social life",
    "Safety",
    "Choice",
    "Transport",
    "Noise and sensory fit",
    "Smoking",
    "Language",
    "Gender of who helps",
    "Step-free access",
]
"""What schemes' own pages name, and the four that sense adds."""


def named(column: int) -> set[str]:
    """What a column of the table names."""
    return {name for row in ROWS for name in re.findall(r"`(\w+)`", row[column])}


def test_every_way_of_fitting_and_every_essential_stands_in_the_table_and_nothing_else() -> None:
    assert named(1) == set(BY_NAME)
    assert named(2) == {essential.name for essential in ESSENTIALS}


@pytest.mark.parametrize("factor", PUBLISHED)
def test_everything_schemes_publish_is_carried_or_it_says_why_not(factor: str) -> None:
    (row,) = (row for row in ROWS if row[0] == factor)
    assert row[1] or row[2] or row[3]


def test_nothing_is_in_the_table_twice() -> None:
    factors = [row[0] for row in ROWS]
    assert len(factors) == len(set(factors))


SHARED_LIVES, HOMESHARE = pair(person(), household()), pair(person(), homesharer())


def asked(criterion: Criterion, both: Pair, *, the_person: bool) -> bool:
    """Whether one side of this pair is asked about it."""
    sides: tuple[AnyParty, AnyParty] = (both.person, both.household)
    mine, theirs = sides if the_person else sides[::-1]
    return criterion.asked_of(mine, theirs)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.name)
def test_whose_wish_it_is_is_as_the_table_says(criterion: Criterion) -> None:
    said = set("".join(re.findall(rf"`{criterion.name}`((?: [abs])+)", "\n".join(row[1] for row in ROWS))).split())
    persons, households = (asked(criterion, SHARED_LIVES, the_person=who) for who in (True, False))
    if "s" in said or said == {"a", "b"}:
        assert persons
        assert households
    else:
        assert (persons, households) == ("a" in said, "b" in said)
