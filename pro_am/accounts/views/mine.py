"""My account: what others see of me, my address, my password."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import actions
from pro_am.accounts.current import current_member, current_session
from pro_am.accounts.forms import ButtonForm, ChangePasswordForm, DetailsForm, NewEmailForm
from pro_am.accounts.password_again import asks_password_again
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.fields import zone_choices
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.redirects import onward

blueprint = Blueprint("account", __name__, url_prefix="/account")


@blueprint.get("/")
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    return render_template("accounts/index.html")


@blueprint.route("/details", methods=["GET", "POST"])
@allow(Policy.OWNER)
def details() -> ResponseReturnValue:
    member = current_member()
    form = DetailsForm(obj=member)
    form.time_zone.choices = zone_choices(member.time_zone)
    if form.is_valid_post():
        try:
            actions.change_details(
                member,
                name=form.name.data.strip(),
                language=form.language.data,
                time_zone=form.time_zone.data,
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your details are saved."), "success")
            return redirect(url_for(".index"), 303)
    return page("accounts/details.html", form)


@blueprint.route("/password", methods=["GET", "POST"])
@allow(Policy.OWNER)
def password() -> ResponseReturnValue:
    form = ChangePasswordForm()
    if form.is_valid_post():
        try:
            actions.change_password(current_session(), form.password_again.data, form.password.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your new password is set, and other browsers are signed out."), "success")
            return redirect(url_for(".index"), 303)
    return page("accounts/change_password.html", form)


@blueprint.route("/password-again", methods=["GET", "POST"])
@allow(Policy.OWNER)
@asks_password_again
def password_again() -> ResponseReturnValue:
    """For pages that only show, which cannot take the password themselves: then on to them."""
    return onward(url_for(".index"))


@blueprint.route("/email", methods=["GET", "POST"])
@allow(Policy.OWNER)
@asks_password_again
def email() -> ResponseReturnValue:
    form = NewEmailForm()
    if form.is_valid_post():
        try:
            actions.ask_for_email_change(current_member(), form.email.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(
                _("We have written to %(email)s. Open the link there.", email=form.email.data),
                "success",
            )
            return redirect(url_for(".index"), 303)
    return page("accounts/change_email.html", form)


@blueprint.route("/email/confirm/<secret>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def confirm_email(secret: str) -> ResponseReturnValue:
    """For who is signed in: a stranger at a mistyped address must not get the account with it."""
    form = ButtonForm()
    if form.is_valid_post():
        try:
            actions.confirm_email_change(current_member(), secret)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your new address is confirmed. You sign in with it from now on."), "success")
            return redirect(url_for(".index"), 303)
    return page("accounts/confirm_new_email.html", form)


@blueprint.route("/email/undo/<secret>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def undo_email(secret: str) -> ResponseReturnValue:
    form = ButtonForm()
    if form.is_valid_post():
        try:
            actions.undo_email_change(secret)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(
                _("Your address stands. We have sent a link for a new password there."), "success"
            )
            return redirect(url_for("accounts.sign_in"), 303)
    return page("accounts/undo_email.html", form)
