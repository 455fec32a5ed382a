"""Putting a person and a household forward to each other. A worker decides; the score never does."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlmodel import select

from carers.models import Household
from matching.actions.telling import tell
from matching.actions.wishing import became
from matching.compatibility.essentials import Met
from matching.compatibility.explain import explain
from matching.lifecycle import BY_NAME, GOING_ON, EndingReason
from matching.models import Arrangement, Side, TakenStep, WishToMeet
from matching.needs import Matter, missing
from matching.needs.of_essentials import HAVE_A_NEED
from matching.queries import arrangements
from matching.queries.asked import asks_of
from matching.queries.endings import ended_because
from matching.queries.scores import current_version, current_weights
from people.models import ConsentFor, Person
from people.queries import taken_back
from scheme.clock import today
from scheme.database import db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import INTERIM_KINDS, ArrangementKind
from scheme.models import Account
from scheme.references import next_reference

TAKEN_BACK = "{name} has taken back that households are told about them. Talk with {name} first."

PROPOSE = BY_NAME["propose"]


def propose(
    worker: Account,
    person: Person,
    household: Household,
    kind: ArrangementKind,
    why: str | None = None,
    wish: WishToMeet | None = None,
) -> Arrangement:
    """Put these two forward, freezing the facts, weights and explanation it was decided on. Both sides are asked.

    ``wish`` is what one of them had told their worker, which this answers.

    An essential not known is no obstacle here, only to a visit or a stay. Raises ``Refused`` naming what stands in the way.
    """
    matter = Matter(person, household, kind)
    _refuse_obstacles(matter)
    if taken_back(person, ConsentFor.INTRODUCTIONS):
        raise Refused(TAKEN_BACK.format(name=person.known_as))
    version = current_version()
    arrangement = Arrangement(
        reference=next_reference("A", db.session.exec(select(Arrangement.reference))),
        person_id=person.id,
        household_id=household.id,
        home_id=_home_of_the_pair(matter),
        kind=kind,
        worker_id=worker.id,
        why=why,
        answer_by=today() + timedelta(days=matter.scheme.number("days_to_answer")),
        weights_version_id=version.id if version else None,
        frozen=_frozen(matter),
    )
    db.session.add(arrangement)
    db.session.add(TakenStep(arrangement_id=arrangement.id, step=PROPOSE.name, target=PROPOSE.target, by_id=worker.id))
    db.session.flush()
    if wish is not None:
        became(worker, wish, arrangement)
    tell(PROPOSE, arrangements.Pair(arrangement, person, household))
    return arrangement


def reopen(pair: arrangements.Pair, sides: Collection[Side], version: int | None) -> None:
    """Write down which side would like to meet again after a decline or an ending. Only when both do may they be put forward early.

    Raises ``Refused`` while it goes on, when the person has died, and for one that has been followed by something newer between the two;
    ``ChangedMeanwhile`` when a colleague has written down something else since ``version``.
    """
    arrangement = pair.arrangement
    if arrangement.stage in GOING_ON:
        raise Refused("Only something that did not go ahead, or has ended, can be reopened.")
    if ended_because(arrangement) is EndingReason.DIED:
        raise Refused(f"{pair.person.known_as} died.")
    if arrangements.latest_between(pair.person.id, pair.household.id) != arrangement:
        raise Refused("These two have been put forward again since. Open what came last between them.")
    wished = set(sides)
    if version != arrangement.version and wished != reopened_by(arrangement):
        both = _sides_in_words(pair, reopened_by(arrangement)), _sides_in_words(pair, wished)
        raise ChangedMeanwhile({"sides": both}, arrangement.version)
    arrangement.reopened_by_person = Side.PERSON in wished
    arrangement.reopened_by_household = Side.HOUSEHOLD in wished
    arrangement.version += 1


def reopened_by(arrangement: Arrangement) -> set[Side]:
    """Which sides would like to meet again after all."""
    wished = {Side.PERSON: arrangement.reopened_by_person, Side.HOUSEHOLD: arrangement.reopened_by_household}
    return {side for side, wishes in wished.items() if wishes}


def _sides_in_words(pair: arrangements.Pair, sides: set[Side]) -> str:
    return " and ".join(pair.name_of(side) for side in Side if side in sides)


def _refuse_obstacles(matter: Matter) -> None:
    if arrangements.going_on_between(matter.person.id, matter.household.id):
        raise Refused("These two are already getting to know each other. Open what they have under way.")
    obstacles = missing(PROPOSE, matter)
    said = {one.need for one in obstacles}
    not_met = [
        essential.reason
        for essential in matter.essentials
        if essential.met is Met.NOT_MET and HAVE_A_NEED.get(essential.name) not in said
    ]
    if not_met or obstacles:
        raise Refused(" ".join(dict.fromkeys([*(one.sentence for one in obstacles), *not_met])))
    if matter.kind not in INTERIM_KINDS:
        _refuse_too_many(matter)


def _refuse_too_many(matter: Matter) -> None:
    """Nobody meets more at once than they can hold in mind, and no household is asked about more than it can say yes to."""
    most = matter.scheme.number("introductions_at_once")
    if arrangements.introductions_of(matter.person.id) >= most:
        raise Refused(
            f"{matter.person.known_as} already has {most} introductions side by side, the most this scheme plans at once. "
            "Wait for an answer, or say that one is not going ahead."
        )
    most = matter.scheme.number("asks_at_once")
    if asks_of(matter.household.id) >= most:
        about = "one person" if most == 1 else f"{most} people"
        raise Refused(
            f"{matter.household.name} is already asked about {about}, the most this scheme asks a household about at once. "
            "Wait for an answer, or say that one is not going ahead."
        )


def _home_of_the_pair(matter: Matter) -> Any:
    return matter.person.home_id if matter.kind is ArrangementKind.HOMESHARE else matter.household.home_id


def _frozen(matter: Matter) -> dict[str, Any]:
    person, household = matter.profiles
    return {"explanation": explain(person, household, matter.rules, current_weights()).as_json()}
