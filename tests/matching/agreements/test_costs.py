"""Money in plain words and whole pence; and nothing that scores ever sees it."""

import ast
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from matching.agreements.costs import Amount, Cost, Payer, Per, pounds, weekly

ROOT = Path(__file__).parents[3]
SCORING = [
    *(ROOT / "matching/compatibility").glob("*.py"),
    *(ROOT / "matching/queries" / f"{name}.py" for name in ("profiles", "profile_parts", "everybody", "scores", "rounds", "firm", "learning", "moving", "fairness")),
]  # fmt: skip
MONEY = {"money", "costs", "AgreedCost", "FeeBands", "Amount", "Cost", "Payer"}


@given(st.integers(0, 10_000_000))
def test_pounds_and_pence_say_every_penny(pence: int) -> None:
    words = pounds(pence)
    assert words[0] == "£"
    assert int(words[1:].replace(",", "").replace(".", "")) == pence


def test_an_amount_says_how_much_for_how_long_and_who_pays() -> None:
    rent = Amount(Cost.RENT, 8540, Per.WEEK, Payer.HOUSING_BENEFIT)
    assert rent.plain == "Rent for the room: £85.40 a week. Paid by: Housing Benefit or Universal Credit."
    assert Amount(Cost.BILLS, 0, Per.WEEK, Payer.PERSON).easy_read == "Food and bills: £0.00 a week.\nYou pay this."
    assert Amount(Cost.CARE, 100, Per.NIGHT, None, "Band A").plain == "Care and support (Band A): £1.00 a night."


def test_what_is_by_the_week_adds_up_and_nights_are_left_alone() -> None:
    by_week = [Amount(cost, 100, Per.WEEK, None) for cost in (Cost.RENT, Cost.BILLS)]
    assert weekly([*by_week, Amount(Cost.CARE, 999, Per.NIGHT, None)]) == 200
    assert weekly([]) is None


def test_nothing_that_scores_reads_money() -> None:
    assert len(SCORING) > 50
    reading = []
    for path in SCORING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom | ast.Import):
                names = {part for alias in node.names for part in alias.name.split(".")}
                names |= set((node.module or "").split(".")) if isinstance(node, ast.ImportFrom) else set()
                reading += [(path.name, node.lineno)] if names & MONEY else []
    assert reading == []
