"""What the people of an invented arrangement agreed, what it costs them, and how each of them signed. Every amount is invented."""

from datetime import datetime
from random import Random

from matching.actions import agreeing, signing
from matching.actions.signing import Signed
from matching.agreements.costs import Amount, Cost, Payer, Per
from matching.agreements.kinds import AgreedHow, Party, SignedBy, a_year_after
from matching.models import Agreement
from matching.queries import agreements, money
from matching.queries.arrangements import Pair
from scheme.clock import local_day
from scheme.kinds import ArrangementKind
from scheme.models import Account

ROOMS = (
    "The back bedroom, with the apple tree outside",
    "The front bedroom, with its own key",
    "The bedroom beside the bathroom, downstairs",
    "The attic room with the skylight",
)
LISTENERS = ("Invented Rights for You, on 01524 496 0143", "Invented Speak Up Together, on 01539 496 0121")

PER = {ArrangementKind.SHORT_BREAK: Per.NIGHT, ArrangementKind.DAY_SUPPORT: Per.SESSION}


def agree(rng: Random, worker: Account, pair: Pair, moment: datetime, *, waiting: bool = False) -> None:
    """Everybody signs that day, or the person, and a carer with an account, have still to."""
    agreeing.write_costs(pair, {amount.what: amount for amount in _amounts(rng, pair)})
    details = agreements.details_of(pair.arrangement.id)
    agreeing.write_details(
        pair, rng.choice(ROOMS), rng.choice((*LISTENERS, None)), details.version if details else None
    )
    paper = agreeing.make_agreement(worker, pair)
    agreeing.ask_to_sign(pair, paper)
    for signer in agreements.parties(pair):
        if not (waiting and (signer.party is Party.PERSON or signer.account_id)):
            signing.sign(worker, pair, paper, signer, _signed(rng, worker, signer))
    _date(paper, moment)


def _amounts(rng: Random, pair: Pair) -> list[Amount]:
    kind = pair.arrangement.kind
    if kind is ArrangementKind.HOMESHARE:
        return [
            Amount(Cost.BILLS, rng.randrange(2000, 4000, 250), Per.WEEK, Payer.HOUSEHOLD),
            Amount(Cost.PERSONS_FEE, 11000, Per.MONTH, Payer.PERSON),
            Amount(Cost.SHARERS_FEE, 14500, Per.MONTH, Payer.HOUSEHOLD),
        ]
    per, bands = PER.get(kind, Per.WEEK), money.bands_now()
    care = rng.choice(bands) if bands and per is Per.WEEK else None
    amounts = [
        Amount(Cost.BILLS, rng.randrange(900, 6500, 50), per, Payer.PERSON),
        Amount(Cost.CARE, care.pence, care.per, Payer.COUNCIL, care.name)
        if care
        else Amount(Cost.CARE, rng.randrange(5000, 9000, 250), per, Payer.COUNCIL),
    ]
    return (
        [Amount(Cost.RENT, rng.randrange(7500, 11000, 25), per, Payer.HOUSING_BENEFIT), *amounts]
        if per is Per.WEEK
        else amounts
    )


def _signed(rng: Random, worker: Account, signer: agreements.Signer) -> Signed:
    if signer.party is Party.SCHEME:
        return Signed(SignedBy.TYPED, worker.name)
    how = (
        rng.choice((AgreedHow.WORDS, AgreedHow.SIGN, AgreedHow.PICTURE))
        if signer.party is Party.PERSON
        else AgreedHow.WORDS
    )
    return Signed(SignedBy.WITNESSED, None, how=how, who_saw=worker.name)


def _date(paper: Agreement, moment: datetime) -> None:
    paper.made_at = paper.asked_at = moment
    for signature in agreements.signatures_of(paper.id):
        signature.at, signature.on = moment, local_day(moment)
    if paper.signed_at:
        paper.signed_at = moment
    if paper.renew_on:
        paper.renew_on = a_year_after(local_day(moment))
