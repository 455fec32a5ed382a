"""The life of an arrangement: stages, and the steps between them, as one table.

Buttons, checks, the record, messages and the diagram all read ``STEPS``; nothing else names a transition. This module is
pure: it knows no database, no web, and no clock. What a step needs is a list of named checks; each has its own sentence here
and its own small function in ``matching/needs/``. What differs between kinds of arrangement is in ``matching/kinds.py``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.words import Words


class Stage(Words):
    """Where an arrangement is. A pause is a dated flag on it, not a stage."""

    PROPOSED = "proposed", "Put forward"
    INTRODUCTION = "introduction", "Getting to know each other"
    TRIAL = "trial", "Trying it out"
    LONG_TERM = "long_term", "Long-term"
    DECLINED = "declined", "Not going ahead"
    ENDED = "ended", "Ended"


GOING_ON = frozenset({Stage.PROPOSED, Stage.INTRODUCTION, Stage.TRIAL, Stage.LONG_TERM})
LIVING_TOGETHER = frozenset({Stage.TRIAL, Stage.LONG_TERM})


# --- needs -----------------------------------------------------------------------------------------------------------------


class Need(Words):
    """Something a step needs. The label is what is said while it is missing."""

    ESSENTIALS = "essentials", "Every essential must be met, or be checked first by a worker."
    BOTH_YES = "both_yes", "Both sides must have said yes."
    EVERYONE_YES = "everyone_yes", "Every adult in the household, and everybody supported there, must have said yes."
    APPROVAL = "approval", "The household's approval must be current and cover this kind."
    THREE_PEOPLE = "three_people", "As many people as may be are already supported in this home."
    ONE_HOME = (
        "one_home",
        "The person lives in another home already. End that first: nobody lives in two homes at once.",
    )
    KEEP_APART = "keep_apart", "These two must be kept apart."
    CRISIS_RULE = "crisis_rule", "In a crisis nothing long-term is planned: only staying for now."
    NO_HOLD = "no_hold", "There is a hold."
    NOT_PAUSED = "not_paused", "This is paused."
    VISITS = "visits", "They need to have met more often first."
    VISITS_FELT = "visits_felt", "How the visits felt to both sides has not been heard yet."
    PLACE_TO_GO_BACK_TO = (
        "place_to_go_back_to",
        "Write down where whoever moves can go back to, before anything changes.",
    )
    BACKUP = "backup", "Write down what happens when it gets too much: who helps, and where somebody can have a break."
    AGREED = "agreed", "Everybody signs what was agreed first."
    LISTENED = "listened", "A conversation to listen and connect with the person comes first."
    ALTERNATIVES = "alternatives", "Write down which other ways to live were talked about with the person."
    DECISION_MEETING = "decision_meeting", "Meet with both sides to decide together, and write down what each said."
    TALKED_THROUGH = "talked_through", "Both sides must say yes again, now that they have tried it out."


NEVER_WAIVED = frozenset(
    {Need.BOTH_YES, Need.APPROVAL, Need.THREE_PEOPLE, Need.ONE_HOME, Need.KEEP_APART, Need.CRISIS_RULE, Need.NO_HOLD}
)
"""What no manager may let pass (DESIGN §5)."""


# --- reasons ---------------------------------------------------------------------------------------------------------------


class KindReason(Words):
    """What the other side hears when something does not go ahead: true of most, hurtful to nobody."""

    NOT_THE_RIGHT_TIME = "not_the_right_time", "It is not the right time."
    LOOKING_NEARER = "looking_nearer", "They are looking for somewhere nearer."
    DIFFERENT_DAYS = "different_days", "Your days are quite different."
    ANOTHER_GOING_AHEAD = "another_going_ahead", "Something else is going ahead."
    PLANS_CHANGED = "plans_changed", "Plans have changed."
    TALK_TO_YOUR_WORKER = "talk_to_your_worker", "Your worker will talk with you about it."


class EndingReason(Words):
    """Why living together ended, coded so that a scheme can learn."""

    MOVED_ON = "moved_on", "Moved on to something they wanted"
    PERSON_CHOSE = "person_chose", "The person chose to leave"
    HOUSEHOLD_CHOSE = "household_chose", "The household chose to end it"
    NEEDS_CHANGED = "needs_changed", "More or different support is needed"
    HOUSEHOLD_CHANGED = "household_changed", "Life in the household changed"
    NOT_THE_RIGHT_FIT = "not_the_right_fit", "It was tried, and is not the right fit: nobody is to blame"
    NOT_GETTING_ON = "not_getting_on", "Not getting on together"
    MONEY = "money", "Money or funding"
    SAFETY = "safety", "Somebody was not safe"
    DIED = "died", "The person died"
    HOUSEHOLD_DIED = "household_died", "Somebody in the household died"
    TIME_WAS_UP = "time_was_up", "It was for a time, and the time was up"
    OTHER = "other", "Another reason"


NOT_AGAIN_SOON = frozenset(
    {
        EndingReason.PERSON_CHOSE,
        EndingReason.HOUSEHOLD_CHOSE,
        EndingReason.NOT_THE_RIGHT_FIT,
        EndingReason.NOT_GETTING_ON,
        EndingReason.SAFETY,
    }
)
"""After these two are not put forward again for the scheme's interval, unless both wish to (our judgement): one of them chose to
stop. After the others they may meet again at once: an emergency whose time was up often goes on as a new arrangement."""

NOTHING_IS_ASKED_AFTER = frozenset({EndingReason.DIED})
"""After these nobody's own pages ask anything. What people would like to say, a worker hears and writes down."""


