"""What every form does: gives its answers, shows what went wrong, and loses nothing."""

from flask import Flask, render_template_string

from scheme.errors import ChangedMeanwhile, Refused
from scheme.forms import Form, TextField
from scheme.forms.base import OPEN_TOO_LONG

PAGE = '{% from "parts/form.html" import form_block %}{{ form_block(form) }}'


class Names(Form):
    known_as = TextField("Known as")
    full_name = TextField("Full name")


def drawn(app: Flask, form: Form) -> str:
    with app.test_request_context():
        return render_template_string(PAGE, form=form)


def test_answers_are_the_questions_and_nothing_else(send):
    form = send(Names, ("known_as", "Tomos"), ("version", "3"), ("made_up", "x"))
    assert form.answers == {"known_as": "Tomos", "full_name": None}
    assert form.version.data == 3


def test_a_version_that_is_no_number_is_no_version(send):
    for nonsense in ["", "three", "-1", "²", "9" * 30, "1\0"]:
        assert send(Names, ("version", nonsense)).version.data is None


def test_the_version_of_what_is_shown_travels_with_the_form(app, empty):
    assert 'name="version" type="hidden" value="7"' in drawn(app, empty(Names, version=7))


def test_a_refused_rule_stands_at_its_field(app, send):
    form = send(Names, ("known_as", "Tomos"))
    form.refuse(Refused("That name is taken.", field="known_as"))
    page = drawn(app, form)
    assert 'href="#known_as">That name is taken.</a>' in page
    assert page.count("That name is taken.") == 2


def test_a_refused_rule_without_a_field_stands_at_the_top(app, send):
    form = send(Names, ("known_as", "Tomos"))
    form.refuse(Refused("Three people already live there."))
    assert drawn(app, form).count("Three people already live there.") == 1


def test_somebody_else_saved_first_and_both_are_shown(app, send):
    form = send(Names, ("known_as", "Tomos"), ("version", "3"))
    form.refuse(ChangedMeanwhile({"known_as": ("Tom", "Tomos")}), version=4)
    page = drawn(app, form)
    assert "They saved</span> Tom<" in page
    assert "You wrote</span> Tomos<" in page
    assert 'name="version" type="hidden" value="4"' in page
    assert 'value="Tomos"' in page


def test_a_page_open_for_too_long_keeps_every_word(app):
    app.config["WTF_CSRF_ENABLED"] = True
    with app.test_request_context(method="POST", data={"known_as": "Tomos", "csrf_token": "yesterday"}):
        form = Names()
        assert not form.validate()
        assert [problem.message for problem in form.problems] == [OPEN_TOO_LONG]
        assert 'value="Tomos"' in render_template_string(PAGE, form=form)
