"""Whatever a browser, a clumsy hand or an attacker sends, a form answers; it never falls over."""

from io import BytesIO

from flask import render_template_string
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from scheme.forms import (
    ChoiceField,
    ChoicesField,
    DateField,
    EmailField,
    Form,
    PhotographField,
    PickField,
    PostcodeField,
    Row,
    SpreadsheetField,
    StanceField,
    TextField,
    TimeField,
    WholeNumberField,
    WordsField,
)
from scheme.ways_of_living import DayRhythm, Pet

ROWS = [("Music", [Row("singing", "Singing")])]
PAGE = '{% from "parts/form.html" import form_block %}{{ form_block(form) }}'


class Everything(Form):
    text = TextField("Text", longest=30)
    words = WordsField("Words", longest=60)
    email = EmailField("Email")
    postcode = PostcodeField("Postcode")
    number = WholeNumberField("Number", most=9)
    choice = ChoiceField("Choice", choices=DayRhythm)
    pick = PickField("Pick", choices=[("a", "A")])
    several = ChoicesField("Several", choices=Pet, none_of_these="None")
    day = DateField("Day")
    time = TimeField("Time")
    stance = StanceField("Stance", groups=ROWS)
    photograph = PhotographField("Photograph")
    workbook = SpreadsheetField("Workbook")


NAMES = [
    "text", "words", "email", "postcode", "number", "choice", "pick", "several", "day", "day", "day", "time",
    "stance-singing", "photograph", "workbook", "version",
]  # fmt: skip

plausible = st.sampled_from(
    ["", " ", "\0", "a", "dog", "early", "love", "3", "31", "2", "1990", "CF10 3NQ", "a@b.example", "²"]
)
typed = st.one_of(plausible, st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
files = st.builds(lambda name, content: (BytesIO(content), name), typed, st.binary(max_size=10))
posts = st.lists(st.tuples(st.sampled_from(NAMES), st.one_of(typed, typed, files)), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=posts)
def test_any_post_is_answered_and_can_be_shown_again(app, pairs):
    with app.test_request_context(method="POST", data=MultiDict(pairs)):
        form = Everything()
        accepted = form.validate()
        page = render_template_string(PAGE, form=form)
    assert accepted == (not form.problems)
    assert "\0" not in page
    if accepted:
        assert "\0" not in repr({name: answer for name, answer in form.answers.items() if isinstance(answer, str)})
