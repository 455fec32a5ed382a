"""What somebody types is taken kindly."""

import pytest

from scheme.forms import EmailField, Form, PostcodeField, TextField, WholeNumberField, WordsField


class AboutTomos(Form):
    known_as = TextField("What do you like to be called?", needed="Please tell us what to call you.", longest=20)
    good_life = WordsField("A good life", longest=100, why="We ask this because it comes first.")


class Details(Form):
    email = EmailField("Email")
    postcode = PostcodeField("Postcode")
    nights = WholeNumberField("Nights", most=31)


def test_spaces_around_an_answer_are_not_part_of_it(send):
    assert send(AboutTomos, ("known_as", "  Tomos "), ("good_life", "a garden\r\na dog")).answers == {
        "known_as": "Tomos",
        "good_life": "a garden\na dog",
    }


def test_an_empty_answer_is_none(send):
    assert send(AboutTomos, ("known_as", "Tomos"), ("good_life", "   ")).answers["good_life"] is None


def test_an_answer_that_was_not_sent_changes_nothing(send):
    form = send(AboutTomos, ("known_as", "Tomos"), stored={"good_life": "by the sea"})
    assert form.answers["good_life"] == "by the sea"


def test_a_needed_answer_is_asked_for_in_its_own_words(send):
    form = send(AboutTomos, ("known_as", " "))
    assert [(problem.message, problem.field_id) for problem in form.problems] == [
        ("Please tell us what to call you.", "known_as")
    ]


def test_too_many_words_are_counted_and_kept_in_the_box(send, drawn):
    form = send(AboutTomos, ("known_as", "T" * 21))
    assert form.problems[0].message == "Please use 20 characters or fewer. This has 21."
    assert "T" * 21 in drawn(form)


def test_a_line_break_counts_once_however_the_browser_sends_it(send):
    assert not send(AboutTomos, ("known_as", "T"), ("good_life", "a\r\n" * 49 + "b")).problems


def test_a_hidden_nul_character_is_refused_kindly_and_never_drawn(send, drawn):
    form = send(AboutTomos, ("known_as", "To\0mos"))
    assert "hidden character" in form.problems[0].message
    assert "\0" not in drawn(form)
    assert 'value="Tomos"' in drawn(form)


def test_a_question_says_why_it_is_asked(empty, drawn):
    assert "We ask this because it comes first." in drawn(empty(AboutTomos))


def test_an_answer_never_becomes_part_of_the_page(send, drawn):
    assert "<script>" not in drawn(send(AboutTomos, ("known_as", '"><script>')))


@pytest.mark.parametrize(
    ("written", "kept"),
    [("cf103nq", "CF10 3NQ"), (" CF10  3NQ", "CF10 3NQ"), ("cf10", "CF10"), ("e1", "E1"), ("SW1A 1AA", "SW1A 1AA")],
)
def test_a_postcode_is_tidied(send, written, kept):
    assert send(Details, ("postcode", written)).answers["postcode"] == kept


@pytest.mark.parametrize("written", ["Cardiff", "CF10 3N", "ZZ9 9ZZ", "CF10 3NQQ", "１", "CF10\0"])
def test_what_is_no_postcode_is_asked_again(send, written):
    form = send(Details, ("postcode", written))
    assert form.problems[0].field_id == "postcode"
    assert form.answers["postcode"] is None


@pytest.mark.parametrize(("written", "kept"), [("0", 0), (" 31 ", 31), ("1 0", 10), ("", None)])
def test_a_whole_number_is_read(send, written, kept):
    assert send(Details, ("nights", written)).answers["nights"] == kept


@pytest.mark.parametrize("written", ["32", "-1", "−1", "two", "1.5", "9" * 19, "²"])
def test_a_number_out_of_reach_says_what_would_do(send, written):
    form = send(Details, ("nights", written))
    assert form.problems[0].message == "Please write a whole number from 0 to 31."


def test_an_email_address_is_checked_but_not_looked_up(send):
    assert send(Details, ("email", "nerys@example.org")).answers["email"] == "nerys@example.org"
    assert "name@example.org" in send(Details, ("email", "nerys at example")).problems[0].message
