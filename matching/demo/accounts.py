"""The demo's accounts: who can sign in, with one password that is printed for everybody to see."""

from dataclasses import dataclass

from scheme.database import db
from scheme.kinds import SchemeKind
from scheme.models import Account, Role
from scheme.sign_in.accounts import hashed
from scheme.sign_in.actions import open_account

PASSWORD = "alongside demo"  # noqa: S105 - printed for everybody, and refused in production


@dataclass(frozen=True, slots=True)
class Way:
    """An account somebody looking round may use: its address, whose it is, and what to try first."""

    email: str
    name: str
    role: Role
    try_first: str


SHARED_LIVES = (
    Way("worker@example.org", "Meera Joshi", Role.WORKER, "Today, then find Josie and see who might suit her, and why"),
    Way("manager@example.org", "Alison Crake", Role.MANAGER, "Change how much each way of fitting counts"),
    Way("auditor@example.org", "Robin Telford", Role.AUDITOR, "Read everything, change nothing"),
    Way("carer@example.org", "Ruth Ashworth", Role.CARER, "Say that your space is still right; answer about Josie"),
    Way(
        "person@example.org",
        "Josie Braithwaite",
        Role.PERSON,
        "Look at three homes side by side, and answer two of them",
    ),
    Way(
        "supporter@example.org", "Helen Braithwaite", Role.SUPPORTER, "Look at the same pages beside your sister Josie"
    ),
    Way(
        "trial@example.org",
        "Marlon Reid",
        Role.PERSON,
        "You are trying it out: say how home feels, and read what to sign",
    ),
    Way("settled@example.org", "Rosa Lightfoot", Role.PERSON, "You are settled: see how it is going, in pictures"),
    Way(
        "living.carer@example.org",
        "Glenys Dowthwaite",
        Role.CARER,
        "Rosa lives with you; sign the agreement with Marlon",
    ),
)

HOMESHARE = (
    Way("homeshare.worker@example.org", "Dilys Marsh", Role.WORKER, "See which homesharers might suit Miss Whitwell"),
    Way("homesharer@example.org", "Amara Osei", Role.CARER, "Answer about sharing a home"),
    Way("householder@example.org", "Dorothy Whitwell", Role.PERSON, "Meet the homesharers put forward to you"),
)

WAYS = {SchemeKind.SHARED_LIVES: SHARED_LIVES, SchemeKind.HOMESHARE: HOMESHARE}

OTHER_WORKERS = {
    SchemeKind.SHARED_LIVES: (
        "Tom Entwistle", "Grace Okafor", "Huw Bevan", "Sadia Malik", "Nell Garstang", "Piotr Wilk", "Anjali Rao",
        "Col Sedgwick", "Beth Tunstall", "Yusuf Demir", "Maggie Postlethwaite", "Ifan Parry", "Leanne Cross",
        "Oscar Whitham",
    ),
    SchemeKind.HOMESHARE: ("Frank Holme", "Sian Pugh", "Teresa Capstick", "Vikram Sood"),
}  # fmt: skip
"""Named workers beside the one to sign in as: as many as it takes for each to know their people."""


def open_accounts(kind: SchemeKind) -> tuple[list[Account], dict[str, Account]]:
    """Open one scheme's accounts. Returns its workers, the one to sign in as first, and the accounts of ``WAYS`` by address.

    Raises ``Refused`` when one of the addresses has an account already.
    """
    kept = hashed(PASSWORD)
    by_email = {}
    for way in WAYS[kind]:
        by_email[way.email] = open_account(way.email, way.name, way.role)
        by_email[way.email].password = kept
    workers = [account for account in by_email.values() if account.role is Role.WORKER]
    for name in OTHER_WORKERS[kind]:
        workers.append(open_account(f"{name.lower().replace(' ', '.')}@example.org", name, Role.WORKER))
        workers[-1].password = kept
    db.session.flush()
    return workers, by_email
