"""What each need of a step looks at: one small function a need, saying what is missing or nothing.

The table of steps is in ``matching/lifecycle.py``. Everything is read fresh, inside the transaction that takes the step.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlmodel import select

from carers.models import Household
from matching.compatibility.essentials import Checked, Met, Rules, check
from matching.compatibility.profiles import HouseholdProfile, PersonProfile
from matching.lifecycle import NEVER_WAIVED, Need, Step
from matching.models import AnswerWord, Arrangement, Question, Side
from matching.queries import apart, arrangements
from matching.queries.profiles import household_profiles, person_profiles
from people.models import Person
from scheme.clock import today
from scheme.database import db
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.models import Conversation, Scheme, WhichConversation
from scheme.queries import our_scheme
from scheme.ways_of_living import YesNo


@dataclass(frozen=True)
class Missing:
    """A need that is not met, in words fit to show."""

    need: Need
    sentence: str


@dataclass(frozen=True)
class Matter:
    """The two sides and the kind of arrangement a step is about; ``arrangement`` is ``None`` before there is one."""

    person: Person
    household: Household
    kind: ArrangementKind
    arrangement: Arrangement | None = None

    @classmethod
    def of(cls, pair: arrangements.Pair) -> "Matter":
        """The matter of an arrangement that is there."""
        return cls(pair.person, pair.household, pair.arrangement.kind, pair.arrangement)

    @property
    def under_way(self) -> Arrangement:
        """The arrangement. Raises ``LookupError`` before there is one."""
        if self.arrangement is None:
            raise LookupError("these two have not been put forward")
        return self.arrangement

    @property
    def scheme(self) -> Scheme:
        """The scheme whose numbers count."""
        return our_scheme()

    @cached_property
    def profiles(self) -> tuple[PersonProfile, HouseholdProfile]:
        """Both sides as the score may know them, asking for this kind alone. A stay of their own takes nobody's place."""
        ours = self.arrangement.id if self.arrangement else None
        person = person_profiles([self.person])[self.person.id].wishing_only(self.kind)
        return person, household_profiles([self.household], without=ours)[self.household.id]

    @property
    def rules(self) -> Rules:
        """The scheme's numbers, as the essentials take them."""
        return rules_of(self.scheme)

    @cached_property
    def essentials(self) -> tuple[Checked, ...]:
        """Every essential for these two, fresh."""
        return check(*self.profiles, self.rules)


def rules_of(scheme: Scheme) -> Rules:
    """A scheme's own numbers for the essentials."""
    return Rules(
        today=today(),
        declined_for_days=scheme.number("decline_interval_days"),
        people_at_most=scheme.number("people_in_one_home"),
    )


def missing(step: Step, matter: Matter) -> list[Missing]:
    """What this step still needs, leaving out what a manager has let pass."""
    waived = arrangements.waivers(matter.arrangement.id, today()) if matter.arrangement else {}
    found = []
    for need in step.needs_for(matter.kind):
        if need.value in waived and need not in NEVER_WAIVED:
            continue
        if sentence := CHECKS[need](matter):
            found.append(Missing(need, sentence))
    return found


# --- one function a need ---------------------------------------------------------------------------------------------------


def _essentials(matter: Matter) -> str | None:
    checked = arrangements.checked_essentials(matter.arrangement.id) if matter.arrangement else {}
    open_ones = []
    for essential in matter.essentials:
        done = checked.get(essential.name)
        if essential.met is Met.NOT_MET or (essential.met is Met.NOT_KNOWN and not (done and done.met)):
            open_ones.append(essential.reason)
    return " ".join(open_ones) or None


def _both_yes(matter: Matter) -> str | None:
    return _sides_say_yes(matter, Question.MEET, Need.BOTH_YES)


def _talked_through(matter: Matter) -> str | None:
    return _sides_say_yes(matter, Question.LIVE, Need.TALKED_THROUGH)


def _sides_say_yes(matter: Matter, question: Question, need: Need) -> str | None:
    answers = {a.side: a.answer for a in arrangements.answers_of(matter.under_way.id, question) if a.member_id is None}
    waiting = [side.label for side in Side if answers.get(side) is not AnswerWord.YES]
    return f"{need.label} Still to say yes: {' and '.join(waiting).lower()}." if waiting else None


