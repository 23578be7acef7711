"""The list of templates; making, copying and putting them away."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import CreatingForm, Form, page
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes.actions import templates as actions
from pro_am.programmes.forms.templates import TemplateForm
from pro_am.programmes.queries import templates as queries
from pro_am.programmes.rules.starters import STARTERS
from pro_am.programmes.views.templates.own import blueprint, own_template, template_url


@blueprint.get("")
@allow(Policy.MEMBER)
def index() -> ResponseReturnValue:
    found = queries.templates_of(current_member())
    return render_template(
        "programmes/templates/index.html",
        templates=[each for each in found if not each.retired_at],
        retired=[each for each in found if each.retired_at],
        sizes=queries.sizes_of(found),
        given=queries.given_to(found),
        starters=STARTERS.values(),
        language=current_language(),
        to=request.args.get("to"),  # for whom one is looked for
        form=CreatingForm(formdata=None),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def new() -> ResponseReturnValue:
    form = TemplateForm()
    if form.is_valid_post():
        key = form.idempotency_key.data or ""
        template = actions.create_template(current_member(), form.said, key=key)
        return redirect(template_url(template, 1), 303)
    return page("programmes/templates/about.html", form, plan=None)


@blueprint.route("/<public_id>/about", methods=["GET", "POST"])
@allow(Policy.OWNER)
def about(public_id: str) -> ResponseReturnValue:
    template, form = own_template(public_id), TemplateForm()
    if form.is_valid_post():
        try:
            actions.change_template(template, form.said)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Saved."), "success")
            return redirect(template_url(template, 1), 303)
    elif request.method == "GET":
        form.fill_from(template)
    return page("programmes/templates/about.html", form, plan=template)


@blueprint.post("/starters/<key>")
@allow(Policy.MEMBER)
def from_starter(key: str) -> ResponseReturnValue:
    starter, form = STARTERS.get(key) or abort(404), CreatingForm()
    if not form.is_valid_post():
        abort(400)
    made = actions.copy_starter(current_member(), starter, key=form.idempotency_key.data or "")
    flash(_("It is yours now: change what you like."), "success")
    return redirect(template_url(made, 1), 303)


@blueprint.post("/<public_id>/copy")
@allow(Policy.OWNER)
def copy(public_id: str) -> ResponseReturnValue:
    template, form = own_template(public_id), CreatingForm()
    if not form.is_valid_post():
        abort(400)
    title = _("%(title)s (copy)", title=template.title)[:90]
    made = actions.copy_template(template, title, key=form.idempotency_key.data or "")
    flash(_("Copied. What you change here leaves the other as it is."), "success")
    return redirect(template_url(made, 1), 303)


@blueprint.post("/<public_id>/retire")
@allow(Policy.OWNER)
def retire(public_id: str) -> ResponseReturnValue:
    """Put away, or taken up again."""
    template, form = own_template(public_id), Form()
    if not form.is_valid_post():
        abort(400)
    if template.retired_at:
        actions.take_up_again(template)
        flash(_("It is in your list again."), "success")
    else:
        actions.retire(template)
        flash(_("Put away. Programmes that were made of it stay as they are."), "success")
    return redirect(url_for(".index"), 303)
