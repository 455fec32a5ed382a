"""How many people a home would hold on the days that count."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matching.compatibility.occupancy import in_words, needs_every_day, overlap, people_on, shared_wishes
from matching.compatibility.pairs import pair
from matching.compatibility.profiles import Dates, Offer, Taken, Wish
from scheme.kinds import ArrangementKind
from tests.matching.compatibility.invented import TODAY, household, person

LIVE_IN, SHORT_BREAK = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK
days = st.integers(0, 30).map(lambda number: TODAY + timedelta(days=number))


def stretch(first: date, last: date) -> Dates:
    """From the earlier to the later of two days."""
    return Dates(min(first, last), max(first, last))


stretches = st.builds(stretch, days, days)
open_stretches = st.builds(Dates, st.none() | days, st.none())


def test_a_date_is_written_as_people_say_it() -> None:
    assert in_words(date(2027, 3, 3)) == "3 March 2027"


def test_the_wishes_that_meet_an_offer_keep_the_persons_order() -> None:
    mine = person(wishes=(Wish(SHORT_BREAK), Wish(ArrangementKind.KINSHIP), Wish(LIVE_IN)))
    theirs = household(offers=(Offer(LIVE_IN), Offer(SHORT_BREAK)))
    assert [wish.kind for wish in shared_wishes(pair(mine, theirs))] == [SHORT_BREAK, LIVE_IN]


def test_living_somewhere_needs_every_day_and_short_breaks_from_now_on_do_not() -> None:
    assert needs_every_day(Wish(LIVE_IN))
    assert needs_every_day(Wish(SHORT_BREAK, Dates(None, TODAY)))
    assert not needs_every_day(Wish(SHORT_BREAK))


def test_both_ends_of_a_stay_are_days_of_it() -> None:
    assert overlap(Dates(None, TODAY), Dates(TODAY, None))
    assert not overlap(Dates(None, TODAY), Dates(TODAY + timedelta(days=1), None))


def test_what_is_over_before_today_takes_no_place() -> None:
    last_year = Taken(LIVE_IN, Dates(date(2026, 1, 1), date(2026, 12, 31)))
    assert people_on(Wish(LIVE_IN, Dates(date(2026, 6, 1))), [last_year], TODAY) == 0


@given(stretches, st.lists(stretches | open_stretches, max_size=6))
def test_the_fullest_day_is_found_without_looking_at_each(window: Dates, stays: list[Dates]) -> None:
    assert window.starts
    assert window.ends
    length = (window.ends - window.starts).days + 1
    each_day = [window.starts + timedelta(days=number) for number in range(length)]
    fullest = max(sum(overlap(stay, Dates(day, day)) for stay in stays) for day in each_day)
    taken = [Taken(SHORT_BREAK, stay) for stay in stays]
    assert people_on(Wish(SHORT_BREAK, window), taken, TODAY) == fullest
