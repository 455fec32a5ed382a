"""Making the paper that everybody signs: what goes into it, its words for these two, and asking everybody.

Its words are frozen when everybody is asked. When something changes afterwards a new one is made and everybody is asked again;
the earlier ones stay, with who signed them.
"""

from collections.abc import Mapping

from matching.actions.telling import tell_both
from matching.agreements.costs import Amount, Cost
from matching.agreements.filling import Said, named_in
from matching.lifecycle import GOING_ON, LIVING_TOGETHER
from matching.models import AgreedCost, AgreedDetails, Agreement
from matching.queries import agreements
from matching.queries.arrangements import Pair
from matching.queries.money import cost_rows
from scheme.changing import change
from scheme.database import db, now
from scheme.errors import ChangedMeanwhile, Refused
from scheme.look import and_list
from scheme.models import Account


def write_details(pair: Pair, room: str | None, independent: str | None, version: int | None) -> None:
    """Write down what goes into the agreement and stands nowhere else."""
    details = agreements.details_of(pair.arrangement.id)
    if details is None:
        details = AgreedDetails(arrangement_id=pair.arrangement.id, version=version or 0)
        db.session.add(details)
    change(details, {"room": room, "independent": independent}, version or 0)


def write_costs(pair: Pair, amounts: Mapping[Cost, Amount | None]) -> None:
    """Write down what is paid for: nothing for what is not. Raises ``Refused`` once it is over."""
    if pair.arrangement.stage not in GOING_ON:
        raise Refused("This is over, so its money is not changed any more.")
    rows = {row.what: row for row in cost_rows(pair.arrangement.id)}
    for what, amount in amounts.items():
        row = rows.get(what)
        if amount is None or amount.payer is None:
            if row:
                db.session.delete(row)
            continue
        if row is None:
            row = AgreedCost(
                arrangement_id=pair.arrangement.id, what=what, pence=amount.pence, per=amount.per, payer=amount.payer
            )
            db.session.add(row)
        row.pence, row.per, row.payer, row.band = amount.pence, amount.per, amount.payer, amount.band


def make_agreement(account: Account, pair: Pair) -> Agreement:
    """Make a paper from the scheme's words and today's facts; one that nobody was asked about yet is made anew.

    Raises ``Refused`` before they try it out, and once it is over.
    """
    if pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("The agreement is made once they are trying it out.")
    papers = agreements.agreements_of(pair.arrangement.id)
    newest = papers[0] if papers else None
    text = agreements.drafted(pair, agreements.text_of(newest) if newest else None)
    if newest is None or newest.asked_at:
        number = newest.number + 1 if newest else 1
        newest = Agreement(arrangement_id=pair.arrangement.id, number=number, by_id=account.id)
        db.session.add(newest)
    newest.kinds, newest.made_at, newest.by_id = list(agreements.kinds_of(pair)), now(), account.id
    newest.text, newest.version = text.as_json(), newest.version + 1
    db.session.flush()
    return newest


def adjust_part(agreement: Agreement, name: str, said: Said, version: int | None) -> None:
    """Write one part differently for these two. Raises ``Refused`` once everybody was asked, and for what comes from elsewhere."""
    _refuse_once_asked(agreement)
    text = agreements.text_of(agreement)
    part = text.part(name)
    if part is None:
        raise Refused("There is no such part in this agreement.")
    if part.comes_from:
        raise Refused("These words come from elsewhere, and are changed there.")
    if version is not None and version != agreement.version:
        theirs = {"plain": (part.plain, said.plain), "easy_read": (part.easy_read, said.easy_read)}
        raise ChangedMeanwhile({key: both for key, both in theirs.items() if both[0] != both[1]}, agreement.version)
    if names := named_in(said.plain, said.easy_read):
        raise Refused(f"Here the facts are filled in already. Please write out: {and_list(names)}.")
    agreement.text, agreement.version = text.adjusted(name, said).as_json(), agreement.version + 1


def ask_to_sign(pair: Pair, agreement: Agreement) -> None:
    """Freeze a paper and ask everybody to sign it. Raises ``Refused`` while something is missing, or has changed since."""
    _refuse_once_asked(agreement)
    if pair.arrangement.stage not in LIVING_TOGETHER:
        raise Refused("This is over, so nobody is asked to sign.")
    if missing := agreements.missing_facts(pair):
        lacking = and_list(fact.missing[0].lower() + fact.missing[1:] for fact in missing)
        raise Refused(f"Still to be written down: {lacking}.")
    if changed := agreements.changed_since(pair, agreement):
        raise Refused(f"Something changed since this was made: {and_list(changed)}. Please make it again.")
    agreement.asked_at, agreement.version = now(), agreement.version + 1
    tell_both(pair)


def _refuse_once_asked(agreement: Agreement) -> None:
    if agreement.asked_at:
        raise Refused("Everybody has been asked to sign this, so its words stay. Please make a new one.")
