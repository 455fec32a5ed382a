"""What a manager writes for the whole scheme: its own words in agreements, and its care fee bands. Nothing is overwritten."""

from collections.abc import Sequence

from matching.agreements.filling import FACTS, Said, unknown_names
from matching.agreements.parts import Part
from matching.models import AgreementWording, FeeBands
from matching.queries import agreements, money
from matching.queries.money import Band
from scheme.database import db
from scheme.errors import ChangedMeanwhile, Refused
from scheme.look import and_list
from scheme.models import Account


def publish_wording(
    account: Account, part: Part, said: Said, note: str | None, based_on: int | None
) -> AgreementWording:
    """Publish new words for one part; papers made from now on have them.

    ``based_on`` is the number of the words they were made from (nothing or 0: those it begins with). Raises ``ChangedMeanwhile``
    when somebody else has published since, and ``Refused`` for a name in braces that is no fact.
    """
    own = agreements.wordings()
    now_said, number = agreements.said_in(part, own), own[part.name].number if part.name in own else 0
    if names := unknown_names(said.plain, said.easy_read):
        known = and_list(f"{{{fact.name}}}" for fact in FACTS)
        unknown = and_list(f"{{{name}}}" for name in names)
        raise Refused(f"There is nothing called {unknown} to fill in. There are: {known}.")
    if said == now_said:
        raise Refused("These are the words already in use, so there is nothing to publish.")
    if (based_on or 0) != number:
        both = {"plain": (now_said.plain, said.plain), "easy_read": (now_said.easy_read, said.easy_read)}
        raise ChangedMeanwhile({name: each for name, each in both.items() if each[0] != each[1]}, number)
    new = AgreementWording(
        part=part.name, number=number + 1, plain=said.plain, easy_read=said.easy_read, note=note,
        published_by_id=account.id,
    )  # fmt: skip
    db.session.add(new)
    db.session.flush()
    return new


def publish_bands(account: Account, bands: Sequence[Band], note: str | None, based_on: int | None) -> FeeBands:
    """Publish the scheme's care fee bands. What was agreed on earlier ones stays as it was agreed.

    Raises ``ChangedMeanwhile`` when somebody else has published since, and ``Refused`` for two of one name or for no change.
    """
    current = money.current_bands()
    number = current.number if current else 0
    if tuple(bands) == money.bands_now():
        raise Refused("These are the bands already in use, so there is nothing to publish.")
    if len({band.name.casefold() for band in bands}) < len(bands):
        raise Refused("Two bands have the same name. Please give each its own.")
    if (based_on or 0) != number:
        raise ChangedMeanwhile({}, number)
    new = FeeBands(
        number=number + 1, bands=[{"name": b.name, "pence": b.pence, "per": b.per.value} for b in bands], note=note,
        published_by_id=account.id,
    )  # fmt: skip
    db.session.add(new)
    db.session.flush()
    return new
