"""Other ways to live that were talked about: nobody settles into the first thing that was offered."""

from datetime import date

from sqlmodel import Field

from people.models.person import OfPerson
from scheme.database import chosen
from scheme.encryption import sealed
from scheme.words import Words


class OtherWay(Words):
    """Another way to live than moving in with the household in question."""

    STAYING_HOME = "staying_home", "Staying where they are, with support"
    FAMILY = "family", "Living with family"
    OWN_HOME = "own_home", "A home of their own"
    FRIENDS = "friends", "Sharing with friends"
    OTHER_HOUSEHOLDS = "other_households", "Other households"
    SHORT_STAYS = "short_stays", "Short breaks or days, and living where they live now"
    NOT_NOW = "not_now", "Not moving for now"
    SOMETHING_ELSE = "something_else", "Something else"


class TalkOfOtherWays(OfPerson, table=True):
    """A talk about other ways: which, when, with whom, and what the person thought of them."""

    __tablename__ = "talk_of_other_ways"

    ways: list[OtherWay] = chosen()
    talked_on: date
    with_whom: str = Field(max_length=200)
    words_sealed: bytes | None = None
    words = sealed("words")
