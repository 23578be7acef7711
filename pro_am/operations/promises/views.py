"""The page of promises: what people may rely on, and how it is known."""

from datetime import timedelta

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from pro_am.bookings.rules.policy import FLEXIBLE
from pro_am.bookings.views import ADDRESS_SHOWN_AFTER
from pro_am.foundation.web.policy import Policy, allow
from pro_am.operations.promises import telling

blueprint = Blueprint("promises", __name__)

HOUR = timedelta(hours=1)


@blueprint.get("/promises")
@allow(Policy.PUBLIC)
def show() -> ResponseReturnValue:
    told = telling.all_told(current_app.instance_path)
    return render_template(
        "operations/promises.html",
        told=told,
        drills=[each for of_a_drill in told.values() for each in of_a_drill],
        address_hours=ADDRESS_SHOWN_AFTER // HOUR,
        free_hours=FLEXIBLE.tiers[0].notice // HOUR,
    )
