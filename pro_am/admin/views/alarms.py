"""Alarms on the moderators' desk: what was counted, what it rests on, and what may be done."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.admin.forms import AlarmForm
from pro_am.admin.rules import ALARM_ACTS, ALARMS, AlarmAct
from pro_am.foundation.database import transaction
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.actions import restrictions
from pro_am.moderation.actions.restrictions import Thing
from pro_am.moderation.rules import Subject
from pro_am.moderation.rules.restrictions import Kind, check_words
from pro_am.profiles import queries as profiles
from pro_am.reviews.models import Review
from pro_am.trust.models import Alarm
from pro_am.trust.queries import alarms as queries

blueprint = Blueprint("alarms", __name__, url_prefix="/moderation/alarms")


@blueprint.get("/<int:number>")
@allow(Policy.MODERATOR)
def show(number: int) -> ResponseReturnValue:
    return _show(*_alarm(number), AlarmForm(formdata=None))


@blueprint.post("/<int:number>")
@allow(Policy.MODERATOR)
def settle(number: int) -> ResponseReturnValue:
    (alarm, member), form = _alarm(number), AlarmForm()
    if form.is_valid_post():
        try:
            _act(alarm, member, form)
        except Refusal as refusal:
            form.show(refusal)
            alarm, member = _alarm(number)
        else:
            flash(_("Settled. Whoever is concerned reads your reasons."), "success")
            return redirect(url_for(".show", number=number), 303)
    return _show(alarm, member, form)


def _act(alarm: Alarm, member: Member, form: AlarmForm) -> None:
    """The alarm is settled in the same transaction as what it leads to."""
    # Imported here: beside these deeds lie those that need numpy, which no page pays for.
    from pro_am.trust.actions import alarms as actions

    act, me = AlarmAct(form.act.data), current_member()
    chosen = [each for each in queries.reviews_of(alarm) if each.public_id in form.chosen]
    with transaction():
        actions.settle(alarm, me, form.found.data, outcome=ALARM_ACTS[act])
        if act is AlarmAct.HARMLESS:
            return
        check_words((form.words_fr.data or "", form.words_en.data or ""))
        if act is AlarmAct.PAUSE:
            restrictions.impose(member, Kind.OFFERS_PAUSE, form.grounds, by=me)
        for review in chosen if act is AlarmAct.VOID else ():
            _void(review, form, me)


def _void(review: Review, form: AlarmForm, me: Member) -> None:
    thing = Thing(Subject.REVIEW, review.public_id or "", review.text)
    restrictions.impose(review.author, Kind.REVIEW_VOIDED, form.grounds, by=me, thing=thing)


def _alarm(number: int) -> tuple[Alarm, Member]:
    """Nobody reads an alarm about themselves."""
    found = queries.alarm_with(number)
    if found is None or current_member().id == found[1].id:
        abort(404)
    return found


def _show(alarm: Alarm, member: Member, form: AlarmForm) -> ResponseReturnValue:
    offer = (
        profiles.offer_with_id(int(alarm.figures["offer"])) if "offer" in alarm.figures else None
    )
    return page(
        "admin/alarm.html",
        form,
        alarm=alarm,
        of=member,
        offer=offer,
        reviews=queries.reviews_of(alarm),
        ALARMS=ALARMS,
    )
