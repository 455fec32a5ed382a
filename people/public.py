"""Pages for anybody, without signing in: introduce somebody to a scheme. Whether they know and agree is asked first."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from sqlmodel import select

from people.actions.enquiries import introduce as keep
from people.forms.enquiries import IntroduceForm
from people.models import Agrees
from scheme.database import db, enter_scheme
from scheme.models import Scheme
from scheme.pages import carried_out
from scheme.sign_in.attempts import TooMany, Way, begin
from scheme.sign_in.sessions import signed_in

public = Blueprint("people_public", __name__, url_prefix="/introduce")

NOT_YET = "not-yet"


@public.get("")
def schemes() -> str:
    """The schemes somebody may be introduced to. Whoever is signed in sees their own."""
    return render_template("people/public/schemes.html", schemes=_schemes())


@public.route("/<public_name>", methods=["GET", "POST"])
def introduce(public_name: str) -> Any:
    """First whether they know and agree; then who they are, what they enjoy first."""
    scheme = _schemes().get(public_name) or abort(404)
    they = request.args.get("they")
    agrees = Agrees.read(they)
    if agrees is None:
        return render_template("people/public/ask_first.html", scheme=scheme, name=public_name, not_yet=they == NOT_YET)
    form = IntroduceForm.told_by(agrees)
    if form.validate_on_submit():
        try:
            begin(Way.INTRODUCE, form.email.data or form.phone.data or form.introducer.data)
        except TooMany as refusal:
            form.refuse(refusal)
            return render_template("people/public/introduce.html", scheme=scheme, form=form, agrees=agrees), 429
        enter_scheme(scheme.id)
        kept = carried_out(form, keep, agrees, form.answers)
        if kept:
            return redirect(url_for("people_public.thanks", public_name=public_name))
    return render_template("people/public/introduce.html", scheme=scheme, form=form, agrees=agrees)


@public.get("/<public_name>/thanks")
def thanks(public_name: str) -> str:
    """What happens next."""
    scheme = _schemes().get(public_name) or abort(404)
    return render_template("people/public/thanks.html", scheme=scheme, name=public_name)


def public_name(scheme: Scheme) -> str:
    """A scheme's name in addresses: small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", scheme.name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or str(scheme.id)


def _schemes() -> Mapping[str, Scheme]:
    """Every scheme by its name in addresses, or by its id where two would share one; one's own for whoever is signed in."""
    every = sorted(db.session.exec(select(Scheme)), key=lambda scheme: scheme.name)
    shared = Counter(public_name(scheme) for scheme in every)
    account = signed_in()
    return {
        name if shared[name] == 1 else str(scheme.id): scheme
        for scheme in every
        if account is None or account.scheme_id == scheme.id
        for name in [public_name(scheme)]
    }
