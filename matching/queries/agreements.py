"""Agreements: a scheme's own words, what is filled in, the papers made of them, and who has still to sign."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from sqlmodel import col, select

from carers import queries as carers
from carers.models import Member, MemberKind
from matching.agreements.costs import Amount
from matching.agreements.filling import BY_NAME as FACTS_BY_NAME
from matching.agreements.filling import Fact, Facts, Said, filled, missing_in, named_in
from matching.agreements.kinds import AgreementKind, Party
from matching.agreements.parts import BY_NAME, REQUIRED, Part, parts_of
from matching.kinds import KINDS
from matching.lifecycle import LIVING_TOGETHER
from matching.models import AgreedDetails, Agreement, AgreementWording, Signature
from matching.queries.arrangements import Pair
from matching.queries.money import amounts_of
from matching.rhythms import early_notice, usual_notice
from people import queries as people
from scheme.database import db
from scheme.kinds import ArrangementKind
from scheme.look import and_list, day
from scheme.models import Account
from scheme.numbers import KIND_NUMBER
from scheme.queries import our_scheme

SENTENCE_ENDS = re.compile(r"(?<=[.!?]) +(?=[A-Z])")

ASKED_AGAIN = ("home", "room", "plan", "costs", "independent")
"""Facts that everybody is asked about again when they have changed since an agreement was made."""


# --- the scheme's own words ------------------------------------------------------------------------------------------------


def wordings() -> Mapping[str, AgreementWording]:
    """The newest of the scheme's own words, by part; parts it never changed are not there."""
    rows = db.session.exec(select(AgreementWording).order_by(col(AgreementWording.number)))
    return {row.part: row for row in rows}


def wordings_of(part: str) -> Sequence[tuple[AgreementWording, str]]:
    """How one part came to be what it is, newest first, each with who wrote it."""
    query = (
        select(AgreementWording, Account.name)
        .join(Account, col(AgreementWording.published_by_id) == Account.id)
        .where(AgreementWording.part == part)
    )
    return db.session.exec(query.order_by(col(AgreementWording.number).desc())).all()


def said_in(part: Part, own: Mapping[str, AgreementWording]) -> Said:
    """The words of one part: the scheme's own, or those it begins with."""
    row = own.get(part.name)
    return Said(row.plain, row.easy_read) if row else part.words


# --- what is filled in -----------------------------------------------------------------------------------------------------


def details_of(arrangement_id: UUID) -> AgreedDetails | None:
    """What goes into the agreement and stands nowhere else."""
    return db.session.exec(select(AgreedDetails).where(AgreedDetails.arrangement_id == arrangement_id)).first()


def facts_of(pair: Pair) -> Facts:
    """Everything that is known and may be filled in, as it is now."""
    arrangement, scheme, details = pair.arrangement, our_scheme(), details_of(pair.arrangement.id)
    worker = db.session.get_one(Account, arrangement.worker_id)
    amounts = amounts_of(arrangement.id)
    same: dict[str, str | None] = {
        "person": pair.person.known_as,
        "household": and_list(party.name for party in parties(pair) if party.party is Party.CARER),
        "scheme": scheme.name,
        "home": _where(pair),
        "room": details.room if details else None,
        "plan": arrangement.plan,
        "since": day(arrangement.trial_starts_on) if arrangement.trial_starts_on else None,
        "until": day(arrangement.trial_ends_on) if arrangement.trial_ends_on else None,
        "notice": _notice(arrangement.kind),
        "reviews": _how_often(arrangement.kind),
        "worker": worker.name,
        "contact": scheme.contact or worker.email,
        "independent": details.independent if details else None,
    }
    easy = {"plan": arrangement.plan_easy_read}
    facts = {name: Said(words, easy.get(name) or a_line_each(words)) for name, words in same.items() if words}
    return facts | ({"costs": _in_both(amounts)} if amounts else {})


def a_line_each(words: str) -> str:
    """One sentence a line, as Easy Read has it."""
    return "\n".join(SENTENCE_ENDS.split(words))


def in_easy_read(plain: str | None, easy_read: str | None) -> str | None:
    """What was written in Easy Read; where nobody has, the plain words, a sentence a line."""
    return easy_read or (a_line_each(plain) if plain else None)


