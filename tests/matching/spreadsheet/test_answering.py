"""What a worker answers once, after a spreadsheet. Everyone here is invented."""

from collections.abc import Iterator

import pytest
from flask import Flask

import people.actions
from matching.queries.handovers import above_ceiling
from matching.spreadsheet import answering, previewing, queries
from matching.spreadsheet.asking import Group, group
from scheme.actions import set_number
from scheme.database import carry_out, enter_scheme
from scheme.errors import Refused
from scheme.models import Account, Role, Scheme
from scheme.ways_of_living import PetsWish, Smoking, Stance
from tests.ground.accounts import MakeAccount
from tests.matching.spreadsheet.bringing import bring, bring_rows, household, person
from tests.matching.spreadsheet.workbooks import the_workbook

HEADER = ("Ref", "First name", "Loves", "OK with pets?", "DOB", "Worker")


@pytest.fixture
def helen(make_account: MakeAccount) -> Account:
    return make_account(Role.WORKER, name="Invented Helen")


@pytest.fixture(autouse=True)
def inside(app: Flask, scheme: Scheme, helen: Account) -> Iterator[None]:
    with app.app_context():
        enter_scheme(scheme.id)
        yield


def asked(topic: str, words: str = "") -> Group:
    found = [one for one in group(queries.open_questions()) if one.topic == topic and (not words or words in one.words)]
    assert len(found) == 1, [one.words for one in found]
    return found[0]


def answer(one: Group, given: object) -> None:
    assert carry_out(answering.answer, {one.name: given}) == 1


def topics() -> list[str]:
    return [one.topic for one in group(queries.open_questions())]


def test_an_interest_is_confirmed_once_for_everybody_and_learnt() -> None:
    bring_rows(HEADER, ("P1", "Ana", "Lego", None, None, None), ("P2", "Ben", "lego; swimming", None, None, None))
    answer(asked("interests", "Lego"), list(asked("interests", "Lego").options))
    key = asked("interests", "swimming").options[0]
    (lego,) = set(person("P1").interests)
    assert person("P1").interests == person("P2").interests == {lego: Stance.LOVE}
    answer(asked("interests", "swimming"), [key])
    report = bring_rows(HEADER, ("P3", "Cai", "Lego", None, None, None))
    assert report["to_confirm"] == 0
    assert person("P3").interests == {lego: Stance.LOVE}


def test_words_that_stay_words_are_not_asked_about_again() -> None:
    bring_rows(HEADER, ("P1", "Ana", "zorbing", None, None, None))
    answer(asked("interests", "zorbing"), "words")
    assert person("P1").interests == {}
    assert bring_rows(HEADER, ("P2", "Ben", "zorbing", None, None, None))["to_confirm"] == 0


def test_a_must_not_is_ticked_for_each_person() -> None:
    bring(the_workbook())
    cats = asked("must_nots", "mum says no cats")
    answer(cats, [str(person("P2").id)])
    assert person("P2").must_nots == ["cats"]
    dogs = asked("must_nots", "dogs")
    answer(dogs, [])
    assert person("P1").must_nots == []
    nights = asked("must_nots", "not sleep-ins")
    answer(nights, [str(household("H2").id)])
    assert household("H2").must_nots == ["night_support"]


def test_what_words_make_likely_of_a_home_is_confirmed_for_that_home() -> None:
    bring(the_workbook())
    answer(asked("step_free"), [str(household("H1").id)])
    from carers.queries import home_of

    home = home_of(household("H1"))
    assert home
    assert home.step_free == "yes"


def test_the_mark_is_explained_once_for_its_column_and_every_cell_read_again() -> None:
    bring(the_workbook())
    answer(asked("mark", "People waiting: OK with pets?"), "yes")
    assert person("P2").pets_wish is PetsWish.FINE
    answer(asked("mark", "Carers: Smokers"), "no")
    assert household("H2").smoking is Smoking.NOBODY
    answer(asked("mark", "People waiting: OK with smokers?"), "words")
    assert person("P3").smoking_wish is None
    again = bring(the_workbook()).as_json()
    assert (again["people"]["unchanged"], again["households"]["unchanged"]) == (4, 3)
    assert "mark" not in topics()


