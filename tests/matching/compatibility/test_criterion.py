"""What every declaration says and asks: three registers, every degree, both ways round, in English and in Welsh."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from typing import Any

import numpy as np
import pytest

from matching.compatibility.choices import Choices
from matching.compatibility.criteria import BY_NAME, CRITERIA
from matching.compatibility.criterion import (
    Compared,
    Criterion,
    Reader,
    Sentences,
    by_more_or_less,
    the_home_giver,
    the_mover,
)
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import HomeFacts
from matching.compatibility.readings import Voice
from matching.compatibility.sentences import EASY, OPPOSED, WHOSE, close_by, naming, said
from matching.compatibility.sets import SAME, Sets
from scheme.ways_of_living import ChildrenWish, DayRhythm, PetsWish, Smoking, SmokingWish, SupportLevel
from tests.conventions.test_words import NEVER_SAID
from tests.matching.compatibility.invented import household, person

EVERY = pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.name)
BOTH_WAYS = list(product(Reader, (True, False)))
HARD = re.compile(
    r"\b(compatib\w+|criteri\w+|household|register|utili[sz]e|facilitate|preference|appropriate|i\.e|e\.g)\b"
)


def registers(criterion: Criterion) -> Iterator[tuple[Reader, Sentences]]:
    """Whatever a criterion declares to say, with whom it is for."""
    for reader, asked in BOTH_WAYS:
        yield reader, criterion.says.to(reader, asked)


def sentences(declared: Sentences) -> Iterator[str]:
    """Each sentence of a register."""
    for each in fields(declared):
        sentence = getattr(declared, each.name)
        yield from [sentence] if isinstance(sentence, str) else sentence.values()


def easy(words: str) -> bool:
    """Whether each sentence is short enough for Easy Read, and uses no hard word."""
    return not HARD.search(words.lower()) and all(len(one.split()) <= EASY for one in re.split(r"(?<=[.?!]) ", words))


def compared(criterion: Criterion, wanted: Any, found: Any) -> Compared:
    """Two answers beside each other."""
    between = criterion.between(wanted, found)
    return Compared(between.agreement, Voice(None, wanted), Voice(None, found), divided=False, between=between)


@EVERY
def test_every_sentence_is_one_and_uses_our_words_and_no_number(criterion: Criterion) -> None:
    for _, declared in registers(criterion):
        for sentence in filter(None, sentences(declared)):
            assert re.fullmatch(r"[A-Z“{].*[.}]", sentence)
            assert not re.search(r"\d", sentence)
            assert not NEVER_SAID.search(sentence)


@EVERY
def test_easy_read_is_easy(criterion: Criterion) -> None:
    for reader, declared in registers(criterion):
        if reader is Reader.PERSON:
            assert all(easy(sentence) for sentence in sentences(declared)), declared


@EVERY
def test_whoever_is_not_asked_hears_it_from_their_own_side(criterion: Criterion) -> None:
    """A home is given by one side and moved into by the other: one sentence cannot be true from both."""
    if criterion.asked_of in {the_mover, the_home_giver}:
        assert criterion.says.carer_other
        assert criterion.says.easy_read_other


@EVERY
def test_every_degree_is_said_in_every_register_both_ways_round(criterion: Criterion) -> None:
    for _, declared in registers(criterion):
        assert declared.fits
        assert declared.partly
        assert declared.differs


@EVERY
def test_each_pair_of_answers_has_its_sentence(criterion: Criterion) -> None:
    if not isinstance(criterion.shape, Choices):
        return
    for (wanted, found), (reader, asked) in product(criterion.shape.table, BOTH_WAYS):
        (sentence,) = said(criterion, compared(criterion, wanted, found), reader, asked)
        assert sentence.endswith(".")
        assert "{" not in sentence


@EVERY
def test_sets_say_what_is_shared_close_and_not_shared(criterion: Criterion) -> None:
    shape = criterion.shape
    if not isinstance(shape, Sets):
        return
    for _, declared in registers(criterion):
        assert "{things}" in str(declared.fits)
        assert "{things}" in str(declared.partly)
        assert "{" not in str(declared.differs)
        some_are_close = bool((shape.closeness - np.eye(len(shape.things)) * SAME).any())
        assert bool(declared.close) == some_are_close


@EVERY
def test_every_two_things_that_are_close_can_be_told_with_the_way_between_them(criterion: Criterion) -> None:
    shape = criterion.shape
    if not isinstance(shape, Sets):
        return
    rows, columns = np.nonzero(shape.closeness - np.eye(len(shape.things)) * SAME)
    for one, other in zip(rows.tolist(), columns.tolist(), strict=True):
        both = shape.things[one], shape.things[other]
        assert easy(close_by(criterion, shape, both, Reader.PERSON)), both
        assert set(shape.path(*both).by_way_of).isdisjoint(both)


@EVERY
def test_every_thing_can_be_named_easily_alone_and_with_others(criterion: Criterion) -> None:
    shape = criterion.shape
    if not isinstance(shape, Sets):
        return
    for thing in shape.things:
        told = naming(str(criterion.says.easy_read.fits), criterion, [thing, *shape.things[:6]], Reader.PERSON)
        assert easy(told)
        assert not re.search(r"\d", told)
    for reader in Reader:
        assert easy(naming(OPPOSED[reader], criterion, shape.things[:1], reader)) or reader is not Reader.PERSON
    assert easy(WHOSE[Reader.PERSON])


@EVERY
def test_every_question_is_asked_in_english_and_in_welsh(criterion: Criterion) -> None:
    asks = criterion.asks
    both = [(criterion.question, criterion.question_cy), (asks.wants, asks.wants_cy), (asks.finds, asks.finds_cy)]
    for english, welsh in both:
        assert english.endswith("?")
        assert welsh.endswith("?")
        assert english != welsh
        assert ("{things}" in english) == ("{things}" in welsh)
    assert bool(asks.unnamed) == bool(asks.unnamed_cy)
    assert "{" not in asks.unnamed + asks.unnamed_cy
    if isinstance(criterion.shape, Sets):
        assert all(criterion.wording_cy(thing) for thing in criterion.shape.things)


# --- stories ---------------------------------------------------------------------------------------------------------------


def hears(name: str, reader: Reader, person_says: Any, household_says: Any, *, asks_person: bool = True) -> str:
    """What a reader is told of one criterion, with the person or the household as the side that is asked."""
    both = pair(person_says, household_says)
    mine, theirs = (both.person, both.household) if asks_person else (both.household, both.person)
    asked = (reader is Reader.PERSON) == asks_person
    return " ".join(said(BY_NAME[name], BY_NAME[name].compare(mine, theirs), reader, asked))


def test_who_is_up_earlier_is_told_from_where_each_stands() -> None:
    early, late = person(day_rhythm=DayRhythm.EARLY), household(day_rhythm=DayRhythm.LATE)
    for asks_person in (True, False):
        assert hears("day_rhythm", Reader.PERSON, early, late, asks_person=asks_person) == (
            "They get up much later than you."
        )
        assert hears("day_rhythm", Reader.CARER, early, late, asks_person=asks_person).startswith(
            "They are up early where you are up late"
        )


def test_whoever_needs_more_support_than_a_household_had_in_mind_is_told_so_kindly() -> None:
    needs, able = person(support_level=SupportLevel.HIGH), household(support_levels=frozenset({SupportLevel.MEDIUM}))
    assert hears("support_level", Reader.PERSON, needs, able) == (
        "You need a little more support than they feel able to give."
    )
    assert hears("support_level", Reader.CARER, needs, able) == (
        "They need a little more support than you feel able to give."
    )


def test_somebody_who_would_love_a_pet_is_not_said_to_mind_one() -> None:
    would_love_one = person(pets_wish=PetsWish.LOVE, children_wish=ChildrenWish.LOVE)
    empty = household(home=HomeFacts(pets=frozenset()))
    assert hears("pets", Reader.WORKER, would_love_one, empty) == "They would miss having an animal at home."
    assert hears("pets", Reader.PERSON, would_love_one, empty) == "They have no pets. You would love one."
    assert hears("pets", Reader.CARER, would_love_one, empty) == (
        "No animals live with you, and they would love to have one around."
    )


def test_of_several_options_those_nearest_to_each_other_count() -> None:
    told = by_more_or_less(list(SupportLevel))
    assert told(frozenset({SupportLevel.LOW}), frozenset({SupportLevel.MEDIUM, SupportLevel.HIGH})) == "more"
    assert told(frozenset({SupportLevel.HIGH}), frozenset({SupportLevel.LOW})) == "less"


def test_the_smoking_of_one_side_is_told_to_both_in_their_own_words() -> None:
    fine, smoker = person(smoking_wish=SmokingWish.OUTSIDE_FINE), household(smoking=Smoking.OUTSIDE)
    assert hears("smoking", Reader.PERSON, fine, smoker) == "They only smoke outside, and that is fine with you."
    assert hears("smoking", Reader.CARER, fine, smoker) == "You only smoke outside, and that is fine with them."
