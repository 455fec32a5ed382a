"""Taking in what anybody sends a scheme from a public page, without an account; what becomes of it stands in ``scheme/told.py``."""

from collections.abc import Callable
from http import HTTPStatus
from typing import ParamSpec

from scheme.database import enter_scheme
from scheme.forms import Form
from scheme.models import Scheme
from scheme.pages import carried_out
from scheme.sign_in.attempts import TooMany, Way, begin

P = ParamSpec("P")

NOT_YET = "not-yet"
"""What stands in the address when those it is about have not agreed yet."""


def taken_in(
    form: Form, way: Way, who: str, scheme: Scheme, keep: Callable[P, object], *args: P.args, **kwargs: P.kwargs
) -> HTTPStatus:
    """Keep what was sent, in the scheme they chose: created. Otherwise the form says why not, and goes back with this status.

    ``who`` is whoever writes, as far as they told us: one sender is heard so many times an hour.
    """
    try:
        begin(way, who)
    except TooMany as refusal:
        form.refuse(refusal)
        return HTTPStatus.TOO_MANY_REQUESTS
    enter_scheme(scheme.id)
    return HTTPStatus.CREATED if carried_out(form, keep, *args, **kwargs) else HTTPStatus.OK
