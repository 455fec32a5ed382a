"""Making the demo: each scheme in one transaction, so that it is there as a whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import TypeVar
from uuid import UUID, uuid4

from flask import g
from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.ranking import top
from matching.demo import accounts, leading, pictures
from matching.demo.districts import positions
from matching.demo.drawing_lots import SEED
from matching.demo.homesharing import Homesharers, Householders
from matching.demo.households import Households
from matching.demo.people import People
from matching.demo.plots import HOMESHARE, SHARED_LIVES, Plot
from matching.demo.story import YES, Story
from matching.models import Feels, KeepApart, VisitKind
from matching.queries.profiles import household_profiles, households_offering, person_profiles
from matching.queries.scores import terms
from people import actions as people_actions
from people.models import Person, PersonState
from scheme.clock import today
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Account, Conversation, Message, Place, Scheme, WhichConversation

NAMES = {
    SchemeKind.SHARED_LIVES: "Lune Valley Shared Lives (invented)",
    SchemeKind.HOMESHARE: "Bay and Fells Homeshare (invented)",
}

CONTACT = "Everybody here is invented. Ring 01632 960100, a number that rings nowhere, or write to worker@example.org."

PEOPLE, HOUSEHOLDS = 120, 90
HOUSEHOLDERS, HOMESHARERS = 20, 30

Row = TypeVar("Row", Person, Household)

STORIES_OF_A_HOUSEHOLD = 2
"""In Shared Lives a household may have two stories at once if it has the room; a homesharer has one (our judgement)."""

CANDIDATES = 14
"""How far down the list of who might suit a story looks for a household that has room (our judgement)."""


def missing() -> list[SchemeKind]:
    """Which of the two demo schemes are not there yet."""
    there = set(db.session.exec(select(Scheme.name)).all())
    return [kind for kind, name in NAMES.items() if name not in there]


def build(kind: SchemeKind) -> None:
    """Make one demo scheme with everything in it. Raises ``Refused`` when an address of its accounts is taken."""
    scheme_id = uuid4()
    enter_scheme(scheme_id)
    drawn = pictures.keep_all(kind, Random(SEED))  # noqa: S311 - the same pictures each time
    carry_out(MAKE[kind], scheme_id, drawn)
    g.pop("acting", None)
    enter_scheme(None)


def _begin(scheme_id: UUID, kind: SchemeKind) -> tuple[list[Account], dict[str, Account]]:
    db.session.add(Scheme(id=scheme_id, name=NAMES[kind], kind=kind, contact=CONTACT))
    db.session.flush()
    workers, by_email = accounts.open_accounts(kind)
    g.acting = workers[0]
    known = set(db.session.exec(select(Place.postcode).where(col(Place.postcode).in_(positions()))).all())
    for postcode, (latitude, longitude) in positions().items():
        if postcode not in known:
            db.session.add(Place(postcode=postcode, latitude=latitude, longitude=longitude))
    db.session.flush()
    return workers, by_email


def _shared_lives(scheme_id: UUID, drawn: pictures.Drawn) -> None:
    rng = Random(SEED)  # noqa: S311 - the same scheme each time
    workers, by_email = _begin(scheme_id, SchemeKind.SHARED_LIVES)
    josie, ruth = leading.josie(workers[0], by_email), leading.ruth_and_colin(workers[0], by_email)
    make_person, make_household = People(rng, workers), Households(rng, workers)
    people = _made(make_person.one, PEOPLE)
    households = _made(make_household.one, HOUSEHOLDS)
    pictures.hang(drawn, [ruth, *households])
    teller = _Teller(rng, workers)
    _about_josie(teller, josie, ruth)
    teller.tell_all(SHARED_LIVES, people)
    _kept_apart(rng, people, households)
    _end()


def _homeshare(scheme_id: UUID, drawn: pictures.Drawn) -> None:
    rng = Random(SEED)  # noqa: S311 - the same scheme each time
    workers, by_email = _begin(scheme_id, SchemeKind.HOMESHARE)
    dorothy, amara = leading.dorothy(workers[0], by_email), leading.amara(workers[0], by_email)
    make_person, make_household = Householders(rng, workers), Homesharers(rng, workers)
    people = _made(make_person.one, HOUSEHOLDERS)
    households = _made(make_household.one, HOMESHARERS)
    pictures.hang(drawn, [amara, *households])
    teller = _Teller(rng, workers, homeshare=True)
    Story.put_forward(rng, workers[0], dorothy, amara, ArrangementKind.HOMESHARE, 2)
    teller.used.update([dorothy.id, amara.id])
    teller.tell(Plot(ArrangementKind.HOMESHARE, 4, lambda story: story.answers(1, household=YES)), dorothy)
    teller.tell_all(HOMESHARE, people)
    _end()


MAKE = {SchemeKind.SHARED_LIVES: _shared_lives, SchemeKind.HOMESHARE: _homeshare}


def _made(one: Callable[[int], Row], last: int) -> list[Row]:
    """Numbers 2 to ``last``; number 1 was written by hand. Each is written to the database at one go, which is much quicker."""
    rows = []
    for number in range(2, last + 1):
        with db.session.no_autoflush:
            rows.append(one(number))
        db.session.flush()
    return rows


def _end() -> None:
    """What was sent along the way was about days long gone, so nobody is written to."""
    for message in db.session.exec(select(Message)):
        db.session.delete(message)


# --- who has a story with whom ---------------------------------------------------------------------------------------------


class _Teller:
    """Finds each plot somebody it suits and a household high on their list, and tells it."""

    def __init__(self, rng: Random, workers: Sequence[Account], *, homeshare: bool = False) -> None:
        self.rng, self.workers, self.terms = rng, {worker.id: worker for worker in workers}, terms()
        self.first = workers[0]
        self.households = {household.reference: household for household in households_offering()}
        self.profiles = list(household_profiles(list(self.households.values())).values())
        self.used = Counter[UUID]()
        self.most = 1 if homeshare else STORIES_OF_A_HOUSEHOLD

    def tell_all(self, plots: Sequence[Plot], people: Sequence[Person]) -> None:
        """Tell each plot of the first person in line that it suits. Raises ``LookupError`` if it suits nobody."""
        ready = [person for person in people if person.state is PersonState.READY]
        wished = {key: {wish.kind for wish in each.wishes} for key, each in person_profiles(ready).items()}
        for plot in plots:
            line = (one for one in ready if one.id not in self.used and plot.kind in wished[one.id])
            if not any(self.tell(plot, person) for person in line):
                raise LookupError(f"nobody is left for {plot}")

    def tell(self, plot: Plot, person: Person) -> bool:
        """Tell one plot of one person with the first household that has room. Whether there was one."""
        for household in self._who_might_suit(person, plot.kind):
            try:
                with db.session.begin_nested():
                    worker = self.workers.get(person.named_worker_id or self.first.id, self.first)
                    _has_been_listened_to(person, worker, plot.days)
                    story = Story.put_forward(self.rng, worker, person, household, plot.kind, plot.days)
                    plot.tell(story)
            except Refused:
                continue
            self.used[person.id] += 1
            self.used[household.id] += 1
            return True
        return False

    def _who_might_suit(self, person: Person, kind: ArrangementKind) -> Iterator[Household]:
        profile = person_profiles([person])[person.id].wishing_only(kind)
        free = [each for each in self.profiles if self.used[self.households[each.reference].id] < self.most]
        best = top([profile], free, CANDIDATES, self.terms.weights, self.terms.rules)[profile.reference]
        return (self.households[ranked.reference] for ranked in best)


def _has_been_listened_to(person: Person, worker: Account, days_ago: int) -> None:
    """Before anything else somebody listened."""
    about = select(Conversation.id).where(Conversation.about_id == person.id)
    if db.session.exec(about).first() is None:
        words = "A first long conversation, to listen and connect."
        on = today() - timedelta(days=days_ago + 7)
        people_actions.record_conversation(person, worker, on, WhichConversation.LISTEN, words)


def _about_josie(teller: _Teller, josie: Person, ruth: Household) -> None:
    """Josie has two households to answer about, and a third that she is getting to know."""
    rng, worker, kind = teller.rng, teller.first, ArrangementKind.LIVE_IN
    why = "Josie loves baking and dogs; at Ruth and Colin's there is plenty of both, and a bus to the café."
    story = Story.put_forward(rng, worker, josie, ruth, kind, 2, why)
    story.answers(1)
    teller.used.update([josie.id, ruth.id, ruth.id])
    teller.tell(Plot(kind, 3, lambda story: story.answers(1, household=YES)), josie)
    teller.tell(Plot(kind, 19, _getting_to_know), josie)


def _getting_to_know(story: Story) -> None:
    story.answers(16, person=YES)
    story.answers(15, household=YES)
    story.introduce(14)
    story.visit(VisitKind.TEA, 8, Feels.HAPPY, Feels.VERY_HAPPY)
    story.visit(VisitKind.MEAL, -3, hour=17)


def _kept_apart(rng: Random, people: Sequence[Person], households: Sequence[Household]) -> None:
    """Two pairs that must not be brought together; seen only at the desk."""
    for person, household in zip(rng.sample(people, 2), rng.sample(households, 2), strict=True):
        apart = KeepApart(person_id=person.id, household_id=household.id)
        apart.words = "Families fell out years ago; both asked for this."
        db.session.add(apart)
