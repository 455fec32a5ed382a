"""The engine on plain tables: no web, no database, the same answers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from matching.__main__ import main
from matching.compatibility.explain import explain
from matching.compatibility.profiles import HomeFacts, Offer, Wish
from matching.compatibility.score import compare
from matching.compatibility.verdicts import Rules
from matching.profile_files import write_profiles
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Noise, Pet, PetsWish, Stance
from tests.matching.compatibility.invented import TODAY, household, person

LIVE_IN = ArrangementKind.LIVE_IN
SOMEONE = person(
    reference="P001",
    interests={"gardening": Stance.LOVE},
    noise=Noise.QUIET,
    pets_wish=PetsWish.FINE,
    wishes=(Wish(LIVE_IN),),
)
KINDRED = household(
    reference="H001",
    interests={"gardening": Stance.LOVE},
    noise=Noise.QUIET,
    offers=(Offer(LIVE_IN, 1),),
    living_there=0,
)
LIVELY = household(
    reference="H002", noise=Noise.LIVELY, home=HomeFacts(pets=frozenset({Pet.DOG})), offers=(Offer(LIVE_IN, 1),)
)
FULL = household(reference="H003", offers=(Offer(LIVE_IN, 0),), living_there=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_profiles(tmp_path, [SOMEONE], [LIVELY, FULL, KINDRED])
    return tmp_path


def told(folder: Path, command: str, *asked: str) -> Any:
    return json.loads(ran(folder, command, *asked).stdout)


def ran(folder: Path, command: str, *asked: str, ends_with: int = 0) -> Result:
    result = CliRunner().invoke(main, [command, str(folder), "--today", TODAY.isoformat(), *asked])
    assert result.exit_code == ends_with, result.output
    return result


def test_households_come_in_order_and_those_ruled_out_last(folder: Path) -> None:
    listed = told(folder, "rank", "--person", "P001")["households"]
    assert [(one["household"], one["standing"] == "ruled_out") for one in listed] == [
        ("H001", False),
        ("H002", False),
        ("H003", True),
    ]
    both = compare(SOMEONE, KINDRED).together
    assert both is not None
    assert listed[0]["together"] == {"low": both.low, "likely": both.likely, "high": both.high}
    assert len(told(folder, "rank", "--person", "P001", "--top", "1")["households"]) == 1


def test_a_pair_is_explained_as_anywhere_else(folder: Path) -> None:
    assert told(folder, "explain", "--person", "P001", "--household", "H001") == json.loads(
        json.dumps(explain(SOMEONE, KINDRED, Rules(TODAY)).as_json())
    )


def test_another_weight_makes_another_sum_that_says_so(folder: Path) -> None:
    pair = ("explain", "--person", "P001", "--household", "H002")
    usual, heavier = told(folder, *pair), told(folder, *pair, "--weight", "noise=50")
    assert (usual["weights_version"], heavier["weights_version"]) == ("default", "as asked")
    assert heavier["together"]["likely"] < usual["together"]["likely"]


def test_why_not_and_what_would_change(folder: Path) -> None:
    why = told(folder, "why-not", "--person", "p001", "--household", "h003")
    assert why["standing"] == "ruled_out"
    assert "space" in {one["name"] for one in why["why_not"]}
    doors = told(folder, "what-would-change", "--person", "P001")
    assert doors["open"] == 2
    assert ["H003"] in [change["opens"] for change in doors["changes"]]


def test_a_round_for_everybody_is_proved(folder: Path) -> None:
    found = told(folder, "round")
    assert found["proved"] is True
    assert [(one["person"], one["household"]) for one in found["suggestions"]] == [("P001", "H001")]


ASKED_FOR_IN_VAIN = [
    (["rank", "--person", "P9"], "P9 is not in people.csv."),
    (["why-not", "--person", "P001", "--household", "H9"], "H9 is not in households.csv."),
    (["rank", "--person", "P001", "--weight", "noise=loud"], "from 0 to 100"),
    (["rank", "--person", "P001", "--weight", "noise"], "from 0 to 100"),
    (["rank", "--person", "P001", "--weight", "colour=3"], "Names: "),
    (["rank", "--person", "P001", "--weight", "noise=101"], "from 0 to 100"),
]


@pytest.mark.parametrize(("asked", "why"), ASKED_FOR_IN_VAIN)
def test_what_cannot_be_answered_is_said_kindly(folder: Path, asked: list[str], why: str) -> None:
    assert why in ran(folder, *asked, ends_with=2).stderr


def test_a_reference_is_found_in_capitals_or_not_and_told_as_it_is_written(folder: Path) -> None:
    write_profiles(folder, [SOMEONE, person(reference="p001", noise=Noise.LIVELY)], [LIVELY])
    assert [told(folder, "rank", "--person", asked)["person"] for asked in ("P001", "p001")] == ["P001", "p001"]
    write_profiles(folder, [SOMEONE], [LIVELY])
    assert told(folder, "rank", "--person", "p001")["person"] == "P001"


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    assert "There is no people.csv in" in ran(tmp_path, "rank", "--person", "P001", ends_with=2).stderr


def test_what_was_not_understood_is_told_beside_the_answer(folder: Path) -> None:
    with (folder / "households.csv").open("a") as file:
        file.write("\n")
    (folder / "people.csv").write_text("reference,noise\nP001,loud\n")
    result = ran(folder, "rank", "--person", "P001")
    assert "people.csv, row 2, noise: “loud” is not one of" in result.stderr
    assert len(json.loads(result.stdout)["households"]) == 3


def test_nothing_of_the_web_and_no_database_is_loaded(folder: Path) -> None:
    script = (
        "import sys; from matching.__main__ import main; "
        f"main(['rank', {str(folder)!r}, '--person', 'P001'], standalone_mode=False); "
        "print(sorted({'flask', 'sqlalchemy', 'sqlmodel', 'wtforms'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
