"""Jobs: what waits, what was given up and why, and what comes back by itself."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.admin.forms import OneOrAllForm
from pro_am.admin.queries import machinery
from pro_am.foundation import failed_jobs
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("jobs", __name__, url_prefix="/jobs")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    return render_template(
        "admin/jobs.html",
        failed=machinery.jobs("failed"),
        waiting=machinery.jobs("waiting"),
        recurring=machinery.recurring(),
    )


@blueprint.post("/again")
@allow(Policy.ADMIN)
def again() -> ResponseReturnValue:
    count = failed_jobs.try_again(_number(), by=current_member().id)
    flash(ngettext("%(num)s job begins anew.", "%(num)s jobs begin anew.", count), "success")
    return redirect(url_for(".index"), 303)


@blueprint.post("/drop")
@allow(Policy.ADMIN)
def drop() -> ResponseReturnValue:
    count = failed_jobs.drop(_number(), by=current_member().id)
    flash(ngettext("%(num)s job is dropped.", "%(num)s jobs are dropped.", count), "success")
    return redirect(url_for(".index"), 303)


def _number() -> int | None:
    form = OneOrAllForm()
    if not form.is_valid_post():
        abort(422)
    number: int | None = form.number.data
    return number
