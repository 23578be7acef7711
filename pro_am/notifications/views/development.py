"""Letters as a person receives them, on a development machine only."""

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.foundation.web.policy import Policy, allow
from pro_am.notifications import queries

blueprint = Blueprint("notifications", __name__, url_prefix="/dev/letters")


@blueprint.get("/")
@allow(Policy.DEVELOPMENT)
def letters() -> ResponseReturnValue:
    return render_template("notifications/letters.html", letters=queries.latest_letters())


@blueprint.get("/<int:letter_id>")
@allow(Policy.DEVELOPMENT)
def letter(letter_id: int) -> ResponseReturnValue:
    found = db.session.get(Letter, letter_id) or abort(404)
    return render_template("notifications/letter.html", letter=found)


@blueprint.get("/<int:letter_id>/attachment/<int:number>")
@allow(Policy.DEVELOPMENT)
def attachment(letter_id: int, number: int) -> ResponseReturnValue:
    found = db.session.get(Letter, letter_id) or abort(404)
    if number >= len(found.attachments):
        abort(404)
    chosen = found.attachments[number]
    return Response(
        chosen["text"],
        content_type=chosen["content_type"],
        headers={"Content-Disposition": f'attachment; filename="{chosen["filename"]}"'},
    )
