"""Turning the pages of a long list."""

from hypothesis import given
from hypothesis import strategies as st

from scheme.pages import A_PAGE, asked_number, part_of
from wsgi import create_app


@given(total=st.integers(0, 200), asked=st.integers(1, 50), size=st.integers(1, 60))
def test_a_page_is_the_part_it_says_it_is(total: int, asked: int, size: int) -> None:
    rows = list(range(1, total + 1))
    page = part_of(rows, asked, size)
    assert page.number == min(asked, page.pages)
    assert list(page.rows) == rows[page.first - 1 : page.first - 1 + size]
    assert page.total == total


@given(total=st.integers(0, 200), size=st.integers(1, 60))
def test_the_pages_together_are_the_whole_list(total: int, size: int) -> None:
    rows = list(range(total))
    pages = [part_of(rows, number, size) for number in range(1, part_of(rows, 1, size).pages + 1)]
    assert [row for page in pages for row in page.rows] == rows


def test_something_else_is_shown_for_each_row_and_the_page_stays_the_same() -> None:
    page = part_of(range(60), 2).showing(["a", "b"])
    assert (page.rows, page.number, page.total, page.size, page.first) == (["a", "b"], 2, 60, A_PAGE, 26)


def test_nonsense_in_the_address_means_the_first_page() -> None:
    app = create_app()
    for text, number in {"3": 3, "0": 1, "-2": 1, "two": 1, "²": 1, "٣": 1, "": 1, "9999999": 1, "1.5": 1}.items():
        with app.test_request_context(query_string={"page": text}):
            assert asked_number() == number
