"""The worker's front page: what needs me today."""

from flask import render_template, request

from matching.desk import desk
from matching.queries.due import due
from scheme.clock import today as this_day
from scheme.models import Role
from scheme.queries import our_scheme
from scheme.sign_in.sessions import reader

SHOWN = 8
"""Things shown of each kind before the rest is folded away (our judgement: what fits one look)."""


@desk.get("/")
def today() -> str:
    """What needs me today; managers and auditors see everybody's, and a worker may too."""
    account = reader()
    everybody = account.role is not Role.WORKER or request.args.get("whose") == "everybody"
    things = due(our_scheme(), None if everybody else account.id)
    return render_template(
        "matching/desk/today/today.html",
        things=things,
        today=this_day(),
        everybody=everybody,
        account=account,
        shown=SHOWN,
    )
