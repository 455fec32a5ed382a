"""Files somebody chose."""

from io import BytesIO

import pytest

from scheme.forms import Form, PhotographField, SpreadsheetField


class Papers(Form):
    photograph = PhotographField("A photograph")
    workbook = SpreadsheetField("A spreadsheet")


def test_a_photograph_arrives_as_it_is(send):
    form = send(Papers, ("photograph", (BytesIO(b"light"), "Garden.JPG")))
    assert form.answers["photograph"].filename == "Garden.JPG"
    assert form.answers["workbook"] is None


@pytest.mark.parametrize("name", ["garden.svg", "garden.jpg.exe", "garden"])
def test_another_kind_of_file_is_refused(send, name):
    assert "JPEG, PNG or WebP" in send(Papers, ("photograph", (BytesIO(b""), name))).problems[0].message


def test_words_where_a_file_belongs_are_no_file(send):
    assert send(Papers, ("workbook", "people.xlsx")).answers["workbook"] is None


def test_a_form_with_a_file_says_so(empty):
    assert empty(Papers).has_file