class MoreTimeReason(Words):
    """Why a trial is given more time."""

    WOULD_LIKE_LONGER = "would_like_longer", "They would like longer to be sure"
    TOO_LITTLE_TIME = "too_little_time", "Somebody was away or ill, so they had too little time together"
    SOMETHING_TO_PUT_RIGHT = "something_to_put_right", "There is something to put right first"
    WAITING_FOR_OTHERS = "waiting_for_others", "Money or papers are not ready yet"


TRIAL_ENDINGS = tuple(reason for reason in EndingReason if reason is not EndingReason.NOT_GETTING_ON)
"""Why a trial ended: trying is for finding out, so none of it says that somebody did not manage."""


# --- steps -----------------------------------------------------------------------------------------------------------------


class Taker(Words):
    """Who may take a step."""

    WORKER = "worker", "A scheme worker"
    MANAGER = "manager", "A manager"


class Told(Words):
    """Who is told when a step is taken."""

    PERSON = "person", "The person (by their worker first)"
    HOUSEHOLD = "household", "The household"


BOTH_TOLD = (Told.PERSON, Told.HOUSEHOLD)
ANY_TAKER = (Taker.WORKER, Taker.MANAGER)
NO_BLAME = "Either of them can stop at any time, and nobody is to blame."
SAFE = (Need.NO_HOLD, Need.KEEP_APART, Need.APPROVAL)


@dataclass(frozen=True)
class Step:
    """One way an arrangement moves. ``source`` is ``None`` for the first step of all."""

    name: str
    source: Stage | None
    target: Stage
    label: str
    needs: tuple[Need, ...] = ()
    told: tuple[Told, ...] = ()
    taken_by: tuple[Taker, ...] = ANY_TAKER
    reasons: tuple[Words, ...] = ()
    """What is chosen from to say why; a step without any asks for none."""
    says: str = ""
    """What everybody hears before it is taken."""
    interim: bool | None = None
    """Only for interim kinds (``True``), only for the others (``False``), or for all."""

    @property
    def gives_reason(self) -> bool:
        """Whether somebody has to say why."""
        return bool(self.reasons)

    def applies_to(self, kind: ArrangementKind) -> bool:
        """Whether this kind of arrangement has this step."""
        return self.interim is None or self.interim == (kind in INTERIM_KINDS)


