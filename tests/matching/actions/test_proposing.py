"""Meeting again after a decline: only when both would like to, or once it was long enough ago."""

import pytest

from carers.models import Offer
from matching.actions import proposing
from matching.models import Side
from matching.queries import arrangements
from scheme.database import carry_out, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from tests.matching.conftest import Story, a_person


@pytest.fixture
def declined(story: Story) -> Story:
    """Two who did not go ahead just now."""
    return story.begin().take("decline", reason="not_the_right_time")


def wish_again(story: Story, *sides: Side) -> None:
    """Write down which sides would like to meet again."""
    carry_out(proposing.reopen, story.pair, sides, story.arrangement.version)


def put_forward(story: Story) -> None:
    """Put the same two forward."""
    pair = story.pair
    carry_out(proposing.propose, story.worker, pair.person, pair.household, ArrangementKind.LIVE_IN)


def test_one_wish_is_not_enough_and_both_are(declined: Story) -> None:
    with pytest.raises(Refused, match="may be asked again in 180 days"):
        put_forward(declined)
    wish_again(declined, Side.PERSON)
    with pytest.raises(Refused, match="may be asked again"):
        put_forward(declined)
    wish_again(declined, Side.PERSON, Side.HOUSEHOLD)
    put_forward(declined)
    pair = declined.pair
    assert arrangements.going_on_between(pair.person.id, pair.household.id)


def test_a_wish_may_be_taken_back(declined: Story) -> None:
    wish_again(declined, *Side)
    wish_again(declined)
    assert proposing.reopened_by(declined.arrangement) == set()


def test_what_a_colleague_wrote_meanwhile_is_not_hidden(declined: Story) -> None:
    opened_at = declined.arrangement.version
    wish_again(declined, Side.PERSON)
    with pytest.raises(ChangedMeanwhile) as refusal:
        carry_out(proposing.reopen, declined.pair, [Side.HOUSEHOLD], opened_at)
    assert refusal.value.changes == {"sides": ("Invented P001", "Invented H001")}
    assert proposing.reopened_by(declined.arrangement) == {Side.PERSON}


def test_what_goes_on_is_not_reopened(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="did not go ahead"):
        wish_again(story, Side.PERSON)


def test_only_the_last_of_several_declines_is_reopened(declined: Story) -> None:
    first = declined.arrangement_id
    wish_again(declined, *Side)
    put_forward(declined)
    pair = declined.pair
    again = arrangements.going_on_between(pair.person.id, pair.household.id)
    assert again
    declined.arrangement_id = again.id
    declined.take("decline", reason="plans_changed")
    with pytest.raises(Refused, match="may be asked again"):
        put_forward(declined)
    declined.arrangement_id = first
    with pytest.raises(Refused, match="put forward again since"):
        wish_again(declined, *Side)


def test_a_household_is_asked_about_no_more_people_than_the_scheme_says(story: Story) -> None:
    story.begin()
    household = story.pair.household
    story.begin(person=carry_out(a_person, "P002"), household=household)
    third = carry_out(a_person, "P003")
    with pytest.raises(Refused, match="Invented H001 is already asked about 2 people"):
        story.begin(person=third, household=household)
    story.take("decline", reason="plans_changed")
    story.begin(person=third, household=household)


def test_nobody_who_only_stays_for_now_waits_for_a_number(story: Story) -> None:
    story.begin()
    household = story.pair.household
    story.begin(person=carry_out(a_person, "P002"), household=household)

    def welcomes_in_an_emergency() -> None:
        household.approved_kinds = [ArrangementKind.LIVE_IN, ArrangementKind.EMERGENCY]
        db.session.add(Offer(household_id=household.id, kind=ArrangementKind.EMERGENCY, spaces=1))

    carry_out(welcomes_in_an_emergency)
    in_need = carry_out(a_person, "P003", ArrangementKind.EMERGENCY)
    assert story.begin(ArrangementKind.EMERGENCY, person=in_need, household=household).arrangement
