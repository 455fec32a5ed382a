"""Who may open which page: one table, checked before every request. A page that is not in it opens for nobody.

Which *rows* somebody sees is another matter: queries take the account (``people.queries``, ``carers.queries``).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scheme.models import Role

NOBODY: frozenset[Role] = frozenset()
EVERY_ROLE = frozenset(Role)
WORKERS = frozenset({Role.WORKER, Role.MANAGER})
MANAGERS = frozenset({Role.MANAGER})
DESK = WORKERS | {Role.AUDITOR}
CARERS = frozenset({Role.CARER})
PERSONS = frozenset({Role.PERSON, Role.SUPPORTER})


@dataclass(frozen=True)
class Access:
    """Who may open a page (GET) and who may change something through it (POST). ``public``: no need to sign in."""

    read: frozenset[Role] = NOBODY
    write: frozenset[Role] = NOBODY
    public: bool = False


PUBLIC = Access(read=EVERY_ROLE, write=EVERY_ROLE, public=True)
DESK_READS = Access(read=DESK)
DESK_WRITES = Access(read=DESK, write=WORKERS)
"""An auditor may open the page and sees it as it is, without the buttons."""
MANAGER_WRITES = Access(read=DESK, write=MANAGERS)
CARER_WRITES = Access(read=CARERS, write=CARERS)
PERSON_WRITES = Access(read=PERSONS, write=PERSONS)

ACCESS: Mapping[str, Access] = {
    # everybody
    "static": PUBLIC,
    # scheme: sign-in, front door, errors
    # people: desk, portal
    # carers: desk, portal
    # matching: desk, portal
}
