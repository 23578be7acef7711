"""Pages for signing up, in and out, and for a new password."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from pro_am.accounts import actions, queries, rules
from pro_am.accounts.current import SignedIn
from pro_am.accounts.forms import (
    AskForResetForm,
    ConfirmElsewhereForm,
    ConfirmForm,
    NewPasswordForm,
    SignInForm,
    SignUpForm,
)
from pro_am.accounts.rules import Purpose
from pro_am.foundation import clock, ids
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import login
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.redirects import onward, own_path

blueprint = Blueprint("accounts", __name__, url_prefix="/account")

login.manager.login_view = "accounts.sign_in"


@login.manager.user_loader
def load_session(secret: str) -> SignedIn | None:
    row = queries.session_with(secret)
    now = clock.now()
    if row is None or row.member.left_at or row.member.suspended_at:
        return None
    life = rules.life_of([held.role for held in row.member.roles])
    if not rules.is_alive(life, created_at=row.created_at, seen_at=row.seen_at, now=now):
        return None
    if now - row.seen_at > rules.SEEN_EVERY:
        actions.note_seen(row)
    return SignedIn(row, secret)


@login.manager.unauthorized_handler
def ask_to_sign_in() -> ResponseReturnValue:
    wanted = request.full_path if request.method == "GET" else None
    flash(_("Sign in to go on. New here? Creating an account takes a minute."), "info")
    return redirect(url_for("accounts.sign_in", next=own_path(wanted)), 303)


@blueprint.route("/sign-up", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def sign_up() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return onward(url_for("my_week.show"))
    form = SignUpForm()
    if form.is_valid_post():
        try:
            session["asked_for"] = actions.sign_up(
                name=form.name.data.strip(),
                email=form.email.data,
                password=form.password.data,
                language=current_language(),
                place=_place(),
                onward=own_path(request.args.get("next")),
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            return redirect(url_for(".look_in_your_mailbox"), 303)
    return page("accounts/sign_up.html", form, next=own_path(request.args.get("next")))


@blueprint.get("/look-in-your-mailbox")
@allow(Policy.PUBLIC)
def look_in_your_mailbox() -> ResponseReturnValue:
    return render_template("accounts/look_in_your_mailbox.html")


@blueprint.route("/confirm/<secret>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def confirm_email(secret: str) -> ResponseReturnValue:
    """A GET shows a button: scanners that open every link in a letter confirm nothing."""
    asked_here = session.get("asked_for") == ids.fingerprint(secret)
    works = queries.token_for(Purpose.CONFIRM_EMAIL, secret, clock.now()) is not None
    form = ConfirmElsewhereForm() if works and not asked_here else ConfirmForm()
    if form.is_valid_post():
        try:
            session_secret = actions.confirm_email(
                secret,
                browser=_browser(),
                password=form.password.data if "password" in form else None,
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            _keep(session_secret)
            flash(_("Welcome! Your e-mail address is confirmed."), "success")
            return onward(url_for("my_week.show"))
    return page("accounts/confirm_email.html", form)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def sign_in() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return onward(url_for("my_week.show"))
    form = SignInForm()
    if form.is_valid_post():
        try:
            secret = actions.sign_in(
                form.email.data, form.password.data, place=_place(), browser=_browser()
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            _keep(secret)
            return onward(url_for("my_week.show"))
    return page("accounts/sign_in.html", form, next=own_path(request.args.get("next")))


@blueprint.post("/sign-out")
@allow(Policy.MEMBER)
def sign_out() -> ResponseReturnValue:
    actions.sign_out(current_user.secret)
    logout_user()
    flash(_("You are signed out."), "success")
    return redirect(url_for("pages.home"), 303)


@blueprint.route("/new-password", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def ask_for_reset() -> ResponseReturnValue:
    form = AskForResetForm()
    if form.is_valid_post():
        try:
            actions.ask_for_reset(form.email.data, place=_place())
        except Refusal as refusal:
            form.show(refusal)
        else:
            return redirect(url_for(".look_in_your_mailbox"), 303)
    return page("accounts/ask_for_reset.html", form)


@blueprint.route("/new-password/<secret>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def reset_password(secret: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    if form.is_valid_post():
        try:
            actions.reset_password(secret, form.password.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your new password is set. Sign in with it."), "success")
            return redirect(url_for(".sign_in"), 303)
    return page("accounts/reset_password.html", form)


def _keep(secret: str) -> None:
    """Let this browser hold the new session; whatever it held before is forgotten."""
    row = queries.session_with(secret)
    assert row is not None  # noqa: S101 - begun a moment ago
    session.clear()
    login_user(SignedIn(row, secret))
    session.permanent = True


def _place() -> str:
    return request.remote_addr or "unknown"


def _browser() -> str:
    return request.user_agent.string
