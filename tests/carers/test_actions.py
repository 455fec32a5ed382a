"""The rules about households, each in words fit to show."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from carers import actions, queries
from carers.models import CheckKind, Household, HouseholdState, MemberKind
from scheme.changing import change
from scheme.clock import today
from scheme.database import carry_out, db, now
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account, Place, Role
from scheme.queries import conversations_with
from scheme.ways_of_living import AgeBand, Noise, Pet, YesNo
from tests.carers.conftest import AddHousehold, Inside, found
from tests.ground.accounts import MakeAccount, MakeScheme

DAY = timedelta(days=1)


def refused(field: str | None, action: Callable[..., Any], *arguments: Any) -> str:
    """What was said when it was refused at this field."""
    with pytest.raises(Refused) as refusal:
        carry_out(action, *arguments)
    assert refusal.value.field == field
    return refusal.value.message


# --- adding ------------------------------------------------------------------------------------------------------------


def test_a_name_is_enough_and_nothing_else_is_guessed(inside: Inside, add_household: AddHousehold) -> None:
    household_id = add_household("Ann and Joe")
    with inside():
        household = found(household_id)
        assert (household.reference, household.version, household.state) == ("H001", 1, HouseholdState.OFFERING)
        assert household.pets is None
        assert household.living_there is None
        assert household.availability_confirmed_at is None
        assert queries.supported_already(household, queries.members_of(household)) is None


def test_without_a_name_nothing_is_written_down(inside: Inside) -> None:
    with inside():
        refused("name", actions.add_household, {"name": None})
        assert queries.find(queries.Wanted()).total == 0


def test_references_go_on_from_the_highest(inside: Inside, add_household: AddHousehold) -> None:
    with inside():
        carry_out(actions.add_household, {"name": "From a spreadsheet"}, "H041")
        carry_out(actions.add_household, {"name": "From elsewhere"}, "HX-7")
        assert refused("reference", actions.add_household, {"name": "Twice"}, "h041")
    second = add_household("The next one")
    with inside():
        assert found(second).reference == "H042"
        assert queries.household_by_reference(" h042 ") is found(second)


# --- two people editing --------------------------------------------------------------------------------------------------


def test_the_second_editor_is_shown_what_the_first_one_changed_and_nothing_else(
    inside: Inside, household_id: UUID
) -> None:
    with inside():
        household = found(household_id)
        seen = household.version
        carry_out(actions.change_household, household, {"about_us": "We keep bees.", "noise": Noise.QUIET}, seen)
        yours = {"about_us": "We keep hens.", "noise": Noise.LIVELY, "culture": "Welsh"}
        with pytest.raises(ChangedMeanwhile) as meanwhile:
            carry_out(actions.change_household, household, yours, seen)
        assert meanwhile.value.changes == {
            "about_us": ("We keep bees.", "We keep hens."),
            "noise": ("Quiet", "Lively"),
        }
        assert (found(household_id).about_us, found(household_id).culture) == ("We keep bees.", None)
        carry_out(actions.change_household, household, yours, meanwhile.value.version)
        assert found(household_id).about_us == "We keep hens."


def test_different_questions_do_not_get_in_each_others_way(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        seen = household.version
        carry_out(actions.change_household, household, {"about_us": "We keep bees."}, seen)
        carry_out(actions.change_household, household, {"pets": [Pet.DOG], "phone": "01632 960001"}, seen)
        assert (found(household_id).about_us, found(household_id).pets, found(household_id).phone) == (
            "We keep bees.",
            ["dog"],
            "01632 960001",
        )


def test_a_sealed_answer_is_compared_too(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        carry_out(actions.change_household, household, {"phone": "01632 960001"}, 1)
        with pytest.raises(ChangedMeanwhile) as meanwhile:
            carry_out(actions.change_household, household, {"phone": "01632 960002"}, 1)
        assert meanwhile.value.changes == {"phone": ("01632 960001", "01632 960002")}


# --- who lives there -----------------------------------------------------------------------------------------------------


def test_only_a_child_has_an_age_band(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        child = {"kind": MemberKind.CHILD, "age_band": AgeBand.FIVE_TO_TEN}
        carry_out(actions.add_member, household, child)
        carry_out(actions.add_member, household, child | {"kind": MemberKind.ADULT, "name": "Nain"})
        assert [member.label for member in queries.members_of(household)] == ["Nain", "Child, 5 to 10"]
        assert queries.members_of(household)[0].age_band is None


def test_a_fourth_person_supported_is_refused_in_shared_lives(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        for name in ("Bea", "Cai", "Dot"):
            carry_out(actions.add_member, household, {"kind": MemberKind.RESIDENT, "name": name})
        assert "No more than 3" in refused("kind", actions.add_member, household, {"kind": MemberKind.RESIDENT})
        adult = carry_out(actions.add_member, household, {"kind": MemberKind.ADULT})
        refused("kind", actions.change_member, adult, {"kind": MemberKind.RESIDENT}, adult.version)
        refused("living_there", actions.change_household, household, {"living_there": 4}, household.version)
        assert queries.supported_already(household, queries.members_of(household)) == 3


def test_homeshare_has_no_cap_no_panel_and_no_home_of_theirs(inside: Inside, homeshare_worker: Account) -> None:
    with inside(homeshare_worker):
        household = carry_out(actions.add_household, {"name": "Invented Sharer"})
        for _ in range(4):
            carry_out(actions.add_member, household, {"kind": MemberKind.RESIDENT})
        refused(None, actions.change_approval, household, {"panel_on": today()}, household.version)
        refused(None, actions.change_home, household, {"garden": YesNo.YES}, None)
        refused("kind", actions.add_offer, household, {"kind": ArrangementKind.LIVE_IN})
        assert carry_out(actions.add_offer, household, {"kind": ArrangementKind.HOMESHARE, "spaces": 1}).version == 1


def test_whoever_moves_out_leaves_the_list_and_their_account_leaves_the_pages(
    inside: Inside, household_id: UUID, carer: Account
) -> None:
    with inside():
        (member,) = queries.members_of(found(household_id))
        assert queries.own_household(carer) is found(household_id)
        carry_out(actions.member_left, member)
        assert queries.members_of(found(household_id)) == []
        assert queries.own_household(carer) is None


def test_an_account_opens_one_household_and_is_a_carers(
    inside: Inside, household_id: UUID, carer: Account, make_account: MakeAccount
) -> None:
    person = make_account(Role.PERSON)
    with inside():
        other = carry_out(actions.add_member, found(household_id), {"kind": MemberKind.CARER, "name": "Joe"})
        assert "already belongs" in refused(None, actions.give_account, other, carer)
        assert "not a carer" in refused(None, actions.give_account, other, person)


def test_only_a_carer_without_an_account_is_invited(inside: Inside, household_id: UUID, carer: Account) -> None:
    with inside():
        household = found(household_id)
        joe = carry_out(actions.add_member, household, {"kind": MemberKind.CARER, "name": "Joe"})
        nain = carry_out(actions.add_member, household, {"kind": MemberKind.ADULT, "name": "Nain"})
        ann = queries.members_of(household)[0]
        refused("email", actions.invite, ann, "ann2@example.org")
        refused("email", actions.invite, nain, "nain@example.org")
        refused("email", actions.invite, joe, None)
        refused("email", actions.invite, joe, carer.email.upper())
        assert joe.account_id is None
        account = carry_out(actions.invite, joe, "joe@example.org")
        opened: tuple[Any, ...] = (account.role, account.name, joe.account_id)
        assert opened == (Role.CARER, "Joe", account.id)
        carry_out(actions.member_left, joe)
        refused("email", actions.invite, joe, "joe3@example.org")


# --- the home ------------------------------------------------------------------------------------------------------------


def test_the_pin_moves_only_when_the_desk_moves_it(inside: Inside, household_id: UUID) -> None:
    with inside():
        carry_out(db.session.add, Place(postcode="LA14XX", latitude=54.05, longitude=-2.8))
        household = found(household_id)
        carry_out(actions.change_home, household, {"garden": YesNo.YES, "words": "A long thin house"}, None)
        home = queries.home_of(household)
        assert home is not None
        assert (home.garden, home.cell, home.area) == (YesNo.YES, None, None)
        carry_out(actions.move_home, household, "1 Invented Row", "la1 4xx", home.version)
        assert (home.address, home.postcode, home.area) == ("1 Invented Row", "LA1 4XX", "LA1")
        assert home.cell is not None
        assert home.point == "54.05,-2.8"
        refused("postcode", actions.move_home, household, None, "Lancaster", home.version)
        assert home.postcode == "LA1 4XX"


def test_two_workers_moving_the_same_home_see_each_other(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        carry_out(actions.move_home, household, "1 Invented Row", "LA1", None)
        home = queries.home_of(household)
        assert home is not None
        seen = home.version
        carry_out(actions.move_home, household, "2 Invented Row", "LA1", seen)
        with pytest.raises(ChangedMeanwhile) as meanwhile:
            carry_out(actions.move_home, household, "3 Invented Row", "LA1", seen)
        assert meanwhile.value.changes == {"address": ("2 Invented Row", "3 Invented Row")}


# --- what they offer ------------------------------------------------------------------------------------------------------


def test_an_offer_may_be_vague_but_not_impossible(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        offer = carry_out(actions.add_offer, household, {"kind": ArrangementKind.SHORT_BREAK})
        assert offer.spaces is None
        refused("kind", actions.add_offer, household, {"kind": ArrangementKind.HOMESHARE})
        refused("spaces", actions.change_offer, offer, {"spaces": 4}, offer.version)
        refused("ends_on", actions.change_offer, offer, {"starts_on": today(), "ends_on": today() - DAY}, offer.version)
        carry_out(actions.change_offer, offer, {"spaces": 2, "when": "weekends"}, offer.version)
        now: tuple[Any, ...] = (offer.spaces, offer.version)
        assert now == (2, 2)
        carry_out(actions.remove_offer, offer)
        assert queries.offers_of(household) == []


def test_a_scheme_may_choose_two_spaces_at_most(
    make_scheme: MakeScheme, make_account: MakeAccount, inside: Inside
) -> None:
    careful = make_account(Role.WORKER, scheme=make_scheme(numbers={"people_in_one_home": 2}))
    with inside(careful):
        household = carry_out(actions.add_household, {"name": "Ann and Joe"})
        message = refused("spaces", actions.add_offer, household, {"kind": ArrangementKind.LIVE_IN, "spaces": 3})
        assert message == "A home may have from 0 to 2 spaces."


def test_one_tap_says_that_it_is_still_right(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        assert household.availability_is_stale(today(), 30)
        carry_out(actions.confirm_availability, household)
        assert not household.availability_is_stale(today(), 30)
        assert household.availability_is_stale(today() + 31 * DAY, 30)
        assert household.version == 1, "nobody editing the profile is disturbed"


def test_changing_spaces_says_the_rest_is_right_and_overwrites_nobody(inside: Inside, carer: Account) -> None:
    with inside():
        household = queries.own_household(carer)
        assert household is not None
        live_in, breaks = queries.offers_of(household)
        versions = {live_in.id: live_in.version, breaks.id: breaks.version}
        carry_out(actions.change_spaces, household, {live_in.id: 0, uuid4(): 3}, versions)
        assert (live_in.spaces, breaks.spaces) == (0, 1)
        assert household.availability_confirmed_at is not None
        with pytest.raises(ChangedMeanwhile):
            carry_out(actions.change_spaces, household, {live_in.id: 2, breaks.id: 2}, versions)
        assert (live_in.spaces, breaks.spaces) == (0, 1), "nothing of a refused change is kept"
        refused(f"spaces-{breaks.id}", actions.change_spaces, household, {breaks.id: 4}, versions)


def test_time_away(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        refused("starts_on", actions.add_time_away, household, {})
        refused("ends_on", actions.add_time_away, household, {"starts_on": today() - DAY})
        refused("ends_on", actions.add_time_away, household, {"starts_on": today() + DAY, "ends_on": today()})
        away = carry_out(actions.add_time_away, household, {"starts_on": today() + DAY, "words": "At the sea"})
        assert (away.ends_on, queries.away_of(household, today())) == (today() + DAY, [away])
        carry_out(actions.change_time_away, away, {"starts_on": today(), "ends_on": today() + 9 * DAY}, away.version)
        assert queries.away_of(household, today() + 10 * DAY) == []
        carry_out(actions.remove_time_away, away)
        assert queries.away_of(household) == []


# --- approval and checks -----------------------------------------------------------------------------------------------


def test_the_next_review_comes_after_the_panel(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        kinds = {"panel_on": date(2026, 1, 5), "approved_kinds": [ArrangementKind.LIVE_IN]}
        carry_out(actions.change_approval, household, kinds, household.version)
        refused("approval_review_on", actions.change_approval, household, {"approval_review_on": date(2026, 1, 4)}, 2)
        assert (household.panel_on, household.approval_review_on) == (date(2026, 1, 5), None)


def test_a_check_belongs_to_somebody_who_lives_there(
    inside: Inside, add_household: AddHousehold, household_id: UUID
) -> None:
    elsewhere = add_household("Next door")
    with inside():
        household = found(household_id)
        stranger = carry_out(actions.add_member, found(elsewhere), {"kind": MemberKind.CARER})
        joe = carry_out(actions.add_member, household, {"kind": MemberKind.CARER, "name": "Joe"})
        refused("kind", actions.add_check, household, {})
        refused("member_id", actions.add_check, household, {"kind": CheckKind.DBS, "member_id": stranger.id})
        refused("done_on", actions.add_check, household, {"kind": CheckKind.DBS, "done_on": today() + DAY})
        check = carry_out(actions.add_check, household, {"kind": CheckKind.DBS, "member_id": joe.id, "number": "001"})
        refused("expires_on", actions.change_check, check, {"done_on": today(), "expires_on": today() - DAY}, 1)
        never = carry_out(actions.add_check, household, {"kind": CheckKind.FIRST_AID})
        carry_out(actions.change_check, check, {"expires_on": today()}, check.version)
        assert queries.checks_of(household) == [check, never]
        carry_out(actions.remove_check, never)
        assert queries.checks_of(household) == [check]


# --- where things stand ------------------------------------------------------------------------------------------------


def test_a_break_has_a_last_day_and_other_states_have_none(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        refused("paused_until", actions.change_state, household, HouseholdState.PAUSED, today() - DAY, 1)
        carry_out(actions.change_state, household, HouseholdState.PAUSED, today() + DAY, 1)
        carry_out(actions.change_state, household, HouseholdState.OFFERING, today() + DAY, 2)
        assert (household.state, household.paused_until) == (HouseholdState.OFFERING, None)


def test_a_conversation_is_noted_on_a_day_that_has_been(inside: Inside, household_id: UUID, worker: Account) -> None:
    with inside():
        household = found(household_id)
        refused("on", actions.record_conversation, household, worker, today() + DAY)
        carry_out(actions.record_conversation, household, worker, None, "We talked about the garden.")
        refused(None, actions.record_conversation, household, worker, today(), "We talked about the garden.")
        ((conversation, name),) = conversations_with(household)
        assert (conversation.on, conversation.words, name) == (today(), "We talked about the garden.", worker.name)


def test_what_is_private_is_sealed(inside: Inside, household_id: UUID) -> None:
    with inside():
        household = found(household_id)
        carry_out(actions.change_household, household, {"phone": "01632 960001", "notes": "A note"}, 1)
        kept = db.session.connection().exec_driver_sql("SELECT phone_sealed, notes_sealed FROM household").one()
        assert all(b"01632" not in bytes(value) and b"note" not in bytes(value) for value in kept)


# --- many hands --------------------------------------------------------------------------------------------------------


def test_households_added_at_the_same_moment_get_different_references(inside: Inside, app: Any) -> None:
    def add(number: int) -> str:
        with inside():
            return carry_out(actions.add_household, {"name": f"Invented {number}"}).reference

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(add, range(8))) == [f"H{number:03}" for number in range(1, 9)]


def test_of_many_editors_at_once_exactly_one_wins(inside: Inside, household_id: UUID) -> None:
    def edit(number: int) -> bool:
        with inside():
            try:
                carry_out(lambda: change(found(household_id), {"about_us": f"Story {number}"}, 1))
            except ChangedMeanwhile:
                return False
            return True

    with ThreadPoolExecutor(4) as threads:
        won = list(threads.map(edit, range(6)))
    assert won.count(True) == 1
    with inside():
        assert found(household_id).about_us == f"Story {won.index(True)}"
        assert isinstance(found(household_id), Household)
        assert found(household_id).created_at <= now()
