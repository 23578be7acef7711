"""How an offer is booked, where it differs from what its calendar says."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any

from flask import current_app
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField
from wtforms.validators import NumberRange, Optional

from pro_am.foundation.web.fields import WholeNumberField
from pro_am.foundation.web.forms import Form
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import OwnLimits

DAY_MINUTES = 24 * 60
BUFFERS = (0, 15, 30, 45, 60, 90, 120)
NOTICES = (0, 60, 120, 360, 720, 1440, 2880, 4320, 7 * DAY_MINUTES, 14 * DAY_MINUTES)
HORIZONS = (14, 30, 60, 90, 180, 365)
UNTIL = (60, 120, 360, 720, 1440, 2880, 4320, 7 * DAY_MINUTES)
MOST_A_DAY = 50


def _or_none(value: Any) -> int | None:
    return None if value in ("", None) else int(value)


class LimitsForm(Form):
    """Each field left at its first choice leaves the matter to the calendar."""

    buffer_before_minutes = SelectField(_l("Time you need before"), coerce=_or_none)
    buffer_after_minutes = SelectField(_l("Time you need after"), coerce=_or_none)
    travel_buffer_minutes = SelectField(
        _l("Travel, each way, when you go to the host or deliver"), coerce=_or_none
    )
    notice_minutes = SelectField(_l("Book at least this long before"), coerce=_or_none)
    horizon_days = SelectField(_l("Book at most this far ahead"), coerce=_or_none)
    most_a_day = WholeNumberField(
        _l("Bookings of this offer a day, at most"),
        [Optional(), NumberRange(1, MOST_A_DAY, _l("Between 1 and 50."))],
        render_kw={"inputmode": "numeric"},
    )
    cancel_notice_minutes = SelectField(_l("Hosts can cancel by themselves"), coerce=_or_none)
    reschedule_notice_minutes = SelectField(_l("Hosts can ask to move it"), coerce=_or_none)
    cancellation_policy = SelectField(_l("Cancellation"), coerce=lambda kind: kind or None)
    asks_start_code = BooleanField(_l("Begin with a code that the host shows you"))

    @property
    def limit_fields(self) -> list[Any]:
        return [self[each.name] for each in fields(OwnLimits)]

    @property
    def limits(self) -> OwnLimits:
        return OwnLimits(**{field.name: field.data for field in self.limit_fields})

    @property
    def has_limits(self) -> bool:
        return any(field.data not in (None, False) or field.errors for field in self.limit_fields)

    def fill_limits_from(self, offer: Offer) -> None:
        for field in self.limit_fields:
            field.data = getattr(offer, field.name)

    def offer_limits(self, duration_words: Callable[[int], str]) -> None:
        self.cancellation_policy.choices = {"": gettext("Flexible")}
        if current_app.config["PAYMENT"] != "in_person":  # else there is nothing to give back
            self.cancellation_policy.choices |= {
                "moderate": gettext("Moderate"),
                "strict": gettext("Strict"),
                "own": gettext("As the community has written it"),
            }

        def span(minutes: int) -> str:
            if minutes % DAY_MINUTES == 0 and minutes > DAY_MINUTES:
                return gettext("%(days)s days", days=minutes // DAY_MINUTES)
            return duration_words(minutes) if minutes else gettext("none")

        def choices(values: Iterable[int], unset: str, words: Callable[[int], str]) -> Any:
            return {"": unset} | {value: words(value) for value in values}

        as_calendar = gettext("as my calendar says")
        buffers = self.buffer_before_minutes, self.buffer_after_minutes, self.travel_buffer_minutes
        for field in buffers:
            field.choices = choices(BUFFERS, as_calendar, span)
        self.notice_minutes.choices = choices(NOTICES, as_calendar, span)
        self.horizon_days.choices = choices(
            HORIZONS, as_calendar, lambda days: gettext("%(days)s days", days=days)
        )
        for field in (self.cancel_notice_minutes, self.reschedule_notice_minutes):
            field.choices = choices(
                UNTIL,
                gettext("until it begins"),
                lambda minutes: gettext("until %(time)s before", time=span(minutes)),
            )
