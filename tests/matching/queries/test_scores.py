"""The weights in use, and who could be put beside whom."""

from carers.models import HouseholdState
from matching.compatibility.weights import DEFAULT_WEIGHTS
from matching.models import WeightsVersion
from matching.queries import scores
from people.models import PersonState
from scheme.database import carry_out, db
from scheme.kinds import ArrangementKind
from scheme.queries import our_scheme
from scheme.ways_of_living import Noise
from tests.matching.conftest import Inside, a_household, a_person


def test_a_scheme_that_published_nothing_uses_the_defaults(inside: Inside) -> None:
    with inside():
        assert scores.current_version() is None
        assert scores.current_weights() is DEFAULT_WEIGHTS


def test_a_way_of_fitting_that_is_no_more_stops_nothing(inside: Inside) -> None:
    with inside():
        carry_out(db.session.add, WeightsVersion(number=1, weights={"long_forgotten": 4, "noise": 9}))
        weights = scores.current_weights()
        assert (weights.of("noise"), weights.of("faith")) == (9, DEFAULT_WEIGHTS.of("faith"))


def test_only_households_that_offer_are_looked_at(inside: Inside) -> None:
    with inside():
        person = a_person()
        a_household("H001", noise=Noise.QUIET)
        a_household("H002", state=HouseholdState.PAUSED)
        found = scores.households_for(scores.person_profile(person), scores.terms()).all
        assert [each.row.reference for each in found] == ["H001"]
        assert found[0].row.reference == found[0].household.reference == found[0].ranked.reference


def test_only_people_who_are_looking_are_looked_at(inside: Inside) -> None:
    with inside():
        household = a_household()
        for reference, state in zip(("P001", "P002", "P003"), PersonState, strict=False):
            a_person(reference, state=state)
        found = scores.people_for(scores.household_profile(household), scores.terms()).all
        assert {each.row.reference for each in found} == {"P001", "P002"}


def test_the_scheme_s_own_numbers_are_the_rules(inside: Inside) -> None:
    with inside():
        person, household = a_person(), a_household(living_there=2)
        our_scheme().numbers = {"people_in_one_home": 2}
        found = scores.households_for(scores.person_profile(person), scores.terms())
        [ruled_out] = found.ruled_out
        assert ruled_out.row.id == household.id
        assert not found.suiting


def test_kinds_are_told_once_each_in_the_usual_order(inside: Inside) -> None:
    with inside():
        household = a_household(kind=ArrangementKind.SHORT_BREAK)
        assert list(scores.kinds_offered(scores.household_profile(household))) == [ArrangementKind.SHORT_BREAK]
