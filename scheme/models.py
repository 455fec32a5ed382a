"""What a scheme itself keeps: the scheme, its accounts, homes, places, the record of what happened, and messages out."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from flask_security import UserMixin
from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from scheme.cells import Cell
from scheme.database import SchemeTable, Table, choice, mapped, now
from scheme.encryption import sealed
from scheme.kinds import ArrangementKind, SchemeKind
from scheme.numbers import DEFAULTS, name_for
from scheme.ways_of_living import Setting, YesNo
from scheme.words import Words


class Role(Words):
    """What somebody's account lets them do; the access table says which pages."""

    WORKER = "worker", "Scheme worker"
    MANAGER = "manager", "Manager"
    CARER = "carer", "Carer"
    PERSON = "person", "Person"
    SUPPORTER = "supporter", "Supporter"
    AUDITOR = "auditor", "Auditor (reads only)"

    def called_in(self, kind: SchemeKind) -> str:
        """What this role is called in a scheme of this kind: nobody in Homeshare is a carer (DESIGN §3)."""
        return HOMESHARE_ROLES.get(self, self.label) if kind is SchemeKind.HOMESHARE else self.label


HOMESHARE_ROLES = {Role.CARER: "Homesharer", Role.PERSON: "Householder"}


DESK_ROLES = frozenset({Role.WORKER, Role.MANAGER, Role.AUDITOR})
"""Those who work at the scheme's desk; everybody else has the portal."""


class Scheme(Table, table=True):
    """One Shared Lives or Homeshare scheme."""

    name: str = Field(max_length=120, unique=True)
    kind: SchemeKind = choice(SchemeKind, default=SchemeKind.SHARED_LIVES, nullable=False)
    contact: str | None = Field(default=None, max_length=300)
    """How to reach the scheme, shown in the same place on every page."""
    numbers: dict[str, int] = mapped()
    """The scheme's own numbers where they differ from the defaults."""
    created_at: datetime = Field(default_factory=now)

    def number(self, name: str) -> int:
        """A number of ``scheme/numbers.py``, as this scheme has it."""
        return self.numbers.get(name, DEFAULTS[name])

    def number_for(self, kind: ArrangementKind, name: str) -> int:
        """A number of one kind of arrangement, as this scheme has it. Raises ``KeyError`` where the kind has none."""
        return self.number(name_for(kind, name))

    def recorded_under(self) -> tuple[str, UUID]:
        """A scheme's numbers are told of the scheme."""
        return "scheme", self.id


class Account(SchemeTable, UserMixin, table=True):  # type: ignore[misc]
    """Somebody who can sign in. What they may see follows from their role and from who they are linked to."""

    email: str = Field(max_length=254, unique=True)
    name: str = Field(max_length=120)
    role: Role = choice(Role, nullable=False)
    active: bool = True
    password: str | None = Field(default=None, max_length=255)
    fs_uniquifier: str = Field(max_length=64, unique=True)
    tf_primary_method: str | None = Field(default=None, max_length=64)
    tf_totp_secret: str | None = Field(default=None, max_length=255)
    totp_counter: int | None = None
    """Which number of the authenticator app was used last, so that none is used twice."""
    recovery_codes: list[str] | None = Field(default=None, sa_type=JSON)
    """What is kept of the codes for a lost phone that are still unused: keyed hashes, never the codes."""
    created_at: datetime = Field(default_factory=now)
    last_seen_at: datetime | None = None
    no_weekly_mail_since: datetime | None = None
    """When they asked not to be written to about the week ahead; nothing: they are."""

    @property
    def at_desk(self) -> bool:
        """Whether this account works at the scheme's desk."""
        return self.role in DESK_ROLES


class Home(SchemeTable, table=True):
    """An ordinary home. It points at nobody: a person or a household points at it (DESIGN §3).

    Everyone but those it is disclosed to sees ``cell`` and ``area``; the address and the exact point are sealed.
    """

    record_kind: ClassVar[str | None] = "home"

    version: int = 1
    address_sealed: bytes | None = None
    postcode_sealed: bytes | None = None
    point_sealed: bytes | None = None
    address = sealed("address")
    postcode = sealed("postcode")
    point = sealed("point")
    """``latitude,longitude`` in degrees."""

    area: str | None = Field(default=None, max_length=80)
    """What may be said of where it is: the postcode district, such as LA1."""
    cell: str | None = Field(default=None, max_length=40)
    """The square of the map the home lies in, as ``scheme.cells.Cell`` writes it; nothing when not known."""

    setting: Setting | None = choice(Setting)
    step_free: YesNo | None = choice(YesNo)
    ground_floor_bedroom: YesNo | None = choice(YesNo)
    accessible_bathroom: YesNo | None = choice(YesNo)
    wheelchair_space: YesNo | None = choice(YesNo)
    stairs: YesNo | None = choice(YesNo)
    garden: YesNo | None = choice(YesNo)
    parking: YesNo | None = choice(YesNo)
    bus_nearby: YesNo | None = choice(YesNo)
    bedrooms: int | None = Field(default=None, ge=0, le=20)
    words: str | None = Field(default=None, max_length=2000)
    """The home in its household's own words."""

    @property
    def square(self) -> Cell | None:
        """The home's cell as a value."""
        return Cell.parse(self.cell) if self.cell else None


