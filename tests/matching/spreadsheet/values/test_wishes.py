"""Who and what somebody would rather live with. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import cell
from matching.spreadsheet.values.reading import Context
from matching.spreadsheet.values.wishes import living_with, pets_wish, smoking, smoking_wish
from scheme.ways_of_living import ChildrenWish, LivingWith, Noise, PetsWish, Smoking, SmokingWish

CONTEXT = Context(date(2026, 11, 21))


def test_who_and_what_kind_of_home() -> None:
    assert living_with(cell("a woman on her own"), CONTEXT).facts == {"living_with": (LivingWith.ONE_WOMAN,)}
    assert living_with(cell("family with kids or a couple"), CONTEXT).facts == {
        "living_with": (LivingWith.FAMILY, LivingWith.COUPLE)
    }
    assert living_with(cell("quiet house"), CONTEXT).facts == {"noise": Noise.QUIET}


def test_no_children_please_is_a_wish_and_perhaps_a_must_not() -> None:
    reading = living_with(cell("no children please"), CONTEXT)
    assert reading.facts == {"children_wish": ChildrenWish.RATHER_NOT}
    assert [(one.topic, one.options) for one in reading.proposals] == [("must_nots", ("children",))]


def test_people_like_me_is_asked_about() -> None:
    reading = living_with(cell("other people like me"), CONTEXT)
    assert not reading.facts
    assert reading.keep
    assert reading.proposals[0].options == (LivingWith.OTHERS_SUPPORTED.value,)


def test_not_a_family_is_not_a_family() -> None:
    assert not living_with(cell("not a family"), CONTEXT).facts


@pytest.mark.parametrize(
    ("written", "wish"),
    [
        ("yes", PetsWish.FINE),
        ("no ", PetsWish.RATHER_NOT),
        ("loves them", PetsWish.LOVE),
        ("✓", PetsWish.FINE),
        ("don't mind", PetsWish.FINE),
    ],
)
def test_ok_with_pets(written: str, wish: PetsWish) -> None:
    assert pets_wish(cell(written), CONTEXT).facts == {"pets_wish": wish}


def test_a_refusal_of_one_animal_is_no_refusal_of_all() -> None:
    reading = pets_wish(cell("not cats"), CONTEXT)
    assert not reading.facts
    assert [one.options for one in reading.proposals] == [("cats",)]


def test_smoking() -> None:
    assert smoking_wish(cell("N"), CONTEXT).facts == {"smoking_wish": SmokingWish.SMOKE_FREE}
    assert smoking_wish(cell("outside only"), CONTEXT).facts == {"smoking_wish": SmokingWish.OUTSIDE_FINE}
    assert smoking(cell("No"), CONTEXT).facts == {"smoking": Smoking.NOBODY}
    assert smoking(cell("yes - outside only"), CONTEXT).facts == {"smoking": Smoking.OUTSIDE}
    somewhere = smoking(cell("Yes"), CONTEXT)
    assert not somewhere.facts
    assert somewhere.keep
    assert somewhere.misread, "a bare yes does not say where"
