"""`POST /api/v1/measures`: what devices and programs send. See docs/api.md."""

from typing import Any

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.http import HTTP_STATUS_CODES

from pro_am.accounts.rules import TooManyTries
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf, takes_files
from pro_am.measures.actions import from_devices
from pro_am.measures.actions.adding import Outcome
from pro_am.measures.actions.from_devices import Answer
from pro_am.measures.models import Device
from pro_am.measures.rules.device_rows import MOST_BYTES, NotRows

blueprint = Blueprint("measures_api", __name__, url_prefix="/api/v1")
# Who comes here brings a secret of their own and no cookie is looked at: no other site can make
# somebody's browser send it.
csrf.exempt(blueprint)

REALM = 'Bearer realm="measures"'


@blueprint.post("/measures")
@allow(Policy.PUBLIC)
@takes_files(MOST_BYTES)
def add() -> ResponseReturnValue:
    """200 when all rows are there now, 207 when some are not; each says which it is."""
    try:
        device = from_devices.admit(_secret(), place=request.remote_addr or "")
    except TooManyTries as refusal:
        return _problem(429, told(refusal), {"Retry-After": str(5 * 60)})
    if device is None:
        return _problem(401, "", {"WWW-Authenticate": REALM})
    if _is_shut_out(device):
        return _problem(403)
    return _take_in(device)


def _take_in(device: Device) -> ResponseReturnValue:
    if request.mimetype != "application/json":
        return _problem(415, "", {"Accept-Post": "application/json"})
    try:
        answers = from_devices.take_in(device, _body())
    except NotRows as refusal:
        return _problem(422, told(refusal))
    is_good = all(each.outcome in (Outcome.ADDED, Outcome.KNOWN) for each in answers)
    return jsonify(rows=[_told(each) for each in answers]), 200 if is_good else 207


@blueprint.errorhandler(HTTPException)
def explain(error: HTTPException) -> ResponseReturnValue:
    return _problem(error.code or 500)


def _secret() -> str:
    """Another scheme, or none, is an unknown device."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.casefold() == "bearer" else ""


def _is_shut_out(device: Device) -> bool:
    """Whoever cannot sign in cannot send either."""
    member = device.client
    return bool(member.left_at or member.suspended_at or member.erased_at)


def _body() -> bytes:
    if (request.content_length or 0) > MOST_BYTES:
        raise RequestEntityTooLarge
    content = request.get_data(cache=False)
    if len(content) > MOST_BYTES:
        raise RequestEntityTooLarge
    return content


def _told(answer: Answer) -> dict[str, Any]:
    if isinstance(answer.outcome, Refusal):
        return {"key": answer.key, "status": "refused", "why": told(answer.outcome)}
    return {"key": answer.key, "status": answer.outcome}


def _problem(status: int, detail: str = "", headers: dict[str, str] | None = None) -> Response:
    """RFC 9457."""
    facts = {"type": "about:blank", "title": HTTP_STATUS_CODES[status], "status": status}
    response = jsonify(facts | ({"detail": detail} if detail else {}))
    response.status_code, response.mimetype = status, "application/problem+json"
    response.headers.update(headers or {})
    return response
