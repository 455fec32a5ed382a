"""A small application, so that forms can be sent to it as a browser would."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from scheme.forms import Form
from scheme.look import set_up

Send = Callable[..., Form]


@pytest.fixture
def app() -> Flask:
    app = Flask("forms", template_folder="../../../templates", root_path=__file__.rsplit("/", 1)[0])
    app.config.update(SECRET_KEY="a test", WTF_CSRF_ENABLED=False)
    set_up(app)
    return app


@pytest.fixture
def send(app: Flask) -> Send:
    """Send answers to a form, as pairs so that a name may come twice; ``stored`` is what was there before."""

    def send(form: type[Form], *pairs: tuple[str, Any], stored: dict[str, Any] | None = None) -> Form:
        with app.test_request_context(method="POST", data=MultiDict(pairs)):
            sent = form(data=stored)
            sent.validate()
            return sent

    return send


@pytest.fixture
def drawn(app: Flask) -> Callable[[Form], str]:
    """A form's questions as the page shows them."""

    def drawn(form: Form) -> str:
        with app.test_request_context():
            return "".join(str(question()) for question in form.questions)

    return drawn


@pytest.fixture
def empty(app: Flask) -> Callable[..., Form]:
    """A form as it is first shown."""

    def empty(form: type[Form], **stored: Any) -> Form:
        with app.test_request_context():
            return form(data=stored)

    return empty
