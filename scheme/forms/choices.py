"""Answers that are chosen from a short list."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import current_app
from markupsafe import Markup
from wtforms.validators import StopValidation

from scheme.forms.base import Asked
from scheme.words import Words

Choices = type[Words] | Sequence[tuple[str, str]]
"""An enum of ours, or (value, label) pairs."""

NOT_ON_THE_LIST = "Please choose one of the answers on the list."


class _Listed(Asked):
    """A question with a list of answers: a ``Words`` enum, or (value, label) pairs; a view may set ``choices`` later.

    ``pictures`` names a picture for some of the values; the words always stay beside it.
    """

    def __init__(
        self,
        label: str | None = None,
        *,
        choices: Choices = (),
        pictures: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, **options)
        self.choices = choices
        self.pictures = pictures or {}

    @property
    def options(self) -> list[tuple[str, str]]:
        """Value and label of each answer."""
        if isinstance(self.choices, type):
            return [(member, member.label) for member in self.choices]
        return list(self.choices)

    def chosen(self, value: Any) -> str:
        """The answer ``value`` stands for. Checked last, because a view may set the list after the form is made."""
        for option, _ in self.options:
            if option == value:
                return option
        raise StopValidation(self.gettext(NOT_ON_THE_LIST))

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = valuelist[0] if valuelist[0] != "" else None

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        self.data = self.chosen(self.data)

    def item(self, value: str, label: str) -> dict[str, Any]:
        """One answer as GOV.UK Frontend's macro wants it."""
        draw: Any = current_app.jinja_env.globals["picture"]
        picture = draw(self.pictures.get(value))
        words = {"html": Markup("{}<span>{}</span>").format(picture, label)} if picture else {"text": label}
        return {"value": value, **words}


class ChoiceField(_Listed):
    """One answer of a few, as radios → a member of the enum, or the value, or ``None``.

    ``not_known`` is the label of the answer that means ``None``; pass ``None`` to leave it out. A question that is
    ``needed`` has none.
    """

    component = "radios"
    macro = "govukRadios"
    inline = False

    def __init__(
        self,
        label: str | None = None,
        *,
        choices: Choices = (),
        not_known: str | None = "Not known yet",
        inline: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(label, choices=choices, **options)
        self.not_known = None if self.needed else not_known
        self.inline = inline

    def params(self) -> dict[str, Any]:
        items = [self.item(value, label) | {"checked": self.data == value} for value, label in self.options]
        if self.not_known:
            items.append({"divider": self.gettext("or")})
            items.append({"value": "", "text": self.gettext(self.not_known), "checked": self.data is None})
        classes = ["govuk-radios--inline"] if self.inline else []
        classes += ["app-pictured"] if self.pictures else []
        return super().params() | {
            "idPrefix": self.id,
            "fieldset": self.legend,
            "items": items,
            "classes": " ".join(classes),
        }


class PickField(_Listed):
    """One answer of many, as a list that drops down → the value or ``None``. For workers; people get radios."""

    component = "select"
    macro = "govukSelect"

    def __init__(
        self,
        label: str | None = None,
        *,
        choices: Choices = (),
        nothing: str = "Nothing chosen",
        **options: Any,
    ) -> None:
        super().__init__(label, choices=choices, **options)
        self.nothing = nothing

    def process_data(self, value: Any) -> None:
        self.data = None if value is None else str(value)

    def params(self) -> dict[str, Any]:
        items = [{"value": "", "text": self.gettext(self.nothing)}]
        items += [{"value": value, "text": label} for value, label in self.options]
        return super().params() | {"label": self.bold_label, "items": items, "value": self.data or ""}


class ChoicesField(_Listed):
    """Any number of answers, as checkboxes → ``list[str]`` in the list's own order.

    ``none_of_these`` is the label of a last box that says "none": then nothing ticked means ``None`` (not known), and that
    box means ``[]``. Without it nothing ticked is ``[]``.
    """

    component = "checkboxes"
    macro = "govukCheckboxes"

    def __init__(
        self,
        label: str | None = None,
        *,
        choices: Choices = (),
        none_of_these: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, choices=choices, **options)
        self.none_of_these = none_of_these

    @property
    def is_empty(self) -> bool:
        return self.data is None or (not self.none_of_these and not self.data)

    def process_data(self, value: Any) -> None:
        self.data = list(value) if value is not None else (None if self.none_of_these else [])

    def process_formdata(self, valuelist: list[Any]) -> None:
        ticked = [value for value in valuelist if value != ""]
        says_none = bool(self.none_of_these) and len(ticked) < len(valuelist)
        self.data = ticked if ticked or says_none or not self.none_of_these else None
        if says_none and ticked:
            either = self.gettext("Please tick either “{none}” or the others, not both.")
            raise ValueError(either.format(none=self.none_of_these))

    def pre_validate(self, form: Any) -> None:
        Asked.pre_validate(self, form)
        ticked = {self.chosen(value) for value in self.data}
        self.data = [value for value, _ in self.options if value in ticked]

    def params(self) -> dict[str, Any]:
        ticked = set(self.data or ())
        items = [self.item(value, label) | {"checked": value in ticked} for value, label in self.options]
        if self.none_of_these:
            items.append({"divider": self.gettext("or")})
            none = {"value": "", "text": self.none_of_these, "checked": self.data == [], "behaviour": "exclusive"}
            items.append(none)
        return super().params() | {
            "idPrefix": self.id,
            "fieldset": self.legend,
            "items": items,
            "classes": "app-pictured" if self.pictures else "",
        }
