"""The pages of signing in and out, and the front door."""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, session, url_for

from scheme.database import carry_out, enter_scheme
from scheme.errors import Refused
from scheme.forms import Form
from scheme.pages import carried_out
from scheme.sign_in import accounts, actions, attempts, kept, sessions
from scheme.sign_in.attempts import Way
from scheme.sign_in.forms import CodeForm, LinkForm, PasswordForm, RecoveryForm

sign_in = Blueprint("sign_in", __name__)

MINUTES_FOR_A_CODE = 15
"""How long the page that asks for the app's number waits (our judgement)."""


@sign_in.get("/")
def front_door() -> Any:
    """Everybody's way in: to where they begin, or to signing in."""
    account = sessions.signed_in()
    if account is None:
        return redirect(url_for("sign_in.ask"))
    page = sessions.front_page(account)
    return redirect(page) if page else render_template("scheme/sign_in/welcome.html", mine=account)


@sign_in.route("/sign-in", methods=["GET", "POST"])
def ask() -> Any:
    """Ask for an email address and send a link to it. The answer is the same whether or not we know it."""
    form = LinkForm()
    if form.validate_on_submit():
        email = form.answers["email"]
        attempts.begin(Way.LINK, email)
        account = accounts.by_email(email)
        if account:
            enter_scheme(account.scheme_id)
            carry_out(actions.send_link, account.id, _next())
            enter_scheme(None)
        return redirect(url_for("sign_in.sent"))
    return _page_for_somebody_new("ask", form)


@sign_in.get("/sign-in/sent")
def sent() -> Any:
    """Say where to look for the link."""
    return render_template("scheme/sign_in/sent.html")


@sign_in.route("/sign-in/password", methods=["GET", "POST"])
def password() -> Any:
    """Sign in with a password, for those who chose one."""
    form = PasswordForm()
    if form.validate_on_submit():
        attempt = attempts.begin(Way.PASSWORD, form.answers["email"])
        account_id = accounts.with_password(**form.answers)
        if account_id:
            attempts.worked(attempt)
            return _let_in(account_id, by="password")
        form.refuse(Refused("That email address and password do not go together. Try again, or ask for a link."))
    return _page_for_somebody_new("password", form)


@sign_in.route("/sign-in/link/<token>", methods=["GET", "POST"])
def link(token: str) -> Any:
    """One button that signs in. Opening the page changes nothing, so a mail program that looks ahead does no harm."""
    found = actions.link_of(token)
    good = actions.still_good(found)
    if request.method == "POST" and found:
        enter_scheme(found.scheme_id)
        try:
            return _let_in(carry_out(actions.use_link, found.id), by="link")
        except Refused:
            enter_scheme(None)
            good = False
    return render_template("scheme/sign_in/link.html", good=good)


@sign_in.route("/sign-in/code", methods=["GET", "POST"])
def code() -> Any:
    """The second step: the number from an app."""
    return _second_step("code", CodeForm(), actions.use_code)


@sign_in.route("/sign-in/recovery", methods=["GET", "POST"])
def recovery() -> Any:
    """The second step without the phone: one of the codes that were shown when it was turned on."""
    return _second_step("recovery", RecoveryForm(), actions.use_recovery_code)


def _second_step(name: str, form: Form, action: Callable[[UUID, str], None]) -> Any:
    waiting = session.get("second_step")
    if not waiting or time.time() - waiting["since"] > MINUTES_FOR_A_CODE * 60:
        return redirect(url_for("sign_in.ask", **_with_next()))
    if form.validate_on_submit():
        attempt = attempts.begin(Way.CODE, waiting["account"])
        account = accounts.by_id(UUID(waiting["account"]))
        enter_scheme(account.scheme_id if account and account.active else None)
        if account and account.active and carried_out(form, action, account.id, *form.answers.values()):
            attempts.worked(attempt)
            return _signed_in(account.id, waiting["by"])
    return render_template(f"scheme/sign_in/{name}.html", form=form, with_next=_with_next())


@sign_in.route("/kept/<uuid:kept_id>", methods=["GET", "POST"])
def kept_form(kept_id: UUID) -> Any:
    """What was written before the session ended: one button sends it on, another throws it away."""
    form = kept.mine(kept_id, sessions.reader().id)
    if form is None:
        return render_template("scheme/sign_in/kept.html", kept=None), 404
    if request.method == "POST":
        carry_out(kept.throw_away, form)
        flash("Thrown away. Nothing was saved.")
        return redirect(url_for("sign_in.front_door"))
    answers = kept.answers_of(form)
    return render_template("scheme/sign_in/kept.html", kept=form, answers=answers, written=kept.in_words(answers))


@sign_in.post("/sign-out")
def sign_out() -> Any:
    """Sign out, here and on every other device: a session somebody copied ends too."""
    account = sessions.signed_in()
    if account:
        carry_out(actions.end_every_session, account.id)
    sessions.end()
    return redirect(url_for("sign_in.signed_out"))


@sign_in.get("/signed-out")
def signed_out() -> Any:
    """Say that nothing is open any more."""
    return render_template("scheme/sign_in/signed_out.html")


@sign_in.post("/sign-in/stay")
def stay() -> Any:
    """Somebody is still there: their session begins its hours again."""
    session.modified = True
    return "", 204


def _page_for_somebody_new(name: str, form: Any) -> Any:
    if request.method == "GET" and sessions.signed_in():
        return redirect(_next() or url_for("sign_in.front_door"))
    return render_template(f"scheme/sign_in/{name}.html", form=form, with_next=_with_next())


def _let_in(account_id: UUID, by: str) -> Any:
    """One step is done: sign in, or ask for the second."""
    account = accounts.by_id(account_id)
    if account and account.tf_primary_method:
        session.clear()
        session["second_step"] = {"account": str(account_id), "by": by, "since": time.time()}
        return redirect(url_for("sign_in.code", **_with_next()))
    return _signed_in(account_id, by)


def _signed_in(account_id: UUID, by: str) -> Any:
    sessions.begin(account_id, by)
    return redirect(kept.lead_on(_next(), account_id) or url_for("sign_in.front_door"))


def _next() -> str | None:
    return sessions.own_path(request.args.get("next"))


def _with_next() -> dict[str, Any]:
    page = _next()
    return {"next": page} if page else {}
