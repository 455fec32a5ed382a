"""The household itself: adding it, changing what it tells, who looks after it, and where it stands."""

from datetime import date

from sqlmodel import select

from carers.models import Household, HouseholdState
from carers.queries import household_by_reference
from scheme import actions
from scheme.changing import Answers, change
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Account, Conversation, WhichConversation
from scheme.queries import our_scheme
from scheme.references import next_reference


def add_household(answers: Answers, reference: str | None = None) -> Household:
    """Write down a new household. Nothing but ``name`` is needed; without a reference it takes the next free one: H001, H002, …

    ``answers`` are fields of ``Household``. Raises ``Refused`` without a name, or when the reference is taken.
    """
    if not answers.get("name"):
        raise Refused("Please give the household a name, such as the carers' first names.", "name")
    if reference is not None and household_by_reference(reference):
        raise Refused(f"There is already a household with the reference {reference}.", "reference")
    household = Household(
        reference=reference or next_reference("H", db.session.exec(select(Household.reference))), name=answers["name"]
    )
    change(household, answers, household.version)
    household.version = 1
    db.session.add(household)
    db.session.flush()  # what belongs to it points at it
    return household


def change_household(household: Household, answers: Answers, version: int | None) -> None:
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


def record_conversation(
    household: Household,
    account: Account,
    on: date | None,
    words: str | None = None,
    which: WhichConversation | None = None,
) -> Conversation:
    """Note that a worker spoke with the household. No date means today; a day to come is refused."""
    return actions.record_conversation(household, account, on or today(), which or WhichConversation.LISTEN, words)
