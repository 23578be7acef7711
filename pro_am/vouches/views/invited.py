"""What a guest sees: who invites them, and how to come; accepting, once there is an account."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import member_or_none
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import login
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.vouches import actions
from pro_am.vouches.forms import SureForm
from pro_am.vouches.queries import invitations as queries
from pro_am.vouches.rules.invitations import InvitationState, check_accepting

blueprint = Blueprint("invited", __name__, url_prefix="/invited")


@blueprint.after_request
def keep_to_itself(response: Response) -> Response:
    """As other signed links; its own form must still be told from another site's."""
    response.headers.update({"X-Robots-Tag": "noindex", "Cache-Control": "no-store"})
    return response


@blueprint.route("/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def show(token: str) -> ResponseReturnValue:
    invitation = queries.invitation_from(token)
    if invitation is None or invitation.inviter.erased_at:
        abort(404)
    member, form, now = member_or_none(), SureForm(), clock.now()
    if request.method == "POST" and member is None:
        return login.manager.unauthorized()
    if member and form.is_valid_post():
        try:
            actions.accept(invitation, member)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(
                _("%(name)s knows that you are here.", name=invitation.inviter.first_name),
                "success",
            )
            return redirect(url_for("my_week.show"), 303)
    reason = None
    if member and not form.refused:
        try:
            check_accepting(queries.accepting_facts(invitation, member, now))
        except Refusal as refusal:
            reason = told(refusal)
    return page(
        "vouches/invited.html",
        form,
        invitation=invitation,
        face=media.faces_of([invitation.inviter_id]).get(invitation.inviter_id),
        is_open=invitation.state_now(now) is InvitationState.OPEN,
        reason=reason,
        here=request.path,
    )
