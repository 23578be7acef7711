"""When it went otherwise: somebody did not come, and what each of the two tells moderators."""

from collections.abc import Callable

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings.actions import disputes as actions
from pro_am.bookings.actions.disputes import Story
from pro_am.bookings.forms import ActForm
from pro_am.bookings.forms.acts import NoShowForm
from pro_am.bookings.forms.disputes import StoryForm
from pro_am.bookings.models import Booking, Dispute
from pro_am.bookings.queries import disputes as queries
from pro_am.bookings.rules import disputes as rules
from pro_am.bookings.rules import moves, no_show
from pro_am.bookings.rules.moves import Act
from pro_am.bookings.views.evidence import evidence_urls
from pro_am.bookings.views.own import blueprint, own_booking
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.rules import EVIDENCE, LARGEST_BYTES
from pro_am.media.views import send_rendition

ALL_PICTURES = rules.MOST_PICTURES * LARGEST_BYTES


@blueprint.route("/bookings/<reference>/no-show", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def say_no_show(reference: str) -> ResponseReturnValue:
    """The other did not come: a claim that they can contest."""
    booking, form = own_booking(reference), NoShowForm()
    if away := _away_unless(booking, Act.SAY_NO_SHOW):
        return away
    if form.is_valid_post():
        words = form.words.data or ""
        done = _tried(
            form,
            lambda: actions.say_no_show(booking, current_member(), words=words, sent=form.sent),
        )
        if done:
            flash(_("Noted. They are told, and can say how they saw it within two days."))
            return redirect(url_for(".show", reference=reference), 303)
        booking = own_booking(reference)
    form.shows(booking)
    return page(
        "bookings/no_show.html",
        form,
        booking=booking,
        other=booking.other_than(current_member()),
        until=booking.starts_at + no_show.CLAIM_UNTIL,
    )


@blueprint.route("/bookings/<reference>/contest", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
@takes_files(ALL_PICTURES)
def contest(reference: str) -> ResponseReturnValue:
    return _open(reference, Act.CONTEST, actions.contest)


@blueprint.route("/bookings/<reference>/dispute", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
@takes_files(ALL_PICTURES)
def dispute(reference: str) -> ResponseReturnValue:
    return _open(reference, Act.DISPUTE, actions.dispute)


@blueprint.route("/bookings/<reference>/my-side", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
@takes_files(ALL_PICTURES)
def my_side(reference: str) -> ResponseReturnValue:
    """The other side of a dispute answers, once."""
    booking, member = own_booking(reference), current_member()
    found = queries.dispute_of(booking) or abort(404)
    form = StoryForm()
    if request.method == "GET" and not may_tell(found, member.id):
        return redirect(url_for(".show", reference=reference), 303)

    def tell(story: Story) -> None:
        actions.tell_own_side(found, current_member(), story)

    return _told(reference, form, tell) or _page(reference, form, "my_side")


@blueprint.get("/bookings/<reference>/evidence/<public_id>-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.PARTICIPANT)
def evidence(reference: str, public_id: str, width: int, extension: str) -> Response:
    """A picture that one of the two has shown, for the two alone (and moderators, elsewhere)."""
    found = queries.dispute_of(own_booking(reference)) or abort(404)
    picture = queries.picture_in(found, public_id) or abort(404)
    return send_rendition(picture.public_id, width, extension, caching="no-store")


def may_tell(found: Dispute, member_id: int) -> bool:
    has_spoken = any(each.by_id == member_id for each in found.statements)
    return found.decided_at is None and not has_spoken


def _open(reference: str, act: Act, deed: Callable[..., None]) -> ResponseReturnValue:
    booking, form = own_booking(reference), StoryForm()
    if away := _away_unless(booking, act):
        return away

    def tell(story: Story) -> None:
        deed(own_booking(reference), current_member(), story, sent=form.sent)

    return _told(reference, form, tell) or _page(reference, form, act.value)


def _away_unless(booking: Booking, act: Act) -> ResponseReturnValue | None:
    """Back to the booking, for whoever opens the page of a deed that is not possible now."""
    possible = moves.possible_acts(booking.facts(clock.now()), booking.side_of(current_member()))
    if request.method == "GET" and act not in possible:
        return redirect(url_for(".show", reference=booking.reference), 303)
    return None


def _told(
    reference: str, form: StoryForm, tell: Callable[[Story], None]
) -> ResponseReturnValue | None:
    """Keep the pictures, tell the story; the page that follows when both went well."""
    if not form.is_valid_post():
        return None
    text = form.text.data or ""
    pictures: list[Picture] = []

    def deed() -> None:
        # Before any picture is decoded: words that will be refused need none.
        rules.check_statement(text, pictures=len(form.files), has_spoken=False, is_decided=False)
        pictures.extend(_kept(form))
        if not form.pictures.errors:
            tell(Story(text, pictures))

    if not _tried(form, deed) or form.pictures.errors:
        return None
    flash(_("A moderator reads it, and decides when both sides had time to speak."), "success")
    return redirect(url_for(".show", reference=reference), 303)


def _kept(form: StoryForm) -> list[Picture]:
    kept = []
    for file in form.files:
        try:
            picture = media.keep_picture(current_member(), file.stream, "", prefix=EVIDENCE)
        except Refusal as refusal:
            form.show_of(file.filename, refusal)
        else:
            kept.append(picture)
    return kept


def _tried(form: ActForm, deed: Callable[[], None]) -> bool:
    try:
        deed()
    except Refusal as refusal:
        form.show(refusal)
        return False
    return True


def _page(reference: str, form: StoryForm, act: str) -> ResponseReturnValue:
    booking = own_booking(reference)
    found = queries.dispute_of(booking)
    form.shows(booking)
    return page(
        "bookings/my_side.html",
        form,
        booking=booking,
        other=booking.other_than(current_member()),
        act=act,
        statements=found.statements if found else [],
        photo_urls=evidence_urls(found, "bookings.evidence", reference=reference),
        most_pictures=rules.MOST_PICTURES,
    )
