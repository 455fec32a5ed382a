"""The parts agreements begin with: whole in both registers, in words people read, with nothing to fill in that is not there."""

import re

import pytest

from matching.agreements.filling import Said, filled, named_in, unknown_names
from matching.agreements.kinds import AgreementKind
from matching.agreements.parts import PARTS, REQUIRED, Part, parts_of, title_of
from matching.kinds import KINDS
from scheme.kinds import INTERIM_KINDS


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_part_fills_in_only_what_there_is(part: Part) -> None:
    assert unknown_names(part.words.plain, part.words.easy_read) == []
    assert part.only_with is None or part.only_with in named_in(part.words.plain) or part.name == "our_own"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_easy_read_is_one_short_idea_a_line(part: Part) -> None:
    for line in part.words.easy_read.splitlines():
        assert len(re.sub(r"\{\w+\}", "x", line).split()) <= 15, line
    assert bool(part.words.plain) == bool(part.words.easy_read)


def test_every_kind_of_arrangement_has_an_agreement_with_who_money_ending_and_whom_to_talk_to() -> None:
    for rules in KINDS.values():
        names = [part.name for part in parts_of(rules.agreement)]
        assert len(names) == len(set(names))
        assert {"who", "money", "ending", "talk", "changes"} <= set(names)


def test_staying_for_now_is_never_held_up_by_what_is_not_written_down() -> None:
    for kind in INTERIM_KINDS:
        assert [REQUIRED[agreement] for agreement in KINDS[kind].agreement] == [()]


def test_what_is_not_known_is_said_to_be_so_and_the_rest_is_filled_in() -> None:
    facts = {"person": Said.same("Pat"), "costs": Said("£1.00 a week", "One pound")}
    text = "{person} pays {costs}. {room}. {nonsense}"
    assert (
        filled(text, facts, easy_read=False) == "Pat pays £1.00 a week. (not written down yet). (not written down yet)"
    )
    assert filled("{costs}", facts, easy_read=True) == "One pound"
    assert filled("{person.__class__} {0}", facts, easy_read=False).count("(not written down yet)") == 2


def test_what_two_kinds_together_are_called() -> None:
    kinds = (AgreementKind.ARRANGEMENT, AgreementKind.LICENCE)
    assert title_of(kinds) == "Arrangement agreement, and licence to live in the home"
