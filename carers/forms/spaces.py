"""How many spaces there are now, one question for each thing on offer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from carers.models import Offer
from scheme.forms import ChoiceField, Form
from scheme.forms.base import VersionField

NUMBERS = ("No space now", "1 space", "2 spaces", "3 spaces")
HOMESHARE_NUMBERS = ("Not free now", "Free to move in")


class SpacesForm(Form):
    """Made for one household's offers: ``SpacesForm.about(offers)``."""

    offers: Sequence[Offer] = ()

    @classmethod
    def about(cls, offers: Sequence[Offer], *, homeshare: bool, most: int) -> "SpacesForm":
        """The form that asks about these offers, each with the version it was made from."""
        numbers = HOMESHARE_NUMBERS if homeshare else NUMBERS[: most + 1]
        choices = [(str(number), words) for number, words in enumerate(numbers)]
        asked: dict[str, Any] = {"offers": offers}
        for offer in offers:
            label = f"{offer.kind.label}, {offer.when}" if offer.when else offer.kind.label
            spaces = None if offer.spaces is None else str(offer.spaces)
            asked[f"spaces-{offer.id}"] = ChoiceField(label, choices=choices, not_known="Not sure yet", default=spaces)
            asked[f"version-{offer.id}"] = VersionField(default=offer.version)
        form: SpacesForm = type("SpacesForm", (cls,), asked)()
        return form

    @property
    def spaces(self) -> dict[UUID, int | None]:
        """Offer id → how many."""
        told = {offer.id: self[f"spaces-{offer.id}"].data for offer in self.offers}
        return {offer_id: None if number is None else int(number) for offer_id, number in told.items()}

    @property
    def versions(self) -> dict[UUID, int | None]:
        """Offer id → the version the page was made from."""
        return {offer.id: self[f"version-{offer.id}"].data for offer in self.offers}

    def take_versions_of(self, offers: Sequence[Offer]) -> None:
        """Whoever has looked at somebody else's change saves again from there."""
        for offer in offers:
            if f"version-{offer.id}" in self:
                self[f"version-{offer.id}"].data = offer.version
