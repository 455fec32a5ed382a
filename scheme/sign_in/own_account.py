"""An account's own page: a password for those who want one, the second step, signing out everywhere."""

from typing import Any

import qrcode
from flask import Blueprint, current_app, flash, redirect, render_template, request, session, url_for
from markupsafe import Markup
from qrcode.image.svg import SvgPathImage

from scheme.forms import Form
from scheme.models import Account
from scheme.pages import carried_out
from scheme.sign_in import actions, attempts, sessions
from scheme.sign_in.attempts import Way
from scheme.sign_in.forms import ChoosePasswordForm, CodeForm

own_account = Blueprint("own_account", __name__, url_prefix="/account")


@own_account.get("")
def front() -> Any:
    """How somebody signs in, and what they may change about it."""
    return render_template("scheme/sign_in/account.html", mine=_account())


@own_account.route("/password", methods=["GET", "POST"])
def password() -> Any:
    """Choose a password, or another one. Nobody needs one."""
    account = _account()
    form = ChoosePasswordForm()
    by_link = sessions.came_by_link_just_now()
    if by_link or not account.password:
        del form.current
    if form.validate_on_submit() and _password_chosen(form, account, by_link):
        sessions.keep_signed_in(account, session.get("by", "password"))
        flash("Your password is saved.")
        return redirect(url_for("own_account.front"))
    return render_template("scheme/sign_in/choose_password.html", form=form)


def _password_chosen(form: ChoosePasswordForm, account: Account, by_link: bool) -> bool:
    answers = form.answers
    account_id, email = account.id, account.email
    if "current" not in answers:
        return carried_out(form, actions.choose_password, account_id, answers["password"], None, came_by_link=by_link)
    attempt = attempts.begin(Way.PASSWORD, email)
    if not carried_out(
        form, actions.choose_password, account_id, answers["password"], answers["current"], came_by_link=by_link
    ):
        return False
    attempts.worked(attempt)
    return True


@own_account.route("/second-step", methods=["GET", "POST"])
def second_step() -> Any:
    """Set up an authenticator app, or stop using one."""
    account = _account()
    if account.tf_primary_method:
        return _turn_off(account)
    factory = current_app.extensions["security"]._totp_factory
    # Encrypted under a key of ours: the session cookie itself can be read by whoever holds it.
    secret = session.setdefault("second_step_secret", factory.generate_totp_secret())
    form, codes = CodeForm(), actions.new_recovery_codes()
    if form.validate_on_submit() and carried_out(
        form, actions.turn_on_second_step, account.id, secret, form.answers["code"], codes
    ):
        del session["second_step_secret"]
        return _shown_once("From now on we also ask for the number in your app.", codes)
    return render_template(
        "scheme/sign_in/second_step.html",
        form=form,
        key=factory.get_totp_pretty_key(secret),
        square=_square(factory.get_totp_uri(account.email, secret)),
    )


@own_account.route("/recovery-codes", methods=["GET", "POST"])
def recovery_codes() -> Any:
    """New codes for a lost phone, instead of those there are."""
    account = _account()
    if not account.tf_primary_method:
        return redirect(url_for("own_account.second_step"))
    form, codes = CodeForm(), actions.new_recovery_codes()
    if form.validate_on_submit():
        attempt = attempts.begin(Way.CODE, str(account.id))
        if carried_out(form, actions.replace_recovery_codes, account.id, form.answers["code"], codes):
            attempts.worked(attempt)
            return _shown_once("These are your new codes. Earlier ones no longer work.", codes)
    return render_template("scheme/sign_in/recovery_codes.html", form=form, left=len(account.recovery_codes or []))


@own_account.post("/weekly-mail")
def weekly_mail() -> Any:
    """Be written to about the week ahead, or not any more."""
    carried_out(Form(), actions.turn_weekly_mail, _account().id, wanted=bool(request.form.get("wanted")))
    return redirect(url_for("own_account.front"))


def _shown_once(words: str, codes: list[str]) -> str:
    """The codes themselves. Only this answer holds them: they are kept as hashes, and no page is kept anywhere."""
    return render_template("scheme/sign_in/codes_once.html", words=words, codes=codes)


def _turn_off(account: Account) -> Any:
    form = CodeForm()
    if form.validate_on_submit():
        attempt = attempts.begin(Way.CODE, str(account.id))
        if carried_out(form, actions.turn_off_second_step, account.id, form.answers["code"]):
            attempts.worked(attempt)
            flash("We no longer ask for a number from an app.")
            return redirect(url_for("own_account.front"))
    return render_template("scheme/sign_in/second_step_off.html", form=form)


def _square(address: str) -> Markup:
    """The square an app reads, drawn inside the page: nothing is fetched."""
    image = qrcode.make(address, image_factory=SvgPathImage, box_size=8)
    return Markup(image.to_string(encoding="unicode"))  # noqa: S704 - drawn here, from our own address


def _account() -> Account:
    account = sessions.signed_in()
    if account is None:
        raise LookupError("the access table let nobody in")
    return account
