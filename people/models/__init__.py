"""A person seeking support and everything that is part of their profile, by noun."""

from people.models.enquiries import Agrees, Enquiry, EnquiryOutcome
from people.models.other_ways import OtherWay, TalkOfOtherWays
from people.models.person import (
    OWN_WORDS,
    Authority,
    AuthorityScope,
    CirclePerson,
    Closeness,
    Consent,
    ConsentFor,
    Monitoring,
    OfPerson,
    Person,
    PersonAccount,
    PersonPlace,
    PersonState,
    WantedArrangement,
)
from people.models.placemat import PlacematLine, PlacematPlace, Whose

__all__ = [
    "OWN_WORDS",
    "Agrees",
    "Authority",
    "AuthorityScope",
    "CirclePerson",
    "Closeness",
    "Consent",
    "ConsentFor",
    "Enquiry",
    "EnquiryOutcome",
    "Monitoring",
    "OfPerson",
    "OtherWay",
    "Person",
    "PersonAccount",
    "PersonPlace",
    "PersonState",
    "PlacematLine",
    "PlacematPlace",
    "TalkOfOtherWays",
    "WantedArrangement",
    "Whose",
]
