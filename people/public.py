"""Pages for anybody, without signing in: introduce somebody to a scheme. Whether they know and agree is asked first."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from people.actions.enquiries import introduce as keep
from people.forms.enquiries import IntroduceForm
from people.models import Agrees
from scheme.sign_in.attempts import Way
from scheme.telling import NOT_YET, taken_in
from scheme.told import public_schemes

public = Blueprint("people_public", __name__, url_prefix="/introduce")


@public.get("")
def schemes() -> str:
    """The schemes somebody may be introduced to. Whoever is signed in sees their own."""
    return render_template("people/public/schemes.html", schemes=public_schemes())


@public.route("/<public_name>", methods=["GET", "POST"])
def introduce(public_name: str) -> Any:
    """First whether they know and agree; then who they are, what they enjoy first."""
    scheme = public_schemes().get(public_name) or abort(404)
    they = request.args.get("they")
    agrees = Agrees.read(they)
    if agrees is None:
        return render_template(
            "people/public/ask_first.html", scheme=scheme, name=public_name, talk_first=they == NOT_YET
        )
    form = IntroduceForm.told_by(agrees)
    status = HTTPStatus.OK
    if form.validate_on_submit():
        who = form.email.data or form.phone.data or form.introducer.data
        status = taken_in(form, Way.INTRODUCE, who, scheme, keep, agrees, form.answers)
    if status is HTTPStatus.CREATED:
        return redirect(url_for("people_public.thanks", public_name=public_name))
    return render_template("people/public/introduce.html", scheme=scheme, form=form, agrees=agrees), status


@public.get("/<public_name>/thanks")
def thanks(public_name: str) -> str:
    """What happens next."""
    scheme = public_schemes().get(public_name) or abort(404)
    return render_template("people/public/thanks.html", scheme=scheme, name=public_name)
