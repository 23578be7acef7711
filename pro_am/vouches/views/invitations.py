"""My invitations: whom I asked to come, and asking somebody."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles.memory import open_crafts
from pro_am.standing.rules import constants
from pro_am.vouches import actions
from pro_am.vouches.forms import InviteForm
from pro_am.vouches.queries import invitations as queries
from pro_am.vouches.rows.shown import craft_words
from pro_am.vouches.rules import invitations as rules
from pro_am.vouches.rules.vouch import AS_HOST

blueprint = Blueprint("invitations", __name__, url_prefix="/invitations")


@blueprint.route("", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def index() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    form = InviteForm()
    crafts = [craft.slug for craft in open_crafts()]
    form.offer_crafts((slug, craft_words(slug)) for slug in (AS_HOST, *crafts))
    if form.is_valid_post():
        try:
            written = actions.invite(
                member, form.guest, form.known, idempotency_key=form.idempotency_key.data
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_words_after(written.email), "success")
            return redirect(url_for(".index", _anchor="sent"), 303)
    mine = queries.invitations_by(member)
    states = {each.id: each.state_now(now).value for each in mine}
    is_open = rules.InvitationState.OPEN.value
    return page(
        "vouches/invitations.html",
        form,
        invitations=mine,
        states=states,
        links={
            each.id: queries.url_of(each, current_language())
            for each in mine
            if states[each.id] == is_open and not each.email
        },
        left=rules.MOST_OPEN - sum(state == is_open for state in states.values()),
        STATES=rules.STATES,
        craft_words=craft_words,
        constants=constants,
    )


@blueprint.post("/<public_id>/take-back")
@allow(Policy.OWNER)
def take_back(public_id: str) -> ResponseReturnValue:
    found = queries.own_invitation(current_member(), public_id) or abort(404)
    actions.take_back(found)
    flash(_("The invitation is withdrawn: its link opens nothing any more."), "success")
    return redirect(url_for(".index"), 303)


def _words_after(email: str | None) -> str:
    """The same whoever the address belongs to."""
    if email:
        return _(
            "If nobody here has the address %(email)s yet, the invitation is on its way there.",
            email=email,
        )
    return _("Your link is ready: hand it over to the person you invite.")
