"""Pages for pro-ams: their profile and their offers."""

from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.media import actions as media
from pro_am.media.rules import LARGEST_BYTES
from pro_am.profiles import actions, queries
from pro_am.profiles.actions import OfferText, ProfileText
from pro_am.profiles.forms import OFFER_PLACES, OfferForm, PictureForm, ProfileForm, offer_form
from pro_am.profiles.models import Craft, Offer, Profile
from pro_am.profiles.rules import NoHeadline, favourites_from
from pro_am.profiles.rules.craft_fields import MustBeAnswered, fields_from
from pro_am.profiles.rules.hints import HINTS, Hint

blueprint = Blueprint("profiles", __name__, url_prefix="/my-profile")


@blueprint.get("/")
@allow(Policy.OWNER)
def mine() -> ResponseReturnValue:
    profile = queries.profile_of(current_member())
    if profile is None:
        return redirect(url_for("pages.start_offering"), 303)
    return render_template(
        "profiles/mine.html",
        profile=profile,
        places=OFFER_PLACES,
        hints=[(HINTS[hint], _way_to(hint, profile)) for hint in queries.hints_of(profile)],
        lacks={offer.id: _lacks(offer) for offer in profile.offers},
    )


@blueprint.route("/edit", methods=["GET", "POST"])
@allow(Policy.OWNER)
def edit() -> ResponseReturnValue:
    profile = _own_profile()
    form = ProfileForm()
    form.offer_choices(_crafts_for(profile), current_language(), profile.craft)
    if not profile.is_published:
        form.allow_gaps()
    if request.method == "GET":
        form.fill_from(profile)
    if form.is_valid_post():
        try:
            actions.change_profile(profile, _profile_text(form, profile.craft))
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your profile is saved."), "success")
            return redirect(url_for(".mine"), 303)
    return page("profiles/edit.html", form, profile=profile)


@blueprint.route("/picture", methods=["GET", "POST"])
@allow(Policy.OWNER)
@takes_files(LARGEST_BYTES)
def picture() -> ResponseReturnValue:
    return _take_picture(_own_profile(), _("My picture"), drop_url=url_for(".drop_picture"))


@blueprint.post("/picture/drop")
@allow(Policy.OWNER)
def drop_picture() -> ResponseReturnValue:
    return _drop_picture(_own_profile())


@blueprint.post("/publish")
@allow(Policy.OWNER)
def publish() -> ResponseReturnValue:
    try:
        actions.publish_profile(_own_profile())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("Your profile is public: people can find and book you."), "success")
    return redirect(url_for(".mine"), 303)


@blueprint.post("/pause")
@allow(Policy.OWNER)
def pause() -> ResponseReturnValue:
    actions.pause_profile(_own_profile())
    flash(_("Your profile is paused. What is already agreed stays agreed."), "success")
    return redirect(url_for(".mine"), 303)


