"""A restriction as its member reads it: what, by which rule, on which facts; and contesting it."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.actions import appeals as actions
from pro_am.moderation.forms import AppealForm
from pro_am.moderation.models import Restriction
from pro_am.moderation.queries import bench
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.rules import appeals, restrictions

blueprint = Blueprint("own_restrictions", __name__, url_prefix="/restrictions")


@blueprint.get("/<public_id>")
@allow(Policy.OWNER)
def show(public_id: str) -> ResponseReturnValue:
    return statement(_own(public_id), AppealForm(formdata=None))


@blueprint.post("/<public_id>")
@allow(Policy.OWNER)
def contest(public_id: str) -> ResponseReturnValue:
    restriction, form = _own(public_id), AppealForm()
    if form.is_valid_post():
        try:
            actions.contest(restriction, form.words.data)
        except Refusal as refusal:
            form.show(refusal)
            restriction = _own(public_id)
        else:
            flash(_("Your words are with people who took no part in this."), "success")
            return redirect(url_for(".show", public_id=public_id), 303)
    return statement(restriction, form)


def statement(
    restriction: Restriction, form: AppealForm, *, token: str | None = None
) -> ResponseReturnValue:
    """The page of a restriction, signed in or by a letter."""
    now, told_at = clock.now(), restriction.told_at
    return page(
        "moderation/statement.html",
        form,
        restriction=restriction,
        appeal=restriction.appeal,
        reader=restriction.member,
        is_in_force=restrictions.is_in_force(
            began_at=restriction.began_at,
            until=restriction.until,
            ended_at=restriction.ended_at,
            now=now,
        ),
        contest_until=told_at + appeals.APPEAL_WITHIN if told_at else None,
        may_contest=told_at is not None
        and restriction.ending is None
        and now < told_at + appeals.APPEAL_WITHIN,
        panel=(restriction.appeal and restriction.appeal.panel) or bench.panel_before(restriction),
        KINDS=restrictions.KINDS,
        RULES=restrictions.RULES,
        ROLES=restrictions.ROLES,
        ENDINGS=restrictions.ENDINGS,
        ANSWERS=appeals.ANSWERS,
        token=token,
    )


def _own(public_id: str) -> Restriction:
    return queries.restriction_of(current_member(), public_id) or abort(404)