def _everyone_yes(matter: Matter) -> str | None:
    answers = {
        a.member_id: a.answer for a in arrangements.answers_of(matter.under_way.id, Question.MEET) if a.member_id
    }
    members = arrangements.asked_members(matter.household.id)
    waiting = [member.label for member in members if answers.get(member.id) is not AnswerWord.YES]
    return f"{Need.EVERYONE_YES.label} Still to say yes: {', '.join(waiting)}." if waiting else None


def _approval(matter: Matter) -> str | None:
    if matter.kind is ArrangementKind.HOMESHARE:
        return None
    approval = next(essential for essential in matter.essentials if essential.name == "approval")
    if approval.met is Met.NOT_MET:
        return approval.reason
    proposing = matter.arrangement is None
    return (
        approval.reason
        if approval.met is Met.NOT_KNOWN and not proposing and not _was_checked(matter, "approval")
        else None
    )


def _was_checked(matter: Matter, essential: str) -> bool:
    done = arrangements.checked_essentials(matter.under_way.id).get(essential)
    return bool(done and done.met)


def _three_people(matter: Matter) -> str | None:
    essential = next((one for one in matter.essentials if one.name == "three_people"), None)
    return essential.reason if essential and essential.met is Met.NOT_MET else None


def _one_home(matter: Matter) -> str | None:
    """A short break or a day beside it is fine; a trial is living there too."""
    elsewhere = arrangements.living_with(matter.person.id, without=matter.under_way.id)
    return Need.ONE_HOME.label if elsewhere else None


def _keep_apart(matter: Matter) -> str | None:
    return Need.KEEP_APART.label if apart.kept_apart(matter.person.id, matter.household.id) else None


def _crisis_rule(matter: Matter) -> str | None:
    if matter.kind in INTERIM_KINDS or matter.person.crisis is YesNo.NO:
        return None
    if matter.person.crisis is YesNo.YES:
        return Need.CRISIS_RULE.label
    if matter.arrangement is None or _was_checked(matter, "crisis"):
        return None  # not known allows a proposal, marked "check first"
    return "Nobody has said whether the person is in crisis. Check first, and write it on their profile."


def _no_hold(matter: Matter) -> str | None:
    return Need.NO_HOLD.label if arrangements.hold_on(matter.under_way.id) else None


def _not_paused(matter: Matter) -> str | None:
    until = matter.under_way.paused_until
    return Need.NOT_PAUSED.label if until and until >= today() else None


def _visits(matter: Matter) -> str | None:
    needed, happened = (
        matter.scheme.number("visits_before_trial"),
        len(arrangements.visits_that_happened(matter.under_way.id)),
    )
    if happened >= needed:
        return None
    return f"{Need.VISITS.label} Visits so far: {happened}. Needed: {needed}."


def _visits_felt(matter: Matter) -> str | None:
    felt = {(feeling.visit_id, feeling.side) for feeling in arrangements.feelings_of(matter.under_way.id)}
    happened = arrangements.visits_that_happened(matter.under_way.id)
    if not happened:
        return None
    last = happened[-1]
    return (
        None
        if all((last.id, side) in felt for side in Side)
        else "How the last visit felt to both sides has not been heard yet."
    )


def _place_to_go_back_to(matter: Matter) -> str | None:
    return None if matter.arrangement and matter.arrangement.place_to_go_back_to else Need.PLACE_TO_GO_BACK_TO.label


def _plan(matter: Matter) -> str | None:
    return None if matter.arrangement and matter.arrangement.plan else Need.PLAN.label


def _listened(matter: Matter) -> str | None:
    query = select(Conversation.id).where(
        Conversation.about_kind == "person",
        Conversation.about_id == matter.person.id,
        Conversation.which == WhichConversation.LISTEN,
    )
    return None if db.session.exec(query).first() else Need.LISTENED.label


CHECKS: Mapping[Need, Callable[[Matter], str | None]] = {
    Need.ESSENTIALS: _essentials,
    Need.BOTH_YES: _both_yes,
    Need.EVERYONE_YES: _everyone_yes,
    Need.APPROVAL: _approval,
    Need.THREE_PEOPLE: _three_people,
    Need.ONE_HOME: _one_home,
    Need.KEEP_APART: _keep_apart,
    Need.CRISIS_RULE: _crisis_rule,
    Need.NO_HOLD: _no_hold,
    Need.NOT_PAUSED: _not_paused,
    Need.VISITS: _visits,
    Need.VISITS_FELT: _visits_felt,
    Need.PLACE_TO_GO_BACK_TO: _place_to_go_back_to,
    Need.PLAN: _plan,
    Need.LISTENED: _listened,
    Need.TALKED_THROUGH: _talked_through,
}
