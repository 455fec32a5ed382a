"""Making the demo: each scheme in one transaction, so that it is there as a whole or not at all."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import TypeVar
from uuid import UUID, uuid4

from flask import g
from sqlmodel import col, select

from carers.models import Household
from matching.compatibility.ranking import Ranked, top
from matching.demo import accounts, at_home, leading, living_together, pictures, safety, talking
from matching.demo.districts import positions
from matching.demo.drawing_lots import SEED
from matching.demo.homesharing import Homesharers, Householders
from matching.demo.households import Households
from matching.demo.leading_homes import written_household, written_households
from matching.demo.people import People
from matching.demo.plots import HOMESHARE, SHARED_LIVES, Plot
from matching.demo.sharing import Sharing
from matching.demo.story import YES, Story
from matching.lifecycle import Stage
from matching.models import Arrangement, Feels, VisitKind
from matching.queries.arrangements import pairs
from matching.queries.profiles import household_profiles, households_offering, person_profiles
from matching.queries.scores import terms
from people import actions as people_actions
from people.models import Person, PersonState
from scheme.actions import set_number
from scheme.clock import today
from scheme.database import carry_out, db, enter_scheme
from scheme.errors import Refused
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.models import Account, Conversation, Message, Place, Scheme, WhichConversation
from scheme.queries import our_scheme

NAMES = {
    SchemeKind.SHARED_LIVES: "Lune Valley Shared Lives (invented)",
    SchemeKind.HOMESHARE: "Bay and Fells Homeshare (invented)",
}

CONTACT = "The scheme’s office: 01632 960100 (an invented number that rings nowhere)"

PEOPLE, HOUSEHOLDS = 120, 90
HOUSEHOLDERS, HOMESHARERS = 20, 30

Row = TypeVar("Row", Person, Household)

STORIES_OF_A_HOUSEHOLD, STORIES_OF_A_HOMESHARER = 2, 1
"""In Shared Lives a household may have two stories if it has the room; a homesharer has one (our judgement)."""

FOUR, ONE_MORE = 4, 3
"""How many introductions somebody has side by side here, and how many more households could be put forward to Josie."""

CANDIDATES = 40
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
    josie, written = leading.josie(workers[0], by_email), written_households(workers[0], by_email)
    shared = written_household(living_together.THEIR_HOME, workers[0], by_email["living.carer@example.org"])
    two = living_together.two_people(workers[0], by_email)
    theirs = [*workers[:5], workers[0]]  # the one to sign in as comes first, and has the most to look at
    make_person, make_household = People(rng, theirs, workers), Households(rng, theirs, workers)
    people = _made(make_person.one, PEOPLE, after=1 + len(two))
    households = _made(make_household.one, HOUSEHOLDS, after=len(written) + 1)
    pictures.hang(drawn, [*written, shared, *households])
    living_together.live_together(rng, workers[0], *two, shared, written[0])
    teller = _Teller(rng, workers, people, STORIES_OF_A_HOUSEHOLD)
    teller.used[shared.id] = STORIES_OF_A_HOUSEHOLD
    _about_josie(teller, josie, written)
    _one_more_for_josie(teller, josie, by_email["manager@example.org"])
    talking.josie_writes(josie, written[0], by_email, workers[0])
    talking.somebody_wishes(josie, written[0], by_email)
    teller.tell_all(SHARED_LIVES, people)
    _somebody_else_is_waiting(teller)
    safety.kept_apart(rng, people, households)
    safety.handed_over(workers, people)
    safety.plan_for_now(workers, people)
    safety.risks(workers[0], josie)
    at_home.supported_at_home(Sharing(workers, Household).named(workers[-1]))
    _end()


def _homeshare(scheme_id: UUID, drawn: pictures.Drawn) -> None:
    rng = Random(SEED)  # noqa: S311 - the same scheme each time
    workers, by_email = _begin(scheme_id, SchemeKind.HOMESHARE)
    dorothy, amara = leading.dorothy(workers[0], by_email), leading.amara(workers[0], by_email)
    make_person, make_household = Householders(rng, workers[:1], workers), Homesharers(rng, workers[:1], workers)
    people = _made(make_person.one, HOUSEHOLDERS)
    households = _made(make_household.one, HOMESHARERS)
    pictures.hang(drawn, [amara, *households])
    teller = _Teller(rng, workers, [dorothy, *people], STORIES_OF_A_HOMESHARER)
    Story.put_forward(rng, workers[0], dorothy, amara, ArrangementKind.HOMESHARE, 2)
    teller.used.update([dorothy.id, amara.id])
    teller.tell(Plot(ArrangementKind.HOMESHARE, 4, lambda story: story.answers(1, household=YES)), dorothy)
    teller.tell_all(HOMESHARE, people)
    _end()


MAKE = {SchemeKind.SHARED_LIVES: _shared_lives, SchemeKind.HOMESHARE: _homeshare}


def _made(one: Callable[[int], Row], last: int, after: int = 1) -> list[Row]:
    """The numbers after those written by hand, up to ``last``. Each is written to the database at one go, which is much quicker."""
    rows = []
    for number in range(after + 1, last + 1):
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

    def __init__(self, rng: Random, workers: Sequence[Account], people: Sequence[Person], most: int) -> None:
        self.rng, self.workers, self.terms = rng, {worker.id: worker for worker in workers}, terms()
        self.first, self.most = workers[0], most
        self.people = person_profiles([person for person in people if person.state is PersonState.READY])
        self.households = {household.reference: household for household in households_offering()}
        self.profiles = list(household_profiles(list(self.households.values())).values())
        self.best: dict[ArrangementKind, dict[str, tuple[Ranked, ...]]] = {}
        self.used = Counter[UUID]()

    def tell_all(self, plots: Sequence[Plot], people: Sequence[Person]) -> None:
        """Tell each plot of the first person in line that it suits. Raises ``LookupError`` if it suits nobody."""
        ready = [person for person in people if person.id in self.people]
        wished = {key: {wish.kind for wish in profile.wishes} for key, profile in self.people.items()}
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
        """Households high on somebody's list that are not in as many stories as they may be. Everybody is ranked at once."""
        if kind not in self.best:
            asking = [profile.wishing_only(kind) for profile in self.people.values()]
            self.best[kind] = top(asking, self.profiles, CANDIDATES, self.terms.weights, self.terms.rules)
        found = (self.households[ranked.reference] for ranked in self.best[kind][person.reference])
        return (household for household in found if self.used[household.id] < self.most)


