"""The page of calendars kept elsewhere: how each is, adding one, letting it go."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.availability.models import Calendar
from pro_am.availability.views.own import own_calendar, same_calendar
from pro_am.calendar_sources import actions, queries
from pro_am.calendar_sources.forms import AddressForm, FileForm
from pro_am.calendar_sources.models import CalendarSource
from pro_am.calendar_sources.rules import health, troubles
from pro_am.calendar_sources.rules.reading import MOST_BYTES
from pro_am.calendar_sources.rules.schedule import relied_on_until
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import Form, page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.foundation.words import mark

blueprint = Blueprint("calendar_sources", __name__, url_prefix="/my-calendar/sources")

BEING_READ = mark("It is being read now: that takes a moment.")
# What each button does, and what is said then.
DEEDS: dict[str, tuple[Callable[[CalendarSource], None], str]] = {
    "read": (actions.read_again, BEING_READ),
    "pause": (actions.pause, mark("Paused: it no longer makes you busy here.")),
    "resume": (actions.resume, BEING_READ),
    "remove": (actions.remove, mark("Removed: nothing of it is kept here.")),
}


@dataclass(frozen=True)
class Shown:
    """A calendar as its owner sees it."""

    source: CalendarSource
    masked: str
    problem: str
    is_stale: bool
    doubts: health.Doubts


@blueprint.get("")
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    return _page(own_calendar(), AddressForm(formdata=None), FileForm(formdata=None))


@blueprint.post("/address")
@allow(Policy.OWNER)
def add_address() -> ResponseReturnValue:
    calendar, form = own_calendar(), AddressForm()

    def add() -> None:
        actions.add_address(
            current_member(),
            calendar.id,
            (form.url.data or "").strip(),
            form.name.data or "",
            idempotency_key=form.idempotency_key.data or "",
        )

    return _added(form, add) or _page(calendar, form, FileForm(formdata=None))


@blueprint.post("/file")
@allow(Policy.OWNER)
@takes_files(MOST_BYTES)
def add_file() -> ResponseReturnValue:
    calendar, form = own_calendar(), FileForm()

    def add() -> None:
        with closing(form.file.data) as sent:
            actions.add_file(
                current_member(),
                calendar.id,
                sent.stream,
                sent.filename or _("A file"),
                idempotency_key=form.idempotency_key.data or "",
            )

    return _added(form, add) or _page(calendar, AddressForm(formdata=None), form)


@blueprint.post("/<public_id>/<any(read,pause,resume,remove):act>")
@allow(Policy.OWNER)
def change(public_id: str, act: str) -> ResponseReturnValue:
    deed, words = DEEDS[act]
    deed(queries.source_of(current_member(), public_id) or abort(404))
    flash(gettext(words), "success")
    return _back()


def _added(form: Form, add: Callable[[], None]) -> ResponseReturnValue | None:
    if not form.is_valid_post():
        return None
    try:
        add()
    except Refusal as refusal:
        form.show(refusal)
        return None
    flash(_("Added. It is being read now: that takes a moment."), "success")
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(url_for(".index", **same_calendar()), 303)


def _page(calendar: Calendar, address: AddressForm, file: FileForm) -> ResponseReturnValue:
    now = clock.now()
    sources = [
        Shown(
            source,
            health.masked(source.url) if source.url else "",
            health.WORDS[source.problem] if source.problem else "",
            not source.is_file
            and source.paused_at is None
            and now >= relied_on_until(created_at=source.created_at, read_at=source.read_at),
            health.doubts(source.remarks),
        )
        for source in queries.sources_of(current_member(), calendar.id)
    ]
    return page(
        "calendar_sources/index.html",
        file if file.errors else address,
        calendar=calendar,
        sources=sources,
        address_form=address,
        file_form=file,
        trouble_words=troubles.WORDS,
        most_shown=health.SHOWN_REMARKS,
        same_calendar=same_calendar(),
    )
