"""Members: found by name or address; one page each, with what may be done about an account."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import actions as accounts
from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.admin.forms import ROLE_WORDS, ReasonForm, RoleForm, SearchForm
from pro_am.admin.queries import audit_log, members
from pro_am.admin.queries.audit_log import Filter
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow

SHOWN_ENTRIES = 20

blueprint = Blueprint("members", __name__, url_prefix="/members")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    form = SearchForm(request.args)
    words = (form.q.data or "").strip() if form.validate() else ""
    rows = members.found(words, form.before.data if not form.errors else None)
    shown = rows[: members.PER_PAGE]
    return render_template(
        "admin/members.html",
        form=form,
        rows=shown,
        roles=members.roles_of([row.id for row in shown]),
        words=words,
        next_before=shown[-1].id if len(rows) > len(shown) else None,
    )


@blueprint.get("/<public_id>")
@allow(Policy.ADMIN)
def show(public_id: str) -> ResponseReturnValue:
    """Nobody reads it unseen: the look is in the log before the page is sent."""
    answer = _page(public_id, ReasonForm())
    accounts.note_look(_member(public_id), by=current_member())
    return answer


@blueprint.post("/<public_id>/suspend")
@allow(Policy.ADMIN)
def suspend(public_id: str) -> ResponseReturnValue:
    member, form = _member(public_id), ReasonForm()
    if form.is_valid_post():
        try:
            accounts.suspend(member, by=current_member(), why=form.why.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("%(name)s is suspended, and was told why.", name=member.name), "success")
            return redirect(url_for(".show", public_id=public_id), 303)
    return _page(public_id, form)


@blueprint.post("/<public_id>/reinstate")
@allow(Policy.ADMIN)
def reinstate(public_id: str) -> ResponseReturnValue:
    member = _member(public_id)
    accounts.reinstate(member, by=current_member())
    flash(_("%(name)s can sign in again.", name=member.name), "success")
    return redirect(url_for(".show", public_id=public_id), 303)


@blueprint.post("/<public_id>/end-sessions")
@allow(Policy.ADMIN)
def end_sessions(public_id: str) -> ResponseReturnValue:
    member = _member(public_id)
    accounts.sign_out_everywhere(member, by=current_member())
    flash(_("%(name)s is signed out everywhere.", name=member.name), "success")
    return redirect(url_for(".show", public_id=public_id), 303)


@blueprint.post("/<public_id>/roles")
@allow(Policy.ADMIN)
def grant(public_id: str) -> ResponseReturnValue:
    member, form = _member(public_id), RoleForm()
    if not form.is_valid_post():
        abort(422)
    accounts.grant_role(member, Role(form.role.data), by=current_member())
    flash(_("The role is granted."), "success")
    return redirect(url_for(".show", public_id=public_id), 303)


@blueprint.post("/<public_id>/roles/withdraw")
@allow(Policy.ADMIN)
def withdraw(public_id: str) -> ResponseReturnValue:
    member, form = _member(public_id), RoleForm()
    if not form.is_valid_post():
        abort(422)
    try:
        accounts.withdraw_role(member, Role(form.role.data), by=current_member())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("The role is withdrawn."), "success")
    return redirect(url_for(".show", public_id=public_id), 303)


def _member(public_id: str) -> Member:
    facts = members.facts_of(public_id) or abort(404)
    return facts.member


def _page(public_id: str, form: ReasonForm) -> ResponseReturnValue:
    facts = members.facts_of(public_id) or abort(404)
    held = sorted(role.role for role in facts.member.roles)
    return page(
        "admin/member.html",
        form,
        facts=facts,
        of=facts.member,
        held=held,
        role_form=RoleForm(formdata=None),
        can_be_given=[role for role in Role if role not in held],
        role_words=ROLE_WORDS,
        names={f"{audit_log.MEMBER}{public_id}": facts.member.name},
        entries=audit_log.entries(Filter(about=f"member {public_id}"), SHOWN_ENTRIES),
    )
