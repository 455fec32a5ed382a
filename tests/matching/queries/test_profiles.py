"""What the score is told of where people and homes are."""

from matching.queries.profiles import household_profiles, person_profiles
from people import actions
from scheme.database import db
from scheme.models import Place
from scheme.ways_of_living import HowOften
from tests.matching.conftest import Inside, a_household, a_person


def test_without_places_the_score_is_told_districts_and_never_a_postcode(inside: Inside) -> None:
    with inside():
        person, household = a_person(), a_household()
        actions.add_place(person, {"label": "Mum", "postcode": "la1 4xx", "how_often": HowOften.WEEKLY})
        db.session.flush()
        (place,) = person_profiles([person])[person.id].places
        home = household_profiles([household])[household.id].home
        assert (place.cell, place.district) == (None, "LA1")
        assert home is not None
        assert (home.cell, home.district) == (None, "LA1")


def test_with_places_it_is_told_squares_too(inside: Inside) -> None:
    with inside():
        person = a_person()
        db.session.add(Place(postcode="LA1", latitude=54.05, longitude=-2.8))
        db.session.flush()
        actions.add_place(person, {"label": "Mum", "postcode": "LA1 4XX", "how_often": HowOften.WEEKLY})
        db.session.flush()
        (place,) = person_profiles([person])[person.id].places
        assert place.cell is not None
        assert place.district == "LA1"


def test_a_place_whose_postcode_is_taken_away_is_nowhere(inside: Inside) -> None:
    with inside():
        person = a_person()
        kept = actions.add_place(person, {"label": "Mum", "postcode": "LA1 4XX", "how_often": None})
        db.session.flush()
        actions.change_place(kept, {"label": "Mum", "postcode": "", "how_often": None}, kept.version)
        db.session.flush()
        (place,) = person_profiles([person])[person.id].places
        assert (place.cell, place.district) == (None, None)
