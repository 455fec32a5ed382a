"""What somebody agreed to, and who may open their pages with them."""

from datetime import date, timedelta

from people import queries
from people.models import Authority, Consent, ConsentFor, Person, PersonAccount
from scheme.changing import Answers, change
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.messages import address_of, post
from scheme.models import Account, Role
from scheme.queries import named_worker_of
from scheme.sign_in import accounts
from scheme.sign_in import actions as sign_in


def give_consent(person: Person, purpose: ConsentFor, how: str | None = None, given_on: date | None = None) -> Consent:
    """Somebody agrees to one thing. Raises ``Refused`` when they already do."""
    if any(each.purpose is purpose and each.withdrawn_on is None for each in queries.consents_of(person)):
        raise Refused("This is agreed already.", "purpose")
    consent = Consent(person_id=person.id, purpose=purpose, how=how, given_on=given_on or today())
    db.session.add(consent)
    return consent


def withdraw_consent(consent: Consent) -> None:
    """Somebody takes back what they agreed to, from today. Taking it back twice changes nothing."""
    consent.withdrawn_on = consent.withdrawn_on or today()


TOOK_BACK = "Somebody has taken back something they had agreed to. Please talk with them: {address}\n"


def take_back(person: Person, consent: Consent) -> None:
    """Somebody takes back in their own pages what they agreed to. Their worker hears of it, once."""
    agreed = consent.withdrawn_on is None
    withdraw_consent(consent)
    worker = named_worker_of(person)
    if agreed and worker:
        address = address_of("people_desk.agreements", person_id=person.id)
        post(worker.email, f"Please talk with them: {person.reference}", TOOK_BACK.format(address=address))


def let_open(person: Person, email: str, name: str | None, answers: Answers) -> PersonAccount:
    """Let somebody open a person's own pages, inviting them by email when they have no account yet.

    Raises ``Refused`` as ``give_authority`` does, and when somebody new has no name.
    """
    account = accounts.ours_by_email(email)
    if account is not None:
        return give_authority(person, account, answers)
    own = answers["authority"] is Authority.SELF
    if not own and not name:
        raise Refused("They have no account yet, so please say what they are called. We will invite them.", "name")
    account = sign_in.open_account(email, name or person.known_as, Role.PERSON if own else Role.SUPPORTER)
    link = give_authority(person, account, answers)
    sign_in.send_link(account.id, template="invitation")
    return link


def give_authority(person: Person, account: Account, answers: Answers) -> PersonAccount:
    """Let an account open somebody's own pages: ``authority``, ``scope``, ``evidence`` and ``expires_on``.

    Relatives have none by default (DOMAIN §8). Raises ``Refused`` when the account is not a person's or supporter's, has
    authority already, or when an attorney, deputy or advocate comes without evidence.
    """
    authority: Authority = answers["authority"]
    role = Role.PERSON if authority is Authority.SELF else Role.SUPPORTER
    if account.role is not role:
        raise Refused(
            f"That account is not a {role.label.lower()}’s own. Please invite them as a {role.label.lower()}.", "email"
        )
    if any(link.account_id == account.id for link, _ in queries.supporters_of(person)):
        raise Refused("This account can open these pages already. Change what it may do instead.", "email")
    _evidenced(authority, answers.get("evidence"))
    link = PersonAccount(person_id=person.id, account_id=account.id, **answers)
    db.session.add(link)
    return link


def change_authority(link: PersonAccount, answers: Answers, version: int | None) -> None:
    """Change how far an authority goes or how long it lasts. Raises ``Refused`` as ``give_authority`` does."""
    authority = answers.get("authority", link.authority)
    if (authority is Authority.SELF) != (link.authority is Authority.SELF):
        raise Refused("Whether it is somebody’s own account cannot be changed here.", "authority")
    _evidenced(authority, answers.get("evidence", link.evidence))
    change(link, answers, version)


def end_authority(link: PersonAccount) -> None:
    """The authority ends now: from the next page on, nothing opens."""
    change(link, {"expires_on": today() - timedelta(days=1)}, link.version)


def _evidenced(authority: Authority, evidence: str | None) -> None:
    needed = {Authority.ATTORNEY, Authority.DEPUTY, Authority.ADVOCATE}
    if authority in needed and not (evidence or "").strip():
        raise Refused("Please say what you saw: the document, its date and its number.", "evidence")
