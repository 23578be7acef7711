"""The list of conversations, one conversation, and asking before booking."""

from datetime import date, datetime
from itertools import groupby

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations import actions
from pro_am.conversations import queries as threads
from pro_am.conversations.models import Message
from pro_am.conversations.rules import quick_replies
from pro_am.foundation import clock, time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.inbox import queries
from pro_am.inbox.forms import MessageForm, QuestionForm
from pro_am.inbox.queries import Conversation
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.media.rules import LARGEST_BYTES, PRIVATE
from pro_am.media.views import send_rendition
from pro_am.moderation import queries as moderation
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Profile

blueprint = Blueprint("inbox", __name__)

SHOWN_AT_ONCE = 20
MESSAGES_AT_ONCE = 50
AGREED = {BookingState.CONFIRMED, *life.HAPPENED}


@blueprint.get("/inbox")
@allow(Policy.MEMBER)
def index() -> ResponseReturnValue:
    unread_only = request.args.get("show") == "unread"
    rows = queries.conversations_of(
        current_member(),
        clock.now(),
        limit=SHOWN_AT_ONCE + 1,
        unread_only=unread_only,
        after=request.args.get("after", ""),
    )
    shown = rows[:SHOWN_AT_ONCE]
    return render_template(
        "inbox/index.html",
        rows=shown,
        unread_only=unread_only,
        is_first="after" not in request.args,
        next_after=shown[-1].ref if len(rows) > SHOWN_AT_ONCE else None,
    )


