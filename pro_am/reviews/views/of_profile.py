"""All reviews of a pro-am, with what they say in numbers."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import member_or_none
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.profiles import queries as profiles
from pro_am.reviews import queries
from pro_am.reviews.queries import Order
from pro_am.reviews.views.own import blueprint, said_in_numbers
from pro_am.standing.rules import ReviewedAs

PER_PAGE = 20


@blueprint.get("/pro/<slug>/reviews")
@allow(Policy.PUBLIC)
def of_profile(slug: str) -> ResponseReturnValue:
    profile = profiles.public_profile(slug, member_or_none()) or abort(404)
    summary = said_in_numbers(profile)
    pages = max(1, -(-summary.all_time.count // PER_PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), pages)
    order = _order()
    shown = queries.reviews_about(
        profile.member_id,
        ReviewedAs.PROVIDER,
        clock.now(),
        limit=PER_PAGE,
        offset=(number - 1) * PER_PAGE,
        order=order,
    )
    return render_template(
        "reviews/of_profile.html",
        profile=profile,
        summary=summary,
        reviews=shown,
        voices=queries.confirmations([review.id for review in shown]),
        faces=media.faces_of([review.author_id for review in shown]),
        number=number,
        pages=pages,
        order=order.value,
    )


def _order() -> Order:
    asked = request.args.get("order", "")
    return Order(asked) if asked in set(Order) else Order.NEWEST
