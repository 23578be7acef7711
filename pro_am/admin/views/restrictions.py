"""Restrictions on the desk: a look at what a rule decided, and exclusions, which take two."""

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import queries as accounts
from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation import queries as reports
from pro_am.moderation.actions import exclusions, looking
from pro_am.moderation.forms import GroundsForm, WordsForm
from pro_am.moderation.models import Restriction
from pro_am.moderation.queries import bench
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.rules import restrictions as rules

blueprint = Blueprint("restrictions", __name__, url_prefix="/moderation/restrictions")


@blueprint.get("/<public_id>")
@allow(Policy.JUDGE)
def show(public_id: str) -> ResponseReturnValue:
    return _show(_restriction(public_id), WordsForm(formdata=None))


@blueprint.post("/<public_id>/keep")
@allow(Policy.JUDGE)
def keep(public_id: str) -> ResponseReturnValue:
    restriction, form = _restriction(public_id), WordsForm()
    if form.is_valid_post():
        try:
            looking.keep(restriction, current_member(), words=form.words)
        except Refusal as refusal:
            form.show(refusal)
            restriction = _restriction(public_id)
        else:
            flash(_("It stays, and its member reads your words."), "success")
            return redirect(url_for(".show", public_id=public_id), 303)
    return _show(restriction, form)


@blueprint.post("/<public_id>/lift")
@allow(Policy.JUDGE)
def lift(public_id: str) -> ResponseReturnValue:
    return _deed(public_id, lambda found: looking.lift(found, current_member()), _("It is over."))


@blueprint.post("/<public_id>/confirm")
@allow(Policy.JUDGE)
def confirm(public_id: str) -> ResponseReturnValue:
    return _deed(
        public_id,
        lambda found: exclusions.confirm(found, current_member()),
        _("The account is closed, and its member was told why."),
    )


@blueprint.post("/<public_id>/refuse")
@allow(Policy.JUDGE)
def refuse(public_id: str) -> ResponseReturnValue:
    return _deed(
        public_id,
        lambda found: exclusions.refuse(found, current_member()),
        _("Nothing happens to the account."),
    )


@blueprint.route("/close/<public_id>", methods=["GET", "POST"])
@allow(Policy.JUDGE)
def propose(public_id: str) -> ResponseReturnValue:
    """To close an account: one proposes, another who took no part agrees."""
    member = accounts.member_with_public_id(public_id)
    if member is None or member.id == current_member().id:
        abort(404)
    report = reports.report_with(request.args.get("report", ""))
    if report and report.owner_id != member.id:
        abort(404)
    form = GroundsForm()
    if form.is_valid_post():
        try:
            made = exclusions.propose(member, form.grounds, by=current_member(), report=report)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(
                _("The account is closed, and its member was told why.")
                if made.began_at
                else _("Proposed. A second person who took no part decides."),
                "success",
            )
            return redirect(url_for(".show", public_id=made.public_id), 303)
    return page(
        "admin/close_account.html",
        form,
        of=member,
        report=report,
        is_alone=bench.decides_alone(current_member()),
    )


def _deed(public_id: str, deed: Callable[[Restriction], None], words: str) -> ResponseReturnValue:
    try:
        deed(_restriction(public_id))
    except Refusal as refusal:
        form = WordsForm(formdata=None)
        form.show(refusal)
        return _show(_restriction(public_id), form)
    flash(words, "success")
    return redirect(url_for(".show", public_id=public_id), 303)


def _restriction(public_id: str) -> Restriction:
    """Whom it concerns reads it on their own page."""
    found = queries.restriction_with(public_id) or abort(404)
    if current_member().id in bench.parties_of(found):
        abort(404)
    return found


def _show(restriction: Restriction, form: WordsForm) -> ResponseReturnValue:
    return page(
        "admin/restriction.html",
        form,
        restriction=restriction,
        is_mine=restriction.by_id == current_member().id,
        KINDS_OF_OTHERS=rules.KINDS_OF_OTHERS,
        RULES=rules.RULES,
        ROLES=rules.ROLES,
        ENDINGS=rules.ENDINGS,
    )
