"""One arrangement's past and near future, told by the real actions, with each thing dated when it is meant to have been.

The actions write down this moment; right after each, the rows it made are given their day. No rule is passed by: what a step
needs is done first, as a worker would.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from sqlmodel import col, select

from carers.models import Household
from matching.actions.answering import answer, answer_as_resident
from matching.actions.booking import book_stay
from matching.actions.clearing import check_essential, waive, write_plan
from matching.actions.deciding import Support
from matching.actions.ending import ending_to_write, give_notice, plan_move, reflect
from matching.actions.holding import hold
from matching.actions.proposing import propose
from matching.actions.staying import take_place
from matching.actions.stepping import Particulars, take
from matching.actions.telling import mark_told
from matching.actions.visiting import feel, plan_visit, visit_happened
from matching.compatibility.essentials import Met
from matching.demo import reviewing, signing
from matching.demo.trying_it_out import check_in_until_today, decide_together, say_how_it_starts
from matching.kinds import KINDS
from matching.lifecycle import EndingReason, KindReason, Need
from matching.models import (
    AnswerWord,
    Arrangement,
    Explained,
    Feels,
    LegalBasis,
    LooksBack,
    Side,
    Stay,
    TakenStep,
    VisitKind,
    VisitPlace,
    WhoDecided,
)
from matching.needs import CHECKS, Matter
from matching.queries import arrangements
from matching.queries.asked import AtHome, everybody_at_home
from people.actions import add_talk_of_other_ways
from people.models import OtherWay, Person, TalkOfOtherWays
from scheme.clock import local_day, local_moment, today
from scheme.database import db, now
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role
from scheme.ways_of_living import Communication

NOTHING_MORE = Particulars()

YES, NO, NOT_SURE, TALK = AnswerWord.YES, AnswerWord.NO, AnswerWord.NOT_SURE, AnswerWord.TALK

FOUND = "Asked and looked together on the home visit: this is fine."

FELT = {
    Feels.VERY_HAPPY: ("I want to go again.", "We laughed all afternoon.", "Best day for ages."),
    Feels.HAPPY: ("It was nice.", "Good tea, good company.", "Easy to be with."),
    Feels.NOT_SURE: ("It was a bit noisy for me.", "Too early to say.", "We ran out of things to say after an hour."),
    Feels.SAD: ("I felt a bit left out.", "It was harder than we thought."),
    Feels.VERY_SAD: ("I wanted to go home.",),
}

GO_BACK_TO = (
    "The room at mum and dad's, kept free",
    "The flat, kept on until the review",
    "The spare room at their sister's",
    "The house shared until now",
)

SUPPORTED = (
    Support(
        "their supporter",
        "We looked at the photographs twice, and slept on it.",
        (Communication.PICTURES, Communication.EASY_READ),
        (Explained.WHERE, Explained.WHO_WITH, Explained.DAYS),
    ),
    Support(
        "their sister",
        "At the kitchen table, with the Easy Read page and no hurry.",
        (Communication.SPEECH, Communication.EASY_READ),
        tuple(Explained),
    ),
    Support(
        "an independent advocate",
        "Three short talks, each with pictures, because long ones are tiring.",
        (Communication.PICTURES, Communication.SPEECH),
        (Explained.WHERE, Explained.WHO_WITH, Explained.FAMILY, Explained.CARE),
    ),
)

PLAN = (
    "Tea together every night at six. {who} has a key of their own, goes to their club on Tuesdays, and sees family on "
    "Sundays. We look at how it is going after the first month."
)

DECIDED = {EndingReason.PERSON_CHOSE: WhoDecided.PERSON, EndingReason.HOUSEHOLD_CHANGED: WhoDecided.HOUSEHOLD}

LESSONS = (
    "Ask about the street as well as the house: it was the old neighbours who were missed.",
    "Begin talking about what comes next while things are good. An ending that everybody saw coming is half as hard.",
    "A visit back after two weeks helped both sides more than any meeting did.",
    "Look at nights early. They change sooner than days do.",
    "Help them to plan the last evening together, not only the move.",
)

WHY = (
    "I have a good feeling about this one. Have a look at what you each say about an ordinary day.",
    "You were the first people I thought of when we talked about what makes a good week.",
    "I think you would make each other laugh.",
    "There is plenty here that you might enjoy together. Worth a cup of tea.",
    "You could each bring something that the other has been missing.",
    "Read each other's own words first. Then tell me whether I am right.",
)


@dataclass
class Story:
    """An arrangement being told: verbs that carry out one action and date what it made."""

    rng: Random
    worker: Account
    pair: arrangements.Pair

    @classmethod
    def put_forward(
        cls,
        rng: Random,
        worker: Account,
        person: Person,
        household: Household,
        kind: ArrangementKind,
        days_ago: int,
        why: str | None = None,
    ) -> "Story":
        """Begin: a worker puts the two forward. Raises ``Refused`` when an essential is not met."""
        arrangement = propose(worker, person, household, kind, why or rng.choice(WHY))
        story = cls(rng, worker, arrangements.Pair(arrangement, person, household))
        moment = story._moment(days_ago)
        arrangement.proposed_at = moment
        arrangement.answer_by = local_day(moment) + timedelta(days=7)
        story._date_step(moment)
        return story

    @property
    def arrangement(self) -> Arrangement:
        """The row itself."""
        return self.pair.arrangement

    def answers(self, days_ago: int, *, person: AnswerWord | None = None, household: AnswerWord | None = None) -> None:
        """One side or both answer whatever is being asked now; a household that says yes is asked one by one."""
        at_home = everybody_at_home(self.arrangement, self.pair.household) if household is YES else ()
        given = [self._says_yes(one) for one in at_home]
        for side, word in ((Side.PERSON, person), (Side.HOUSEHOLD, household)):
            if word is not None:
                supported = replace(self.rng.choice(SUPPORTED), on=local_day(self._moment(days_ago)))
                given.append(answer(self.worker, self.pair, side, word, supported=supported))
        for each in given:
            each.at = self._moment(days_ago)

    def _says_yes(self, one: AtHome) -> Any:
        if isinstance(one.who, Person):
            return answer_as_resident(self.worker, self.pair, one.who, YES)
        return answer(self.worker, self.pair, Side.HOUSEHOLD, YES, member=one.who)

    def introduce(self, days_ago: int) -> None:
        """Both have said yes and introductions start; what was not known is checked."""
        self._check_what_is_not_known(days_ago)
        self._step("introduce", days_ago)

    def visit(
        self,
        kind: VisitKind,
        days_ago: int,
        person: Feels | None = None,
        household: Feels | None = None,
        hour: int = 15,
    ) -> None:
        """A visit so many days ago, and how it felt; with a minus, one that is planned. Nothing felt: not written up yet."""
        starts_at = local_moment(today() - timedelta(days=days_ago), time(hour))
        home = VisitPlace.PERSON if self.arrangement.kind is ArrangementKind.HOMESHARE else VisitPlace.HOUSEHOLD
        visit = plan_visit(
            self.pair,
            kind,
            starts_at,
            place=VisitPlace.OUT if kind is VisitKind.OUTING else home,
            where="The café by the station" if kind is VisitKind.OUTING else None,
            travel=self.rng.choice(("Worker drives", "Bus, with a friend", "In Dad’s car", None)),
            who_comes=self.rng.choice(("Their sister", "Their named worker", "Nobody else this time", None)),
        )
        for side, felt in ((Side.PERSON, person), (Side.HOUSEHOLD, household)):
            if felt is not None:
                words = self.rng.choice(FELT[felt]) if self.rng.random() < 0.7 else None
                feel(self.worker, visit, side, felt, words).at = self._no_later_than_now(
                    starts_at + timedelta(hours=20)
                )
        if days_ago > 10 and person is None and household is None:
            visit_happened(visit)

    def start_trial(self, days_ago: int, lasting: int, step: str = "start_trial") -> None:
        """They try it out, with somewhere to go back to written down first."""
        self._check_what_is_not_known(days_ago)
        plan = PLAN.format(who=self.pair.person.known_as)
        back = self.rng.choice(GO_BACK_TO)
        moves = KINDS[self.arrangement.kind].somebody_moves
        write_plan(self.pair, plan, back if moves else None, self.arrangement.version)
        starts_on = today() - timedelta(days=days_ago)
        ends_on = starts_on + timedelta(days=lasting)
        say_how_it_starts(self.rng, self.pair)
        self._step(step, days_ago, Particulars(starts_on=starts_on, ends_on=ends_on))
        check_in_until_today(self.rng, self.worker, self.pair, starts_on, ends_on)

    def stay_for_now(self, days_ago: int, lasting: int) -> None:
        """An interim stay, straight from the proposal."""
        self.start_trial(days_ago, lasting, step="stay_for_now")

    def settle(self, days_ago: int) -> None:
        """Both say yes again, everybody signs, and it becomes long-term."""
        talk = self._talk_of_other_ways()
        decide_together(self.rng, self.worker, self.pair, today() - timedelta(days=days_ago + 3))
        self.answers(days_ago + 3, person=YES, household=YES)
        self.agree(days_ago + 2)
        self._step("settle", days_ago, Particulars(starts_on=today() - timedelta(days=days_ago)))
        if talk:
            talk.talked_on = today() - timedelta(days=days_ago + 5)
        reviewing.look_back(self.rng, self.worker, self.pair, days_ago)

    def agree(self, days_ago: int, *, waiting: bool = False) -> None:
        """What it costs and which room it is are written down, and everybody signs, or some have still to."""
        signing.agree(self.rng, self.worker, self.pair, self._moment(days_ago), waiting=waiting)

    def review_in(self, days: int) -> None:
        """When it is next talked over."""
        self.arrangement.review_on = today() + timedelta(days=days)

    def book(self, days_aheads: Iterable[int], nights: int) -> None:
        """Further stays, some days ahead (or, with a minus, ago); no nights is a day from ten till four."""
        for ahead in days_aheads:
            first = today() + timedelta(days=ahead)
            last = local_moment(first + timedelta(days=nights), time(11)) if nights else local_moment(first, time(16))
            book = book_stay if ahead > 0 else take_place
            book(self.pair, local_moment(first, time(16 if nights else 10)), last)

    def hold(self, words: str, review_in: int) -> None:
        """A safeguarding hold, looked at again in so many days."""
        hold(self.worker, self.arrangement, LegalBasis.PROCEDURE, words, today() + timedelta(days=review_in))

    def let_pass(self, need: Need, reason: str, lasting: int) -> None:
        """The manager lets a need pass for so many days."""
        manager = db.session.exec(select(Account).where(Account.role == Role.MANAGER)).first()
        if manager is not None:
            waive(manager, self.pair, need, reason, today() + timedelta(days=lasting))

    def notice(self, days_ago: int) -> None:
        """One of them gives notice."""
        give_notice(self.pair, today() - timedelta(days=days_ago), WhoDecided.PERSON)
        db.session.flush()
        plan = {
            "moving_to": "A flat of their own, on the bus route",
            "who_helps": "Their brother, with his van",
            "goes_along": "The bed, the fish tank, two boxes of records",
            "both_know": True,
        }
        plan_move(self.pair, plan, ending_to_write(self.pair).version)

    def decline(self, days_ago: int, reason: KindReason, words: str) -> None:
        """It does not go ahead, told with a kind reason; the private one stays at the desk."""
        step = "decline" if self.arrangement.stage == "proposed" else "decline_after_meeting"
        self._step(step, days_ago, Particulars(reason=reason.value, words=words))
        self._told(days_ago)

    def end(self, days_ago: int, reason: EndingReason, words: str) -> None:
        """Living together ends."""
        step = "end_trial" if self.arrangement.stage == "trial" else "end"
        ended_on = today() - timedelta(days=days_ago)
        decided_by = DECIDED.get(reason, WhoDecided.BOTH)
        self._step(step, days_ago, Particulars(reason.value, words, ends_on=ended_on, decided_by=decided_by))
        self._told(days_ago)
        learned = {"good": words, "would_help": None, "lesson": self.rng.choice(LESSONS)}
        reflect(self.worker, self.pair, LooksBack.WORKER, learned)
        moment = local_moment(ended_on)
        for stay in db.session.exec(select(Stay).where(Stay.arrangement_id == self.arrangement.id)):
            if stay.ends_at is None or stay.ends_at > moment:
                stay.ends_at = max(moment, stay.starts_at + timedelta(hours=1))

    def _told(self, days_ago: int) -> None:
        """Both sides are told the next day; what was only decided yesterday still has to be told."""
        if days_ago <= 1:
            return
        for side in Side:
            mark_told(self.worker, self.pair, side)
        for mark in arrangements.told_marks(self.arrangement.id).values():
            mark.at = self._moment(days_ago - 1)

    def _talk_of_other_ways(self) -> TalkOfOtherWays | None:
        """Nobody settles into the first thing that was offered."""
        if not CHECKS[Need.ALTERNATIVES](Matter.of(self.pair)):
            return None
        ways = self.rng.sample([way for way in OtherWay if way is not OtherWay.SOMETHING_ELSE], 2)
        told = {
            "ways": ways,
            "talked_on": today(),
            "with_whom": f"{self.pair.person.known_as} and {self.worker.name}",
            "words": "We talked it over, and this felt right.",
        }
        talk = add_talk_of_other_ways(self.pair.person, told)
        db.session.flush()
        return talk

    # --- the past ----------------------------------------------------------------------------------------------------------

    def _step(self, name: str, days_ago: int, particulars: Particulars = NOTHING_MORE) -> None:
        take(self.worker, self.pair, name, particulars)
        self._date_step(self._moment(days_ago))

    def _date_step(self, moment: datetime) -> None:
        of_this = select(TakenStep).where(TakenStep.arrangement_id == self.arrangement.id)
        newest = db.session.exec(of_this.order_by(col(TakenStep.at).desc())).first()
        if newest is not None:
            newest.at = moment
        self.arrangement.stage_since = moment
        db.session.flush()

    def _check_what_is_not_known(self, days_ago: int) -> None:
        for essential in Matter.of(self.pair).essentials:
            if essential.met is Met.NOT_KNOWN:
                check_essential(self.worker, self.pair, essential.name, True, FOUND)
        for row in arrangements.checked_essentials(self.arrangement.id).values():
            row.at = min(row.at, self._moment(days_ago))

    def _moment(self, days_ago: int) -> datetime:
        at = time(self.rng.randint(9, 16), self.rng.randrange(0, 60, 5))
        return self._no_later_than_now(local_moment(today() - timedelta(days=days_ago), at))

    @staticmethod
    def _no_later_than_now(moment: datetime) -> datetime:
        return min(moment, now())
