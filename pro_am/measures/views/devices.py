"""One's devices: making a secret for each, shown once; renaming and ending them."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.measures import actions, queries
from pro_am.measures.forms.devices import DeviceForm
from pro_am.measures.models import Device

blueprint = Blueprint("measure_devices", __name__, url_prefix="/measures/devices")


@blueprint.route("", methods=["GET", "POST"])
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    """The answer to the form shows the secret itself: nothing keeps it for a second page."""
    form, secret = DeviceForm(), None
    if form.is_valid_post():
        try:
            secret = actions.make_device(
                current_member(),
                form.name.data or "",
                idempotency_key=form.idempotency_key.data or "",
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            if secret is None:
                flash(_("This device is there already; its secret was shown once."), "info")
                return _back()
    return page(
        "measures/devices.html",
        form,
        devices=queries.devices_of(current_member()),
        secret=secret,
        address=public_url("measures_api.add"),
    )


@blueprint.route("/<public_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def edit(public_id: str) -> ResponseReturnValue:
    device = _own(public_id)
    form = DeviceForm(obj=device)
    if form.is_valid_post():
        actions.rename_device(device, form.name.data or "")
        flash(_("Your choice is saved."), "success")
        return _back()
    return page("measures/device.html", form, device=device)


@blueprint.post("/<public_id>/end")
@allow(Policy.OWNER)
def end(public_id: str) -> ResponseReturnValue:
    actions.end_device(_own(public_id))
    flash(_("Its secret opens nothing any more. What it sent stays."), "success")
    return _back()


def _own(public_id: str) -> Device:
    return queries.device_of(current_member(), public_id) or abort(404)


def _back() -> ResponseReturnValue:
    return redirect(url_for(".index"), 303)
