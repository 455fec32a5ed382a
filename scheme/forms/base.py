"""The form every form is, and the question every field is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import current_app
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms.fields import Field
from wtforms.validators import StopValidation
from wtforms.widgets import HiddenInput

from scheme.errors import ChangedMeanwhile, Refused

WORKING_DAY = 12 * 60 * 60
"""Seconds a page may stay open before its form must be sent again (our judgement: people take their time)."""

OPEN_TOO_LONG = "This page was open for a long time. Nothing is lost. Please press the button again."
NUL_REFUSED = "There is a hidden character in this answer. Please delete it and type it again."


@dataclass(frozen=True)
class Problem:
    """One line of the list of problems at the top of a form; ``field_id`` is where its link goes."""

    message: str
    field_id: str | None = None


def govuk(component: str, macro: str, params: Mapping[str, Any]) -> Markup:
    """One of GOV.UK Frontend's components, drawn with ``params``."""
    template = current_app.jinja_env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    drawn: Markup = getattr(template.module, macro)(params)
    return drawn


class Asked(Field):
    """One question.

    ``why`` is shown under it ("We ask this because …"). ``needed`` is the sentence shown when it is left empty; without
    one it may be, and is then ``None``. An answer that was not sent at all changes nothing. Validators run only on an
    answer that is there and could be understood. With ``once_refused`` it is asked only when a rule has asked for it.
    """

    component: ClassVar[str]
    macro: ClassVar[str]

    def __init__(
        self,
        label: str | None = None,
        *,
        why: str | None = None,
        needed: str | None = None,
        once_refused: bool = False,
        **options: Any,
    ):
        super().__init__(label, description=why or "", **options)
        self.needed = needed
        self.once_refused = once_refused

    @property
    def is_asked(self) -> bool:
        """Whether it is shown now."""
        return not self.once_refused or bool(self.errors) or not self.is_empty

    @property
    def first_input_id(self) -> str:
        """Where the link in the list of problems goes."""
        return self.id

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return self.data in (None, [], {}, "")

    def pre_validate(self, form: Any) -> None:
        if self.process_errors:
            raise StopValidation()
        if self.is_empty:
            raise StopValidation(self.gettext(self.needed) if self.needed else "")

    def params(self) -> dict[str, Any]:
        """What GOV.UK Frontend's macro is given. Each kind of field adds its own."""
        params: dict[str, Any] = {"id": self.id, "name": self.name}
        if self.description:
            params["hint"] = {"text": self.description}
        if self.errors:
            params["errorMessage"] = {"text": self.errors[0]}
        return params

    @property
    def legend(self) -> dict[str, Any]:
        """The question as the legend of a group of inputs."""
        return {"legend": {"text": self.label.text, "classes": "govuk-fieldset__legend--s"}}

    @property
    def bold_label(self) -> dict[str, Any]:
        """The question as the label of one input."""
        return {"text": self.label.text, "classes": "govuk-label--s"}

    def widget(self, field: "Asked", *, params: Mapping[str, Any] | None = None, **_: Any) -> Markup:
        """Draw the field; ``params`` given in a template are laid over its own."""
        return govuk(self.component, self.macro, {**self.params(), **(params or {})})


class VersionField(Field):
    """Which version of a profile a page was made from, so that two people's changes cannot hide each other."""

    widget = HiddenInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        sent = str(valuelist[0]) if valuelist else ""
        self.data = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else None

    def _value(self) -> str:
        return "" if self.data is None else str(self.data)


class Form(FlaskForm):  # type: ignore[misc]
    """What every form of ours is. Fill it with ``obj=`` or ``data=``; read it with ``answers``."""

    class Meta:
        csrf_time_limit = WORKING_DAY

    version = VersionField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.changes: dict[str, tuple[str, str]] = {}

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by field name, without the form's own machinery."""
        return {name: field.data for name, field in self._fields.items() if isinstance(field, Asked)}

    def hidden_tag(self, *_: Any) -> Markup:
        """The form's own machinery, without ids: several forms may stand on one page."""
        return Markup().join(field(id=False) for field in self if isinstance(field.widget, HiddenInput))

    @property
    def questions(self) -> list[Asked]:
        """The fields somebody answers now, in order."""
        return [field for field in self if isinstance(field, Asked) and field.is_asked]

    @property
    def has_file(self) -> bool:
        """Whether the form must be sent as more than plain text."""
        return any(field.component == "file-upload" for field in self.questions)

    def refuse(self, refusal: Refused, version: int | None = None) -> None:
        """Show a refused rule at its field, or at the top of the form. Nothing typed is lost.

        After somebody else's change, ``version`` is the one now stored: saving again then means it.
        """
        if isinstance(refusal, ChangedMeanwhile):
            self.changes = refusal.changes
            version = refusal.version if version is None else version
        if version is not None:
            self.version.data = version
        field = self._fields.get(refusal.field or "")
        if isinstance(field, Asked):
            field.errors = [*field.errors, refusal.message]
        else:
            self.form_errors.append(refusal.message)

    @property
    def problems(self) -> list[Problem]:
        """Everything to put right, for the list at the top of the page."""
        at_fields = [
            Problem(message, field.first_input_id) for field in self.questions for message in field.errors if message
        ]
        token = self._fields.get("csrf_token")
        expired = [Problem(OPEN_TOO_LONG)] if token is not None and token.errors else []
        return expired + [Problem(message) for message in self.form_errors] + at_fields
