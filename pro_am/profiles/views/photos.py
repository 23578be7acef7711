"""The gallery: a pro-am's own page to fill and order it, and the public page of all photos."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member, member_or_none
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.media.rules import LARGEST_BYTES
from pro_am.profiles import queries
from pro_am.profiles.actions import photos as actions
from pro_am.profiles.forms.photos import UploadForm, WordsForm, words_form
from pro_am.profiles.models import Profile, ProfilePhoto
from pro_am.profiles.rules.gallery import MOST_PHOTOS, Move

blueprint = Blueprint("photos", __name__)


@blueprint.route("/my-profile/photos/", methods=["GET", "POST"])
@allow(Policy.OWNER)
def mine() -> ResponseReturnValue:
    """One form for all words; its buttons also move and remove, so nothing typed is lost."""
    profile = _own_profile()
    form = words_form(profile.photos)
    if form.is_valid_post():
        actions.describe_photos(form.words)
        return _after(_do(profile, request.form.get("then", "")))
    return _page(profile, form, UploadForm(formdata=None))


@blueprint.route("/my-profile/photos/add", methods=["GET", "POST"])
@allow(Policy.OWNER)
@takes_files(MOST_PHOTOS * LARGEST_BYTES)
def add() -> ResponseReturnValue:
    """Each file is answered for itself: the good ones are kept, the others named."""
    profile = _own_profile()
    if request.method == "GET":
        return redirect(url_for(".mine"), 303)
    form = UploadForm()
    if not form.is_valid_post():
        return _page(profile, words_form(profile.photos), form)
    kept = _keep(profile, form)
    if kept:
        flash(ngettext("%(num)s photo is kept.", "%(num)s photos are kept.", kept), "success")
    if form.photos.errors:
        return _page(profile, words_form(profile.photos), form)
    return redirect(url_for(".mine", _anchor="gallery"), 303)


@blueprint.get("/pro/<slug>/photos")
@allow(Policy.PUBLIC)
def of_profile(slug: str) -> ResponseReturnValue:
    profile = queries.public_profile(slug, member_or_none()) or abort(404)
    if not profile.public_photos:
        abort(404)
    return render_template("profiles/photos_of.html", profile=profile)


def _own_profile() -> Profile:
    return queries.profile_of(current_member()) or abort(404)


def _page(profile: Profile, form: WordsForm, upload: UploadForm) -> ResponseReturnValue:
    return page(
        "profiles/photos.html",
        upload if upload.errors else form,
        profile=profile,
        words=form,
        upload=upload,
        most=MOST_PHOTOS,
        moves=Move,
    )


def _keep(profile: Profile, form: UploadForm) -> int:
    kept = 0
    for number, file in enumerate(form.files):
        try:
            actions.add_photo(
                profile, file.stream, upload_key=f"{form.idempotency_key.data}-{number}"
            )
        except Refusal as refusal:
            form.show_of(file.filename, refusal)
        else:
            kept += 1
    return kept


def _do(profile: Profile, then: str) -> str:
    """The deed of a button like `earlier:3f2a…`; its words for the person."""
    deed, _colon, public_id = then.partition(":")
    if not deed:
        return _("Your words are saved.")
    photo = _photo(profile, public_id)
    if deed == "remove":
        actions.remove_photo(photo)
        return _("The photo is removed.")
    if deed not in set(Move):
        abort(404)
    actions.move_photo(photo, Move(deed))
    return _("The order is changed.")


def _photo(profile: Profile, public_id: str) -> ProfilePhoto:
    found = (photo for photo in profile.photos if photo.picture.public_id == public_id)
    return next(found, None) or abort(404)


def _after(told: str) -> ResponseReturnValue:
    flash(told, "success")
    anchor: dict[str, Any] = {"_anchor": "gallery"}
    return redirect(url_for(".mine", **anchor), 303)