@blueprint.route("/inbox/<ref>", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
@takes_files(LARGEST_BYTES)
def show(ref: str) -> ResponseReturnValue:
    conversation = _conversation(ref)
    form = MessageForm()
    if request.method == "GET":
        form.body.data = _sentence(request.args.get("say", ""))
        return _show(conversation, form)
    if form.is_valid_post():
        try:
            picture = _picture(form)
            is_agreed = _is_agreed(conversation)
            if is_agreed or not form.points_out(form.body.data or ""):
                actions.write(
                    conversation.thread_id,
                    current_member(),
                    form.body.data or "",
                    idempotency_key=form.idempotency_key.data,
                    picture=picture,
                )
                return redirect(url_for(".show", ref=ref, _anchor="latest"), 303)
        except Refusal as refusal:
            form.show(refusal)
            conversation = _conversation(ref)
    return _show(conversation, form)


@blueprint.get("/inbox/<ref>/photos/<public_id>-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.PARTICIPANT)
def photo(ref: str, public_id: str, width: int, extension: str) -> Response:
    """A photo in a message, for the two people of the conversation alone."""
    conversation = _conversation(ref)
    picture = threads.picture_in(conversation.thread_id, public_id) or threads.unsent_picture(
        current_member(), public_id
    )
    if picture is None:
        abort(404)
    return send_rendition(picture.public_id, width, extension, caching="no-store")


@blueprint.route("/pro/<slug>/ask", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def ask(slug: str) -> ResponseReturnValue:
    """A question before booking: it begins a conversation, or joins the one there is."""
    member = current_member()
    profile = profiles.public_profile(slug, member) or abort(404)
    if profile.member_id == member.id:
        flash(_("This is your own profile: others ask you questions here."), "info")
        return redirect(url_for("pages.profile", slug=slug), 303)
    known = threads.question_to(member, profile)
    if known and request.method == "GET":
        say = request.args.get("say")
        return redirect(url_for(".show", ref=known.public_id, say=say, _anchor="write"), 303)
    form = QuestionForm()
    if request.method == "GET":
        form.body.data = _sentence(request.args.get("say", ""))
    if form.is_valid_post() and not form.points_out(form.body.data or ""):
        return _asked(profile, form)
    return _ask_page(profile, form)


def _asked(profile: Profile, form: QuestionForm) -> ResponseReturnValue:
    slug = profile.slug
    try:
        question = actions.ask(
            current_member(),
            profile,
            form.body.data or "",
            idempotency_key=form.idempotency_key.data,
        )
    except Refusal as refusal:
        form.show(refusal)
        profile = profiles.public_profile(slug, current_member()) or abort(404)
        return _ask_page(profile, form)
    flash(_("Your question is sent. You get a letter with the answer."), "success")
    return redirect(url_for(".show", ref=question.public_id), 303)


def _ask_page(profile: Profile, form: QuestionForm) -> ResponseReturnValue:
    return page(
        "inbox/ask.html",
        form,
        profile=profile,
        quick_replies=quick_replies.ASKING_COOKS if profile.craft.is_food else quick_replies.ASKING,
    )


def _conversation(ref: str) -> Conversation:
    return queries.conversation_of(current_member(), ref) or abort(404)


def _show(conversation: Conversation, form: MessageForm) -> ResponseReturnValue:
    messages, has_earlier = _messages(conversation)
    if _is_new(messages, conversation):
        # Bookkeeping, before the rest is read: it begins afresh, and knows this as read.
        actions.note_read(conversation.thread_id, current_member())
        conversation = _conversation(conversation.ref)
        messages, has_earlier = _messages(conversation)
    member, now, booking = current_member(), clock.now(), conversation.booking
    seen_until, kept = conversation.other.read_at, form.kept.data or ""
    facts = {
        "conversation": conversation,
        "other": conversation.other.member,
        "days": _by_day(messages, member.time_zone),
        "earlier": messages[0].public_id if has_earlier else None,
        "is_latest": "before" not in request.args,
        "seen": _last_seen(messages, member.id, seen_until),
        "photo_urls": {
            each.picture.public_id: _photo_urls(conversation.ref, each.picture)
            for each in messages
            if each.picture
        },
        "kept_picture": threads.unsent_picture(member, kept) if kept else None,
        "has_blocked": moderation.has_blocked(member, conversation.other.member_id),
        "quick_replies": _quick_replies(conversation),
        "state": booking.state_now(now) if booking else None,
        "side": booking.side_of(member).value if booking else None,
        "is_over": booking is not None and now >= booking.ends_at,
    }
    return page("inbox/thread.html", form, **facts)


def _messages(conversation: Conversation) -> tuple[list[Message], bool]:
    """The latest, or those before the one in the address; and whether there are earlier ones."""
    earlier = request.args.get("before", "")
    before = threads.message_of(current_member(), earlier) if earlier else None
    found = threads.latest_in(conversation.thread_id, MESSAGES_AT_ONCE + 1, before=before)
    return found[-MESSAGES_AT_ONCE:], len(found) > MESSAGES_AT_ONCE


def _is_new(messages: list[Message], conversation: Conversation) -> bool:
    """Whether the other has written since this member was here."""
    me = conversation.me
    return any(
        each.author_id != me.member_id and (me.read_at is None or each.at > me.read_at)
        for each in messages
    )


def _last_seen(messages: list[Message], mine: int, read_at: datetime | None) -> int | None:
    """The id of one's last message, when the other has been there since."""
    last = messages[-1] if messages else None
    if last and read_at and last.author_id == mine and read_at >= last.at:
        return last.id
    return None


def _by_day(messages: list[Message], zone: str) -> list[tuple[date, list[Message]]]:
    local = time_zones.zone(zone)
    return [
        (day, list(of_day))
        for day, of_day in groupby(
            messages, lambda each: time_zones.to_local(each.at, local).date()
        )
    ]


def _photo_urls(ref: str, picture: Picture) -> PictureAddresses:
    """Where the two of a conversation find its photos: not where public ones are."""

    def address(width: int, extension: str) -> str:
        return url_for(
            ".photo", ref=ref, public_id=picture.public_id, width=width, extension=extension
        )

    return picture_urls(picture, address)


def _picture(form: MessageForm) -> Picture | None:
    """The photo sent with the form, or the one kept while its words were looked at again."""
    member = current_member()
    if form.picture.data:
        picture = media.keep_picture(
            member, form.picture.data.stream, form.alt.data or "", prefix=PRIVATE
        )
        form.kept.data = picture.public_id
        return picture
    return threads.unsent_picture(member, form.kept.data) if form.kept.data else None


def _is_agreed(conversation: Conversation) -> bool:
    """Whether the two have a confirmed booking, and may give each other what they like."""
    booking = conversation.booking
    return booking is not None and booking.state_now(clock.now()) in AGREED


def _quick_replies(conversation: Conversation) -> dict[str, str]:
    member_id = conversation.me.member_id
    if conversation.booking:
        is_host = conversation.booking.host_id == member_id
    else:
        is_host = conversation.question is not None and conversation.question.asker_id == member_id
    return quick_replies.AS_HOST if is_host else quick_replies.AS_PROVIDER


def _sentence(key: str) -> str:
    return _(quick_replies.ALL[key]) if key in quick_replies.ALL else ""
