"""People's own words and what they might mean. Everyone here is invented."""

from datetime import date

from matching.spreadsheet.cells import cell
from matching.spreadsheet.values.reading import Context, Proposal
from matching.spreadsheet.values.stories import could_support, hates, liking, matters, person_notes, story_reader
from scheme.ways_of_living import Stance

LIST = {"lego": ("lego",), "spicy food": ("spicy_food",), "fish and chips": ("fish_and_chips",)}
CONTEXT = Context(date(2026, 11, 21), lambda phrase: LIST.get(phrase.lower(), ()), frozenset(LIST))


def topics(proposals: tuple[Proposal, ...]) -> set[tuple[str, tuple[str, ...]]]:
    return {(one.topic, one.options) for one in proposals}


def test_each_thing_loved_proposes_an_interest_and_the_words_are_kept() -> None:
    reading = liking(Stance.LOVE)(cell("Lego; fish and chips; zorbing"), CONTEXT)
    assert reading.keep
    assert [(one.phrase, one.options, one.stance) for one in reading.proposals] == [
        ("Lego", ("lego",), "love"),
        ("fish and chips", ("fish_and_chips",), "love"),
        ("zorbing", (), "love"),
    ]


def test_things_hated_are_proposed_where_they_belong() -> None:
    reading = hates(cell("dogs / spicy food / loud noise"), CONTEXT)
    assert topics(reading.proposals) == {
        ("must_nots", ("dogs",)),
        ("interests", ("spicy_food",)),
        ("noise", ("quiet",)),
    }
    assert reading.keep


def test_what_matters_most_stays_in_their_words_and_proposes() -> None:
    reading = matters(cell("halal food, my dog coming with me"), CONTEXT)
    assert reading.facts == {"matters_to_me": "halal food, my dog coming with me"}
    assert topics(reading.proposals) == {("foods", ("halal",)), ("brings_pets", ("dog",))}


def test_a_note_that_refuses_something_proposes_a_must_not() -> None:
    assert topics(person_notes(cell("mum says no cats"), CONTEXT).proposals) == {("must_nots", ("cats",))}
    assert not person_notes(cell("cats are no trouble... loves cats"), Context(CONTEXT.today)).facts
    assert not person_notes(cell("has two cats"), CONTEXT).proposals


def test_a_household_that_cannot_do_nights() -> None:
    reading = could_support(cell("not sleep-ins"), CONTEXT)
    assert reading.facts == {"support_words": "not sleep-ins"}
    assert topics(reading.proposals) == {("must_nots", ("night_support",))}
    assert not could_support(cell("LD, autism"), CONTEXT).proposals


def test_a_story_too_long_for_its_place_is_kept_whole() -> None:
    reading = story_reader("good_life")(cell("a" * 5000), CONTEXT)
    assert not reading.facts
    assert reading.keep
