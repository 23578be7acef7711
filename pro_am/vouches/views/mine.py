"""My vouches: given, received, and what each of them means; ending one."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.standing.rules import constants
from pro_am.vouches import actions, queries
from pro_am.vouches.forms import SureForm
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import deciding
from pro_am.vouches.rows.shown import craft_words, known_words
from pro_am.vouches.rules import budget, confirming
from pro_am.vouches.rules.giving import VoucherFacts, check_voucher
from pro_am.vouches.rules.reciprocity import answers
from pro_am.vouches.rules.vouch import ENDINGS

blueprint = Blueprint("vouches", __name__, url_prefix="/vouches")


@blueprint.get("")
@allow(Policy.MEMBER)
def mine() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    given, received = queries.given_by(member), queries.received_by(member)
    facts = deciding.voucher_facts(member)
    by_voucher = {each.voucher_id: each for each in received}
    by_vouched = {each.vouched_id: each for each in given if each.is_standing}
    return render_template(
        "vouches/mine.html",
        given=list(by_vouched.values()),
        ended=[each for each in given if not each.is_standing and each.place.is_taken(now)],
        received=received,
        reason=_why_not(facts),
        places_left=budget.places_left(facts.places, facts.level, now),
        places=budget.budget_of(facts.level),
        next_place_at=budget.next_place_at(facts.places, now),
        counts_once={
            each.id
            for each in (*by_vouched.values(), *received)
            if answers(each, by_voucher.get(each.vouched_id) or by_vouched.get(each.voucher_id))
        },
        can_be_confirmed=lambda vouch: confirming.can_be_confirmed(vouch.confirmed_at, now),
        lapses_at=confirming.lapses_at,
        craft_words=craft_words,
        known_words=known_words,
        constants=constants,
        ENDINGS=ENDINGS,
        my_page=public_url("people.show", public_id=member.public_id),
    )


@blueprint.route("/<public_id>/withdraw", methods=["GET", "POST"])
@allow(Policy.OWNER)
def withdraw(public_id: str) -> ResponseReturnValue:
    found = queries.own_vouch(current_member(), public_id) or abort(404)
    form = SureForm()
    if form.is_valid_post():
        name = found.vouched.first_name
        try:
            actions.withdraw(found)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("You no longer recommend %(name)s.", name=name), "success")
            return redirect(url_for(".mine"), 303)
    now = clock.now()
    return page(
        "vouches/withdraw.html",
        form,
        vouch=found,
        costs_nothing_until=found.given_at + budget.NO_COST_WITHIN,
        costs_nothing=now < found.given_at + budget.NO_COST_WITHIN,
        free_from=now + budget.FREE_AFTER,
        days=budget.FREE_AFTER.days,
    )


@blueprint.route("/<public_id>/decline", methods=["GET", "POST"])
@allow(Policy.OWNER)
def decline(public_id: str) -> ResponseReturnValue:
    found = queries.vouch_for(current_member(), public_id) or abort(404)
    form = SureForm()
    if form.is_valid_post():
        name = found.voucher.first_name
        try:
            actions.decline(found)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("The recommendation by %(name)s has ended.", name=name), "success")
            return redirect(url_for(".mine"), 303)
    return page("vouches/decline.html", form, vouch=found)


@blueprint.post("/<public_id>/confirm")
@allow(Policy.OWNER)
def confirm(public_id: str) -> ResponseReturnValue:
    found = _mine(public_id)
    name = found.vouched.first_name
    try:
        actions.confirm(found)
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("You recommend %(name)s for another year.", name=name), "success")
    return redirect(url_for(".mine"), 303)


@blueprint.post("/<public_id>/name")
@allow(Policy.OWNER)
def choose_name(public_id: str) -> ResponseReturnValue:
    shows_name = request.form.get("shows") == "yes"
    actions.choose_name(_mine(public_id), shows_name=shows_name)
    flash(
        _("Members who are signed in see your name there.")
        if shows_name
        else _("Your name is no longer shown there."),
        "success",
    )
    return redirect(url_for(".mine"), 303)


def _mine(public_id: str) -> Vouch:
    return queries.own_vouch(current_member(), public_id) or abort(404)


def _why_not(facts: VoucherFacts) -> str | None:
    """What still keeps somebody from vouching, in words."""
    try:
        check_voucher(facts, clock.now())
    except Refusal as refusal:
        return told(refusal)
    return None
