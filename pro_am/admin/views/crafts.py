"""The desk for crafts: which there are, what they ask, in which order they are shown."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries
from pro_am.profiles.actions import crafts as actions
from pro_am.profiles.forms.crafts import LISTS, CraftForm, craft_form
from pro_am.profiles.models import Craft
from pro_am.profiles.rules.gallery import Move

blueprint = Blueprint("crafts", __name__, url_prefix="/crafts")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    return render_template(
        "admin/crafts/index.html",
        crafts=queries.crafts(),
        counts=queries.published_count_by_craft(),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@allow(Policy.ADMIN)
def new() -> ResponseReturnValue:
    return _edit(None)


@blueprint.route("/<slug>", methods=["GET", "POST"])
@allow(Policy.ADMIN)
def edit(slug: str) -> ResponseReturnValue:
    return _edit(_craft(slug))


@blueprint.post("/<slug>/<any(earlier,later):move>")
@allow(Policy.ADMIN)
def move(slug: str, move: str) -> ResponseReturnValue:
    actions.move_craft(_craft(slug), Move(move), by=current_member())
    return _back(_("The order is changed."))


@blueprint.post("/<slug>/retire")
@allow(Policy.ADMIN)
def retire(slug: str) -> ResponseReturnValue:
    actions.retire_craft(_craft(slug), by=current_member())
    return _back(_("This craft takes no new offers now. Those there are stay."))


@blueprint.post("/<slug>/reopen")
@allow(Policy.ADMIN)
def reopen(slug: str) -> ResponseReturnValue:
    actions.reopen_craft(_craft(slug), by=current_member())
    return _back(_("This craft takes offers again."))


def _edit(craft: Craft | None) -> ResponseReturnValue:
    form = craft_form(craft)
    added = request.form.get("add", "")
    if added in LISTS:  # a button of the form: everything typed stays, and a row comes
        form.add_row(added)
    elif form.is_valid_post():
        try:
            _save(craft, form)
        except Refusal as refusal:
            form.show(refusal)
        else:
            return _back(_("The craft is saved."))
    return page("admin/crafts/edit.html", form, craft=craft, added=added)


def _save(craft: Craft | None, form: CraftForm) -> None:
    if craft is None:
        actions.add_craft(form.text, by=current_member())
    else:
        actions.change_craft(craft, form.text, by=current_member())


def _craft(slug: str) -> Craft:
    return queries.craft_with(slug) or abort(404)


def _back(told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for(".index"), 303)
