"""Columns that choose from our lists. Everyone here is invented."""

from datetime import date

import pytest

from matching.spreadsheet.cells import cell
from matching.spreadsheet.values.choices import faiths, foods, kinds, languages, setting, support_levels
from matching.spreadsheet.values.reading import Context
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import Communication, Faith, Food, Language, Setting, SupportLevel

CONTEXT = Context(date(2026, 11, 21))
LIVE_IN, SHORT, DAY, EMERGENCY = (
    ArrangementKind.LIVE_IN,
    ArrangementKind.SHORT_BREAK,
    ArrangementKind.DAY_SUPPORT,
    ArrangementKind.EMERGENCY,
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("live in", (LIVE_IN,)),
        ("Live-in", (LIVE_IN,)),
        ("long term", (LIVE_IN,)),
        ("respite", (SHORT,)),
        ("short breaks", (SHORT,)),
        ("Day", (DAY,)),
        ("short break; day", (SHORT, DAY)),
        ("live in or short breaks", (LIVE_IN, SHORT)),
        ("respite\nday support\nshort breaks", (SHORT, DAY)),
        ("short breaks / live in / respite", (SHORT, LIVE_IN)),
        ("emergency and respite", (EMERGENCY, SHORT)),
        ("kinship", (ArrangementKind.KINSHIP,)),
        ("home from hospital", (ArrangementKind.HOME_FROM_HOSPITAL,)),
        ("Homeshare", (ArrangementKind.HOMESHARE,)),
    ],
)
def test_kinds(written: str, expected: tuple[ArrangementKind, ...]) -> None:
    reading = kinds(cell(written), CONTEXT)
    assert reading.facts == {"kinds": expected}
    assert not reading.misread


def test_an_unknown_kind_is_a_problem_and_leaves_the_others() -> None:
    alone = kinds(cell("supported living flat"), CONTEXT)
    assert not alone.facts
    assert alone.keep
    among = kinds(cell("live in; supported living flat"), CONTEXT)
    assert among.facts == {"kinds": (LIVE_IN,)}
    assert [one.found for one in among.misread] == ["supported living flat"]


def test_a_kind_with_words_around_it_is_taken_and_the_words_kept() -> None:
    reading = kinds(cell("short breaks at weekends only"), CONTEXT)
    assert reading.facts == {"kinds": (SHORT,)}
    assert reading.keep
    assert not kinds(cell("not live in"), CONTEXT).facts


def test_makaton_and_bsl_are_ways_of_communicating() -> None:
    assert languages(cell("Makaton"), CONTEXT).facts == {"communication": (Communication.MAKATON,)}
    assert languages(cell("Welsh and English, BSL"), CONTEXT).facts == {
        "languages": (Language.WELSH, Language.ENGLISH),
        "communication": (Communication.BSL,),
    }
    some = languages(cell("Polish / a bit of English"), CONTEXT)
    assert some.facts == {"languages": (Language.POLISH, Language.ENGLISH)}
    assert some.keep


def test_a_language_we_have_no_entry_for_is_kept_and_reported() -> None:
    reading = languages(cell("English, Kurdish"), CONTEXT)
    assert reading.facts == {"languages": (Language.ENGLISH,)}
    assert reading.keep
    assert reading.misread[0].found == "Kurdish"


def test_none_is_no_faith_but_not_applicable_is_not_known() -> None:
    assert faiths(cell("none"), CONTEXT).facts == {"faiths": (Faith.NO_FAITH,)}
    assert faiths(cell("n/a"), CONTEXT).not_known
    assert faiths(cell("C of E"), CONTEXT).facts == {"faiths": (Faith.CHURCH_OF_ENGLAND,)}
    assert faiths(cell("RC"), CONTEXT).facts == {"faiths": (Faith.CATHOLIC,)}
    assert faiths(cell("lapsed Catholic"), CONTEXT).misread


def test_food_and_setting_and_levels() -> None:
    assert foods(cell("halal, no gluten"), CONTEXT).facts == {"foods": (Food.HALAL, Food.GLUTEN_FREE)}
    assert setting(cell("Town"), CONTEXT).facts == {"setting": Setting.TOWN}
    both = setting(cell("town or village"), CONTEXT)
    assert not both.facts
    assert both.misread
    assert support_levels(cell("Low/medium"), CONTEXT).facts == {
        "support_levels": (SupportLevel.LOW, SupportLevel.MEDIUM)
    }
