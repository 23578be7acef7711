"""Reporting a message, a profile, an offer or a review; blocking somebody."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import queries as accounts
from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.bookings import queries as bookings
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.inbox import queries
from pro_am.inbox.forms import BlockForm, ReportForm
from pro_am.moderation import actions
from pro_am.moderation import queries as moderation
from pro_am.moderation.rules import SUBJECTS, Reason, Severity, Subject

blueprint = Blueprint("reporting", __name__)


@blueprint.route("/report/<any(message,profile,offer,review):kind>/<ref>", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def report(kind: str, ref: str) -> ResponseReturnValue:
    member, subject = current_member(), Subject(kind)
    about = queries.reported(member, subject, ref) or abort(404)
    form = ReportForm()
    if form.is_valid_post():
        try:
            made = actions.report(
                member,
                about,
                Reason(form.reason.data),
                form.words.data or "",
                idempotency_key=form.idempotency_key.data,
            )
            if form.block.data:
                actions.block(current_member(), about.owner_id)
        except Refusal as refusal:
            form.show(refusal)
        else:
            return redirect(url_for(".reported", public_id=made.public_id), 303)
    return page(
        "inbox/report.html",
        form,
        subject_words=SUBJECTS[subject],
        owner=db.session.get_one(Member, about.owner_id),
        text=about.quoted,
    )


@blueprint.get("/reported/<public_id>")
@allow(Policy.OWNER)
def reported(public_id: str) -> ResponseReturnValue:
    """What happens now; for safety, whom to call first."""
    found = moderation.report_with(public_id)
    if found is None or found.reporter_id != current_member().id:
        abort(404)
    return render_template(
        "inbox/reported.html", report=found, is_safety=found.severity == Severity.SAFETY
    )


@blueprint.route("/block/<public_id>", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def block(public_id: str) -> ResponseReturnValue:
    """A page with a button: what a block does, and what the two still have planned."""
    member = current_member()
    other = accounts.member_with_public_id(public_id) or abort(404)
    form = BlockForm()
    if form.is_valid_post():
        name = other.first_name
        try:
            actions.block(member, other.id)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("%(name)s is blocked, and is not told.", name=name), "success")
            return redirect(url_for("moderation.blocked"), 303)
    return page(
        "inbox/block.html",
        form,
        other=other,
        planned=bookings.ahead_between(member.id, other.id, clock.now()),
    )