def test_a_worker_written_two_ways_is_linked_once_and_those_with_a_worker_keep_theirs(helen: Account) -> None:
    bring(the_workbook())
    both = asked("worker", "Helen O.")
    assert both.words == ("Helen O.", "H Omar") or both.words == ("H Omar", "Helen O.")
    answer(both, str(helen.id))
    assert person("P1").named_worker_id == person("P2").named_worker_id == household("H1").named_worker_id == helen.id
    bring_rows(HEADER, ("P9", "Ida", None, None, None, "helen o."))
    assert person("P9").named_worker_id == helen.id


def test_whoever_goes_above_the_ceiling_is_named_all_the_same_and_told_by_sheet_and_row(helen: Account) -> None:
    rows = [("P1", "Ana", None, None, None, "Helen O."), ("P2", "Ben", None, None, None, "Helen O.")]
    assert bring_rows(HEADER, *rows)["problems"] == []
    carry_out(set_number, "people_for_one_worker", 3, 14)
    answer(asked("worker", "Helen O."), str(helen.id))
    assert above_ceiling() == []
    more = [("P3", "Cai", None, None, None, "Helen O."), ("P4", "Dai", None, None, None, "Helen O.")]
    report = bring_rows(HEADER, *more)
    assert [person(reference).named_worker_id for reference in ("P3", "P4")] == [helen.id] * 2
    assert report["people"]["created"] == 2
    assert report["problems"] == [
        {
            "sheet": "People", "row": 3, "column": "Named worker", "found": "Helen O.", "kept": "note",
            "expected": "a worker named for no more than 3 people; they are named all the same",
        }
    ]  # fmt: skip
    assert above_ceiling() == ["Invented Helen is named for 4 people. This scheme plans 3 for one worker."]
    assert bring_rows(HEADER, *more)["problems"] == [], "nobody is named twice"


def test_a_worker_who_is_no_account_of_this_scheme_is_refused() -> None:
    bring(the_workbook())
    with pytest.raises(Refused):
        answer(asked("worker", "Jas K"), "0b0e5cf2-0000-4000-8000-000000000000")
    assert household("H3").named_worker_id is None


@pytest.mark.parametrize(("given", "wish"), [("ours", "love"), ("theirs", "rather_not")])
def test_a_difference_is_settled_either_way(given: str, wish: str) -> None:
    bring_rows(HEADER, ("P1", "Ana", None, "yes", None, None))
    carry_out(people.actions.change_person, person("P1"), {"pets_wish": "love"}, person("P1").version)
    bring_rows(HEADER, ("P1", "Ana", None, "no", None, None))
    answer(asked("difference"), given)
    assert person("P1").pets_wish == wish
    assert "difference" not in topics()
    assert bring_rows(HEADER, ("P1", "Ana", None, "no", None, None))["people"]["unchanged"] == 1
    assert person("P1").pets_wish == wish


@pytest.mark.parametrize(("given", "profiles", "wish"), [("same", 1, "rather_not"), ("new", 2, "fine")])
def test_somebody_without_a_reference_is_linked_or_new(given: str, profiles: int, wish: str) -> None:
    bring_rows(HEADER, ("P1", "Ana", None, "yes", "23-11-1967", None))
    bring_rows(HEADER, (None, "Ana", None, "no", "23-11-1967", None))
    answer(asked("link"), given)
    assert person("P1").pets_wish == wish
    assert bring_rows(HEADER, (None, "Ana", None, "no", "23-11-1967", None))["people"]["unchanged"] == 1
    assert len(queries.imported_profiles()) == profiles


def test_answering_twice_and_answering_what_is_not_asked_does_no_harm() -> None:
    bring_rows(HEADER, ("P1", "Ana", "Lego", None, None, None))
    one = asked("interests")
    answer(one, ["not-an-interest"])
    assert person("P1").interests == {}
    assert carry_out(answering.answer, {one.name: ["lego"], "q0000": "yes"}) == 0


def test_a_scheme_teaches_us_a_header() -> None:
    carry_out(answering.teach_header, "Room at the  inn", "spaces")
    book = previewing.read_sources([the_workbook()])
    assert book.unknown_columns == (("People waiting", "Bus pass"),)
    carry_out(answering.teach_header, "Bus pass", "needs_bus")
    assert previewing.read_sources([the_workbook()]).unknown_columns == ()
    with pytest.raises(Refused):
        carry_out(answering.teach_header, "Shoe size", "shoe_size")
