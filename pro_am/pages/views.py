"""Home, the public profile, the first offer, how trust works, and the page of components."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member, member_or_none
from pro_am.availability.memory import FreeStarts, bookable_of
from pro_am.bookings import queries as bookings
from pro_am.foundation import clock, time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.revisions import revision
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.foundation.web.caching import kept_for_visitors
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import browser_language, current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.pages import actions
from pro_am.pages.forms import StartForm
from pro_am.profiles import queries as profiles
from pro_am.profiles.memory import open_crafts
from pro_am.profiles.models import CRAFTS, Offer
from pro_am.profiles.rules import PlaceMode
from pro_am.reviews import queries as reviews
from pro_am.search import cards
from pro_am.search.memory import known_offers
from pro_am.search.views import search_form
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.rules import constants

blueprint = Blueprint("pages", __name__)
front_door = Blueprint("front_door", __name__)

SHOWN_DAYS = 5
NEXT_WITHIN = timedelta(days=60)
SHOWN_REVIEWS = 6
HOME_CARDS = 4
HOME_TOWNS = 12


@dataclass(frozen=True)
class SlotChoice:
    value: str
    label: str


@dataclass(frozen=True)
class SlotDay:
    label: str
    long_label: str
    slots: list[SlotChoice]
    is_full: bool  # open, and taken by others


@front_door.get("/")
@allow(Policy.PUBLIC)
def enter() -> ResponseReturnValue:
    response = redirect(url_for("pages.home", language=browser_language()), 302)
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get("/")
@allow(Policy.PUBLIC)
@kept_for_visitors(lambda: (known_offers().revision, revision(CRAFTS)))
def home() -> str:
    offers = known_offers()
    return render_template(
        "pages/home.html",
        form=search_form(),
        crafts=[(craft, offers.people_by_craft[craft.id]) for craft in open_crafts()],
        towns=offers.towns[:HOME_TOWNS],
        cards=cards.cards_for(offers.most_trusted[:HOME_CARDS], {}, None),
    )


@blueprint.get("/pro/<slug>")
@allow(Policy.PUBLIC)
def profile(slug: str) -> ResponseReturnValue:
    viewer = member_or_none()
    found = profiles.public_profile(slug, viewer) or abort(404)
    now, role = clock.now(), ReviewedAs.PROVIDER
    is_own = viewer is not None and viewer.id == found.member_id
    is_preview = is_own and "preview" in request.args
    offers = [offer for offer in found.offers if offer.is_published or is_preview]
    chosen = next((o for o in offers if o.public_id == request.args.get("offer")), None) or (
        offers[0] if offers else None
    )
    figures, shown_reviews = reviews.first_reviews_about(
        found.member_id, role, now, limit=SHOWN_REVIEWS
    )
    score, identity_check = standing.trust_in(found.member_id, role)
    return render_template(
        "pages/profile.html",
        profile=found,
        is_own=is_own,
        is_preview=is_preview,
        offers=offers,
        chosen=chosen,
        week=_slot_week(chosen) if chosen else None,
        figures=figures,
        reviews=shown_reviews,
        faces=media.faces_of([review.author_id for review in shown_reviews]),
        score=score,
        trust_words=cards.trust_words(score.score if score else None),
        identity_check=identity_check,
        kept_bookings=bookings.completed_count(found.member_id, now),
    )


@blueprint.route("/start-offering", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def start_offering() -> ResponseReturnValue:
    member = current_member()
    if profiles.profile_of(member):
        return redirect(url_for("profiles.mine"), 303)
    form = StartForm()
    form.price.currency = current_app.config["CURRENCY"]
    form.craft.choices = {craft.slug: craft.names[current_language()] for craft in open_crafts()}
    if form.is_valid_post():
        try:
            offer = actions.start_offering(
                member,
                craft=profiles.craft_with(form.craft.data) or abort(422),
                title=form.title.data,
                town=form.town.town or abort(422),
                place_mode=PlaceMode(form.place_mode.data),
                price_minor=form.price.minor or 0,
                windows=form.windows,
                idempotency_key=form.idempotency_key.data,
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            return _after_start(offer)
    return page("pages/start_offering.html", form)


@blueprint.get("/how-it-works")
@allow(Policy.PUBLIC)
def how_it_works() -> ResponseReturnValue:
    """How trust works, with the numbers of the program itself."""
    return render_template("pages/how_it_works.html", constants=constants)


@blueprint.get("/dev/components")
@allow(Policy.DEVELOPMENT)
def components() -> ResponseReturnValue:
    form = StartForm(meta={"csrf": False})
    del form.craft  # its choices are the community's
    form.validate()
    return render_template("pages/components.html", form=form)


def _after_start(offer: Offer) -> ResponseReturnValue:
    if offer.is_published:
        flash(_("Your offer is public: people can find and book it."), "success")
        return redirect(url_for("profiles.mine"), 303)
    flash(_("Nearly there: one more question before people can book it."), "info")
    return redirect(url_for("profiles.offer", public_id=offer.public_id), 303)


def _slot_week(offer: Offer) -> dict[str, object] | None:
    """Five days of start times, from the asked day or the first free one on."""
    now, bookable = clock.now(), bookable_of(offer)
    if bookable is None:
        return None
    free_starts = FreeStarts(now)
    [free] = free_starts.within([bookable], TimeSlot(now, now + NEXT_WITHIN))
    starts, zone = free.starts, time_zones.zone(free.zone)
    by_day: dict[date, list[datetime]] = {}
    for start in starts:
        by_day.setdefault(time_zones.to_local(start, zone).date(), []).append(start)
    today = time_zones.to_local(now, zone).date()
    first = _asked_day(today) or (min(by_day) if by_day else today)
    days = [first + timedelta(days=number) for number in range(SHOWN_DAYS)]
    full = free_starts.taken_days(bookable, [day for day in days if day not in by_day])
    later = [day for day in by_day if day > days[-1]]
    earlier = [day for day in by_day if day < first]
    return {
        "days": [
            SlotDay(
                wording.day(day),
                wording.long_day(day),
                [
                    SlotChoice(f"{start:%Y-%m-%dT%H:%MZ}", wording.clock_time(start, free.zone))
                    for start in by_day.get(day, [])
                ],
                is_full=day in full,
            )
            for day in days
        ],
        "heading": f"{wording.day(days[0])} – {wording.day(days[-1])}",
        "next_url": _week_url(offer, min(later)) if later else None,
        "previous_url": _week_url(offer, max(today, first - timedelta(days=SHOWN_DAYS)))
        if earlier
        else None,
        "first_free": wording.moment(starts[0], free.zone, short=True) if starts else None,
        "zone": free.zone,
    }


def _asked_day(today: date) -> date | None:
    try:
        day = date.fromisoformat(request.args.get("from", ""))
    except ValueError:
        return None
    return day if today <= day <= today + timedelta(days=366) else None


def _week_url(offer: Offer, day: date) -> str:
    chosen: dict[str, Any] = {"offer": offer.public_id, "from": day.isoformat()}
    return url_for("pages.profile", slug=offer.profile.slug, _anchor="book", **chosen)
