"""An invented scheme with a worker, a person who wants a home to share, and households that offer one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask, g

from carers.models import Household, Member, MemberKind, Offer
from matching.actions import agreeing, answering, clearing, proposing, signing, stepping, trying, visiting
from matching.actions.signing import Signed
from matching.agreements.costs import Amount, Payer, Per
from matching.agreements.kinds import AgreedHow, Party, SignedBy
from matching.lifecycle import Stage
from matching.models import AnswerWord, Arrangement, Feels, Side, VisitKind
from matching.queries import agreements, arrangements
from matching.queries.money import costs_asked
from people.actions import add_talk_of_other_ways
from people.models import OtherWay, Person, WantedArrangement
from scheme.clock import local_moment, today
from scheme.database import carry_out, db, enter_scheme
from scheme.kinds import ArrangementKind
from scheme.models import Account, Conversation, Home, Role, Scheme
from scheme.ways_of_living import YesNo
from tests.ground.accounts import MakeAccount

Inside = Callable[..., Any]


def other_ways(days_ago: int = 0) -> dict[str, Any]:
    """A talk about other ways to live; inside an application."""
    talked_on = today() - timedelta(days=days_ago)
    return {"ways": [OtherWay.STAYING_HOME], "talked_on": talked_on, "with_whom": "Their sister"}


@pytest.fixture
def worker(make_account: MakeAccount) -> Account:
    """A worker of the scheme."""
    return make_account(Role.WORKER, name="Invented Wyn")


@pytest.fixture
def manager(make_account: MakeAccount) -> Account:
    """The scheme's manager."""
    return make_account(Role.MANAGER, name="Invented Mair")


@pytest.fixture
def inside(app: Flask, scheme: Scheme, worker: Account) -> Inside:
    """``with inside(): …``: a session inside the scheme, on behalf of the worker or of another account."""

    @contextmanager
    def inside(account: Account = worker) -> Iterator[None]:
        with app.app_context():
            enter_scheme(scheme.id)
            g.acting = account
            yield
            db.session.rollback()

    return inside


def a_person(reference: str = "P001", kind: ArrangementKind = ArrangementKind.LIVE_IN, **facts: Any) -> Person:
    """Somebody whose essentials are known: no crisis, no access needs, any distance."""
    known = {
        "known_as": f"Invented {reference}",
        "crisis": YesNo.NO,
        "access_needs": [],
        "night_support": YesNo.NO,
        "brings_pets": [],
    }
    person = Person(reference=reference, **(known | facts))
    db.session.add(person)
    db.session.flush()
    db.session.add(WantedArrangement(person_id=person.id, kind=kind))
    return person


def a_household(
    reference: str = "H001", kind: ArrangementKind = ArrangementKind.LIVE_IN, spaces: int = 1, **facts: Any
) -> Household:
    """A household, approved and with space."""
    home = Home(area="LA1")
    db.session.add(home)
    db.session.flush()
    known: dict[str, Any] = {
        "name": f"Invented {reference}",
        "home_id": home.id,
        "living_there": 0,
        "approved_kinds": [kind],
        "panel_on": today() - timedelta(days=400),
        "approval_review_on": today() + timedelta(days=300),
    }
    household = Household(reference=reference, **(known | facts))
    db.session.add(household)
    db.session.flush()
    db.session.add(Offer(household_id=household.id, kind=kind, spaces=spaces))
    return household


def a_member(household: Household, kind: MemberKind, name: str) -> Member:
    """Somebody in the household."""
    member = Member(household_id=household.id, kind=kind, name=name)
    db.session.add(member)
    return member


