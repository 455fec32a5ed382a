"""The household itself: adding it, changing what it tells, who looks after it, and where it stands."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import select

from carers.models import Household, HouseholdState
from carers.queries import household_by_reference
from scheme.access import WORKERS
from scheme.changing import change
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.messages import post_template
from scheme.models import Account, Conversation, WhichConversation
from scheme.queries import our_scheme

REFERENCE = re.compile(r"H(\d{1,9})", re.IGNORECASE)


def add_household(answers: Mapping[str, Any], reference: str | None = None, worker: Account | None = None) -> Household:
    """Write down a new household. Nothing but ``name`` is needed; without a reference it takes the next free one: H001, H002, …

    ``answers`` are fields of ``Household``; ``worker`` becomes its named worker. Raises ``Refused`` without a name, or when
    the reference is taken.
    """
    if not answers.get("name"):
        raise Refused("Please give the household a name, such as the carers' first names.", "name")
    if reference is not None and household_by_reference(reference):
        raise Refused(f"There is already a household with the reference {reference}.", "reference")
    household = Household(reference=reference or next_reference(), name=answers["name"])
    change(household, answers, household.version)
    household.version = 1
    if worker is not None:
        household.named_worker_id = worker.id
    db.session.add(household)
    db.session.flush()  # what belongs to it points at it
    return household


def next_reference() -> str:
    """One more than the highest number in use. References that came from elsewhere may look different."""
    found = (REFERENCE.fullmatch(reference) for reference in db.session.exec(select(Household.reference)))
    return f"H{max((int(each[1]) for each in found if each), default=0) + 1:03}"


def change_household(household: Household, answers: Mapping[str, Any], version: int | None) -> None:
    """Change some of what a household tells: any fields of ``Household`` beside approval, state and worker.

    ``version`` is the version the page was made from. Raises ``ChangedMeanwhile`` when others changed the same fields since.
    """
    if "name" in answers and not answers["name"]:
        raise Refused("Please keep a name here, so that people know who this is.", "name")
    living_there, cap = answers.get("living_there"), our_scheme().number("people_in_one_home")
    if living_there is not None and living_there > cap and living_there != household.living_there:
        raise Refused(f"No more than {cap} people may be supported in one home.", "living_there")
    change(household, answers, version)


def change_state(household: Household, state: HouseholdState, paused_until: date | None, version: int | None) -> None:
    """Say where a household is with offering a place. A break may have a last day; the other states have none."""
    if state is not HouseholdState.PAUSED:
        paused_until = None
    if paused_until is not None and paused_until < today():
        raise Refused("The last day of the break is already over. Please give a later day.", "paused_until")
    change(household, {"state": state, "paused_until": paused_until}, version)


def name_worker(household: Household, worker: Account, version: int | None) -> None:
    """Give a household its named worker. If it had another one the household is told (DESIGN §1.6)."""
    if worker.role not in WORKERS or not worker.active:
        raise Refused("Please choose somebody who works at the scheme.", "named_worker_id")
    had_one = household.named_worker_id is not None
    is_new = household.named_worker_id != worker.id
    change(household, {"named_worker_id": worker.id}, version)
    if is_new and had_one and household.email:
        post_template(
            household.email,
            "carers/messages/new_worker.txt",
            household=household,
            worker=worker,
            scheme=our_scheme(),
        )


def record_conversation(
    household: Household,
    account: Account,
    on: date | None,
    words: str | None = None,
    which: WhichConversation | None = None,
) -> Conversation:
    """Note that a worker spoke with the household. No date means today; a day to come is refused."""
    on = on or today()
    if on > today():
        raise Refused("This day is still to come. Please give the day you spoke.", "on")
    conversation = Conversation(
        about_kind="household",
        about_id=household.id,
        on=on,
        account_id=account.id,
        which=which or WhichConversation.LISTEN,
    )
    conversation.words = words
    db.session.add(conversation)
    return conversation