@blueprint.route("/offers/new", methods=["GET", "POST"])
@allow(Policy.OWNER)
def new_offer() -> ResponseReturnValue:
    profile = _own_profile()
    form = offer_form(profile.craft, wording.duration)
    if not _is_to_be_published():
        form.allow_gaps()
    if form.is_valid_post():
        try:
            offer = actions.create_offer(
                profile, _offer_text(form, profile), idempotency_key=form.idempotency_key.data
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            return _publish(offer) if _is_to_be_published() else _after_saving(offer)
    return page("profiles/offer.html", form, profile=profile, offer=None)


@blueprint.route("/offers/<public_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def offer(public_id: str) -> ResponseReturnValue:
    offer = _own_offer(public_id)
    form = offer_form(offer.profile.craft, wording.duration, known=offer)
    if request.method == "GET":
        form.fill_from(offer, wording.money_as_typed(offer.price_minor, offer.currency))
    if not (offer.is_published or _is_to_be_published()):
        form.allow_gaps()
    if form.is_valid_post():
        try:
            actions.change_offer(offer, _offer_text(form, offer.profile))
            if _is_to_be_published():
                actions.publish_offer(offer)
        except Refusal as refusal:
            # A draft is told everything it lacks at once.
            for lack in (not offer.is_published and queries.lacks_of(offer)) or [refusal]:
                form.show(lack)
        else:
            return _after_saving(offer)
    return page("profiles/offer.html", form, profile=offer.profile, offer=offer)


@blueprint.route("/offers/<public_id>/picture", methods=["GET", "POST"])
@allow(Policy.OWNER)
@takes_files(LARGEST_BYTES)
def offer_picture(public_id: str) -> ResponseReturnValue:
    offer = _own_offer(public_id)
    heading = _("Picture of “%(title)s”", title=offer.title)
    drop_url = url_for(".drop_offer_picture", public_id=public_id)
    return _take_picture(offer, heading, drop_url=drop_url)


@blueprint.post("/offers/<public_id>/picture/drop")
@allow(Policy.OWNER)
def drop_offer_picture(public_id: str) -> ResponseReturnValue:
    return _drop_picture(_own_offer(public_id))


@blueprint.post("/offers/<public_id>/publish")
@allow(Policy.OWNER)
def publish_offer(public_id: str) -> ResponseReturnValue:
    return _publish(_own_offer(public_id))


@blueprint.post("/offers/<public_id>/pause")
@allow(Policy.OWNER)
def pause_offer(public_id: str) -> ResponseReturnValue:
    actions.pause_offer(_own_offer(public_id))
    flash(_("This offer is paused. What is already agreed stays agreed."), "success")
    return redirect(url_for(".mine"), 303)


def _own_profile() -> Profile:
    return queries.profile_of(current_member()) or abort(404)


def _own_offer(public_id: str) -> Offer:
    return queries.own_offer(current_member(), public_id) or abort(404)


def _is_to_be_published() -> bool:
    """Which of the form's two buttons was pressed."""
    return request.form.get("then") == "publish"


def _after_saving(offer: Offer) -> ResponseReturnValue:
    """On to what the pressed button promised."""
    if request.form.get("then") == "preview":
        preview: dict[str, Any] = {"slug": offer.profile.slug, "offer": offer.public_id}
        return redirect(url_for("pages.profile", preview="yes", **preview), 303)
    return _told_and_back(offer)


def _publish(offer: Offer) -> ResponseReturnValue:
    try:
        actions.publish_offer(offer)
    except Refusal as refusal:
        flash(told(refusal), "warning")
        return redirect(url_for(".offer", public_id=offer.public_id), 303)
    return _told_and_back(offer)


def _told_and_back(offer: Offer) -> ResponseReturnValue:
    if offer.is_published:
        flash(_("Your offer is public: people can find and book it."), "success")
    else:
        flash(_("Your offer is saved."), "success")
    return redirect(url_for(".mine"), 303)


def _take_picture(of: Profile | Offer, heading: str, *, drop_url: str) -> ResponseReturnValue:
    form = PictureForm()
    if form.is_valid_post():
        try:
            kept = media.keep_picture(
                current_member(), form.picture.data.stream, form.alt.data or ""
            )
            actions.show_picture(of, kept)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your picture is saved."), "success")
            return redirect(url_for(".mine"), 303)
    return page(
        "profiles/picture.html",
        form,
        heading=heading,
        shown=of.picture,
        is_face=isinstance(of, Profile),
        drop_url=drop_url,
    )


def _drop_picture(of: Profile | Offer) -> ResponseReturnValue:
    actions.show_picture(of, None)
    flash(_("Your picture is removed."), "success")
    return redirect(url_for(".mine"), 303)


def _profile_text(form: ProfileForm, craft: Craft) -> ProfileText:
    chosen = queries.craft_with(form.craft.data) or craft
    wanted = set(form.specialities.data or [])
    return ProfileText(
        craft=chosen,
        headline=form.headline.data or "",
        story=form.story.data or "",
        language=form.language.data,
        # Specialities belong to a craft: with another craft one begins anew.
        specialities=tuple(s for s in chosen.specialities if s.slug in wanted),
        favourites=tuple(favourites_from(form.favourites.data or "")),
        languages=tuple(form.languages.data or []),
        town=form.town.town or abort(422),
        travel_km=form.travel_km.data,
        address=form.address.data or "",
        is_professional=form.is_professional.data == "yes",
        credential=form.credential.data or "",
        not_offered=form.not_offered.data or "",
    )


def _crafts_for(profile: Profile) -> list[Craft]:
    """Those one may begin with, and one's own."""
    open_ones = queries.open_crafts()
    return open_ones if profile.craft in open_ones else [profile.craft, *open_ones]


def _lacks(offer: Offer) -> list[tuple[str, str]]:
    """What keeps an offer from being public, in words, each with the way to where it is mended."""
    names = {each.key: each.names for each in fields_from(offer.profile.craft.offer_fields)}
    lacking = []
    for lack in queries.lacks_of(offer):
        words = told(lack)
        if isinstance(lack, MustBeAnswered):
            words = _("Answer “%(question)s”.", question=names[lack.key][current_language()])
        anchor: dict[str, Any] = {"_anchor": lack.field}
        if isinstance(lack, NoHeadline):
            lacking.append((words, url_for(".edit", **anchor)))
        else:
            lacking.append((words, url_for(".offer", public_id=offer.public_id, **anchor)))
    return lacking


def _way_to(hint: Hint, profile: Profile) -> str:
    """The address where what a hint names can be added."""
    if hint is Hint.PORTRAIT:
        return url_for(".picture")
    if hint in (Hint.PHOTOS, Hint.PHOTO_WORDS):
        return url_for("photos.mine")
    if hint is Hint.OFFER_PICTURE:
        bare = next(offer for offer in profile.offers if offer.picture_id is None)
        return url_for(".offer_picture", public_id=bare.public_id)
    anchor = "credential" if hint is Hint.DIPLOMA else hint.value
    return url_for(".edit", _anchor=anchor)


def _offer_text(form: OfferForm, profile: Profile) -> OfferText:
    is_food = profile.craft.is_food
    return OfferText(
        title=form.title.data,
        description=form.description.data or "",
        place_mode=form.place,
        price_minor=form.price_minor,
        currency=current_app.config["CURRENCY"],
        price_unit=form.unit,
        seats_least=form.seats_least.data,
        seats_most=form.seats_most.data,
        duration_minutes=form.duration_minutes.data,
        slot_step_minutes=form.slot_step_minutes.data,
        allergens=form.allergen_answers() if is_food else {},
        diets=tuple(form.diets.data or []) if is_food else (),
        food_rules_kept=bool(form.food_rules_kept.data) and is_food,
        answers=form.answers,
        left_open=form.left_open,
        is_instant=form.is_instant,
        instant_notice_minutes=form.instant_notice_minutes.data,
        is_group=bool(form.is_group.data),
        weeks=form.programme_weeks,
        limits=form.limits,
    )