STEPS: tuple[Step, ...] = (
    Step(
        "propose", None, Stage.PROPOSED, "Put these two forward",
        needs=(*SAFE, Need.CRISIS_RULE), told=BOTH_TOLD,
    ),
    Step(
        "introduce", Stage.PROPOSED, Stage.INTRODUCTION, "Start introductions",
        needs=(*SAFE, Need.CRISIS_RULE, Need.NOT_PAUSED, Need.BOTH_YES, Need.EVERYONE_YES), told=BOTH_TOLD, interim=False,
    ),
    Step(
        "stay_for_now", Stage.PROPOSED, Stage.TRIAL, "Start staying for now",
        needs=(*SAFE, Need.NOT_PAUSED, Need.BOTH_YES, Need.EVERYONE_YES, Need.ESSENTIALS, Need.THREE_PEOPLE, Need.ONE_HOME, Need.PLACE_TO_GO_BACK_TO),
        told=BOTH_TOLD, interim=True,
    ),
    Step(
        "start_trial", Stage.INTRODUCTION, Stage.TRIAL, "Start trying it out",
        needs=(*SAFE, Need.CRISIS_RULE, Need.NOT_PAUSED, Need.BOTH_YES, Need.EVERYONE_YES, Need.ESSENTIALS, Need.VISITS,
               Need.VISITS_FELT, Need.THREE_PEOPLE, Need.ONE_HOME, Need.PLACE_TO_GO_BACK_TO, Need.BACKUP),
        told=BOTH_TOLD,
    ),
    Step("back_to_introductions", Stage.TRIAL, Stage.INTRODUCTION, "Go back to getting to know each other",
         told=BOTH_TOLD, reasons=tuple(KindReason), interim=False),
    Step("extend_trial", Stage.TRIAL, Stage.TRIAL, "Give it more time", told=BOTH_TOLD, reasons=tuple(MoreTimeReason)),
    Step(
        "settle", Stage.TRIAL, Stage.LONG_TERM, "Make it long-term",
        needs=(*SAFE, Need.CRISIS_RULE, Need.NOT_PAUSED, Need.LISTENED, Need.ALTERNATIVES, Need.DECISION_MEETING, Need.TALKED_THROUGH,
               Need.THREE_PEOPLE, Need.AGREED),
        told=BOTH_TOLD, interim=False,
    ),
    Step("decline", Stage.PROPOSED, Stage.DECLINED, "Do not go ahead", told=BOTH_TOLD, reasons=tuple(KindReason)),
    Step("decline_after_meeting", Stage.INTRODUCTION, Stage.DECLINED, "Do not go ahead", told=BOTH_TOLD, reasons=tuple(KindReason)),
    Step("end_trial", Stage.TRIAL, Stage.ENDED, "End it", told=BOTH_TOLD, reasons=TRIAL_ENDINGS, says=NO_BLAME),
    Step("end", Stage.LONG_TERM, Stage.ENDED, "End it", told=BOTH_TOLD, reasons=tuple(EndingReason)),
)  # fmt: skip

BY_NAME: Mapping[str, Step] = {step.name: step for step in STEPS}


def steps_from(stage: Stage, kind: ArrangementKind) -> Iterator[Step]:
    """The steps that lead on from here, in the order of the table."""
    return (step for step in STEPS if step.source is stage and step.applies_to(kind))


def diagram() -> str:
    """The table drawn as text, one line a step, for the documents and the desk."""
    lines = []
    for step in STEPS:
        kinds = {None: "", True: "  (interim kinds)", False: "  (other kinds)"}[step.interim]
        lines.append(f"{step.source.value if step.source else 'start'} → {step.target.value}: {step.name}{kinds}")
    return "\n".join(lines) + "\n"
