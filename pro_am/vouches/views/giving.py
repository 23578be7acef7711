"""A member's page for those who know them, and giving a vouch."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.profiles.queries import profile_of
from pro_am.standing.rules import constants
from pro_am.vouches import actions, queries
from pro_am.vouches.forms import VouchForm
from pro_am.vouches.queries import deciding
from pro_am.vouches.queries.shown import vouches_for
from pro_am.vouches.rows.shown import craft_words, quotes_for
from pro_am.vouches.rules import budget
from pro_am.vouches.rules.giving import check_giving
from pro_am.vouches.rules.vouch import Basis

blueprint = Blueprint("people", __name__, url_prefix="/people")


@blueprint.get("/<public_id>")
@allow(Policy.MEMBER)
def show(public_id: str) -> ResponseReturnValue:
    """Who this is, and who vouches for them; a pro-am's profile says it already."""
    viewer, now = current_member(), clock.now()
    person = deciding.person_for(viewer, public_id) or abort(404)
    profile = profile_of(person)
    if profile and profile.is_published:
        return redirect(url_for("pages.profile", slug=profile.slug), 303)
    return render_template(
        "vouches/person.html",
        person=person,
        is_own=person.id == viewer.id,
        face=media.faces_of([person.id]).get(person.id),
        quotes=quotes_for(vouches_for(person.id, now), viewer),
        standing=queries.standing_vouch(viewer.id, person.id),
    )


@blueprint.route("/<public_id>/vouch", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def vouch(public_id: str) -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    person = deciding.person_for(member, public_id) or abort(404)
    basis = deciding.basis_for(member, person, now)
    form = _form(person, basis)
    if form.is_valid_post():
        try:
            actions.vouch(member, person, form.known, idempotency_key=form.idempotency_key.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("You recommend %(name)s in person.", name=person.first_name), "success")
            return redirect(url_for("vouches.mine"), 303)
    facts = deciding.voucher_facts(member)
    try:
        check_giving(facts, deciding.vouched_facts(member, person), now)
        reason = None
    except Refusal as refusal:
        reason = told(refusal)
    return page(
        "vouches/give.html",
        form,
        person=person,
        basis=basis.value,
        reason=reason,
        places_left=budget.places_left(facts.places, facts.level, now),
        days=budget.NO_COST_WITHIN.days,
        constants=constants,
    )


def _form(person: Member, basis: Basis) -> VouchForm:
    form = VouchForm()
    form.offer_crafts(
        {
            (craft, speciality): craft_words(craft, speciality)
            for craft, specialities in deciding.specialities_of(person).items()
            for speciality in ("", *specialities)
        }
    )
    if basis is not Basis.RELATION:
        del form.relation
    return form
