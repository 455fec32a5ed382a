"""What no score can outvote, taken together. Each essential's own stories are in the files beside this one."""

import pytest

from matching.compatibility.essentials import ESSENTIALS, Checked, Standing, check, kind_to_propose, standing
from matching.compatibility.profiles import Approval, HomeFacts, Offer, Wish
from matching.compatibility.verdicts import Met, Rules
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import YesNo
from tests.matching.compatibility.invented import RULES, TODAY, household, person

LIVE_IN, SHORT_BREAK = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK
WELL_KNOWN_HOUSEHOLD = household(
    home=HomeFacts(),
    offers=(Offer(LIVE_IN, 1),),
    living_there=0,
    approval=Approval(on=TODAY, review_due=TODAY, kinds=frozenset({LIVE_IN})),
)
WELL_KNOWN_PERSON = person(wishes=(Wish(LIVE_IN),), access_needs=frozenset(), crisis=YesNo.NO)


def answers(*met: Met) -> list[Checked]:
    """Checked essentials with these answers."""
    return [Checked("name", "Title", one, "Reason.") for one in met]


def test_a_pair_about_whom_everything_needful_is_known_can_be_proposed() -> None:
    checks = check(WELL_KNOWN_PERSON, WELL_KNOWN_HOUSEHOLD, RULES)
    assert {checked.met for checked in checks} == {Met.MET}
    assert standing(checks) is Standing.CLEAR


def test_there_are_eleven_essentials_each_with_a_name_of_its_own() -> None:
    assert len({essential.name for essential in ESSENTIALS}) == len(ESSENTIALS) == 11


def test_two_blank_profiles_are_to_be_checked_first_never_ruled_out() -> None:
    assert standing(check(person(), household(), RULES)) is Standing.CHECK_FIRST


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        (answers(Met.MET, Met.MET), Standing.CLEAR),
        (answers(Met.MET, Met.NOT_KNOWN), Standing.CHECK_FIRST),
        (answers(Met.NOT_KNOWN, Met.NOT_MET), Standing.RULED_OUT),
    ],
)
def test_the_worst_answer_decides(checks: list[Checked], expected: Standing) -> None:
    assert standing(checks) is expected


def test_every_answer_has_a_reason_in_a_sentence() -> None:
    for checked in (*check(person(), household(), RULES), *check(WELL_KNOWN_PERSON, WELL_KNOWN_HOUSEHOLD, RULES)):
        assert checked.reason[0].isupper()
        assert checked.reason.endswith(".")


def test_space_for_one_kind_and_approval_for_another_do_not_make_a_clear_pair() -> None:
    home = household(
        offers=(Offer(LIVE_IN, 0), Offer(SHORT_BREAK, 1)),
        living_there=0,
        approval=Approval(on=TODAY, review_due=TODAY, kinds=frozenset({LIVE_IN})),
    )
    both = person(wishes=(Wish(LIVE_IN), Wish(SHORT_BREAK)), access_needs=frozenset(), crisis=YesNo.NO)
    assert standing(check(both, home, RULES)) is Standing.RULED_OUT


def test_the_kind_with_least_in_its_way_is_the_one_to_propose() -> None:
    home = household(offers=(Offer(LIVE_IN, 0), Offer(SHORT_BREAK, 1)))
    assert kind_to_propose(person(wishes=(Wish(LIVE_IN), Wish(SHORT_BREAK))), home, RULES) is SHORT_BREAK
    assert kind_to_propose(person(), home, RULES) is None


def test_one_kind_can_be_looked_at_by_itself() -> None:
    home = household(offers=(Offer(LIVE_IN, 0), Offer(SHORT_BREAK, 1)))
    both = person(wishes=(Wish(LIVE_IN), Wish(SHORT_BREAK)))
    assert kind_to_propose(both.wishing_only(LIVE_IN), home, RULES) is LIVE_IN


def test_a_scheme_may_set_fewer_than_three_people_and_never_more() -> None:
    assert Rules(TODAY, people_at_most=2).people_at_most == 2
    for number in (0, 4):
        with pytest.raises(ValueError, match="one to 3"):
            Rules(TODAY, people_at_most=number)
