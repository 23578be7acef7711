"""Weekly series: how they are asked for on the form, and the page of one."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.availability.views import slot_days
from pro_am.bookings import actions
from pro_am.bookings.forms import SeriesForm
from pro_am.bookings.models import BookingSeries
from pro_am.bookings.queries import series as queries
from pro_am.bookings.rules import life, moves
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.moves import Act
from pro_am.bookings.rules.series import FEWEST_WEEKS, MOST_WEEKS, Choices
from pro_am.bookings.views.own import blueprint
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow

LEFT_OUT = "out"
ACTS = {
    "accept": Act.CONFIRM,
    "decline": Act.DECLINE,
    "withdraw": Act.WITHDRAW,
    "cancel": Act.CANCEL,
}


@blueprint.route("/bookings/series/<reference>", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def series(reference: str) -> ResponseReturnValue:
    """All weeks with what became of each; a button for those that wait or lie ahead."""
    found, form = _series(reference), SeriesForm()
    if form.is_valid_post():
        act = ACTS.get(form.then.data) or abort(404)
        try:
            moved = actions.answer_series(
                found,
                current_member(),
                act,
                reason=form.reason.data or "",
                allergies_read=bool(form.allergies_read.data),
            )
        except Refusal as refusal:
            form.show(refusal)
            found = _series(reference)
        else:
            flash(_words_after(act, len(moved)), "success")
            return redirect(url_for(".series", reference=reference), 303)
    return _page_of(found, form)


def week_choices() -> dict[int, str]:
    weeks = {
        number: _("every week, %(num)s times", num=number)
        for number in range(FEWEST_WEEKS, MOST_WEEKS + 1)
    }
    return {1: _("once"), **weeks}


def chosen_weeks() -> Choices:
    """What the host chose for weeks that are not free: another start, or to leave it out."""
    chosen = {}
    for number in range(1, MOST_WEEKS + 1):
        value = request.form.get(f"week-{number}", "")
        start = slot_days.from_value(value)
        if start or value == LEFT_OUT:
            chosen[number] = start
    return chosen


def words_after_series(asked: BookingSeries) -> str:
    count = len(asked.occurrences)
    if queries.bookings_in(asked)[0].is_instant:
        return ngettext(
            "%(num)s week is booked. Both of you get a letter with all dates.",
            "%(num)s weeks are booked. Both of you get a letter with all dates.",
            count,
        )
    return ngettext(
        "Your request for %(num)s week is sent. You pay nothing now.",
        "Your request for %(num)s weeks is sent. You pay nothing now.",
        count,
    )


def _series(reference: str) -> BookingSeries:
    return queries.series_of(current_member(), reference) or abort(404)


def _page_of(found: BookingSeries, form: SeriesForm) -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    bookings = queries.bookings_in(found)
    first = bookings[0]
    side = first.side_of(member)
    acts = {
        act
        for booking in bookings
        if booking.state_now(now) in life.AHEAD
        for act in moves.possible_acts(booking.facts(now), side)
    }
    return page(
        "bookings/series.html",
        form,
        series=found,
        weeks=[(booking, booking.state_now(now)) for booking in bookings],
        first=first,
        other=first.other_than(member),
        side=side.value,
        acts={act.value for act in acts},
        waiting=next(
            (each for each in bookings if each.state_now(now) is BookingState.REQUESTED), None
        ),
        states=life.STATES,
    )


def _words_after(act: Act, count: int) -> str:
    if act is Act.CONFIRM:
        return ngettext(
            "%(num)s week is confirmed. Both of you get a letter with all dates.",
            "%(num)s weeks are confirmed. Both of you get a letter with all dates.",
            count,
        )
    if act is Act.DECLINE:
        return ngettext("%(num)s week is declined.", "%(num)s weeks are declined.", count)
    if act is Act.WITHDRAW:
        return ngettext("%(num)s week is withdrawn.", "%(num)s weeks are withdrawn.", count)
    return ngettext(
        "%(num)s week is cancelled. Both of you get a letter.",
        "%(num)s weeks are cancelled. Both of you get a letter.",
        count,
    )
