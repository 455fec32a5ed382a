"""The home and everybody who lives in it."""

from typing import Any

from sqlmodel import select

from carers.models import Household, Member, MemberKind
from carers.queries import home_of, household_of, members_of
from scheme.changing import Answers, change, refuse_if_changed
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.models import Account, Home, Role
from scheme.places import settle_home
from scheme.queries import is_homeshare, our_scheme
from scheme.sign_in.actions import open_account, send_link

# --- the home ----------------------------------------------------------------------------------------------------------


def change_home(household: Household, answers: Answers, version: int | None) -> None:
    """Change what a home is like. Where it is does not change here: see ``move_home``."""
    change(_home(household), answers, version)


def move_home(household: Household, address: str | None, postcode: str | None, version: int | None) -> None:
    """Say where the home is. Only for the desk: a household that could move its own pin could find out where others live
    (DESIGN §7). Raises ``Refused`` for what is no postcode, ``ChangedMeanwhile`` when somebody else has just done so.
    """
    home = _home(household)
    told = {"address": address, "postcode": postcode}
    refuse_if_changed(home, told, version)
    if told != {name: getattr(home, name) for name in told}:
        settle_home(home, postcode, address)
        home.version += 1


def _home(household: Household) -> Home:
    if is_homeshare():
        raise Refused("In Homeshare the home is the person's, so there is nothing to write down here.")
    home = home_of(household)
    if home is None:
        home = Home()
        db.session.add(home)
        db.session.flush()  # the household points at it
        household.home_id = home.id
    return home


# --- members -----------------------------------------------------------------------------------------------------------


def add_member(household: Household, answers: Answers) -> Member:
    """Add somebody who lives in the home. Only ``kind`` is needed.

    Raises ``Refused`` when the home would be written down with more people supported than the scheme's number.
    """
    kind = answers.get("kind")
    if kind is None:
        raise Refused("Please say who this is in the household.", "kind")
    if kind == MemberKind.RESIDENT:
        _refuse_beyond_cap(household)
    member = Member(household_id=household.id, kind=kind)
    change(member, _fitting(answers), member.version)
    member.version = 1
    db.session.add(member)
    return member


def change_member(member: Member, answers: Answers, version: int | None) -> None:
    """Change what is known of a member of the household."""
    becomes_resident = answers.get("kind") == MemberKind.RESIDENT and member.kind is not MemberKind.RESIDENT
    if becomes_resident:
        _refuse_beyond_cap(household_of(member))
    if "kind" in answers and answers["kind"] is None:
        raise Refused("Please say who this is in the household.", "kind")
    change(member, _fitting(answers), version)


def member_left(member: Member) -> None:
    """Somebody moved out. Their row stays for what points at it; their account no longer opens these pages."""
    if member.left_on is None:
        change(member, {"left_on": today(), "account_id": None}, member.version)


def give_account(member: Member, account: Account) -> None:
    """Let an account open this household's own pages. Raises ``Refused`` when it is no carer's, or is somebody else's."""
    if account.role is not Role.CARER:
        raise Refused("This account is not a carer's account.")
    other = db.session.exec(select(Member).where(Member.account_id == account.id, Member.id != member.id)).first()
    if other is not None:
        raise Refused("This account already belongs to somebody in a household.")
    change(member, {"account_id": account.id}, member.version)


def invite(member: Member, email: str | None) -> Account:
    """Open a carer's own account and email them how to sign in.

    Raises ``Refused`` for anybody but a carer who lives there, who has no account yet, or when the address is taken.
    """
    if not email:
        raise Refused("Please give their email address.", "email")
    if member.kind is not MemberKind.CARER or member.left_on is not None:
        raise Refused("Only those who offer support have pages of their own.", "email")
    if member.account_id is not None:
        raise Refused("They have an account already.", "email")
    account = open_account(email, member.name or household_of(member).name, Role.CARER)
    give_account(member, account)
    send_link(account.id, template="invitation")
    return account


def _refuse_beyond_cap(household: Household) -> None:
    """Arrangements kept in Alongside count too; ``matching`` adds them up, and the database is the second wall."""
    if is_homeshare():
        return
    cap = our_scheme().number("people_in_one_home")
    if sum(member.kind is MemberKind.RESIDENT for member in members_of(household)) >= cap:
        raise Refused(f"No more than {cap} people may be supported in one home, and {cap} already are.", "kind")


def _fitting(answers: Answers) -> dict[str, Any]:
    """Only a child has an age band: of adults no age is kept."""
    told = dict(answers)
    if "kind" in told and told["kind"] != MemberKind.CHILD and "age_band" in told:
        told["age_band"] = None
    return told
