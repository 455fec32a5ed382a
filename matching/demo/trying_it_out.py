"""What invented people write down while they try it out: how it starts, how it is going, and what each said in the end."""

from datetime import date
from random import Random

from matching.actions.measuring import add_measure, answer_measures
from matching.actions.trying import add_check_in, meet_to_decide, plan_trial
from matching.models import Feels
from matching.queries.arrangements import Pair
from matching.queries.trials import answers_to, short_break_households
from matching.rhythms import check_ins_planned
from scheme.clock import today
from scheme.database import db
from scheme.models import Account
from scheme.queries import our_scheme

START = (
    {"who_brings": "Their sister", "first_days": "A quiet first evening. Unpacking together. A walk to the shops."},
    {"who_brings": "Their named worker", "first_days": "Tea in the kitchen, then time alone. The club on Tuesday as always."},
    {"who_brings": "Mum and dad", "first_days": "Sunday lunch with everybody. Nothing else is planned for two days."},
)  # fmt: skip

ANOTHER_HOUSEHOLD = "A neighbour comes over. For some nights another household has a room."
BACKUP = (
    "Ring the named worker, in the evening too. Their sister has a bed made up.",
    ANOTHER_HOUSEHOLD,
    "Their brother can be there within the hour.",
)

MEASURES = (
    "I sleep well here",
    "I can say when I want to be alone",
    "I laugh at least once a day",
    "My friends can come",
    "I choose what I eat",
    "I still go to my club",
)

CHECKED_IN = (
    {"who_spoke": "The worker with both, at the kitchen table", "person_feels": Feels.HAPPY, "household_feels": Feels.HAPPY},
    {"who_spoke": "By telephone, one after the other", "person_feels": Feels.VERY_HAPPY, "household_feels": Feels.HAPPY},
    {
        "who_spoke": "A walk with the person; the household by telephone",
        "person_feels": Feels.NOT_SURE,
        "household_feels": Feels.HAPPY,
        "words": "Mornings are still a bit loud. They will try breakfast later.",
    },
)  # fmt: skip

MEETINGS = (
    {
        "who_came": "Both sides, their sister, and the named worker",
        "person_said": "I want to stay. I like my room.",
        "household_said": "It feels as if it had always been so.",
    },
    {
        "who_came": "Both sides and the named worker, with cake",
        "person_said": "Yes. But I want my own key.",
        "household_said": "Yes, gladly, and the key is cut.",
    },
)


def say_how_it_starts(rng: Random, pair: Pair) -> None:
    """Who brings them, the first days, and what happens when it gets too much."""
    start, backup = rng.choice(START), rng.choice(BACKUP)
    helping = short_break_households(pair.household.id) if backup == ANOTHER_HOUSEHOLD else ()
    named = {"backup_household_id": rng.choice(helping).id} if helping else {}
    plan_trial(pair, {**start, "backup": backup, **named}, None)


def check_in_until_today(rng: Random, worker: Account, pair: Pair, starts_on: date, ends_on: date) -> None:
    """Check-ins of the days gone by, and what the person said about home at each."""
    planned = check_ins_planned(our_scheme(), pair.arrangement.kind, starts_on, ends_on)
    days = [day for day in planned if day < today()]
    home = [add_measure(worker, pair, words) for words in rng.sample(MEASURES, 3)] if days else []
    for day in days:
        add_check_in(worker, pair, {"due_on": day, "held_on": day, **rng.choice(CHECKED_IN)})
        answer_measures(worker, pair, {one.id: rng.choice(list(Feels)[:3]) for one in home})
        for said in answers_to(pair.arrangement.id):
            if said.on == today():
                said.on = day
        db.session.flush()


def decide_together(rng: Random, worker: Account, pair: Pair, on: date) -> None:
    """They sit down together and say what they think."""
    meet_to_decide(worker, pair, {"on": max(on, pair.arrangement.trial_starts_on or on), **rng.choice(MEETINGS)})
