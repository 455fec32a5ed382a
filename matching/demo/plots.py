"""What becomes of invented arrangements: every stage, several kinds, and endings with their reasons, each a short plot.

A plot takes a story that has just been put forward and tells the rest; ``days`` says how long ago that was.
"""

from collections.abc import Callable
from dataclasses import dataclass

from matching.demo.story import NO, NOT_SURE, TALK, YES, Story
from matching.lifecycle import EndingReason, KindReason, Need
from matching.models import Feels, VisitKind
from scheme.kinds import ArrangementKind

LIVE_IN, SHORT, DAY = ArrangementKind.LIVE_IN, ArrangementKind.SHORT_BREAK, ArrangementKind.DAY_SUPPORT
TEA, MEAL, OUTING, OVERNIGHT = VisitKind.TEA, VisitKind.MEAL, VisitKind.OUTING, VisitKind.OVERNIGHT
GLAD, FINE, UNSURE, LOW = Feels.VERY_HAPPY, Feels.HAPPY, Feels.NOT_SURE, Feels.SAD


@dataclass(frozen=True)
class Plot:
    """A kind of arrangement, how many days ago it was put forward, and what has happened since."""

    kind: ArrangementKind
    days: int
    tell: Callable[[Story], None]


def _nothing_yet(story: Story) -> None:
    """Both are still thinking."""


def _household_said_yes(story: Story) -> None:
    story.answers(1, household=YES)


def _person_said_yes(story: Story) -> None:
    story.answers(2, person=YES)


def _both_said_yes(story: Story) -> None:
    story.answers(2, person=YES)
    story.answers(1, household=YES)


def _not_sure(story: Story) -> None:
    story.answers(1, person=NOT_SURE, household=YES)


def _wants_to_talk(story: Story) -> None:
    story.answers(2, person=TALK)


def _said_no(story: Story) -> None:
    story.answers(0, person=YES, household=NO)


def _introduced(story: Story, days_ago: int) -> None:
    story.answers(days_ago + 3, person=YES)
    story.answers(days_ago + 2, household=YES)
    story.introduce(days_ago)


def _first_visit_planned(story: Story) -> None:
    _introduced(story, 3)
    story.visit(TEA, -2)


def _supper_tomorrow(story: Story) -> None:
    _introduced(story, 12)
    story.visit(TEA, 6, GLAD, FINE)
    story.visit(MEAL, -1, hour=18)


def _feels_different(story: Story) -> None:
    _introduced(story, 18)
    story.visit(TEA, 13, FINE, FINE)
    story.visit(OUTING, 5, GLAD, UNSURE, hour=11)
    story.visit(MEAL, -4, hour=17)


def _person_unsure(story: Story) -> None:
    _introduced(story, 20)
    story.visit(TEA, 14, UNSURE, GLAD)
    story.visit(MEAL, 7, LOW, GLAD, hour=18)
    story.hold("Something the person said about the neighbour is being looked into", 4)


def _not_written_up(story: Story) -> None:
    _introduced(story, 10)
    story.visit(TEA, 2)


def _night_at_the_weekend(story: Story) -> None:
    _introduced(story, 24)
    story.visit(TEA, 19, FINE, FINE)
    story.visit(OUTING, 11, GLAD, GLAD, hour=11)
    story.visit(OVERNIGHT, -5, hour=16)
    story.let_pass(Need.VISITS, "They have had an allotment side by side for years", 6)


def _ready_to_try(story: Story) -> None:
    _met_three_times(story, 4)


def _met_three_times(story: Story, last: int) -> None:
    """Introductions from three weeks before the third visit, ``last`` days ago."""
    _introduced(story, last + 21)
    story.visit(TEA, last + 16, FINE, FINE)
    story.visit(OUTING, last + 8, GLAD, FINE, hour=11)
    story.visit(MEAL, last, GLAD, GLAD, hour=17)