def _in_both(amounts: Sequence[Amount]) -> Said:
    return Said("\n".join(each.plain for each in amounts), "\n".join(each.easy_read for each in amounts))


def _notice(kind: ArrangementKind) -> str:
    usual, early = usual_notice(our_scheme(), kind), early_notice(our_scheme(), kind)
    return f"{early} in the first month, and {usual} after that" if early else str(usual)


def _how_often(kind: ArrangementKind) -> str:
    first, months, days = (
        _number(kind, name) for name in ("first_review_days", "monthly_review_months", "review_days")
    )
    after = [f"after the first {first} days"] if first is not None else []
    after += [f"then every month for {months} months"] if months else []
    return ", ".join([*after, "then at least once a year" if days == 365 else f"then at least every {days} days"])


def _number(kind: ArrangementKind, name: str) -> int | None:
    number = KIND_NUMBER[name].of(kind)
    return our_scheme().number(number.name) if number else None


def _where(pair: Pair) -> str:
    """The address of the home they share; without one, whose home it is."""
    homeshare = pair.arrangement.kind is ArrangementKind.HOMESHARE
    home = people.home_of(pair.person) if homeshare else carers.home_of(pair.household)
    address = ", ".join(filter(None, [home.address, home.postcode])) if home else ""
    whose = pair.person.known_as if homeshare else pair.household.name
    return address or f"the home of {whose}"


# --- papers ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class WrittenPart:
    """One part of a paper, filled in."""

    name: str
    title: str
    picture: str
    plain: str
    easy_read: str
    adjusted: bool = False
    """A worker wrote it differently for these two."""

    @property
    def comes_from(self) -> str | None:
        """The fact it repeats word for word, and which is changed where it stands."""
        fact = BY_NAME[self.name].only_with if self.name in BY_NAME else None
        return fact if fact in {"plan", "costs"} else None


@dataclass(frozen=True)
class Text:
    """A paper's words in both registers, and the facts it was made with that count when they change."""

    parts: tuple[WrittenPart, ...]
    facts: Mapping[str, str]

    def as_json(self) -> str:
        """As it is sealed."""
        return json.dumps({"parts": [asdict(part) for part in self.parts], "facts": dict(self.facts)})

    @classmethod
    def from_json(cls, text: str) -> "Text":
        """As it was sealed."""
        kept = json.loads(text)
        return cls(tuple(WrittenPart(**part) for part in kept["parts"]), kept["facts"])

    def part(self, name: str) -> WrittenPart | None:
        """One part by its name."""
        return next((part for part in self.parts if part.name == name), None)

    def adjusted(self, name: str, said: Said) -> "Text":
        """The same with one part in other words."""
        return replace(
            self,
            parts=tuple(
                replace(part, plain=said.plain, easy_read=said.easy_read, adjusted=True) if part.name == name else part
                for part in self.parts
            ),
        )


def text_of(agreement: Agreement) -> Text:
    """A paper's words as they were frozen."""
    return Text.from_json(agreement.text or '{"parts": [], "facts": {}}')


def drafted(pair: Pair, earlier: Text | None = None) -> Text:
    """The words of a new paper, from the scheme's own words and the facts of today; what was adjusted before stays so."""
    facts, own = facts_of(pair), wordings()
    parts = []
    for part in _parts_with(pair, facts):
        before = earlier.part(part.name) if earlier else None
        said = said_in(part, own)
        plain, easy = filled(said.plain, facts, easy_read=False), filled(said.easy_read, facts, easy_read=True)
        if before and before.adjusted:
            parts.append(before)
        elif plain or easy:
            parts.append(WrittenPart(part.name, part.title, part.picture, plain, easy))
    return Text(tuple(parts), _to_compare(facts))


def _to_compare(facts: Facts) -> dict[str, str]:
    """What a paper is compared by later: plain words, and Easy Read where somebody wrote it."""
    kept = {name: facts[name].plain for name in ASKED_AGAIN if name in facts}
    plan = facts.get("plan")
    if plan and plan.easy_read != a_line_each(plan.plain):
        kept["plan"] = f"{plan.plain}\n\n{plan.easy_read}"
    return kept


