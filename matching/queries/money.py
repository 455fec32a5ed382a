"""What an arrangement costs, who pays, and the scheme's own care fee bands. Nothing that scores reads this."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from matching.agreements.costs import HOMESHARE_COSTS, SHARED_LIVES_COSTS, Amount, Cost, Per
from matching.models import AgreedCost, FeeBands
from scheme.database import db
from scheme.kinds import ArrangementKind
from scheme.models import Account


@dataclass(frozen=True)
class Band:
    """One of the scheme's care fee bands."""

    name: str
    pence: int
    per: Per

    @property
    def words(self) -> str:
        """``£85.40 a week``."""
        return Amount(Cost.CARE, self.pence, self.per, None).words


@dataclass(frozen=True)
class Published:
    """The bands as they were published once."""

    number: int
    bands: tuple[Band, ...]
    note: str | None
    by: str | None
    row: FeeBands


def costs_asked(kind: ArrangementKind) -> tuple[Cost, ...]:
    """What is asked about for this kind of arrangement."""
    return HOMESHARE_COSTS if kind is ArrangementKind.HOMESHARE else SHARED_LIVES_COSTS


def cost_rows(arrangement_id: UUID) -> Sequence[AgreedCost]:
    """What is paid for, in the order it is asked."""
    rows = db.session.exec(select(AgreedCost).where(AgreedCost.arrangement_id == arrangement_id)).all()
    order = list(Cost)
    return sorted(rows, key=lambda row: order.index(row.what))


def amounts_of(arrangement_id: UUID) -> list[Amount]:
    """The same as plain values."""
    return [Amount(row.what, row.pence, row.per, row.payer, row.band) for row in cost_rows(arrangement_id)]


def published_bands() -> Sequence[Published]:
    """Every version of the bands, newest first."""
    query = (
        select(FeeBands, Account.name)
        .join(Account, col(FeeBands.published_by_id) == Account.id)
        .order_by(col(FeeBands.number).desc())
    )
    return [Published(row.number, _bands(row), row.note, by, row) for row, by in db.session.exec(query)]


def current_bands() -> FeeBands | None:
    """The newest version; ``None`` while the scheme has published none."""
    return db.session.exec(select(FeeBands).order_by(col(FeeBands.number).desc())).first()


def bands_now() -> tuple[Band, ...]:
    """The bands in use: none until a manager writes them down."""
    row = current_bands()
    return _bands(row) if row else ()


def _bands(row: FeeBands) -> tuple[Band, ...]:
    return tuple(Band(each["name"], each["pence"], Per.read(each["per"]) or Per.WEEK) for each in row.bands)
