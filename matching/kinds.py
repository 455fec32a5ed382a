"""What differs between kinds of arrangement, as one table: every kind is a row.

How stages and steps are called, which visits suit, which needs do not apply, which agreements are made, and what is booked. Numbers
that differ by kind (visits before a trial, how long it is tried out, check-ins, reviews, notice) stand with their sources in
``scheme/numbers.py`` and are a scheme's to set.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.agreements.kinds import AgreementKind
from matching.lifecycle import Need, Stage, Step
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.words import Words


class Booked(Words):
    """What is booked one by one, for kinds in which nobody moves in."""

    STAY = "stay", "Stay"
    DAY = "day", "Day"


class VisitKind(Words):
    """Ways of getting to know each other, from a short tea to a weekend."""

    TEA = "tea", "Tea and a chat"
    MEAL = "meal", "A meal together"
    OUTING = "outing", "A trip out"
    OVERNIGHT = "overnight", "Staying one night"
    WEEKEND = "weekend", "Staying a weekend"


@dataclass(frozen=True)
class KindRules:
    """One kind's row."""

    about: str
    """What it is, in a sentence."""
    visits: tuple[VisitKind, ...]
    """The kinds of visit that suit, gentlest first."""
    agreement: tuple[AgreementKind, ...]
    """What is signed, as one paper, before it goes on for good (for interim kinds: while it lasts)."""
    not_needed: frozenset[Need] = frozenset()
    """Needs of steps that do not apply."""
    stage_labels: Mapping[Stage, str] = field(default_factory=dict)
    step_labels: Mapping[str, str] = field(default_factory=dict)
    """What a step is called where the table's own words say something else happens."""
    together: str = "Living together"
    """What the plan is about, as the head of it."""
    booked: Booked | None = None
    """What is booked further, once they are trying it out; nothing where somebody lives there."""
    unusual: tuple[VisitKind, ...] = ()
    """Kinds of visit that seldom happen and are possible all the same, offered after those that suit."""
    why_no_others: str = ""
    """Why any other kind of visit is not planned here, said to whoever would like to."""

    @property
    def somebody_moves(self) -> bool:
        """Whether somebody leaves where they live, and so needs a place to go back to."""
        return Need.PLACE_TO_GO_BACK_TO not in self.not_needed

    @property
    def possible_visits(self) -> tuple[VisitKind, ...]:
        """Every kind of visit that may be planned, those that suit first."""
        return (*self.visits, *self.unusual)

    def label(self, stage: Stage) -> str:
        """What this stage is called for this kind."""
        return self.stage_labels.get(stage, stage.label)

    def step_label(self, step: Step) -> str:
        """What this step is called for this kind."""
        return self.step_labels.get(step.name, step.label)


NOBODY_MOVES_IN = frozenset(
    {Need.ONE_HOME, Need.PLACE_TO_GO_BACK_TO, Need.ALTERNATIVES, Need.BACKUP, Need.DECISION_MEETING}
)
"""What is not needed where somebody goes on living where they live."""

STAYING_FOR_NOW = {Stage.TRIAL: "Staying for now"}
DAY_VISITS = (VisitKind.TEA, VisitKind.MEAL, VisitKind.OUTING)
NIGHTS = (VisitKind.OVERNIGHT, VisitKind.WEEKEND)
THERE_ALREADY = "They live there together already, so there is no night to come for: a visit is for part of a day."

KINDS: Mapping[ArrangementKind, KindRules] = {
    ArrangementKind.LIVE_IN: KindRules(
        about="Somebody moves in and shares the life of the home.",
        visits=tuple(VisitKind),
        agreement=(AgreementKind.ARRANGEMENT, AgreementKind.LICENCE),
        stage_labels={Stage.LONG_TERM: "Sharing a life"},
    ),
    ArrangementKind.SHORT_BREAK: KindRules(
        about="Somebody stays for some nights now and then, and goes home again.",
        visits=(*DAY_VISITS, VisitKind.OVERNIGHT),
        unusual=(VisitKind.WEEKEND,),
        agreement=(AgreementKind.ARRANGEMENT,),
        not_needed=NOBODY_MOVES_IN,
        stage_labels={Stage.TRIAL: "First stay", Stage.LONG_TERM: "Regular stays"},
        step_labels={"start_trial": "Start with a first stay", "settle": "Go on with regular stays"},
        together="The stays",
        booked=Booked.STAY,
    ),
    ArrangementKind.DAY_SUPPORT: KindRules(
        about="Somebody spends days with the household, and goes home in the evening.",
        visits=DAY_VISITS,
        why_no_others="In day support everybody goes home in the evening. For nights, put forward short breaks.",
        agreement=(AgreementKind.ARRANGEMENT,),
        not_needed=NOBODY_MOVES_IN,
        stage_labels={Stage.TRIAL: "First days", Stage.LONG_TERM: "Regular days"},
        step_labels={"start_trial": "Start with first days", "settle": "Go on with regular days"},
        together="The days together",
        booked=Booked.DAY,
    ),
    ArrangementKind.KINSHIP: KindRules(
        about="Somebody is supported at home by those they live with already.",
        visits=DAY_VISITS,
        why_no_others=THERE_ALREADY,
        agreement=(AgreementKind.ARRANGEMENT,),
        not_needed=frozenset({Need.PLACE_TO_GO_BACK_TO}),
    ),
    ArrangementKind.EMERGENCY: KindRules(
        about="Somebody needs a home now. It is for a time, and never becomes long-term by itself.",
        visits=DAY_VISITS,
        why_no_others=THERE_ALREADY,
        agreement=(AgreementKind.FOR_NOW,),
        stage_labels=STAYING_FOR_NOW,
        together=STAYING_FOR_NOW[Stage.TRIAL],
    ),
    ArrangementKind.HOME_FROM_HOSPITAL: KindRules(
        about="Somebody gets well in a home after hospital. It is for a time.",
        visits=DAY_VISITS,
        why_no_others=THERE_ALREADY,
        agreement=(AgreementKind.FOR_NOW,),
        stage_labels=STAYING_FOR_NOW,
        together=STAYING_FOR_NOW[Stage.TRIAL],
    ),
    ArrangementKind.HOMESHARE: KindRules(
        about="A homesharer comes to live in the person's home, with company and some help in return for a room.",
        visits=DAY_VISITS,
        unusual=NIGHTS,
        agreement=(AgreementKind.HOMESHARE,),
        not_needed=frozenset({Need.APPROVAL, Need.THREE_PEOPLE}),
        stage_labels={Stage.LONG_TERM: "Sharing the home"},
        step_labels={"settle": "Go on sharing the home"},
        together="Sharing the home",
    ),
}

VISITING_KINDS = frozenset(kind for kind, rules in KINDS.items() if rules.booked)
"""Kinds in which nobody moves in: somebody may well have them beside another arrangement."""


def needs_of(step: Step, kind: ArrangementKind) -> tuple[Need, ...]:
    """What a step needs for this kind of arrangement."""
    return tuple(need for need in step.needs if need not in KINDS[kind].not_needed)


def stages_of(kind: ArrangementKind) -> tuple[Stage, ...]:
    """The stages on this kind's way, in order, without its ends."""
    left_out = {Stage.INTRODUCTION, Stage.LONG_TERM} if kind in INTERIM_KINDS else set()
    return tuple(
        stage for stage in (Stage.PROPOSED, Stage.INTRODUCTION, Stage.TRIAL, Stage.LONG_TERM) if stage not in left_out
    )
