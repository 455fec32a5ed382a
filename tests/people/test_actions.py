"""What may be done with a person's profile, and what is refused. Everybody here is invented."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from people import actions, queries
from people.models import Authority, AuthorityScope, ConsentFor, Person, PersonState
from scheme.clock import today
from scheme.database import carry_out, db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Change, Place, Role
from scheme.ways_of_living import HowOften, Noise, Stance, YesNo
from tests.ground.accounts import MakeAccount, MakeScheme
from tests.people.conftest import InScheme, MakePerson


def test_the_first_people_are_called_p001_and_p002(make_person: MakePerson) -> None:
    assert [make_person().reference, make_person().reference] == ["P001", "P002"]


def test_a_new_reference_is_one_more_than_the_highest_even_when_an_import_brought_its_own(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    with in_scheme():
        carry_out(actions.add_person, {"known_as": "Invented Al"}, "P0412")
        carry_out(actions.add_person, {"known_as": "Invented Bea"}, "LD/7")
    assert make_person().reference == "P413"


def test_a_reference_is_never_used_twice(in_scheme: InScheme, make_person: MakePerson) -> None:
    taken = make_person().reference
    with in_scheme(), pytest.raises(Refused, match="already somebody"):
        carry_out(actions.add_person, {"known_as": "Invented Al"}, taken.lower())


def test_two_schemes_count_their_own_people(make_person: MakePerson, make_scheme: MakeScheme) -> None:
    make_person()
    assert make_person(scheme=make_scheme()).reference == "P001"


@pytest.mark.parametrize("blank", [None, "", "   "])
def test_only_a_known_as_name_is_needed(in_scheme: InScheme, make_person: MakePerson, blank: str | None) -> None:
    person = make_person()
    with in_scheme():
        with pytest.raises(Refused) as nameless:
            carry_out(actions.add_person, {"known_as": blank})
        with pytest.raises(Refused) as unnamed:
            carry_out(actions.change_person, db.session.get_one(Person, person.id), {"known_as": blank}, 1)
    assert nameless.value.field == unnamed.value.field == "known_as"


def test_sealed_facts_are_not_in_the_table_as_they_were_told(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person(phone="01632 960001", bad_days="Loud drills")
    with in_scheme():
        kept = db.session.get_one(Person, person.id)
        assert (kept.phone, kept.bad_days) == ("01632 960001", "Loud drills")
        assert b"960001" not in (kept.phone_sealed or b"")
        assert b"drills" not in (kept.bad_days_sealed or b"")


def test_two_people_changing_different_things_are_not_in_each_others_way(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        carry_out(actions.change_person, row, {"good_life": "My own front door"}, person.version)
        carry_out(actions.change_person, row, {"noise": Noise.QUIET}, person.version)
        assert row is not None
        assert (row.good_life, row.noise, row.version) == ("My own front door", Noise.QUIET, 3)


def test_the_second_to_change_the_same_thing_is_shown_both_in_words(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    person = make_person(noise=Noise.QUIET, phone="1", interests={"gardening": Stance.LIKE}, languages=["welsh"])
    theirs = {"noise": Noise.LIVELY, "phone": "2", "interests": {"gardening": Stance.LOVE}, "languages": ["english"]}
    mine: dict[str, Any] = {
        "noise": None,
        "phone": "3",
        "interests": {},
        "languages": ["english"],
        "culture": "Eisteddfod",
    }
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        carry_out(actions.change_person, row, theirs, person.version)
        with pytest.raises(ChangedMeanwhile) as refusal:
            carry_out(actions.change_person, row, mine, person.version)
        assert refusal.value.changes == {
            "noise": ("Lively", ""),
            "phone": ("2", "3"),
            "interests": ("gardening: Love it", ""),
        }
        assert row is not None
        assert (row.noise, row.phone, row.culture) == (Noise.LIVELY, "2", None)
        carry_out(actions.change_person, row, mine, refusal.value.version)
        assert (row.noise, row.phone, row.culture) == (None, "3", "Eisteddfod")


def test_saving_what_is_there_already_changes_nothing_and_writes_no_record(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    person = make_person(good_life="A garden", phone="1")
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        written = len(db.session.exec(select(Change)).all())
        carry_out(actions.change_person, row, {"good_life": "A garden", "phone": "1"}, person.version)
        assert row is not None
        assert row.version == 1
        assert len(db.session.exec(select(Change)).all()) == written


def test_an_answer_without_a_version_overwrites_nothing_it_has_not_seen(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    person = make_person(good_life="A garden")
    with in_scheme(), pytest.raises(ChangedMeanwhile):
        carry_out(actions.change_person, db.session.get_one(Person, person.id), {"good_life": "A flat"}, None)


def test_anywhere_and_a_limit_cannot_both_be_true(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person(distance_limit_miles=10)
    with in_scheme(), pytest.raises(Refused) as refusal:
        carry_out(actions.change_person, db.session.get_one(Person, person.id), {"anywhere": YesNo.YES}, 1)
    assert refusal.value.field == "distance_limit_miles"


def test_none_needed_is_kept_apart_from_not_known(in_scheme: InScheme, make_person: MakePerson) -> None:
    unknown, none_needed = make_person(), make_person(access_needs=[], brings_pets=[])
    with in_scheme():
        known = [db.session.get_one(Person, each.id) for each in (unknown, none_needed)]
        assert [each.access_needs for each in known if each] == [None, []]
        assert [each.brings_pets for each in known if each] == [None, []]


# --- where somebody lives and goes -----------------------------------------------------------------------------------------


@pytest.fixture
def lancaster(in_scheme: InScheme) -> None:
    """One postcode that the places table knows."""
    with in_scheme():
        carry_out(db.session.add, Place(postcode="LA11AA", latitude=54.05, longitude=-2.8))


@pytest.mark.usefixtures("lancaster")
def test_where_somebody_lives_is_sealed_and_everybody_else_sees_a_square(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        home = carry_out(actions.change_home, row, {"postcode": "la1 1aa", "address": "1 Invented Street"}, None)
        assert row is not None
        assert row.home_id == home.id
        assert (home.area, home.postcode, home.address) == ("LA1", "LA1 1AA", "1 Invented Street")
        assert home.square is not None
        assert home.point == "54.05,-2.8"
        assert b"54.05" not in (home.point_sealed or b"")


def test_changing_the_home_does_not_move_it(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        home = carry_out(actions.change_home, row, {"postcode": "LA1", "address": "1 Invented Street"}, None)
        carry_out(actions.change_home, row, {"garden": YesNo.YES}, home.version)
        assert (home.garden, home.area, home.address) == (YesNo.YES, "LA1", "1 Invented Street")


def test_two_people_moving_the_same_home_are_shown_both(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        home = carry_out(actions.change_home, row, {"postcode": "LA1", "address": "1 Invented Street"}, None)
        seen = home.version
        carry_out(actions.change_home, row, {"postcode": "LA2", "address": "2 Invented Street"}, seen)
        with pytest.raises(ChangedMeanwhile) as refusal:
            carry_out(actions.change_home, row, {"postcode": "LA3", "address": "3 Invented Street"}, seen)
        assert refusal.value.changes["postcode"] == ("LA2", "LA3")


@pytest.mark.usefixtures("lancaster")
def test_a_place_that_matters_is_known_by_its_square_and_its_postcode_is_sealed(
    in_scheme: InScheme, make_person: MakePerson
) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        place = carry_out(
            actions.add_place, row, {"label": "Mum’s", "postcode": "la11aa", "how_often": HowOften.WEEKLY}
        )
        assert (place.postcode, place.version) == ("LA1 1AA", 1)
        assert place.cell is not None
        carry_out(actions.change_place, place, {"label": "Mum’s", "postcode": None}, 1)
        kept: tuple[Any, ...] = (place.postcode, place.cell, place.how_often)
        assert kept == (None, None, HowOften.WEEKLY)


def test_a_place_needs_a_postcode_that_is_one(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme(), pytest.raises(Refused) as refusal:
        carry_out(actions.add_place, db.session.get_one(Person, person.id), {"label": "Club", "postcode": "Lancaster"})
    assert refusal.value.field == "postcode"


def test_what_is_taken_off_stays_in_the_record(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        friend = carry_out(actions.add_to_circle, row, {"name": "Invented Jo"})
        carry_out(actions.remove, friend)
        assert row is not None
        assert queries.circle_of(row) == []
        removed = db.session.exec(select(Change).where(Change.what == "removed")).one()
        assert (removed.subject_id, removed.row_kind) == (person.id, "circle_person")


def test_somebody_is_met_at_one_of_the_persons_own_places(in_scheme: InScheme, make_person: MakePerson) -> None:
    mo, al = make_person(), make_person("Invented Al")
    with in_scheme():
        mine, theirs = (db.session.get_one(Person, one.id) for one in (mo, al))
        club = carry_out(actions.add_place, mine, {"label": "Club", "postcode": "LA1", "how_often": None})
        elsewhere = carry_out(actions.add_place, theirs, {"label": "Pub", "postcode": "LA1", "how_often": None})
        friend = carry_out(actions.add_to_circle, mine, {"name": "Jo", "meet_at_id": club.id})
        assert queries.place_met_at(friend) is club
        with pytest.raises(Refused) as refusal:
            carry_out(actions.change_in_circle, friend, {"meet_at_id": elsewhere.id}, friend.version)
        assert refusal.value.field == "meet_at_id"


def test_when_a_place_goes_it_is_not_known_where_people_meet(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        club = carry_out(actions.add_place, row, {"label": "Club", "postcode": "LA1", "how_often": None})
        friend = carry_out(actions.add_to_circle, row, {"name": "Jo", "meet_at_id": club.id})
        carry_out(actions.remove, club)
        assert (friend.meet_at_id, friend.name) == (None, "Jo")


# --- wishes ----------------------------------------------------------------------------------------------------------------


def test_a_scheme_is_asked_only_for_what_it_arranges(
    in_scheme: InScheme, make_person: MakePerson, make_scheme: MakeScheme
) -> None:
    homeshare = make_scheme(kind=SchemeKind.HOMESHARE)
    here, there = make_person(), make_person(scheme=homeshare)
    with in_scheme():
        carry_out(actions.add_wanted, db.session.get_one(Person, here.id), {"kind": ArrangementKind.LIVE_IN})
        with pytest.raises(Refused, match="does not arrange"):
            carry_out(actions.add_wanted, db.session.get_one(Person, here.id), {"kind": ArrangementKind.HOMESHARE})
    with in_scheme(homeshare):
        carry_out(actions.add_wanted, db.session.get_one(Person, there.id), {"kind": ArrangementKind.HOMESHARE})


def test_a_wish_ends_after_it_starts_and_is_written_once(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        wish = {"kind": ArrangementKind.SHORT_BREAK, "starts_on": today(), "ends_on": today() + timedelta(days=7)}
        row = db.session.get_one(Person, person.id)
        kept = carry_out(actions.add_wanted, row, wish)
        with pytest.raises(Refused, match="already"):
            carry_out(actions.add_wanted, row, wish)
        with pytest.raises(Refused, match="last day"):
            carry_out(actions.change_wanted, kept, wish | {"ends_on": today() - timedelta(days=1)}, 1)
        carry_out(actions.change_wanted, kept, wish | {"ends_on": today()}, 1)
        assert kept.ends_on == today()


# --- where things stand ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [None, -1, 0])
def test_a_break_has_a_day_to_ask_again(in_scheme: InScheme, make_person: MakePerson, days: int | None) -> None:
    person = make_person()
    with in_scheme():
        until = None if days is None else today() + timedelta(days=days)
        with pytest.raises(Refused) as refusal:
            carry_out(actions.set_state, db.session.get_one(Person, person.id), PersonState.PAUSED, until)
    assert refusal.value.field == "paused_until"


def test_coming_back_from_a_break_forgets_its_day(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        carry_out(actions.set_state, row, PersonState.PAUSED, today() + timedelta(days=30))
        assert row.paused_until == today() + timedelta(days=30)
        carry_out(actions.set_state, row, PersonState.READY)
        now: tuple[Any, ...] = (row.state, row.paused_until)
        assert now == (PersonState.READY, None)


def test_a_crisis_is_dated_and_not_known_is_never_no(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    assert (person.crisis, person.crisis_noted_on) == (None, None)
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        for crisis in (YesNo.YES, YesNo.NO, None):
            carry_out(actions.note_crisis, row, crisis)
            assert (row.crisis, row.crisis_noted_on) == (crisis, today())
        with pytest.raises(Refused, match="up to today"):
            carry_out(actions.note_crisis, row, YesNo.YES, today() + timedelta(days=1))


# --- consents and supporters -----------------------------------------------------------------------------------------------


def test_a_consent_is_given_once_taken_back_and_given_again(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        first = carry_out(actions.give_consent, row, ConsentFor.INTRODUCTIONS, "Nodded and smiled")
        with pytest.raises(Refused, match="already"):
            carry_out(actions.give_consent, row, ConsentFor.INTRODUCTIONS)
        carry_out(actions.withdraw_consent, first)
        carry_out(actions.give_consent, row, ConsentFor.INTRODUCTIONS)
        assert sorted(each.withdrawn_on is None for each in queries.consents_of(row)) == [False, True]


@pytest.mark.parametrize("authority", [Authority.ATTORNEY, Authority.DEPUTY, Authority.ADVOCATE])
def test_an_attorney_deputy_or_advocate_shows_what_they_have(
    in_scheme: InScheme, make_person: MakePerson, make_account: MakeAccount, authority: Authority
) -> None:
    person, supporter = make_person(), make_account(Role.SUPPORTER)
    with in_scheme(), pytest.raises(Refused) as refusal:
        carry_out(actions.give_authority, db.session.get_one(Person, person.id), supporter, {"authority": authority})
    assert refusal.value.field == "evidence"


@pytest.mark.parametrize(
    ("role", "authority"),
    [(Role.CARER, Authority.ASKED), (Role.SUPPORTER, Authority.SELF), (Role.PERSON, Authority.ASKED)],
)
def test_authority_fits_the_account(
    in_scheme: InScheme, make_person: MakePerson, make_account: MakeAccount, role: Role, authority: Authority
) -> None:
    person, account = make_person(), make_account(role)
    with in_scheme(), pytest.raises(Refused) as refusal:
        carry_out(actions.give_authority, db.session.get_one(Person, person.id), account, {"authority": authority})
    assert refusal.value.field == "email"


def test_an_authority_can_be_ended_today(
    in_scheme: InScheme, make_person: MakePerson, make_account: MakeAccount
) -> None:
    person, supporter = make_person(), make_account(Role.SUPPORTER)
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        link = carry_out(
            actions.give_authority, row, supporter, {"authority": Authority.ASKED, "scope": AuthorityScope.READ}
        )
        [own] = queries.own_people(supporter)
        assert not own.ended(today())
        assert not own.may_write
        carry_out(actions.end_authority, link)
        assert own.ended(today())


def test_fairness_answers_are_kept_apart_from_the_profile(in_scheme: InScheme, make_person: MakePerson) -> None:
    person = make_person()
    with in_scheme():
        row = db.session.get_one(Person, person.id)
        first = carry_out(actions.answer_monitoring, row, {"gender": "Woman"}, None)
        carry_out(actions.answer_monitoring, row, {"gender": None}, first.version)
        kept = queries.monitoring_of(row)
        assert kept is not None
        assert (kept.id, kept.gender, row.version) == (first.id, None, 1)
