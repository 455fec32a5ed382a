"""Doing whatever a step still needs: for each need, who does it. A new need is one row here."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from sqlmodel import col, select

from matching.actions import agreeing, answering, clearing, signing, trying, visiting
from matching.actions.signing import Signed
from matching.agreements.costs import Amount, Payer, Per
from matching.agreements.kinds import AgreedHow, Party, SignedBy
from matching.compatibility.essentials import Met
from matching.lifecycle import Need, Step
from matching.models import AnswerWord, Feels, KeepApart, SafeguardingHold, Side, VisitKind
from matching.needs import Matter, missing
from matching.queries import agreements, arrangements, asked, trials
from matching.queries.arrangements import Pair
from matching.queries.money import costs_asked
from matching.rhythms import number_of
from people.actions import add_talk_of_other_ways
from people.models import Person
from scheme.clock import local_moment, today
from scheme.database import db, now
from scheme.models import Account, Conversation
from scheme.queries import our_scheme
from scheme.ways_of_living import YesNo
from tests.matching.conftest import other_ways

Do = Callable[[Account, Pair], None]


def everybody_answers(account: Account, pair: Pair, word: AnswerWord = AnswerWord.YES) -> None:
    """Both sides, and everybody at home while they are asked."""
    for side in Side:
        answering.answer(account, pair, side, word)
    for one in asked.everybody_at_home(pair.arrangement, pair.household):
        if not isinstance(one.who, Person):
            answering.answer(account, pair, Side.HOUSEHOLD, word, member=one.who)
        elif asked.MEETING and pair.arrangement.stage in asked.MEETING:
            answering.answer_as_resident(account, pair, one.who, word)


def visits(account: Account, pair: Pair) -> None:
    """As many as are needed have been, and felt good to both."""
    needed = number_of(our_scheme(), pair.arrangement.kind, "visits_before_trial") or 0
    for days in range(needed - len(arrangements.visits_that_happened(pair.arrangement.id)), 0, -1):
        visit = visiting.plan_visit(pair, VisitKind.TEA, local_moment(today() - timedelta(days=days)))
        visiting.visit_happened(visit)
        db.session.flush()
    visits_felt(account, pair)


def visits_felt(account: Account, pair: Pair) -> None:
    """Both sides say how the visits were."""
    for visit in arrangements.visits_that_happened(pair.arrangement.id):
        for side in Side:
            visiting.feel(account, visit, side, Feels.HAPPY)


def _check(account: Account, pair: Pair) -> None:
    """Whatever is not known is checked first."""
    for essential in Matter.of(pair).essentials:
        if essential.met is Met.NOT_KNOWN:
            clearing.check_essential(account, pair, essential.name, True, "Asked, and seen")


def _approve(_account: Account, pair: Pair) -> None:
    household = pair.household
    household.panel_on, household.approval_review_on = today(), today() + timedelta(days=300)
    household.approved_kinds = sorted({*(household.approved_kinds or ()), pair.arrangement.kind})


def _bring_together(account: Account, pair: Pair) -> None:
    """What only a manager may do, so it is written as they would."""
    of_them = select(KeepApart).where(
        KeepApart.person_id == pair.person.id, KeepApart.household_id == pair.household.id
    )
    for apart in db.session.exec(of_them):
        apart.taken_back_at, apart.taken_back_by_id = apart.taken_back_at or now(), account.id


def _no_crisis(_account: Account, pair: Pair) -> None:
    pair.person.crisis = YesNo.NO


def _lift(account: Account, pair: Pair) -> None:
    """What only those may do who may know of it, so it is written as they would."""
    for hold in holds_on(pair):
        hold.lifted_at, hold.lifted_by_id = now(), account.id


def holds_on(pair: Pair) -> list[SafeguardingHold]:
    """Holds on any of the three that were not lifted, from the rows alone."""
    ours = {pair.arrangement.id, pair.person.id, pair.household.id}
    rows = db.session.exec(select(SafeguardingHold).where(col(SafeguardingHold.lifted_at).is_(None)))
    return [row for row in rows if ours & {row.arrangement_id, row.person_id, row.household_id}]


def _go_on_again(_account: Account, pair: Pair) -> None:
    clearing.pause(pair, None)


def _write_plans(_account: Account, pair: Pair) -> None:
    clearing.write_plan(pair, "Meals together", "Back to mum’s", pair.arrangement.version)


def _backup(_account: Account, pair: Pair) -> None:
    plan = trials.plan_of(pair.arrangement.id)
    trying.plan_trial(pair, {"backup": "Nan has a bed"}, plan.version if plan else None)


def _decide_together(account: Account, pair: Pair) -> None:
    said = {"person_said": "I want to stay", "household_said": "So do we"}
    trying.meet_to_decide(account, pair, {"on": max(today(), pair.arrangement.trial_starts_on or today())} | said)


def _listen(account: Account, pair: Pair) -> None:
    db.session.add(Conversation(about_kind="person", about_id=pair.person.id, on=today(), account_id=account.id))


def _talk_of_other_ways(_account: Account, pair: Pair) -> None:
    add_talk_of_other_ways(pair.person, other_ways())


def _agree(account: Account, pair: Pair) -> None:
    """What it costs and which room it is are written down, and everybody signs."""
    _write_plans(account, pair)
    costs = {cost: Amount(cost, 8540, Per.WEEK, Payer.COUNCIL) for cost in costs_asked(pair.arrangement.kind)}
    agreeing.write_costs(pair, costs)
    details = agreements.details_of(pair.arrangement.id)
    agreeing.write_details(pair, "The back bedroom", None, details.version if details else None)
    db.session.flush()
    agreeing.ask_to_sign(pair, agreeing.make_agreement(account, pair))
    db.session.flush()
    everybody_signs(account, pair)


def everybody_signs(account: Account, pair: Pair) -> None:
    """Whoever has not yet."""
    paper = agreements.newest_asked(pair.arrangement.id)
    for signer in agreements.still_to_sign(pair, paper) if paper else ():
        assert paper
        way = SignedBy.TYPED if signer.party is Party.SCHEME else SignedBy.WITNESSED
        signing.sign(account, pair, paper, signer, Signed(way, signer.name, how=AgreedHow.SIGN, who_saw="Invented Wyn"))


DOERS: Mapping[Need, Do] = {
    Need.ESSENTIALS: _check,
    Need.BOTH_YES: everybody_answers,
    Need.EVERYONE_YES: everybody_answers,
    Need.TALKED_THROUGH: everybody_answers,
    Need.APPROVAL: _approve,
    Need.KEEP_APART: _bring_together,
    Need.CRISIS_RULE: _no_crisis,
    Need.NO_HOLD: _lift,
    Need.NOT_PAUSED: _go_on_again,
    Need.VISITS: visits,
    Need.VISITS_FELT: visits_felt,
    Need.PLACE_TO_GO_BACK_TO: _write_plans,
    Need.BACKUP: _backup,
    Need.DECISION_MEETING: _decide_together,
    Need.AGREED: _agree,
    Need.LISTENED: _listen,
    Need.ALTERNATIVES: _talk_of_other_ways,
}

NOBODY_CAN = frozenset({Need.THREE_PEOPLE, Need.ONE_HOME})
"""Needs that others would have to move out for."""

FIRST = (Need.NOT_PAUSED, Need.NO_HOLD, Need.KEEP_APART, Need.APPROVAL, Need.ESSENTIALS)
"""What has to be done before a visit may be."""


def do_what_is_needed(account: Account, pair: Pair, step: Step) -> None:
    """Whatever this step still needs and somebody can do."""
    needed = [one.need for one in missing(step, Matter.of(pair)) if one.need not in NOBODY_CAN]
    for do in dict.fromkeys(DOERS[need] for need in sorted(needed, key=lambda need: need not in FIRST)):
        do(account, pair)
        db.session.flush()
