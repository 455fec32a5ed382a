"""Publishing how much each way of fitting counts. A version is never changed afterwards: what was decided on it stays told."""

from collections.abc import Mapping
from uuid import UUID

from matching.compatibility.criteria import BY_NAME
from matching.compatibility.weights import Weights
from matching.models import WeightsVersion
from matching.queries.scores import current_version, weights_of
from scheme.database import db
from scheme.errors import ChangedMeanwhile, Refused


def publish_weights(points: Mapping[str, int], note: str, based_on: int | None, account_id: UUID) -> WeightsVersion:
    """Publish a new version; from the next page on everything is scored with it.

    ``points`` has a whole number for every way of fitting; ``based_on`` is the number of the version they were made from
    (nothing or 0: the defaults). Raises ``ChangedMeanwhile`` when somebody else has published since, and ``Refused`` when
    nothing would count or nothing would change.
    """
    version = current_version()
    number, weights = version.number if version else 0, weights_of(version)
    changed = {name: value for name, value in points.items() if weights.of(name) != value}
    if not changed:
        raise Refused("These are the weights already in use, so there is nothing to publish.")
    if not any(points.get(name, weights.of(name)) for name in BY_NAME):
        raise Refused("At least one way of fitting has to count. Give one of them a number above 0.")
    if (based_on or 0) != number:
        raise ChangedMeanwhile({name: (str(weights.of(name)), str(value)) for name, value in changed.items()}, number)
    return _kept(number + 1, points, weights, note, account_id)


def _kept(number: int, points: Mapping[str, int], before: Weights, note: str, account_id: UUID) -> WeightsVersion:
    """The new version names every way of fitting, so that it stays as it was when a default changes."""
    new = WeightsVersion(
        number=number,
        weights={name: points.get(name, before.of(name)) for name in BY_NAME},
        note=note,
        published_by_id=account_id,
    )
    db.session.add(new)
    db.session.flush()
    return new
