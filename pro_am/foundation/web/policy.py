"""Who may reach a route. Every view declares it, or the application does not start.

A policy lets people in at the door; which *objects* they see is decided by queries that start at
the person who asks, so `PARTICIPANT` and `OWNER` check the sign-in here and the rest there.
"""

import enum
from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pro_am.foundation.web import login

View = TypeVar("View", bound=Callable[..., object])


class Policy(enum.Enum):
    PUBLIC = "anybody"
    MEMBER = "anybody signed in"
    OWNER = "the member whose thing it is"
    PARTICIPANT = "a member who takes part in it"
    STEWARD = "a member with the role steward"
    MODERATOR = "a member with the role moderator, or the operator"
    JUDGE = "a member with the role steward or moderator, or the operator"
    ADMIN = "a member with the role admin: who runs this installation"
    DEVELOPMENT = "anybody, on a development machine only"


_SIGNED_IN = {
    Policy.MEMBER,
    Policy.OWNER,
    Policy.PARTICIPANT,
    Policy.STEWARD,
    Policy.MODERATOR,
    Policy.JUDGE,
    Policy.ADMIN,
}


def allow(policy: Policy) -> Callable[[View], View]:
    def declare(view: View) -> View:
        view.policy = policy  # type: ignore[attr-defined]
        return view

    return declare


def refuse_to_start_without(app: Flask) -> None:
    """Every route has a policy, or the start fails with the names of those that lack one."""
    app.before_request(_check)
    missing = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if not hasattr(app.view_functions[rule.endpoint], "policy")
    ]
    if missing:
        raise RuntimeError(f"These routes declare no policy: {', '.join(sorted(missing))}")


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # a 404 or 405 is on its way
    policy: Policy = getattr(current_app.view_functions[request.endpoint], "policy")  # noqa: B009
    if policy is Policy.DEVELOPMENT and current_app.config["ENV"] != "development":
        abort(404)
    if policy in _SIGNED_IN and not current_user.is_authenticated:
        return login.manager.unauthorized()
    if policy is Policy.STEWARD and not current_user.is_steward:
        abort(404)
    if policy is Policy.MODERATOR and not current_user.is_moderator:
        abort(404)
    if policy is Policy.JUDGE and not (current_user.is_steward or current_user.is_moderator):
        abort(404)
    if policy is Policy.ADMIN and not current_user.is_admin:
        abort(404)
    return None
