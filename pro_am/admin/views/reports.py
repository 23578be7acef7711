"""The moderators' desk: what was reported, the gravest first, and what is decided about it."""

from datetime import timedelta

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import queries as accounts
from pro_am.accounts.current import current_member
from pro_am.admin.rules import ALARMS
from pro_am.bookings.queries import disputes
from pro_am.conversations import queries as threads
from pro_am.conversations.models import Message
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.media.views import send_rendition
from pro_am.moderation import actions, queries, rules
from pro_am.moderation.actions import takeovers
from pro_am.moderation.forms import DecisionForm, TakeoverForm
from pro_am.moderation.models import Report
from pro_am.moderation.queries import restrictions as restricting
from pro_am.moderation.rules import Deed, Subject, restrictions
from pro_am.trust.queries import alarms

blueprint = Blueprint("reports", __name__, url_prefix="/moderation")

AROUND = 5  # messages before and after the one reported
READ_AGAIN_AFTER = timedelta(hours=1)
WORDS = {
    "REASONS": rules.REASONS,
    "SEVERITIES": rules.SEVERITIES,
    "SUBJECTS": rules.SUBJECTS,
    "OUTCOMES": rules.OUTCOMES,
}


@blueprint.get("/")
@allow(Policy.MODERATOR)
def index() -> ResponseReturnValue:
    return render_template(
        "admin/reports.html",
        waiting=queries.waiting(),
        disputes=disputes.undecided(),
        alarms=alarms.waiting(),
        ALARMS=ALARMS,
        SAFETY_WITHIN=restrictions.SAFETY_WITHIN,
        now=clock.now(),
        deeds=queries.latest_deeds(),
        **WORDS,
    )


@blueprint.get("/<public_id>")
@allow(Policy.MODERATOR)
def show(public_id: str) -> ResponseReturnValue:
    return _show(_report(public_id), DecisionForm(formdata=None))


@blueprint.post("/<public_id>")
@allow(Policy.MODERATOR)
def decide(public_id: str) -> ResponseReturnValue:
    report, form = _report(public_id), DecisionForm()
    if form.is_valid_post():
        try:
            actions.decide(report, current_member(), form.decision)
        except Refusal as refusal:
            form.show(refusal)
            report = _report(public_id)
        else:
            flash(_("Decided. Both people are told in half an hour; until then you can undo it."))
            return redirect(url_for(".show", public_id=public_id), 303)
    return _show(report, form)


@blueprint.post("/<public_id>/undo")
@allow(Policy.MODERATOR)
def undo(public_id: str) -> ResponseReturnValue:
    try:
        actions.undo(_report(public_id), current_member())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("Undone. Nobody was told."), "success")
    return redirect(url_for(".show", public_id=public_id), 303)


@blueprint.route("/taken-over/<public_id>", methods=["GET", "POST"])
@allow(Policy.MODERATOR)
def say_taken_over(public_id: str) -> ResponseReturnValue:
    """For a member who has told a moderator, and perhaps cannot sign in any more."""
    member = accounts.member_with_public_id(public_id)
    if member is None or member.id == current_member().id:
        abort(404)
    form, zone = TakeoverForm(), current_member().time_zone
    if form.is_valid_post():
        try:
            takeovers.say(member, form.since_in(zone), by=current_member())
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("What was written since then does not count; the member has a letter."))
            return redirect(url_for("appeals.index"), 303)
    return page("admin/taken_over.html", form, of=member)


@blueprint.post("/taken-over/<public_id>/undo")
@allow(Policy.MODERATOR)
def undo_takeover(public_id: str) -> ResponseReturnValue:
    takeover = restricting.takeover_with(public_id) or abort(404)
    try:
        takeovers.undo(takeover, by=current_member())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("Given back, exactly as it was."), "success")
    return redirect(url_for("appeals.index"), 303)


@blueprint.get("/<public_id>/photos/<picture_id>-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.MODERATOR)
def photo(public_id: str, picture_id: str, width: int, extension: str) -> Response:
    """A photo among the messages around the one reported."""
    shown = {each.picture.public_id for each in _around(_report(public_id)) if each.picture}
    if picture_id not in shown:
        abort(404)
    return send_rendition(picture_id, width, extension, caching="no-store")


def _report(public_id: str) -> Report:
    """Nobody reads a report by or about themselves."""
    found = queries.report_with(public_id)
    if found is None or current_member().id in (found.reporter_id, found.owner_id):
        abort(404)
    return found


def _show(report: Report, form: DecisionForm) -> ResponseReturnValue:
    _note_reading(report)
    around = _around(report)
    return page(
        "admin/report.html",
        form,
        report=report,
        around=around,
        photo_urls={
            each.picture.public_id: _photo_urls(report, each) for each in around if each.picture
        },
        deeds=queries.deeds_of(report),
        earlier=queries.earlier_about(report),
        may_undo=not report.told_at and rules.may_undo(report.decided_at, clock.now()),
        undo_until=report.decided_at + rules.UNDO_WITHIN if report.decided_at else None,
        **WORDS,
    )


def _note_reading(report: Report) -> None:
    """The log says who read; a page opened again within the hour is the same reading."""
    since, reader = clock.now() - READ_AGAIN_AFTER, current_member()
    if not any(
        deed.deed is Deed.READ and deed.by_id == reader.id and deed.at > since
        for deed in queries.deeds_of(report)
    ):
        actions.note_reading(report, reader)


def _around(report: Report) -> list[Message]:
    """What was written before and after a reported message; nothing for other reports."""
    message = threads.message_with(report.ref) if report.kind is Subject.MESSAGE else None
    return threads.messages_around(message, AROUND) if message else []


def _photo_urls(report: Report, message: Message) -> PictureAddresses:
    assert message.picture is not None  # noqa: S101 - asked for those that have one
    picture_id = message.picture.public_id

    def address(width: int, extension: str) -> str:
        return url_for(
            ".photo",
            public_id=report.public_id,
            picture_id=picture_id,
            width=width,
            extension=extension,
        )

    return picture_urls(message.picture, address)