def _has_been_listened_to(person: Person, worker: Account, days_ago: int) -> None:
    """Before anything else somebody listened."""
    about = select(Conversation.id).where(Conversation.about_id == person.id)
    if db.session.exec(about).first() is None:
        words = "A first long conversation, to listen and connect."
        on = today() - timedelta(days=days_ago + 7)
        people_actions.record_conversation(person, worker, on, WhichConversation.LISTEN, words)


def _about_josie(teller: _Teller, josie: Person, written: Sequence[Household]) -> None:
    """Josie has two households to answer about, and a third that she is getting to know."""
    ruth, nasreen, bev = written
    told = (
        (
            bev,
            19,
            "A dog that needs walking every day, the soaps, and a bus that stops outside. And Bev is good company.",
            _getting_to_know,
        ),
        (
            nasreen,
            3,
            "A kitchen full of people and film night on Fridays. Layla would want to show you the hens.",
            _household_says_yes,
        ),
        (
            ruth,
            2,
            "Josie loves baking and dogs; at Ruth and Colin's there is plenty of both, and a bus to the café.",
            None,
        ),
    )
    for household, days_ago, why, rest in told:
        story = Story.put_forward(teller.rng, teller.first, josie, household, ArrangementKind.LIVE_IN, days_ago, why)
        if rest:
            rest(story)
        teller.used.update([josie.id, household.id, household.id])


def _one_more_for_josie(teller: _Teller, josie: Person, manager: Account) -> None:
    """The manager lets people get to know four side by side, and those next on Josie's list are not asked about two others already:
    whoever looks round as her worker can put somebody forward."""
    db.session.flush()  # what came before is the worker's
    worker, g.acting = g.acting, manager
    set_number("introductions_at_once", FOUR, our_scheme().number("introductions_at_once"))
    db.session.flush()
    g.acting = worker
    asking = [person_profiles([josie])[josie.id].wishing_only(ArrangementKind.LIVE_IN)]
    (found,) = top(asking, teller.profiles, CANDIDATES, teller.terms.weights, teller.terms.rules).values()
    free = (teller.households[one.reference] for one in found)
    for household in islice((one for one in free if not teller.used[one.id]), ONE_MORE):
        teller.used[household.id] = teller.most - 1


def _household_says_yes(story: Story) -> None:
    story.answers(1, household=YES)


def _getting_to_know(story: Story) -> None:
    story.answers(16, person=YES)
    story.answers(15, household=YES)
    story.introduce(14)
    story.visit(VisitKind.TEA, 8, Feels.HAPPY, Feels.VERY_HAPPY)
    story.visit(VisitKind.MEAL, -3, hour=17)


def _somebody_else_is_waiting(teller: _Teller) -> None:
    """Whoever began a trial last had also been put forward to a household that has heard nothing since."""
    trials = (Arrangement.stage == Stage.TRIAL, Arrangement.kind == ArrangementKind.LIVE_IN)
    begun = max(pairs(*trials), key=lambda pair: pair.arrangement.trial_starts_on or date.min)
    teller.tell(Plot(ArrangementKind.LIVE_IN, 8, _household_says_yes), begun.person)