class Story:
    """One pair on its way, told in the order things happen. Every verb is one action in its own transaction."""

    def __init__(self, inside: Inside, worker: Account) -> None:
        self.inside, self.worker = inside, worker
        self.arrangement_id: UUID | None = None

    def __enter__(self) -> "Story":
        self._opened = self.inside()
        self._opened.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._opened.__exit__(*error)

    @property
    def pair(self) -> arrangements.Pair:
        """The two and their arrangement, as they are now."""
        assert self.arrangement_id is not None
        found = arrangements.pair(self.arrangement_id)
        assert found is not None
        return found

    @property
    def arrangement(self) -> Arrangement:
        """The arrangement as it is now."""
        return self.pair.arrangement

    def begin(
        self, kind: ArrangementKind = ArrangementKind.LIVE_IN, *, person: Any = None, household: Any = None
    ) -> "Story":
        """Two who might suit, put forward."""

        def make() -> UUID:
            them = person or a_person(kind=kind), household or a_household(kind=kind)
            db.session.flush()
            return proposing.propose(self.worker, *them, kind).id

        self.arrangement_id = carry_out(make)
        return self

    def both_say(self, word: AnswerWord) -> "Story":
        """Both sides answer what is being asked; once they try it out, at the meeting where they decide together."""
        if self.arrangement.stage is Stage.TRIAL:
            said = {"on": today(), "who_came": "Everybody", "person_said": word.label, "household_said": word.label}
            carry_out(trying.meet_to_decide, self.worker, self.pair, said)
        for side in Side:
            carry_out(answering.answer, self.worker, self.pair, side, word)
        return self

    def visit(self, days_ago: int, kind: VisitKind = VisitKind.TEA) -> "Story":
        """A visit that has been, felt by both."""

        def plan_and_feel() -> None:
            visit = visiting.plan_visit(self.pair, kind, local_moment(today() - timedelta(days=days_ago)))
            for side in Side:
                visiting.feel(self.worker, visit, side, Feels.HAPPY)

        carry_out(plan_and_feel)
        return self

    def plan(self, in_days: int, kind: VisitKind = VisitKind.TEA) -> UUID:
        """A visit to come."""
        starts_at = local_moment(today() + timedelta(days=in_days))
        return carry_out(lambda: visiting.plan_visit(self.pair, kind, starts_at).id)

    def take(self, step: str, account: Account | None = None, **particulars: Any) -> "Story":
        """Take a step."""
        carry_out(stepping.take, account or self.worker, self.pair, step, stepping.Particulars(**particulars))
        return self

    def write_plans(self) -> "Story":
        """Everything to write down before a trial and before it becomes long-term."""
        carry_out(clearing.write_plan, self.pair, "Own room, meals together", "Back to mum’s", self.arrangement.version)
        carry_out(trying.plan_trial, self.pair, {"backup": "Nan has the spare room"}, None)
        carry_out(self._listen)
        carry_out(add_talk_of_other_ways, self.pair.person, other_ways())
        return self

    def _listen(self) -> None:
        db.session.add(
            Conversation(about_kind="person", about_id=self.pair.person.id, on=today(), account_id=self.worker.id)
        )

    def agree(self) -> "Story":
        """What it costs and which room it is are written down, and everybody signs."""
        carry_out(self._ask_everybody)
        carry_out(self._everybody_signs)
        return self

    def _ask_everybody(self) -> None:
        amounts = {cost: Amount(cost, 8540, Per.WEEK, Payer.COUNCIL) for cost in costs_asked(self.arrangement.kind)}
        agreeing.write_costs(self.pair, amounts)
        details = agreements.details_of(self.pair.arrangement.id)
        agreeing.write_details(self.pair, "The back bedroom", None, details.version if details else None)
        agreeing.ask_to_sign(self.pair, agreeing.make_agreement(self.worker, self.pair))

    def _everybody_signs(self) -> None:
        paper = agreements.newest_asked(self.pair.arrangement.id)
        assert paper
        for signer in agreements.still_to_sign(self.pair, paper):
            way = SignedBy.TYPED if signer.party is Party.SCHEME else SignedBy.WITNESSED
            signed = Signed(way, signer.name, how=AgreedHow.SIGN, who_saw="Invented Wyn")
            signing.sign(self.worker, self.pair, paper, signer, signed)

    def to_trial(self) -> "Story":
        """From nothing to a trial, the usual way."""
        self.begin().both_say(AnswerWord.YES).take("introduce")
        return self.visit(9).visit(6).visit(3).write_plans().take("start_trial")


@pytest.fixture
def story(inside: Inside, worker: Account) -> Iterator[Story]:
    """``story.begin().both_say(YES).take("introduce")``."""
    with Story(inside, worker) as told:
        yield told


def days(number: int) -> date:
    """A day that many days from today; inside an application."""
    return today() + timedelta(days=number)