class WhichConversation(Words):
    """The three conversations (Three Conversations®, DOMAIN §5): each note says which one it belongs to."""

    LISTEN = "listen", "Listen and connect"
    CRISIS = "crisis", "Work through a crisis"
    GOOD_LIFE = "good_life", "Build a good life"


class Conversation(SchemeTable, table=True):
    """A worker spoke with a person or a household. Whom nobody has spoken to is read from here."""

    about_kind: str = Field(max_length=40)
    about_id: UUID = Field(index=True)
    on: date
    account_id: UUID = Field(foreign_key="account.id")
    which: WhichConversation = choice(WhichConversation, default=WhichConversation.LISTEN, nullable=False)
    words_sealed: bytes | None = None
    words = sealed("words")

    def recorded_under(self) -> tuple[str, UUID]:
        """Told of the person or household it was with."""
        return self.about_kind, self.about_id


class Photograph(SchemeTable, table=True):
    """A photograph of a home, a household or a person; the file is kept outside the web root, its metadata stripped."""

    of_kind: str = Field(max_length=40)
    of_id: UUID = Field(index=True)
    caption: str = Field(max_length=200)
    """What it shows, read aloud to those who cannot see it."""
    file_name: str = Field(max_length=80)
    position: int = 0
    added_at: datetime = Field(default_factory=now)

    def recorded_under(self) -> tuple[str, UUID]:
        """Told of the household or person it is of."""
        return self.of_kind, self.of_id


class Place(Table, table=True):
    """The position of a postcode, district or area: public data, the same for every scheme."""

    postcode: str = Field(max_length=8, unique=True)
    """Capitals without a space: LA14XX, or a district such as LA1."""
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Change(SchemeTable, table=True):
    """One row changed, by whom and when: written with the change itself, never altered (a trigger refuses)."""

    at: datetime = Field(default_factory=now, index=True)
    account_id: UUID | None = None
    who: str = Field(max_length=120)
    doing: str = Field(max_length=80)
    """The action that was carried out, as named in the code."""
    subject_kind: str = Field(max_length=40)
    subject_id: UUID = Field(index=True)
    row_kind: str = Field(max_length=40)
    row_id: UUID
    what: str = Field(max_length=10)
    """created, changed or removed."""
    fields: list[str] = Field(default_factory=list, sa_type=JSON, nullable=False)
    values_sealed: bytes | None = None
    """Old and new values as JSON, sealed under the subject's own key."""


class SubjectKey(SchemeTable, table=True):
    """The key under which what happened to one subject is sealed. Erasing it makes the values unreadable for good."""

    __tablename__ = "subject_key"

    subject_id: UUID = Field(unique=True)
    key_sealed: bytes | None = None


class Reading(SchemeTable, table=True):
    """Somebody opened a profile, card or explanation: who, when, what and why. Never altered (a trigger refuses)."""

    at: datetime = Field(default_factory=now, index=True)
    account_id: UUID
    who: str = Field(max_length=120)
    role: Role = choice(Role, nullable=False)
    subject_kind: str = Field(max_length=40)
    subject_id: UUID = Field(index=True)
    page: str = Field(max_length=80)
    why: str = Field(max_length=200)


class Seal(SchemeTable, table=True):
    """One row of the record sealed into its scheme's chain (``scheme.chain``). Never altered (a trigger refuses)."""

    __table_args__ = (UniqueConstraint("scheme_id", "number"),)

    number: int
    """From 1, without a gap."""
    row_table: str = Field(max_length=40)
    row_id: UUID = Field(unique=True)
    form: int
    """Which canonical form of the row was sealed: ``scheme.chain.forms``."""
    row_digest: str = Field(max_length=64)
    digest: str = Field(max_length=64)
    """Over this seal and the digest before it."""
    sealed_at: datetime = Field(default_factory=now)


class Message(SchemeTable, table=True):
    """A message to send: a row written with the change that caused it, carried out afterwards by a job."""

    created_at: datetime = Field(default_factory=now)
    to_email: str = Field(max_length=254)
    subject: str = Field(max_length=200)
    body_sealed: bytes | None = None
    body = sealed("body")
    not_before: datetime | None = None
    """Sent from then on; nothing: at once."""
    sent_at: datetime | None = Field(default=None, index=True)
    tries: int = 0
    tried_at: datetime | None = None
    """When it was last tried, written down before: nobody else tries it for a while."""


class SignInAttempt(Table, table=True):
    """One attempt to sign in, counted to slow down guessing. Names and addresses are kept only as keyed hashes."""

    __tablename__ = "sign_in_attempt"

    at: datetime = Field(default_factory=now, index=True)
    account_hash: str = Field(max_length=64, index=True)
    address_hash: str = Field(max_length=64, index=True)
    succeeded: bool = False


class SignInLink(SchemeTable, table=True):
    """An emailed link that signs in once."""

    __tablename__ = "sign_in_link"

    account_id: UUID = Field(foreign_key="account.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = Field(default_factory=now)
    expires_at: datetime
    used_at: datetime | None = None


class KeptForm(SchemeTable, table=True):
    """What somebody sent after their session had ended, kept for a short while until they are back (``scheme.kept``)."""

    __tablename__ = "kept_form"

    account_id: UUID = Field(foreign_key="account.id", index=True)
    path: str = Field(max_length=2000)
    answers_sealed: bytes | None = None
    answers = sealed("answers")
    """Field and value of each answer, as JSON."""
    with_file: bool = False
    """Whether a file was sent too, which is not kept."""
    kept_at: datetime = Field(default_factory=now, index=True)