def missing_facts(pair: Pair) -> list[Fact]:
    """What has to be written down before anybody is asked to sign."""
    facts, own = facts_of(pair), wordings()
    needed = [name for kind in kinds_of(pair) for name in REQUIRED[kind]]
    for part in _parts_with(pair, facts):
        said = said_in(part, own)
        needed += named_in(said.plain, said.easy_read)
    return missing_in(needed, facts)


def _parts_with(pair: Pair, facts: Facts) -> list[Part]:
    return [part for part in parts_of(kinds_of(pair)) if part.only_with is None or part.only_with in facts]


def kinds_of(pair: Pair) -> tuple[AgreementKind, ...]:
    """Which kinds of agreement this arrangement's paper is."""
    return KINDS[pair.arrangement.kind].agreement


def agreements_of(arrangement_id: UUID) -> Sequence[Agreement]:
    """Every paper of an arrangement, newest first."""
    query = select(Agreement).where(Agreement.arrangement_id == arrangement_id)
    return db.session.exec(query.order_by(col(Agreement.number).desc())).all()


def agreement(arrangement_id: UUID, agreement_id: UUID) -> Agreement | None:
    """One of them."""
    return next((one for one in agreements_of(arrangement_id) if one.id == agreement_id), None)


def newest_asked(arrangement_id: UUID) -> Agreement | None:
    """The paper that counts: the newest that everybody was asked to sign."""
    return next((one for one in agreements_of(arrangement_id) if one.asked_at), None)


def changed_since(pair: Pair, agreement: Agreement) -> list[str]:
    """What has been changed since a paper was made, in words: it says something else than what holds now."""
    now, then = _to_compare(facts_of(pair)), text_of(agreement).facts
    return [FACTS_BY_NAME[name].says.lower() for name in ASKED_AGAIN if now.get(name) != then.get(name)]


# --- signatures ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Signer:
    """Somebody who is asked to sign."""

    party: Party
    name: str
    member_id: UUID | None = None
    account_id: UUID | None = None


def parties(pair: Pair) -> list[Signer]:
    """Everybody who signs: the person, each carer of the household, and the scheme."""
    return [
        Signer(Party.PERSON, pair.person.known_as),
        *_carers(pair),
        Signer(Party.SCHEME, our_scheme().name),
    ]


def _carers(pair: Pair) -> list[Signer]:
    found: list[Member] = [m for m in carers.members_of(pair.household) if m.kind is MemberKind.CARER]
    named = [Signer(Party.CARER, member.name or member.label, member.id, member.account_id) for member in found]
    return named or [Signer(Party.CARER, pair.household.name)]


def signatures_of(agreement_id: UUID) -> Sequence[Signature]:
    """Who signed a paper, in order of time."""
    query = select(Signature).where(Signature.agreement_id == agreement_id)
    return db.session.exec(query.order_by(col(Signature.at))).all()


def signed_by(agreement: Agreement, signer: Signer) -> Signature | None:
    """How one of them signed, if they have."""
    return next(
        (one for one in signatures_of(agreement.id) if (one.party, one.member_id) == (signer.party, signer.member_id)),
        None,
    )


def signed_before(arrangement_id: UUID, signer: Signer) -> list[Agreement]:
    """Earlier papers that one of them signed, newest first: the one that counts now is not among them."""
    counts, asked = newest_asked(arrangement_id), [one for one in agreements_of(arrangement_id) if one.asked_at]
    return [one for one in asked if counts and one.id != counts.id and signed_by(one, signer)]


def waits_for(pair: Pair, party: Party, account_id: UUID | None = None) -> bool:
    """Whether the paper that counts waits for the person, or for the carer whose account this is, to sign it."""
    paper = newest_asked(pair.arrangement.id) if pair.arrangement.stage in LIVING_TOGETHER else None
    waiting = still_to_sign(pair, paper) if paper and not paper.signed_at else []
    return any(one.party is party and one.account_id == account_id for one in waiting)


def still_to_sign(pair: Pair, agreement: Agreement) -> list[Signer]:
    """Who has not signed yet."""
    signed = {(one.party, one.member_id) for one in signatures_of(agreement.id)}
    return [signer for signer in parties(pair) if (signer.party, signer.member_id) not in signed]
