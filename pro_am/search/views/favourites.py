"""The pro-ams whom a member keeps, with their next free times."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.favourites import actions
from pro_am.favourites import queries as favourites
from pro_am.favourites.queries import Kept
from pro_am.foundation.web.policy import Policy, allow
from pro_am.search import cards, memory
from pro_am.search.views.results import PER_PAGE, blueprint


@blueprint.get("/my-favourites", endpoint="favourites")
@allow(Policy.OWNER)
def mine() -> ResponseReturnValue:
    """One offer of each: their page has the others."""
    kept, away = _kept_and_away(current_member())
    pages = max(1, -(-len(kept) // PER_PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), pages)
    known = memory.known_offers().facts
    shown = kept[(number - 1) * PER_PAGE : number * PER_PAGE]
    return render_template(
        "search/favourites.html",
        cards=cards.cards_for(
            [known.of_profile(each.slug)[0].offer_id for each in shown], {}, None, current_member()
        ),
        kept=len(kept),
        away=len(away),
        number=number,
        pages=pages,
        page_url=lambda number: url_for(".favourites", page=number),
    )


@blueprint.post("/my-favourites/let-go", endpoint="let_go_of_favourites")
@allow(Policy.OWNER)
def let_go_of_the_away() -> ResponseReturnValue:
    _kept, away = _kept_and_away(current_member())
    actions.let_go(current_member(), [each.profile_id for each in away])
    flash(_("Your favourites are those who can be booked now."), "success")
    return redirect(url_for(".favourites"), 303)


def _kept_and_away(member: Member) -> tuple[list[Kept], list[Kept]]:
    """Those who are shown; those who cannot be booked now, or must not meet the member."""
    known = memory.known_offers().facts
    kept: list[Kept] = []
    away: list[Kept] = []
    for each in favourites.kept_by(member):
        is_here = known.has_profile(each.slug) and not each.is_kept_apart
        (kept if is_here else away).append(each)
    return kept, away
