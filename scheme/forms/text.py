"""Answers that are typed: words, numbers, postcodes and addresses."""

import re
from typing import Any

from email_validator import EmailNotValidError, validate_email

from scheme.forms.base import NUL_REFUSED, Asked
from scheme.postcodes import tidy_postcode


class TextField(Asked):
    """A line of text → ``str``, without spaces around it, or ``None``.

    ``longest`` is the most characters it may have: give the model's own constant. ``width`` is how many characters wide
    it looks (2, 3, 4, 5, 10, 20 or 30); ``autocomplete`` is HTML's own word for what the browser may fill in.
    """

    component = "input"
    macro = "govukInput"
    input_type = "text"

    def __init__(
        self,
        label: str | None = None,
        *,
        longest: int = 200,
        width: int | None = None,
        autocomplete: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, **options)
        self.longest = longest
        self.width = width
        self.autocomplete = autocomplete

    @property
    def typed(self) -> str:
        """What the box shows: what was typed, if anything was, so that nothing is lost to a mistake."""
        shown = self.raw_data[0] if self.raw_data and isinstance(self.raw_data[0], str) else self.data
        return "" if shown is None else str(shown).replace("\0", "")

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        text = str(valuelist[0]).replace("\r\n", "\n").strip()
        self.data = None
        if "\0" in text:
            raise ValueError(self.gettext(NUL_REFUSED))
        if len(text) > self.longest:
            too_long = self.gettext("Please use {longest} characters or fewer. This has {count}.")
            raise ValueError(too_long.format(longest=self.longest, count=len(text)))
        self.data = self.understood(text) if text else None

    def understood(self, text: str) -> Any:
        """The answer that ``text`` means. Raise ``ValueError`` with a kind sentence when it means nothing."""
        return text

    def params(self) -> dict[str, Any]:
        params = super().params() | {"label": self.bold_label, "value": self.typed, "type": self.input_type}
        if self.width:
            params["classes"] = f"govuk-input--width-{self.width}"
        if self.autocomplete:
            params["autocomplete"] = self.autocomplete
        return params


class WordsField(TextField):
    """Somebody's own words, as long as a page of them → ``str`` or ``None``. ``rows`` is how tall the box starts."""

    component = "character-count"
    macro = "govukCharacterCount"

    def __init__(self, label: str | None = None, *, longest: int = 4000, rows: int = 5, **options: Any) -> None:
        super().__init__(label, longest=longest, **options)
        self.rows = rows

    def params(self) -> dict[str, Any]:
        return super().params() | {
            "rows": self.rows,
            "maxlength": self.longest,
            "threshold": 75,
            "spellcheck": True,
            "textareaDescriptionText": self.gettext("You can write up to %{count} characters"),
        }


def why_more() -> TextField:
    """Asked of whoever names a worker who is named for as many already as the scheme plans for one."""
    return TextField(
        "Why is it still right?", why="Their worker then knows more than this scheme plans for one.", once_refused=True,
        longest=400,
    )  # fmt: skip


class EmailField(TextField):
    """An email address → ``str`` or ``None``. Whether it answers is not looked up."""

    input_type = "email"

    def __init__(self, label: str | None = None, **options: Any) -> None:
        options.setdefault("autocomplete", "email")
        super().__init__(label, longest=254, **options)

    def understood(self, text: str) -> str:
        try:
            return validate_email(text, check_deliverability=False).normalized
        except EmailNotValidError:
            raise ValueError(
                self.gettext("Please check this email address. It should look like name@example.org.")
            ) from None


class PostcodeField(TextField):
    """A postcode, or only its first half → ``"CF10 3NQ"``, ``"CF10"`` or ``None``."""

    def __init__(self, label: str | None = None, **options: Any) -> None:
        options.setdefault("autocomplete", "postal-code")
        super().__init__(label, longest=20, width=10, **options)

    def understood(self, text: str) -> str:
        postcode = tidy_postcode(text)
        if postcode is None:
            raise ValueError(
                self.gettext(
                    "Please check this postcode. It should look like CF10 3NQ, or CF10 if that is all you know."
                )
            )
        return postcode


class WholeNumberField(TextField):
    """A whole number from ``least`` to ``most`` → ``int`` or ``None``. ``unit`` ("nights") is shown beside the box."""

    def __init__(
        self, label: str | None = None, *, least: int = 0, most: int, unit: str | None = None, **options: Any
    ) -> None:
        super().__init__(label, longest=20, width=4, **options)
        self.least = least
        self.most = most
        self.unit = unit

    def understood(self, text: str) -> int:
        plain = text.replace(",", "").replace(" ", "").replace("\N{MINUS SIGN}", "-")
        in_words = self.gettext("Please write a whole number from {least} to {most}.")
        message = in_words.format(least=self.least, most=self.most)
        if not re.fullmatch(r"-?[0-9]{1,15}", plain) or not self.least <= int(plain) <= self.most:
            raise ValueError(message)
        return int(plain)

    def params(self) -> dict[str, Any]:
        params = super().params() | {"inputmode": "numeric"}
        if self.unit:
            params["suffix"] = {"text": self.unit}
        return params


class MoneyField(TextField):
    """An amount in pounds and pence → ``int`` pence or ``None``; nothing is ever kept as a fraction. ``most`` is in pence."""

    def __init__(self, label: str | None = None, *, most: int, **options: Any) -> None:
        super().__init__(label, longest=20, width=5, **options)
        self.most = most

    @property
    def typed(self) -> str:
        """What was typed, or the amount without its sign, which stands before the box."""
        shown = self.raw_data[0] if self.raw_data and isinstance(self.raw_data[0], str) else None
        if shown is not None:
            return shown.replace("\0", "")
        return "" if self.data is None else f"{self.data // 100}.{self.data % 100:02}"

    def understood(self, text: str) -> int:
        plain = text.replace(",", "").replace(" ", "").removeprefix("£")
        found = re.fullmatch(r"([0-9]{1,9})(?:\.([0-9]{1,2}))?", plain)
        if found is None:
            raise ValueError(self.gettext("Please write an amount in pounds and pence, such as 85.40."))
        pence = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
        if pence > self.most:
            too_much = self.gettext("This is more than we expected. Please write an amount up to £{most}.")
            raise ValueError(too_much.format(most=f"{self.most // 100:,}"))
        return pence

    def params(self) -> dict[str, Any]:
        return super().params() | {"inputmode": "decimal", "prefix": {"text": "£"}}