def trying(days_ago: int, lasting: int) -> Callable[[Story], None]:
    """They met three times and have been trying it out since so many days ago."""

    def tell(story: Story) -> None:
        _met_three_times(story, days_ago + 5)
        story.start_trial(days_ago, lasting)

    return tell


def _still_to_sign(story: Story) -> None:
    """They would like to go on, and the person has still to sign."""
    trying(25, 28)(story)
    story.answers(4, person=YES, household=YES)
    story.agree(3, waiting=True)


def _for_now(days_ago: int, lasting: int) -> Callable[[Story], None]:
    def tell(story: Story) -> None:
        story.answers(days_ago, person=YES, household=YES)
        story.stay_for_now(days_ago, lasting)

    return tell


def sharing(since: int, review_in: int, notice: int | None = None) -> Callable[[Story], None]:
    """They tried it out, and have shared a life since so many days ago."""

    def tell(story: Story) -> None:
        trying(since + 30, 28)(story)
        story.settle(since)
        story.review_in(review_in)
        if notice is not None:
            story.notice(notice)

    return tell


def _regular(since: int, review_in: int, nights: int, booked: tuple[int, ...]) -> Callable[[Story], None]:
    def tell(story: Story) -> None:
        trying(since + 20, 3)(story)
        story.settle(since)
        story.review_in(review_in)
        story.book(booked, nights)

    return tell


def _declined(days_ago: int, reason: KindReason, words: str, *, met: bool = False) -> Callable[[Story], None]:
    def tell(story: Story) -> None:
        if met:
            _introduced(story, days_ago + 12)
            story.visit(TEA, days_ago + 6, FINE, UNSURE)
        else:
            story.answers(days_ago + 1, person=YES, household=NO)
        story.decline(days_ago, reason, words)

    return tell


def _reopened(story: Story) -> None:
    _declined(60, KindReason.NOT_THE_RIGHT_TIME, "Their mother was poorly; she is well again now.")(story)
    story.arrangement.reopened_by_person = story.arrangement.reopened_by_household = True


def _ended(since: int, days_ago: int, reason: EndingReason, words: str) -> Callable[[Story], None]:
    def tell(story: Story) -> None:
        sharing(since, 60)(story)
        story.end(days_ago, reason, words)

    return tell


def _ended_in_trial(story: Story) -> None:
    trying(45, 28)(story)
    story.end(
        30, EndingReason.PERSON_CHOSE, "Missed the old street too much. Still friends: they have tea once a month."
    )


