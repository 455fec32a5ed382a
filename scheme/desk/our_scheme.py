"""Everything about the scheme as a whole, on one page, each with what it is for."""

from flask import render_template

from scheme.desk import desk
from scheme.frame import ours
from scheme.queries import our_scheme as the_scheme
from scheme.sign_in.sessions import reader


@desk.get("/")
def our_scheme() -> str:
    """What the reader may open, in the order of ``scheme.frame.OUR_SCHEME``."""
    return render_template("scheme/desk/our_scheme.html", scheme=the_scheme(), pages=ours(reader().role))
