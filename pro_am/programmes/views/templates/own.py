"""The template that is asked for, from the coach whose it is."""

from flask import Blueprint, abort, url_for

from pro_am.accounts.current import current_member
from pro_am.programmes.models import Template, TemplateItem
from pro_am.programmes.queries import templates as queries

blueprint = Blueprint("templates", __name__, url_prefix="/programmes/templates")


def own_template(public_id: str) -> Template:
    return queries.template_of(current_member(), public_id) or abort(404)


def own_item(template: Template, item_id: int) -> TemplateItem:
    return next((each for each in template.items if each.id == item_id), None) or abort(404)


def template_url(template: Template, week: int) -> str:
    return url_for("templates.show", public_id=template.public_id, week=week)
