"""A scheme's own words and fee bands: version by version, nothing overwritten, and what was agreed stays as it was."""

import pytest

from matching.actions import agreeing, wording
from matching.agreements.costs import Amount, Cost, Payer, Per
from matching.agreements.filling import Said
from matching.agreements.parts import BY_NAME
from matching.models import Agreement
from matching.queries import agreements, money
from matching.queries.money import Band
from scheme.database import carry_out
from scheme.errors import ChangedMeanwhile, Refused
from scheme.models import Account
from tests.matching.conftest import Inside, Story

TALK = BY_NAME["talk"]


def written(paper: Agreement, name: str) -> agreements.WrittenPart:
    part = agreements.text_of(paper).part(name)
    assert part
    return part


def test_a_part_has_the_schemes_own_words_from_then_on(inside: Inside, manager: Account) -> None:
    with inside(manager):
        said = Said("Ring {worker}.", "You can ring {worker}.")
        carry_out(wording.publish_wording, manager, TALK, said, "Shorter", 0)
        assert agreements.said_in(TALK, agreements.wordings()) == said
        with pytest.raises(Refused, match="already in use"):
            carry_out(wording.publish_wording, manager, TALK, said, "Again", 1)
        with pytest.raises(ChangedMeanwhile):
            carry_out(wording.publish_wording, manager, TALK, Said("x", "y"), "Late", 0)
        with pytest.raises(Refused, match=r"nothing called \{client\}.*\{person\}"):
            carry_out(wording.publish_wording, manager, TALK, Said("Ask {client}", ""), "Wrong", 1)
        carry_out(wording.publish_wording, manager, TALK, TALK.words, "As it began", 1)
        assert [row.number for row, _ in agreements.wordings_of("talk")] == [2, 1]


def test_a_paper_keeps_the_words_it_was_made_with(story: Story, manager: Account) -> None:
    story.to_trial().agree()
    carry_out(wording.publish_wording, manager, TALK, Said("Ring {worker}.", "Ring {worker}."), "Shorter", 0)
    paper = agreements.newest_asked(story.arrangement.id)
    assert paper
    assert "In an emergency ring 999." in written(paper, "talk").plain
    made = carry_out(agreeing.make_agreement, story.worker, story.pair)
    assert written(made, "talk").plain == "Ring Invented Wyn."


def test_there_are_no_bands_until_a_manager_writes_them_down(inside: Inside, manager: Account) -> None:
    with inside(manager):
        assert money.bands_now() == ()
        bands = [Band("Invented A", 40000, Per.WEEK), Band("Invented B", 52050, Per.WEEK)]
        carry_out(wording.publish_bands, manager, bands, "As agreed", 0)
        assert money.bands_now() == tuple(bands)
        with pytest.raises(Refused, match="already in use"):
            carry_out(wording.publish_bands, manager, bands, "Again", 1)
        with pytest.raises(Refused, match="same name"):
            carry_out(wording.publish_bands, manager, [bands[0], Band("invented a", 1, Per.WEEK)], "Twice", 1)
        with pytest.raises(ChangedMeanwhile):
            carry_out(wording.publish_bands, manager, bands[:1], "Late", 0)
        carry_out(wording.publish_bands, manager, bands[:1], "Only one now", 1)
        assert [each.number for each in money.published_bands()] == [2, 1]


def test_what_was_agreed_stays_when_a_band_changes(story: Story, manager: Account) -> None:
    story.begin()
    carry_out(wording.publish_bands, manager, [Band("A", 40000, Per.WEEK)], "April", 0)
    care = Amount(Cost.CARE, 40000, Per.WEEK, Payer.COUNCIL, "A")
    carry_out(agreeing.write_costs, story.pair, {Cost.CARE: care, Cost.RENT: None})
    carry_out(wording.publish_bands, manager, [Band("A", 45000, Per.WEEK)], "Next April", 1)
    assert money.amounts_of(story.arrangement.id) == [care]
    carry_out(agreeing.write_costs, story.pair, {Cost.CARE: None})
    assert money.amounts_of(story.arrangement.id) == []
