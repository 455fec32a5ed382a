"""Invented householders, whose home it is, and homesharers, who would come to live there: Homeshare turns the home round."""

from datetime import timedelta

from carers import actions as carers
from carers.models import Household, MemberKind
from matching.demo import words_of_households as theirs
from matching.demo.districts import DISTRICTS
from matching.demo.drawing_lots import Deck, perhaps
from matching.demo.giving import what_a_homesharer_gives, what_a_householder_gives
from matching.demo.households import Households
from matching.demo.names import LANES
from matching.demo.people import People
from matching.demo.phrases import LOVED, SHARED
from matching.demo.ways import background, how_they_live, in_words
from people import actions as people
from people.models import Person, PersonState
from scheme.clock import today
from scheme.database import now
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import ChildrenAtHome, HouseholdShape, Pet, SupportLevel, YesNo


class Householders(People):
    """Makes one invented householder after another."""

    def one(self, number: int) -> Person:
        """Somebody older or on their own with a room to spare, and their home."""
        rng, deck = self.rng, self._lives()
        of = background(rng)
        known_as, full_name, pronouns = self._name(rng.choice((of.women, of.women, of.men)), of.surnames, of.women)
        lives = how_they_live(rng, of, LOVED)
        interests = lives["interests"]
        answers = lives | {
            "known_as": known_as,
            "full_name": full_name,
            "pronouns": perhaps(rng, 60, pronouns),
            "date_of_birth": today() - timedelta(days=rng.randint(60, 91) * 365),
            "good_life": in_words(deck, interests, LOVED),
            "liked_for": perhaps(rng, 75, in_words(self.decks["LIKED_FOR"], interests, LOVED)),
            "matters_to_me": perhaps(rng, 60, in_words(self.decks["MATTERS"], interests, LOVED, 1)),
            "brings_pets": perhaps(rng, 80, rng.choice(([], [], [Pet.CAT], [Pet.DOG]))),
            "children_at_home": perhaps(rng, 70, ChildrenAtHome.NONE),
            "support_level": perhaps(rng, 70, SupportLevel.LOW),
            "night_support": perhaps(rng, 60, YesNo.NO),
            "crisis": perhaps(rng, 80, YesNo.NO),
            "state": PersonState.READY if rng.random() < 0.85 else PersonState.EXPLORING,
            "named_worker_id": self.sharing.named(rng.choice(self.drawn)).id,
            "first_contact_on": today() - timedelta(days=rng.randint(20, 400)),
        }
        gives = what_a_householder_gives(number, answers["brings_pets"] or [])
        person = people.add_person(answers | gives, reference=f"DP{number:03}")
        self._home(person)
        people.add_wanted(person, {"kind": ArrangementKind.HOMESHARE})
        self._circle(person)
        self._consents(person)
        self._spoken_with(person)
        return person

    def _lives(self) -> Deck[str]:
        return self.decks.setdefault("HOUSEHOLDER", Deck(self.rng, theirs.HOUSEHOLDER_LIFE))

    def _home(self, person: Person) -> None:
        rng, district = self.rng, self.rng.choice(DISTRICTS)
        home = {
            "postcode": rng.choice(district.postcodes()),
            "address": f"{rng.randint(1, 60)} {rng.choice(LANES)}, {district.town}",
            "setting": perhaps(rng, 80, district.setting),
            "bedrooms": rng.randint(2, 5),
            "stairs": perhaps(rng, 75, rng.choice((YesNo.YES, YesNo.YES, YesNo.NO))),
            "garden": perhaps(rng, 75, YesNo.YES),
            "bus_nearby": perhaps(rng, 65, rng.choice((YesNo.YES, YesNo.NO))),
        }
        people.change_home(person, home, None)


class Homesharers(Households):
    """Makes one invented homesharer after another."""

    def one(self, number: int) -> Household:
        """One adult who would come to live in somebody's home."""
        rng = self.rng
        of = background(rng)
        shape = rng.choice((HouseholdShape.ONE_WOMAN, HouseholdShape.ONE_WOMAN, HouseholdShape.ONE_MAN))
        names, name = self._name(of, shape)
        lives = how_they_live(rng, of, SHARED)
        about = self.decks.setdefault("ABOUT", Deck(rng, theirs.HOMESHARER_ABOUT))
        share = self.decks.setdefault("SHARE", Deck(rng, theirs.HOMESHARER_SHARE))
        answers = lives | {
            "name": name,
            "shape": shape,
            "about_us": in_words(about, lives["interests"], LOVED | SHARED),
            "can_share": perhaps(rng, 80, in_words(share, lives["interests"], LOVED | SHARED, 1)),
            "pets": perhaps(rng, 85, []),
        }
        answers["named_worker_id"] = self.sharing.named(rng.choice(self.drawn)).id
        household = carers.add_household(answers | what_a_homesharer_gives(number), f"DH{number:03}")
        carers.add_member(household, {"kind": MemberKind.CARER, "name": names[0]})
        starts_on = today() + timedelta(days=rng.randint(5, 60)) if rng.random() < 0.2 else None
        offer = {"kind": ArrangementKind.HOMESHARE, "spaces": perhaps(rng, 95, 1), "starts_on": starts_on}
        carers.add_offer(household, offer)
        household.availability_confirmed_at = now() - timedelta(days=rng.randint(1, 60))
        return household
