"""Answers from a list: one, one of many, or several; and the difference between "none" and "not known"."""

from uuid import UUID

import pytest

from scheme.forms import ChoiceField, ChoicesField, Form, PickField
from scheme.forms.choices import NOT_ON_THE_LIST
from scheme.ways_of_living import DayRhythm, Pet, YesNo

ANGHARAD = UUID(int=1)


class Home(Form):
    rhythm = ChoiceField("When does the day start?", choices=DayRhythm, pictures={"early": "sun"})
    agreed = ChoiceField("Do you agree?", choices=YesNo, needed="Please say yes or no.")
    pets = ChoicesField("Animals", choices=Pet, none_of_these="No animals")
    days = ChoicesField("Days", choices=[("mon", "Monday"), ("tue", "Tuesday")])
    worker = PickField("Named worker", choices=[(str(ANGHARAD), "Angharad Pugh")])


AGREED = ("agreed", "yes")


def test_a_choice_is_a_member_of_its_list(send):
    assert send(Home, ("rhythm", "late"), AGREED).answers["rhythm"] is DayRhythm.LATE


def test_not_known_is_none_and_not_an_error(send):
    form = send(Home, ("rhythm", ""), AGREED, stored={"rhythm": DayRhythm.EARLY})
    assert form.answers["rhythm"] is None
    assert not form.problems


def test_a_needed_choice_offers_no_not_known_and_asks_in_its_own_words(send, empty, drawn):
    assert send(Home).problems[0].message == "Please say yes or no."
    agreed = empty(Home).agreed
    assert agreed.not_known is None


@pytest.mark.parametrize("name", ["rhythm", "pets", "days", "worker"])
@pytest.mark.parametrize("value", ["midnight", "\0", "EARLY"])
def test_an_answer_that_is_not_on_the_list_is_refused(send, name, value):
    assert send(Home, (name, value), AGREED).problems[0].message == NOT_ON_THE_LIST


def test_several_answers_come_in_the_order_of_the_list_once_each(send):
    assert send(Home, ("pets", "cat"), ("pets", "dog"), ("pets", "cat"), AGREED).answers["pets"] == [Pet.DOG, Pet.CAT]


def test_nothing_ticked_is_not_known_where_there_is_a_box_for_none(send):
    assert send(Home, AGREED).answers["pets"] is None
    assert send(Home, ("pets", ""), AGREED).answers["pets"] == []


def test_nothing_ticked_is_an_empty_list_where_there_is_no_such_box(send):
    assert send(Home, AGREED, stored={"days": ["mon"]}).answers["days"] == []


def test_none_and_something_cannot_both_be_ticked(send):
    assert "not both" in send(Home, ("pets", ""), ("pets", "dog"), AGREED).problems[0].message


def test_a_stored_answer_is_shown_chosen(empty, drawn):
    page = drawn(empty(Home, rhythm=DayRhythm.EARLY, pets=["dog"], worker=ANGHARAD))
    assert 'value="early" checked' in page
    assert 'value="dog" checked' in page
    assert f'<option value="{ANGHARAD}" selected>' in page


def test_a_stored_none_and_a_stored_not_known_look_different(empty, drawn):
    box_for_none = 'name="pets" type="checkbox" value="" checked'
    assert box_for_none in drawn(empty(Home, pets=[]))
    assert box_for_none not in drawn(empty(Home, pets=None))


def test_choices_may_be_given_after_the_form_is_made(app):
    with app.test_request_context(method="POST", data={"worker": "7", "agreed": "no"}):
        form = Home()
        form.worker.choices = [("7", "Colin Tate")]
        assert form.validate()
        assert form.answers["worker"] == "7"
