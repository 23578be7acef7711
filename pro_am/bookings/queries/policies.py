"""Which cancellation policies can be chosen, and which one an offer has."""

from flask import current_app
from sqlalchemy import select

from pro_am.bookings.models import OwnPolicy
from pro_am.bookings.rules.policy import FLEXIBLE, POLICIES, Policy, PolicyKind, tiers_from
from pro_am.foundation.database import db


def pays_in_person() -> bool:
    """While nothing is paid through the site there is nothing to give back."""
    return bool(current_app.config["PAYMENT"] == "in_person")


def own_policy() -> Policy | None:
    """The operator's, as it is now."""
    newest = db.session.scalar(select(OwnPolicy).order_by(OwnPolicy.id.desc()).limit(1))
    return Policy(PolicyKind.OWN, tiers_from(newest.tiers)) if newest else None


def policies_offered() -> dict[PolicyKind, Policy]:
    """What a pro-am may choose from."""
    if pays_in_person():
        return {PolicyKind.FLEXIBLE: FLEXIBLE}
    own = own_policy()
    return {**POLICIES, PolicyKind.OWN: own} if own else dict(POLICIES)


def policy_for(chosen: str | None) -> Policy:
    """What counts for an offer that has chosen a policy; flexible where it is no longer offered."""
    if pays_in_person() or chosen in (None, PolicyKind.FLEXIBLE):
        return FLEXIBLE  # most bookings: without a question to the database
    offered = policies_offered()
    return next((policy for kind, policy in offered.items() if kind == chosen), FLEXIBLE)
