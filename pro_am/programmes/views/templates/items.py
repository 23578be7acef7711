"""One template, week by week: many days in one act, and whole weeks copied."""

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import CreatingForm, Form, page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes.actions import templates as actions
from pro_am.programmes.forms.items import ItemForm, days_by_name
from pro_am.programmes.forms.templates import CopyWeekForm
from pro_am.programmes.models import Template
from pro_am.programmes.rows import amount_words
from pro_am.programmes.rules.plan import MOST_WEEKS
from pro_am.programmes.views.templates.item_page import item_page
from pro_am.programmes.views.templates.own import (
    blueprint,
    own_item,
    own_template,
    template_url,
)


@blueprint.route("/<public_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def show(public_id: str) -> ResponseReturnValue:
    """One week at a time; the form below adds to it."""
    template, form = own_template(public_id), ItemForm()
    week = _week(template)
    if form.is_valid_post():
        try:
            key = form.idempotency_key.data or ""
            actions.add_items(template, week, form.days.data, form.text(), key=key)
        except Refusal as refusal:
            form.show(refusal)
        else:
            count = len(form.days.data)
            flash(ngettext("Added on %(num)s day.", "Added on %(num)s days.", count), "success")
            return redirect(template_url(template, week), 303)
    return _page(template, week, form)


@blueprint.route("/<public_id>/items/<int:item_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def edit_item(public_id: str, item_id: int) -> ResponseReturnValue:
    template, form = own_template(public_id), ItemForm()
    item = own_item(template, item_id)
    if form.is_valid_post():
        text = form.text(item.picture_id)
        actions.change_template_item(item, text, day=form.days.data[0])
        flash(_("Saved."), "success")
        return redirect(template_url(template, item.week), 303)
    if request.method == "GET":
        form.fill_from(item)
    return item_page(template, item, form)


@blueprint.post("/<public_id>/items/<int:item_id>/remove")
@allow(Policy.OWNER)
def remove_item(public_id: str, item_id: int) -> ResponseReturnValue:
    template, form = own_template(public_id), Form()
    item = own_item(template, item_id)
    week = item.week
    if not form.is_valid_post():
        abort(400)
    actions.remove_template_item(item)
    flash(_("Taken out."), "success")
    return redirect(template_url(template, week), 303)


@blueprint.post("/<public_id>/copy-week")
@allow(Policy.OWNER)
def copy_week(public_id: str) -> ResponseReturnValue:
    template = own_template(public_id)
    week, form = _week(template), CopyWeekForm()
    form.offer(week, template.weeks)
    if not form.is_valid_post():
        abort(400)
    last = template.weeks if form.to.data == "rest" else week + 1
    copied = actions.copy_week(template, week, to=range(week + 1, last + 1))
    if copied:
        flash(ngettext("Copied to %(num)s week.", "Copied to %(num)s weeks.", copied), "success")
    else:
        flash(_("Nothing was copied: weeks that have activities are left as they are."), "info")
    return redirect(template_url(template, week + 1 if copied else week), 303)


def _week(template: Template) -> int:
    week = request.args.get("week", 1, type=int)
    return week if 1 <= week <= template.weeks else abort(404)


def _page(template: Template, week: int, form: ItemForm) -> ResponseReturnValue:
    copying = CopyWeekForm(formdata=None)
    copying.offer(week, template.weeks)
    items = [each for each in template.items if each.week == week]
    return page(
        "programmes/templates/show.html",
        form,
        plan=template,
        week=week,
        days=[
            (
                label,
                [(item, amount_words(item.amount, item.unit)) for item in items if item.day == day],
            )
            for day, label in days_by_name().items()
        ],
        has_items=bool(items),
        filled={each.week for each in template.items},
        copying=copying if items and week < MOST_WEEKS else None,
        again=CreatingForm(formdata=None),
    )