SHARED_LIVES: tuple[Plot, ...] = (
    Plot(ArrangementKind.EMERGENCY, 12, _for_now(11, 42)),
    Plot(ArrangementKind.EMERGENCY, 36, _for_now(35, 42)),
    Plot(ArrangementKind.HOME_FROM_HOSPITAL, 9, _for_now(8, 28)),
    Plot(LIVE_IN, 1, _nothing_yet),
    Plot(LIVE_IN, 3, _household_said_yes),
    Plot(LIVE_IN, 4, _person_said_yes),
    Plot(LIVE_IN, 5, _both_said_yes),
    Plot(LIVE_IN, 6, _not_sure),
    Plot(LIVE_IN, 9, _person_said_yes),
    Plot(SHORT, 2, _nothing_yet),
    Plot(SHORT, 5, _both_said_yes),
    Plot(SHORT, 4, _wants_to_talk),
    Plot(DAY, 3, _said_no),
    Plot(DAY, 8, _household_said_yes),
    Plot(LIVE_IN, 8, _first_visit_planned),
    Plot(LIVE_IN, 17, _supper_tomorrow),
    Plot(LIVE_IN, 23, _feels_different),
    Plot(LIVE_IN, 26, _person_unsure),
    Plot(LIVE_IN, 30, _night_at_the_weekend),
    Plot(LIVE_IN, 32, _ready_to_try),
    Plot(SHORT, 15, _not_written_up),
    Plot(SHORT, 17, _supper_tomorrow),
    Plot(DAY, 8, _first_visit_planned),
    Plot(LIVE_IN, 62, _still_to_sign),
    Plot(LIVE_IN, 44, trying(6, 28)),
    Plot(LIVE_IN, 72, trying(34, 28)),
    Plot(SHORT, 40, trying(1, 4)),
    Plot(DAY, 48, trying(10, 28)),
    Plot(LIVE_IN, 1240, sharing(1170, 9)),
    Plot(LIVE_IN, 900, sharing(820, 120)),
    Plot(LIVE_IN, 760, sharing(690, -6)),
    Plot(LIVE_IN, 640, sharing(560, 200)),
    Plot(LIVE_IN, 520, sharing(440, 80)),
    Plot(LIVE_IN, 470, sharing(390, 5)),
    Plot(LIVE_IN, 400, sharing(320, 45, notice=12)),
    Plot(LIVE_IN, 350, sharing(270, 95)),
    Plot(LIVE_IN, 300, sharing(220, 145)),
    Plot(LIVE_IN, 210, sharing(130, 235)),
    Plot(LIVE_IN, 170, sharing(90, 275)),
    Plot(LIVE_IN, 140, sharing(60, 305)),
    Plot(LIVE_IN, 120, sharing(40, 325)),
    Plot(SHORT, 420, _regular(360, 5, 2, (-63, -35, -7, 21, 49))),
    Plot(SHORT, 260, _regular(190, 175, 3, (-40, -12, 16))),
    Plot(SHORT, 180, _regular(110, 255, 2, (-30, -2, 26))),
    Plot(DAY, 380, _regular(310, 55, 0, (-14, -7, 7, 14))),
    Plot(DAY, 240, _regular(170, 195, 0, (-9, -2, 5, 12))),
    Plot(LIVE_IN, 40, _declined(30, KindReason.LOOKING_NEARER, "Too far from their mum, who does not drive.")),
    Plot(LIVE_IN, 85, _declined(76, KindReason.DIFFERENT_DAYS, "Night shifts in the house; sleep would be broken.")),
    Plot(SHORT, 50, _declined(41, KindReason.PLANS_CHANGED, "The household is having building work done.")),
    Plot(LIVE_IN, 66, _declined(40, KindReason.TALK_TO_YOUR_WORKER, "Felt too far from the shops for now.", met=True)),
    Plot(DAY, 28, _declined(1, KindReason.ANOTHER_GOING_AHEAD, "Said yes to a job on the same days.", met=True)),
    Plot(LIVE_IN, 70, _reopened),
    Plot(LIVE_IN, 800, _ended(730, 90, EndingReason.MOVED_ON, "Moved into a flat of their own, two streets away.")),
    Plot(LIVE_IN, 600, _ended(520, 150, EndingReason.HOUSEHOLD_CHANGED, "A new grandchild and a smaller house.")),
    Plot(LIVE_IN, 330, _ended(250, 60, EndingReason.NEEDS_CHANGED, "More support at night than one household can give.")),
    Plot(LIVE_IN, 90, _ended_in_trial),
)  # fmt: skip

SHARE = ArrangementKind.HOMESHARE

HOMESHARE: tuple[Plot, ...] = (
    Plot(SHARE, 1, _nothing_yet),
    Plot(SHARE, 3, _household_said_yes),
    Plot(SHARE, 5, _both_said_yes),
    Plot(SHARE, 17, _supper_tomorrow),
    Plot(SHARE, 23, _feels_different),
    Plot(SHARE, 62, trying(24, 28)),
    Plot(SHARE, 420, sharing(340, 25)),
    Plot(SHARE, 300, sharing(220, 145)),
    Plot(SHARE, 200, sharing(120, 10)),
    Plot(SHARE, 45, _declined(30, KindReason.DIFFERENT_DAYS, "Early shifts would wake the house at five.")),
    Plot(SHARE, 80, _declined(52, KindReason.TALK_TO_YOUR_WORKER, "Would rather share with somebody nearer sixty.", met=True)),
    Plot(SHARE, 500, _ended(420, 45, EndingReason.TIME_WAS_UP, "Finished her course and moved for work. They write.")),
)  # fmt: skip
