"""Signing, each in their own way: typed, seen by somebody, on paper, or by somebody with the authority to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matching.agreements.kinds import AgreedHow, AgreementKind, Party, SignedBy, a_year_after
from matching.lifecycle import GOING_ON
from matching.models import Agreement, Signature
from matching.queries import agreements
from matching.queries.agreements import Signer
from matching.queries.arrangements import Pair
from people import queries as people
from people.models import Authority
from scheme.access import WORKERS
from scheme.clock import local_day, today
from scheme.database import db, now
from scheme.errors import Refused
from scheme.look import day
from scheme.models import Account, Role


@dataclass(frozen=True)
class Signed:
    """How one of them signed. ``how`` and ``who_saw`` where somebody saw it; ``words`` say the authority where it is for them."""

    way: SignedBy
    name: str | None
    on: date | None = None
    """Nothing: today."""
    how: AgreedHow | None = None
    who_saw: str | None = None
    words: str | None = None
    file_name: str | None = None


def sign(account: Account, pair: Pair, agreement: Agreement, signer: Signer, signed: Signed) -> Signature:
    """Write one signature down. Raises ``Refused`` for whoever may not, in words fit to show."""
    _refuse_unless_open(pair, agreement)
    if signer not in agreements.parties(pair):
        raise Refused("Only those whom it is between sign this.")
    if agreements.signed_by(agreement, signer):
        raise Refused(f"{signer.name} has signed already.")
    _refuse_the_wrong_way(account, pair, signer, signed)
    on = _day_of(agreement, signed)
    signature = Signature(
        arrangement_id=pair.arrangement.id, agreement_id=agreement.id, party=signer.party, member_id=signer.member_id,
        way=signed.way, name=signed.name or signer.name, on=on, how=signed.how, who_saw=signed.who_saw,
        file_name=signed.file_name, by_id=account.id,
    )  # fmt: skip
    signature.words = signed.words
    db.session.add(signature)
    db.session.flush()
    if not agreements.still_to_sign(pair, agreement):
        last = max(one.on for one in agreements.signatures_of(agreement.id))
        agreement.signed_at = now()
        agreement.renew_on = a_year_after(last) if AgreementKind.LICENCE in agreement.kinds else None
    return signature


def sign_one_sheet(
    account: Account, pair: Pair, agreement: Agreement, signers: Sequence[Signer], signed: Signed
) -> None:
    """Several signed the same sheet of paper. Raises ``Refused`` for any of them, and then nobody’s is written down."""
    for signer in signers:
        sign(account, pair, agreement, signer, signed)


def take_off(pair: Pair, agreement: Agreement, signature: Signature) -> None:
    """A signature was written down by mistake. Raises ``Refused`` once the agreement is no longer the one that counts."""
    _refuse_unless_open(pair, agreement)
    db.session.delete(signature)
    agreement.signed_at = agreement.renew_on = None


def _day_of(agreement: Agreement, signed: Signed) -> date:
    """The day it was signed. Raises ``Refused`` for one to come, and for one on which these words were not written yet."""
    on, made = signed.on or today(), local_day(agreement.made_at)
    if on > today():
        raise Refused("This day is still to come.", "on")
    if on < made:
        raise Refused(f"This agreement was made on {day(made)}. Nobody can have signed it before.", "on")
    return on


def _refuse_unless_open(pair: Pair, agreement: Agreement) -> None:
    if pair.arrangement.stage not in GOING_ON:
        raise Refused("This is over, so who signed stays as it is.")
    counts = agreements.newest_asked(pair.arrangement.id)
    if counts is None or counts.id != agreement.id:
        raise Refused("This is not the agreement that is signed now. Please look at the newest one.")


def _refuse_the_wrong_way(account: Account, pair: Pair, signer: Signer, signed: Signed) -> None:
    if signed.way is SignedBy.TYPED:
        if not signed.name:
            raise Refused("Please type the name.", "name")
        if not _is_them(account, pair, signer):
            raise Refused(f"Only {signer.name} can sign here by typing a name.")
        return
    if account.role not in WORKERS and not _supports_them(account, pair, signer, signed.way):
        raise Refused("Please ask your worker to write this down.")
    if signed.way is SignedBy.WITNESSED and not (signed.how and signed.who_saw):
        raise Refused("Please say how they agreed, and who saw it.", "how" if not signed.how else "who_saw")
    if signed.way is SignedBy.PAPER and not signed.file_name:
        raise Refused("Please choose the photograph or the PDF of the signed page.", "file")
    if signed.way is SignedBy.FOR_THEM and not (signed.name and signed.words):
        raise Refused("Please say who signs for them, and on which authority.", "name" if not signed.name else "words")


def _is_them(account: Account, pair: Pair, signer: Signer) -> bool:
    if signer.party is Party.SCHEME:
        return account.role in WORKERS
    if signer.party is Party.CARER:
        return signer.account_id == account.id
    own = people.own_person(account, pair.person.id)
    return own is not None and own.link.authority is Authority.SELF


def _supports_them(account: Account, pair: Pair, signer: Signer, way: SignedBy) -> bool:
    """A supporter may write down that they saw the person agree."""
    if account.role is not Role.SUPPORTER or signer.party is not Party.PERSON or way is not SignedBy.WITNESSED:
        return False
    own = people.own_person(account, pair.person.id)
    return own is not None and own.may_write and not own.ended(today())
