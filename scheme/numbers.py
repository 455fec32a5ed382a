"""The numbers a scheme sets for itself, each with its default and where that comes from.

Rules read numbers from here and never hold their own: ``scheme.number(name)`` for those of the whole scheme,
``scheme.number_for(kind, name)`` for those that differ between kinds of arrangement. A scheme's own values are kept in
``Scheme.numbers``; those of a kind under both names, as ``trial_days.live_in``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scheme.kinds import ArrangementKind as Kind

ONE_OF = {"people": "person"}
"""Units whose singular is more than the plural without its last letter."""


@dataclass(frozen=True)
class Number:
    """One number: its name, default, unit, the range a scheme may choose from, and its source."""

    name: str
    default: int
    least: int
    most: int
    unit: str
    question: str
    source: str
    formerly: str = ""
    """The name it had before it differed by kind: its history goes on from there."""

    def unit_for(self, value: int) -> str:
        """The unit as it is said after a value: ``day`` after 1, ``days`` after any other."""
        return ONE_OF.get(self.unit, self.unit.removesuffix("s")) if value == 1 else self.unit


@dataclass(frozen=True)
class Cell:
    """One number for one kind of arrangement: its default, the range a scheme may choose from, and its source."""

    default: int
    least: int
    most: int
    source: str


@dataclass(frozen=True)
class KindNumber:
    """A number that differs between kinds of arrangement. A kind without a cell has no such number."""

    name: str
    unit: str
    question: str
    cells: Mapping[Kind, Cell]
    formerly: Mapping[Kind, str]

    def of(self, kind: Kind) -> Number | None:
        """This number for one kind; ``None`` where it does not apply."""
        cell = self.cells.get(kind)
        if cell is None:
            return None
        return Number(
            name_for(kind, self.name), cell.default, cell.least, cell.most, self.unit,
            f"{kind.label}: {self.question[0].lower()}{self.question[1:]}", cell.source, self.formerly.get(kind, ""),
        )  # fmt: skip


def name_for(kind: Kind, name: str) -> str:
    """What a number of a kind is called among all the numbers: ``trial_days.live_in``."""
    return f"{name}.{kind.value}"


NUMBERS = (
    Number("people_in_one_home", 3, 1, 3, "people", "The most people supported in one home at any moment",
           "Three: SR (NI) 2007/221 reg 12, SI (W) 2019/163; some schemes choose two"),
    Number("days_to_answer", 7, 1, 28, "days", "How long somebody has to answer an introduction",
           "Seven days: scheme practice (North Northamptonshire)"),
    Number("decline_interval_days", 180, 0, 730, "days", "How long before two may be put forward again after one of them said no, or chose to end it",
           "Our judgement"),
    Number("looking_back_days", 90, 28, 365, "days", "How long after an ending both sides are asked to look back",
           "Our judgement: a season, so that nobody has to while it is new"),
    Number("enquiry_answer_days", 2, 1, 14, "days", "How soon somebody introduced to the scheme hears from it",
           "Our judgement: whoever writes to us has been brave"),
    Number("enquiries_kept_days", 90, 7, 365, "days", "How long what was written to introduce somebody is kept once answered",
           "Our judgement: long enough to ask again, and no longer"),
    Number("availability_stale_days", 30, 7, 120, "days", "When a household's availability is asked again",
           "Our judgement"),
    Number("checks_due_days", 90, 14, 180, "days", "How long before a check or approval runs out the worker is told",
           "Our judgement"),
    Number("checks_close_days", 30, 0, 90, "days", "How long before a check or approval runs out it is said more plainly",
           "Our judgement"),
    Number("not_spoken_days", 28, 7, 120, "days", "When somebody nobody has spoken to is shown to their worker",
           "Our judgement"),
    Number("put_off_days", 28, 1, 60, "days", "How far off something that is due may be put",
           "Our judgement: what waits longer is decided, not put off"),
    Number("answer_reminder_days", 2, 0, 7, "days", "How long before the day to answer by those still thinking are reminded",
           "Our judgement"),
    Number("people_for_one_worker", 14, 1, 60, "people", "How many people one worker is named for before a reason is asked",
           "Scheme practice: about 14 people for each officer (Dorset, 35 live in and others come for short breaks and days)"),
    Number("households_for_one_worker", 7, 1, 60, "households", "How many households one worker is named for before a reason is asked",
           "Scheme practice: about 7 households for each officer (Dorset, 36 households and 5 officers)"),
    Number("other_ways_days", 365, 28, 1095, "days", "How long a talk about other ways to live counts before something becomes long-term",
           "Our judgement: in a year a life changes; a talk before another home came to an end never counts"),
    Number("introductions_at_once", 3, 1, 6, "introductions", "How many introductions one person has side by side",
           "Two or three at once: scheme practice (Pembrokeshire)"),
    Number("asks_at_once", 2, 1, 6, "people", "How many people a household is asked about side by side",
           "Our judgement: a household that is asked about many can say yes to few"),
    Number("quiet_from_hour", 21, 17, 23, "o’clock", "From which hour in the evening messages wait for the morning",
           "Our judgement: nobody is woken by a message, and nobody writes in anger at midnight"),
    Number("quiet_until_hour", 8, 5, 11, "o’clock", "At which hour in the morning messages of the night are delivered",
           "Our judgement"),
    Number("least_for_rounds", 40, 0, 100, "points", "The least score together that suggestions for everyone count",
           "Our judgement: unknown answers count as 50, so 40 leaves out only what is known to fit poorly"),
    Number("reach_on_foot_miles", 2, 1, 10, "miles", "How far somebody may live from people they walk to see",
           "Our judgement: about forty minutes; homes are known to a square of a mile and a quarter"),
    Number("reach_by_bus_miles", 10, 1, 60, "miles", "How far from people they take a bus or train to, or we do not know how",
           "Our judgement: about an hour, with a change"),
    Number("reach_by_car_miles", 20, 1, 100, "miles", "How far from people they see by car, taxi or a lift",
           "Our judgement: about three quarters of an hour"),
    Number("heaviest_weight", 10, 1, 100, "points", "The most that one way of fitting may count",
           "Our judgement: small numbers keep the sums easy to check"),
)  # fmt: skip


# --- numbers by kind -------------------------------------------------------------------------------------------------------

OUR = "Our judgement"
MOVING_IN = (Kind.LIVE_IN, Kind.KINSHIP, Kind.HOMESHARE)
VISITING = (Kind.SHORT_BREAK, Kind.DAY_SUPPORT)
INTERIM = (Kind.EMERGENCY, Kind.HOME_FROM_HOSPITAL)
GOING_ON_FOR_GOOD = (*MOVING_IN, *VISITING)


def _alike(kinds: tuple[Kind, ...], cell: Cell) -> dict[Kind, Cell]:
    return dict.fromkeys(kinds, cell)


KIND_NUMBERS = (
    KindNumber(
        "visits_before_trial", "visits", "Visits that have happened before a trial may start",
        {
            Kind.LIVE_IN: Cell(3, 0, 12, "Two to three meetings are typical: scheme practice (Blackpool)"),
            Kind.SHORT_BREAK: Cell(2, 0, 12, f"{OUR}: fewer than for living together, and never none: people know each other first"),
            Kind.DAY_SUPPORT: Cell(1, 0, 12, f"{OUR}: every day goes home again"),
            Kind.KINSHIP: Cell(0, 0, 12, f"{OUR}: they have known each other for years"),
            Kind.HOMESHARE: Cell(1, 0, 12, "One meeting with the coordinator, then time to think: homeshare practice (Norfolk and Suffolk)"),
        },
        dict.fromkeys(GOING_ON_FOR_GOOD, "visits_before_trial"),
    ),
    KindNumber(
        "trial_days", "days", "How long it is tried out before it is talked through",
        {
            **_alike((Kind.LIVE_IN, Kind.KINSHIP), Cell(28, 7, 180, "Review at four weeks: scheme practice; no national length")),
            Kind.DAY_SUPPORT: Cell(28, 7, 180, f"{OUR}: about four first days, one a week"),
            Kind.HOMESHARE: Cell(28, 14, 60, "Two to four weeks: homeshare practice (Norfolk and Suffolk)"),
            Kind.EMERGENCY: Cell(42, 1, 120, f"{OUR}: six weeks, and a plan for what comes after by then"),
            Kind.HOME_FROM_HOSPITAL: Cell(42, 1, 120, f"{OUR}: six weeks to get well again"),
        },
        dict.fromkeys((Kind.LIVE_IN, Kind.KINSHIP, Kind.DAY_SUPPORT), "trial_days")
        | dict.fromkeys(INTERIM, "interim_days") | {Kind.HOMESHARE: "homeshare_trial_days"},
    ),
    KindNumber(
        "first_check_in_days", "days", "How soon after it starts the first check-in is",
        _alike(tuple(Kind), Cell(1, 1, 14, f"{OUR}: the day after; the gaps between check-ins then grow")),
        {},
    ),
    KindNumber(
        "check_in_gap_days", "days", "The longest time between two check-ins while it is tried out",
        {
            **_alike(MOVING_IN, Cell(7, 1, 28, f"{OUR}: often at first, then weekly; homeshare practice is frequent, then lighter")),
            **_alike(VISITING, Cell(7, 1, 28, f"{OUR}: weekly while it is new")),
            Kind.EMERGENCY: Cell(2, 1, 7, f"{OUR}: in a crisis, short and intense, every other day at least"),
            Kind.HOME_FROM_HOSPITAL: Cell(3, 1, 14, f"{OUR}: twice a week while they get well"),
        },
        {},
    ),
    KindNumber(
        "first_review_days", "days", "How soon after it starts the first review is",
        {
            **_alike((*MOVING_IN, *VISITING), Cell(28, 7, 90, "Review at four weeks: scheme practice")),
            **_alike(INTERIM, Cell(7, 1, 28, f"{OUR}: what is only for now is looked at every week")),
        },
        {},
    ),
    KindNumber(
        "monthly_review_months", "months", "For how many months reviews are monthly after that",
        {
            **_alike((Kind.LIVE_IN, Kind.HOMESHARE), Cell(6, 0, 12, "Monthly visits for six months: scheme practice (North Northamptonshire)")),
            Kind.KINSHIP: Cell(3, 0, 12, f"{OUR}: less changes for them"),
            **_alike(VISITING, Cell(0, 0, 12, f"{OUR}: each stay or day is talked about by itself")),
        },
        {},
    ),
    KindNumber(
        "review_days", "days", "The longest time between reviews after that",
        _alike(GOING_ON_FOR_GOOD, Cell(365, 28, 365, "Once in the first year, then within a year of the last: SR (NI) 2007/221 reg 13, SI (W) 2019/163"))
        | _alike(INTERIM, Cell(7, 1, 28, f"{OUR}: what is only for now is looked at every week")),
        dict.fromkeys(GOING_ON_FOR_GOOD, "review_days"),
    ),
    KindNumber(
        "early_notice_days", "days", "Notice either side gives in the first month",
        {Kind.HOMESHARE: Cell(7, 0, 31, "One week in the first month: homeshare practice (Homeshare West)")},
        {},
    ),
    KindNumber(
        "notice_days", "days", "Notice either side gives to end",
        {
            **_alike((Kind.LIVE_IN, Kind.KINSHIP, *VISITING), Cell(28, 0, 90, "28 days in writing, less if both agree: scheme practice (Medway)")),
            **_alike(INTERIM, Cell(7, 0, 90, f"{OUR}: it was only ever for a while")),
        },
        dict.fromkeys((Kind.LIVE_IN, Kind.KINSHIP, *VISITING, *INTERIM), "notice_days"),
    ),
    KindNumber(
        "notice_months", "months", "Notice either side gives to end, in whole months",
        {Kind.HOMESHARE: Cell(1, 0, 3, "One month after the first: homeshare practice (Homeshare West)")},
        {},
    ),
)  # fmt: skip

KIND_NUMBER: Mapping[str, KindNumber] = {number.name: number for number in KIND_NUMBERS}

OF_KINDS = tuple(cell for number in KIND_NUMBERS for kind in Kind if (cell := number.of(kind)))
"""Every number of every kind, as a number of its own."""

BY_NAME: Mapping[str, Number] = {number.name: number for number in (*NUMBERS, *OF_KINDS)}

DEFAULTS: Mapping[str, int] = {name: number.default for name, number in BY_NAME.items()}
