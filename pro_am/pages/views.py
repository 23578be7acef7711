"""Home, the public profile, the first offer, how trust works, and the page of components."""

from collections.abc import Hashable, Sequence
from datetime import datetime
from typing import TypeVar

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member, member_or_none
from pro_am.also_booked.queries import also_booked
from pro_am.also_booked.rules import LEAST_MEMBERS
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.revisions import revision
from pro_am.foundation.web.caching import kept_for_visitors
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import browser_language, current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media.queries import picture_urls
from pro_am.pages import actions, slot_week
from pro_am.pages.forms import StartForm
from pro_am.pages.queries import said_of
from pro_am.profiles import queries as profiles
from pro_am.profiles.memory import known_crafts, open_crafts
from pro_am.profiles.models import CRAFTS, Offer
from pro_am.profiles.rules import PlaceMode
from pro_am.reviews.queries.photos import photos_of
from pro_am.reviews.rules import REPLY_WITHIN
from pro_am.reviews.rules.window import WINDOW
from pro_am.search import cards
from pro_am.search.memory import known_offers
from pro_am.search.places_told import order_told
from pro_am.search.queries.offers import OfferFacts
from pro_am.search.views import search_form
from pro_am.standing.rules import constants
from pro_am.vouches.models import VOUCHES
from pro_am.vouches.queries.shown import vouches_for
from pro_am.vouches.rows.shown import quotes_for
from pro_am.vouches.rows.threads import Person, threads_to

blueprint = Blueprint("pages", __name__)
front_door = Blueprint("front_door", __name__)

SHOWN_REVIEWS = 6
HOME_CARDS = 4
HOME_TOWNS = 12

AnOffer = TypeVar("AnOffer", Offer, OfferFacts)


@front_door.get("/")
@allow(Policy.PUBLIC)
def enter() -> ResponseReturnValue:
    response = redirect(url_for("pages.home", language=browser_language()), 302)
    response.headers["Vary"] = "Accept-Language"
    return response


@blueprint.get("/")
@allow(Policy.PUBLIC)
def home() -> ResponseReturnValue:
    return kept_for_visitors(lambda: (known_offers().revision, revision(CRAFTS)), _draw_home)


def _draw_home() -> str:
    offers, viewer = known_offers(), member_or_none()
    return render_template(
        "pages/home.html",
        form=search_form(),
        crafts=[(craft, offers.people_by_craft[craft.id]) for craft in open_crafts()],
        towns=offers.towns[:HOME_TOWNS],
        cards=cards.cards_for(offers.most_trusted[:HOME_CARDS], {}, None, viewer),
    )


@blueprint.get("/pro/<slug>")
@allow(Policy.PUBLIC)
def profile(slug: str) -> ResponseReturnValue:
    """A visitor's page is kept while everything holds that it says, free times included."""
    now = clock.now()
    return kept_for_visitors(
        lambda: _stamp_of_profile(slug, now),
        lambda: _draw_profile(slug, now),
        asks=("offer", "from"),
    )


def _stamp_of_profile(slug: str, now: datetime) -> Hashable:
    """None when there is nothing to book, and so little to spare."""
    known = known_offers()
    offers = known.facts.of_profile(slug)
    chosen = _asked_offer(offers)
    if chosen is None:
        return None
    return (
        known.last_news_of(chosen.bookable.profile_id),
        revision(CRAFTS),
        revision(VOUCHES),
        said_of(chosen.member_id, now, SHOWN_REVIEWS),
        also_booked(chosen.bookable.profile_id, None),
        slot_week.stamp(chosen.bookable, now),
    )


def _draw_profile(slug: str, now: datetime) -> str:
    viewer = member_or_none()
    found = profiles.public_profile(slug, viewer) or abort(404)
    is_own = viewer is not None and viewer.id == found.member_id
    is_preview = is_own and "preview" in request.args
    offers = [offer for offer in found.offers if offer.is_published or is_preview]
    chosen = _asked_offer(offers)
    said = said_of(found.member_id, now, SHOWN_REVIEWS, viewer.id if viewer else None)
    whom = Person(found.member_id, found.member.name, is_cook=found.craft.is_food)
    return render_template(
        "pages/profile.html",
        profile=found,
        is_own=is_own,
        is_preview=is_preview,
        is_kept=said.trust.is_favourite,
        offers=offers,
        chosen=chosen,
        week=slot_week.week_of(chosen, now) if chosen else None,
        figures=said.figures,
        lately=dict(said.lately),
        review_photos=photos_of([each.id for each in said.reviews if each.photo_count]),
        reviews=said.reviews,
        faces={each.author_id: picture_urls(each.face) for each in said.reviews if each.face},
        thread_to_you=threads_to([whom], viewer.id if viewer else None, now).get(found.member_id),
        quotes=quotes_for(vouches_for(found.member_id, now), viewer),
        also=also_booked(found.id, viewer),
        also_least=LEAST_MEMBERS,
        craft_names={c.id: c.names[current_language()] for c in known_crafts().values()},
        trust=said.trust,
        trust_words=cards.trust_words(said.trust.score),
    )


def _asked_offer(offers: Sequence[AnOffer]) -> AnOffer | None:
    """The one of the address, or the first."""
    asked = request.args.get("offer")
    first = offers[0] if offers else None
    return next((each for each in offers if each.public_id == asked), first)


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
    """How reviews and scores work, with the numbers of the program itself."""
    return render_template(
        "pages/how_it_works.html",
        constants=constants,
        order=order_told(),
        review_days=WINDOW.days,
        reply_days=REPLY_WITHIN.days,
    )


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
