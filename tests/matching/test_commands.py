"""The score for other programs. Everybody here is invented."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlmodel import select

from matching.compatibility.explain import Explanation
from people.models import Person, PersonState
from scheme.database import carry_out, db, enter_scheme
from scheme.kinds import ArrangementKind
from scheme.models import Scheme
from scheme.ways_of_living import Noise, YesNo
from tests.ground.accounts import MakeScheme
from tests.matching.conftest import Inside, a_household, a_person


@pytest.fixture
def told(inside: Inside) -> None:
    """Somebody who likes quiet, and three households."""

    def story() -> None:
        a_person("P001", noise=Noise.QUIET)
        a_person("P002", crisis=YesNo.YES)
        a_household("H001", noise=Noise.LIVELY)
        a_household("H002", noise=Noise.QUIET)
        a_household("H003", living_there=3)

    with inside():
        carry_out(story)


def answer(command: FlaskCliRunner, *given: str) -> Any:
    result = command.invoke(args=["matching", *given])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.usefixtures("told")
def test_rank_gives_households_in_order_with_their_figures(command: FlaskCliRunner, scheme: Scheme) -> None:
    found = answer(command, "rank", "--person", "p001")
    assert (found["scheme"], found["person"], found["weights"]) == (scheme.name, "P001", "default")
    assert found["places_known"] is False
    assert [(each["place"], each["household"], each["standing"]) for each in found["households"]] == [
        (1, "H002", "clear"),
        (2, "H001", "clear"),
        (3, "H003", "ruled_out"),
    ]
    first = found["households"][0]
    a, b = first["for_person"]["likely"], first["for_household"]["likely"]
    assert first["together"]["likely"] == (4 * a * b + a + b) // (2 * (a + b))
    assert "They like home about as quiet or as lively as each other." in first["reasons"]


@pytest.mark.usefixtures("told")
def test_rank_stops_where_it_is_asked_to(command: FlaskCliRunner) -> None:
    found = answer(command, "rank", "--person", "P001", "--top", "1")
    assert [each["household"] for each in found["households"]] == ["H002"]
    assert command.invoke(args=["matching", "rank", "--person", "P001", "--top", "0"]).exit_code == 2


@pytest.mark.usefixtures("told")
def test_explain_gives_sums_that_add_up(command: FlaskCliRunner) -> None:
    found = answer(command, "explain", "--person", "P001", "--household", "H001")
    assert found.pop("scheme")
    for side in (found["person_side"], found["household_side"]):
        assert side["total"] == sum(part["weight"] * part["agreement"]["likely"] for part in side["parts"])
    again = Explanation.from_json(found)
    assert (again.person, again.household) == ("P001", "H001")
    ranked = answer(command, "rank", "--person", "P001")["households"][1]
    assert ranked["together"] == found["together"]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("register", "says"),
    [
        ("worker", "Quiet or lively: One likes home quiet and the other lively."),
        ("carer", "Quiet or lively: They like home quiet where you like it lively, so talk together about how that"),
        ("easy-read", "Quiet or lively: They like home much livelier than you."),
    ],
)
def test_explain_can_be_read_in_each_register(command: FlaskCliRunner, register: str, says: str) -> None:
    args = ["matching", "explain", "--person", "P001", "--household", "H001", "--register", register]
    printed = command.invoke(args=args).stdout
    assert says in printed
    assert "{" not in printed


@pytest.mark.usefixtures("told")
def test_why_not_gives_what_is_not_met_first(command: FlaskCliRunner) -> None:
    found = answer(command, "why-not", "--person", "P002", "--household", "H003")
    assert found["standing"] == "ruled_out"
    assert [each["name"] for each in found["why_not"] if each["met"] == "not_met"] == ["three_people", "crisis"]
    assert all(each["reason"] for each in found["why_not"])


@pytest.mark.usefixtures("told")
def test_what_would_change_gives_what_each_change_alone_would_open(command: FlaskCliRunner, inside: Inside) -> None:
    with inside():
        carry_out(a_household, "H004", kind=ArrangementKind.SHORT_BREAK)
        carry_out(a_household, "H005", spaces=0)
    found = answer(command, "what-would-change", "--person", "P001")
    assert (found["person"], found["open"]) == ("P001", 2)
    assert found["changes"] == [
        {
            "change": "kind",
            "whose": "person",
            "sentence": "If the person would like this kind too: Short break.",
            "opens": ["H004"],
            "clear": 1,
        },
        {
            "change": "space",
            "whose": "household",
            "sentence": "If a household had one more space.",
            "opens": ["H005"],
            "clear": 1,
        },
    ]


@pytest.mark.usefixtures("told")
def test_how_firm_gives_ranges_and_what_to_ask(command: FlaskCliRunner) -> None:
    found = answer(command, "how-firm", "--person", "P001", "--json")
    assert (found["person"], found["among"]) == ("P001", 2)
    first, second = found["reaches"]
    assert (first["reference"], first["place"], second["reference"]) == ("H002", 1, "H001")
    assert first["any_one"]["exact"] is True
    assert found["stays"] == (found["turns"] == [])
    assert all(ask["could_change_first"] for ask in found["to_ask"])
    assert {ask["household"] for ask in found["to_ask"]} <= {None, "H001", "H002"}


@pytest.mark.usefixtures("told")
def test_how_firm_says_it_in_a_line_each(command: FlaskCliRunner, scheme: Scheme) -> None:
    result = command.invoke(args=["matching", "how-firm", "--person", "P001"])
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0] == f"{scheme.name}: 2 households could be put forward."
    assert lines[1].startswith("1. H002: one step ")


@pytest.mark.usefixtures("told")
def test_explain_says_what_could_change_who_comes_first(command: FlaskCliRunner) -> None:
    found = answer(command, "explain", "--person", "P001", "--household", "H001")
    could = [ask["could_change_first"] for ask in found["unknowns"]]
    assert could == sorted(could, reverse=True)
    assert True in could


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("rank", "--person", "P999"), "There is nobody with the reference P999"),
        (("explain", "--person", "P001", "--household", "H999"), "There is no household with the reference H999"),
        (("why-not", "--person", "\0", "--household", "H001"), "There is nobody with the reference"),
        (("rank", "--person", "P001", "--scheme", "Nowhere"), "--scheme"),
    ],
)
def test_what_cannot_be_answered_is_a_kind_sentence_beside_no_answer(
    command: FlaskCliRunner, given: tuple[str, ...], sentence: str
) -> None:
    result = command.invoke(args=["matching", *given])
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("told")
def test_with_several_schemes_one_has_to_be_named(
    app: Flask, command: FlaskCliRunner, scheme: Scheme, make_scheme: MakeScheme
) -> None:
    other = make_scheme()
    with app.app_context():
        enter_scheme(other.id)
        carry_out(a_person, "P777")
    assert command.invoke(args=["matching", "rank", "--person", "P001"]).exit_code == 2
    assert answer(command, "rank", "--person", "P001", "--scheme", scheme.name)["person"] == "P001"
    elsewhere = command.invoke(args=["matching", "rank", "--person", "P777", "--scheme", scheme.name])
    assert elsewhere.exit_code == 2, "the other scheme's person is not there"


@pytest.mark.usefixtures("told")
def test_round_suggests_for_everybody_with_its_proof(command: FlaskCliRunner, inside: Inside) -> None:
    def ready() -> None:
        for person in db.session.exec(select(Person)):
            person.state = PersonState.READY

    with inside():
        carry_out(ready)
    found = answer(command, "round", "--json")
    (one,) = found["suggestions"]
    assert (one["person"], one["household"], one["kind"], one["check_first"]) == ("P001", "H002", "live_in", False)
    assert (found["people"], found["points"], found["ready"], found["proved"]) == (1, one["points"], 2, True)
    assert one["otherwise"]["gain"]["people"] == 0
    assert one["otherwise"]["gain"]["points"] < 0
    assert one["otherwise"]["moves"] == [{"person": "P001", "before": "H002", "after": "H001"}]
    assert [(each["person"], each["why"]) for each in found["left_out"]] == [("P002", "ruled_out")]
    assert "waited" in found["left_out"][0]
    lines = command.invoke(args=["matching", "round"])
    assert lines.stdout.splitlines() == [
        "Invented Scheme 1: 1 suggested of 2 ready to meet.",
        f"P001 and H002: {one['points']} (Live-in)",
    ]
