"""Who does what for somebody, on one page: the placemat."""

from sqlmodel import Field

from people.models.person import OfPerson
from scheme.database import choice
from scheme.words import Words


class PlacematPlace(Words):
    """The six places of a placemat (DOMAIN §5), and what is somebody's own beside it."""

    SUPPORT = "support", "Support"
    INFORMATION = "information", "Information"
    PLANNING = "planning", "Planning"
    FAMILY_AND_FRIENDS = "family_and_friends", "Family and friends"
    OPPORTUNITIES = "opportunities", "Opportunities"
    PARTNERSHIPS = "partnerships", "Working together"
    MONEY = "money", "Their own money"
    HOUSING = "housing", "Their own home"


class Whose(Words):
    """Who somebody on a placemat is. A life that stands on one of these alone stands badly."""

    THEMSELVES = "themselves", "The person themselves"
    CLOSE_TO_THEM = "close_to_them", "Family or a friend"
    AROUND_THEM = "around_them", "Somebody where they live or work"
    US = "us", "Our scheme"
    OTHER_SERVICE = "other_service", "Another organisation"


class PlacematLine(OfPerson, table=True):
    """One line of somebody's placemat: who, and what they do."""

    __tablename__ = "placemat_line"

    place: PlacematPlace = choice(PlacematPlace, nullable=False)
    whose: Whose = choice(Whose, nullable=False)
    who: str = Field(max_length=120)
    does: str = Field(max_length=300)
