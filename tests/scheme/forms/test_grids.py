"""How somebody feels about many things, on one form and without a script."""

from scheme.forms import Form, Row, StanceField, TemperField
from scheme.forms.chosen_lists import animal_rows
from scheme.forms.reading import lines
from scheme.ways_of_living import Pet

MUSIC = ("Music", [Row("singing", "Singing"), Row("choir", "Choirs", "musical-note")])
OUTSIDE = ("Outside", [Row("garden", "Gardens")])


class Likes(Form):
    interests = StanceField("What do you like?", groups=[MUSIC, OUTSIDE], why="We ask this to find company.")


def test_each_thing_may_be_loved_liked_not_for_me_or_left(send):
    form = send(Likes, ("interests-singing", "love"), ("interests-choir", "not_for_me"), ("interests-garden", ""))
    assert form.answers["interests"] == {"singing": "love", "choir": "not_for_me"}


def test_an_answer_taken_back_is_gone_and_one_not_sent_stays(send):
    stored = {"interests": {"singing": "love", "choir": "like"}}
    assert send(Likes, ("interests-singing", ""), stored=stored).answers["interests"] == {"choir": "like"}
    assert stored == {"interests": {"singing": "love", "choir": "like"}}


def test_an_answer_whose_thing_has_left_the_list_is_kept(send):
    form = send(Likes, ("interests-singing", "like"), stored={"interests": {"quilting": "love"}})
    assert form.answers["interests"] == {"quilting": "love", "singing": "like"}


def test_an_answer_nobody_offered_is_refused_once(send):
    form = send(Likes, ("interests-singing", "adore"), ("interests-choir", "\0"))
    assert len(form.problems) == 1
    assert form.problems[0].field_id == "interests"


def test_groups_fold_away_until_something_in_them_is_answered(empty, drawn):
    page = drawn(empty(Likes, interests={"garden": "love"}))
    assert page.count("<details") == 2
    assert page.count("open>") == 1
    assert "1 chosen" in page
    assert "2 to look at" in page


def test_each_row_of_answers_is_named_by_its_thing(empty, drawn):
    page = drawn(empty(Likes))
    assert 'aria-labelledby="interests-singing-label"' in page
    assert 'id="interests-singing-label"' in page


class Animals(Form):
    tempers = TemperField("How is each with people?", groups=animal_rows())


def test_each_animal_is_described_by_itself_and_read_in_one_line(send):
    form = send(Animals, ("tempers-dog", "lively"), ("tempers-cat", "shy"), ("tempers-bird", ""))
    assert form.answers["tempers"] == {"dog": "lively", "cat": "shy"}
    (line,) = lines(form, object())
    assert (line.question, line.words) == ("How is each with people?", "dog: lively, cat: shy")


def test_only_animals_that_are_there_are_asked_about(empty):
    form = empty(Animals)
    form.tempers.ask_about(None)
    assert len(form.tempers.groups[0].rows) == len(Pet)
    form.tempers.ask_about(["cat"])
    assert [row.key for row in form.tempers.groups[0].rows] == ["cat"]
