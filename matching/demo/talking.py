"""What people in the demo wrote to each other and to their worker, and whom they would like to meet."""

from datetime import timedelta

from carers.models import Household
from matching.actions.wishing import wish_to_meet
from matching.actions.writing import write
from matching.lifecycle import Stage
from matching.models import Audience, Side, WishKind
from matching.queries.arrangements import Pair, of_person
from people.models import Person
from scheme.database import now
from scheme.models import Account

WRITTEN = (
    (6, None, Audience.EVERYBODY, "That was a good tea on both sides, I think! Shall we find a day for a meal?"),
    (5, Side.PERSON, Audience.EVERYBODY, "Yes please. I can make flapjacks. Does the dog like flapjacks?"),
    (4.9, None, Audience.EVERYBODY, "Bev says: the dog does, and is not allowed. We all are."),
    (4, Side.PERSON, Audience.PERSON, "I liked it. I was a bit shy. Can Helen come next time?"),
    (3.9, None, Audience.PERSON, "Of course she can. I will tell Bev."),
)
"""Days ago, from whom, for whom, and the words."""


def josie_writes(josie: Person, ruth: Household, accounts: dict[str, Account], worker: Account) -> None:
    """Josie and Bev's household while they get to know each other, with the worker in it; and Ruth asks something."""
    for pair in of_person(josie.id):
        if pair.arrangement.stage is Stage.INTRODUCTION:
            for days_ago, side, audience, words in WRITTEN:
                author = worker if side is None else accounts["person@example.org"]
                _wrote(author, pair, side, audience, words, days_ago)
        elif pair.household.id == ruth.id:
            words = "Do they mind stairs? The bathroom is up one flight. And Colin wants to know about buses."
            _wrote(accounts["carer@example.org"], pair, Side.HOUSEHOLD, Audience.HOUSEHOLD, words, 3)


def somebody_wishes(josie: Person, ruth: Household, accounts: dict[str, Account]) -> None:
    """Two wishes that wait for their worker."""
    words = "Lou's cousin does Shared Lives in Morecambe. Lou says they have hens."
    wish_to_meet(accounts["person@example.org"], josie, WishKind.KNOWN, words)
    wish_to_meet(accounts["carer@example.org"], ruth, WishKind.SOMEBODY, "Somebody who would enjoy the allotment.")


def _wrote(author: Account, pair: Pair, side: Side | None, audience: Audience, words: str, days_ago: float) -> None:
    message = write(author, pair, side, audience, words)
    message.at = message.delivered_at = now() - timedelta(days=days_ago)
