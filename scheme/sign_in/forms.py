"""What is asked of somebody signing in."""

from typing import Any

from scheme.forms import EmailField, Form, TextField


class PasswordField(TextField):
    """A password → ``str`` or ``None``. Never shown again."""

    component = "password-input"
    macro = "govukPasswordInput"

    @property
    def typed(self) -> str:
        """Nothing: a password is not sent back."""
        return ""


class CodeField(TextField):
    """The six figures an authenticator app shows → ``str`` or ``None``."""

    def __init__(self, label: str | None = None, **options: Any) -> None:
        shape: dict[str, Any] = {"longest": 20, "width": 10, "autocomplete": "one-time-code"}
        super().__init__(label, **(shape | options))

    def understood(self, text: str) -> str:
        figures = text.replace(" ", "")
        if not (figures.isascii() and figures.isdigit() and len(figures) == 6):
            raise ValueError(self.gettext("Please write the six figures your app shows."))
        return figures

    def params(self) -> dict[str, Any]:
        return super().params() | {"inputmode": "numeric"}


class LinkForm(Form):
    """Where to send a link."""

    email = EmailField("Your email address", needed="Please write your email address.")


class PasswordForm(Form):
    """Signing in with a password."""

    email = EmailField("Your email address", needed="Please write your email address.", autocomplete="username")
    password = PasswordField(
        "Your password", needed="Please write your password.", autocomplete="current-password", longest=400
    )


class CodeForm(Form):
    """The second step."""

    code = CodeField("The number in your app", needed="Please write the number your app shows.")


class RecoveryForm(Form):
    """The second step without the phone."""

    recovery_code = TextField(
        "One of your codes",
        needed="Please write one of your codes.",
        longest=40,
        width=20,
        autocomplete="off",
    )


class ChoosePasswordForm(Form):
    """A new password. ``current`` is taken away when it need not be asked."""

    current = PasswordField("Your password now", autocomplete="current-password", longest=400)
    password = PasswordField(
        "Your new password",
        why="10 characters or more. Three or four words you will remember are good.",
        needed="Please write the password you would like.",
        autocomplete="new-password",
        longest=400,
    )
