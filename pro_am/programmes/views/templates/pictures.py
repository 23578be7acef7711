"""The picture of an activity of a template: put there, shown to its coach, taken away."""

from flask import Response, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import Form
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.media import actions as media
from pro_am.media.rules import LARGEST_BYTES, PLANNED
from pro_am.media.views import send_rendition
from pro_am.programmes.actions import pictures as actions
from pro_am.programmes.forms.pictures import PictureForm
from pro_am.programmes.views.templates.item_page import item_page
from pro_am.programmes.views.templates.own import blueprint, own_item, own_template


@blueprint.post("/<public_id>/items/<int:item_id>/picture")
@allow(Policy.OWNER)
@takes_files(LARGEST_BYTES)
def put_picture(public_id: str, item_id: int) -> ResponseReturnValue:
    template, form = own_template(public_id), PictureForm()
    item = own_item(template, item_id)
    if form.is_valid_post():
        try:
            kept = media.keep_picture(
                current_member(), form.picture.data.stream, form.alt.data or "", prefix=PLANNED
            )
            actions.show_picture(item, kept)
            flash(_("Saved. Whoever gets this template from now on sees it."), "success")
            return redirect(_back(public_id, item_id), 303)
        except Refusal as refusal:
            form.show(refusal)
    return item_page(template, item, form)


@blueprint.post("/<public_id>/items/<int:item_id>/picture/drop")
@allow(Policy.OWNER)
def drop_picture(public_id: str, item_id: int) -> ResponseReturnValue:
    template, form = own_template(public_id), Form()
    item = own_item(template, item_id)
    if not form.is_valid_post():
        abort(400)
    actions.take_picture_away(item)
    flash(_("Taken out."), "success")
    return redirect(_back(public_id, item_id), 303)


@blueprint.get("/<public_id>/items/<int:item_id>/picture-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.OWNER)
def show_picture(public_id: str, item_id: int, width: int, extension: str) -> Response:
    item = own_item(own_template(public_id), item_id)
    if item.picture is None:
        abort(404)
    return send_rendition(item.picture.public_id, width, extension, caching="private, max-age=3600")


def _back(public_id: str, item_id: int) -> str:
    return url_for(".edit_item", public_id=public_id, item_id=item_id)
