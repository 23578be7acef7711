"""My picture: the face that a member shows, and to whom."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.media import actions, queries
from pro_am.media.forms import PortraitForm, WhoSeesForm
from pro_am.media.rules import LARGEST_BYTES

blueprint = Blueprint("portraits", __name__, url_prefix="/account/picture")


@blueprint.route("", methods=["GET", "POST"])
@allow(Policy.OWNER)
@takes_files(LARGEST_BYTES)
def mine() -> ResponseReturnValue:
    member, form = current_member(), PortraitForm()
    if form.is_valid_post():
        try:
            kept = actions.keep_picture(member, form.picture.data.stream, member.name)
            actions.show_portrait(member, kept)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your picture is saved."), "success")
            return redirect(url_for(".mine"), 303)
    portrait = queries.portrait_of(member)
    who = WhoSeesForm(formdata=None, who="everybody" if portrait and portrait.is_public else "met")
    shown = queries.picture_urls(portrait.picture) if portrait else None
    return page("media/portrait.html", form, shown=shown, who_form=who)


@blueprint.post("/who-sees")
@allow(Policy.OWNER)
def who_sees() -> ResponseReturnValue:
    actions.choose_who_sees(current_member(), everybody=request.form.get("who") == "everybody")
    flash(_("Your choice is saved."), "success")
    return redirect(url_for(".mine"), 303)


@blueprint.post("/drop")
@allow(Policy.OWNER)
def drop() -> ResponseReturnValue:
    actions.drop_portrait(current_member())
    flash(_("Your picture is removed."), "success")
    return redirect(url_for(".mine"), 303)
