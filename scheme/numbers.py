"""The numbers a scheme sets for itself, each with its default and where that comes from.

Rules read numbers from here and never hold their own. A scheme's own values are kept in ``Scheme.numbers``.
"""

from collections.abc import Mapping
from dataclasses import dataclass


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


NUMBERS = (
    Number("people_in_one_home", 3, 1, 3, "people", "The most people supported in one home at any moment",
           "Three: SR (NI) 2007/221 reg 12, SI (W) 2019/163; some schemes choose two"),
    Number("days_to_answer", 7, 1, 28, "days", "How long somebody has to answer an introduction",
           "Seven days: scheme practice (North Northamptonshire)"),
    Number("decline_interval_days", 180, 0, 730, "days", "How long before a declined pair may be put forward again",
           "Our judgement"),
    Number("visits_before_trial", 3, 0, 12, "visits", "Visits that have happened before a trial may start",
           "Two to three meetings are typical: scheme practice (Blackpool)"),
    Number("trial_days", 28, 7, 180, "days", "How long a trial runs before it is talked through",
           "Review at four weeks: scheme practice; no national length"),
    Number("homeshare_trial_days", 28, 14, 60, "days", "How long a homeshare trial runs",
           "Two to four weeks: homeshare practice (Norfolk and Suffolk)"),
    Number("interim_days", 42, 1, 120, "days", "The longest somebody stays for now before a plan is due",
           "Our judgement"),
    Number("notice_days", 28, 0, 90, "days", "Notice either side gives to end",
           "28 days: Medway"),
    Number("review_days", 365, 28, 365, "days", "The longest time between reviews once long-term",
           "Once in the first year, then yearly: SR (NI) 2007/221 reg 13, SI (W) 2019/163"),
    Number("availability_stale_days", 30, 7, 120, "days", "When a household's availability is asked again",
           "Our judgement"),
    Number("checks_due_days", 90, 14, 180, "days", "How long before a check or approval runs out the worker is told",
           "Our judgement"),
    Number("checks_close_days", 30, 0, 90, "days", "How long before a check or approval runs out it is said more plainly",
           "Our judgement"),
    Number("not_spoken_days", 28, 7, 120, "days", "When somebody nobody has spoken to is shown to their worker",
           "Our judgement"),
    Number("introductions_at_once", 3, 1, 6, "introductions", "How many introductions one person has side by side",
           "Two or three at once: scheme practice (Pembrokeshire)"),
    Number("asks_at_once", 2, 1, 6, "people", "How many people a household is asked about side by side, in suggestions for everyone",
           "Our judgement: a household that is asked about many can say yes to few"),
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

DEFAULTS: Mapping[str, int] = {number.name: number.default for number in NUMBERS}

BY_NAME: Mapping[str, Number] = {number.name: number for number in NUMBERS}
