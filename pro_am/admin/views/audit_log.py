"""Who did what, about whom, when and from where."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from pro_am.admin.forms import AuditForm
from pro_am.admin.queries import audit_log
from pro_am.admin.queries.audit_log import Filter
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("audit_log", __name__, url_prefix="/log")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    form = AuditForm(request.args)
    form.act.choices = {"": gettext("anything")} | {act: gettext(act) for act in audit_log.acts()}
    chosen = Filter()
    if form.validate():
        chosen = Filter(
            act=form.act.data or "",
            about=(form.about.data or "").strip(),
            by=(form.by.data or "").strip(),
            before=form.before.data,
        )
    rows = audit_log.entries(chosen)
    shown = rows[: audit_log.PER_PAGE]
    return render_template(
        "admin/audit_log.html",
        form=form,
        rows=shown,
        names=audit_log.names_of(shown),
        chosen=chosen,
        next_before=shown[-1][0].id if len(rows) > len(shown) else None,
    )
