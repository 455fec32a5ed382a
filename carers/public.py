"""Pages for anybody, without signing in: I would share my home. Whether everybody there knows and agrees is asked first."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from carers.actions.would_share import would_share
from carers.forms.would_share import WouldShareForm
from carers.models import AtHomeAgree
from scheme.kinds import SchemeKind
from scheme.models import Scheme
from scheme.sign_in.attempts import Way
from scheme.telling import NOT_YET, taken_in
from scheme.told import public_schemes

public = Blueprint("carers_public", __name__, url_prefix="/share")


@public.get("")
def schemes() -> str:
    """The schemes somebody may write to. Whoever is signed in sees their own."""
    return render_template("carers/public/schemes.html", schemes=public_schemes())


@public.route("/<public_name>", methods=["GET", "POST"])
def share(public_name: str) -> Any:
    """First whether everybody at home knows and agrees; then a few questions, what they enjoy first."""
    scheme = public_schemes().get(public_name) or abort(404)
    they = request.args.get("they")
    at_home = AtHomeAgree.read(they)
    if at_home is None:
        return _page("ask_first", scheme, name=public_name, talk_first=they == NOT_YET)
    form = WouldShareForm.to(homeshare=_homeshare(scheme))
    if at_home is AtHomeAgree.ALONE and not _homeshare(scheme):
        form.lives_with.label.text, form.lives_with.description = "Which animals live with you?", ""
    status = HTTPStatus.OK
    if form.validate_on_submit():
        who = form.email.data or form.phone.data or form.name.data
        status = taken_in(form, Way.SHARE, who, scheme, would_share, at_home, form.answers)
    if status is HTTPStatus.CREATED:
        return redirect(url_for("carers_public.thanks", public_name=public_name))
    return _page("share", scheme, form=form), status


@public.get("/<public_name>/thanks")
def thanks(public_name: str) -> str:
    """What happens next."""
    return _page("thanks", public_schemes().get(public_name) or abort(404))


def _homeshare(scheme: Scheme) -> bool:
    return scheme.kind is SchemeKind.HOMESHARE


def _page(page: str, scheme: Scheme, **more: Any) -> str:
    """A page of ours. In Homeshare the home is the person's, and whoever writes would come to live there."""
    title = "Come and live with somebody" if _homeshare(scheme) else "Share your home"
    return render_template(
        f"carers/public/{page}.html", scheme=scheme, title=title, homeshare=_homeshare(scheme), **more
    )
