"""The operator's own cancellation policy, line by line."""

from datetime import timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import NumberRange, Optional

from pro_am.bookings.rules.policy import MOST_TIERS, Policy, Tier, TiersOutOfOrder
from pro_am.foundation.web.fields import WholeNumberField
from pro_am.foundation.web.forms import Form

HOUR = timedelta(hours=1)
MOST_HOURS = 365 * 24


class OwnPolicyForm(Form):
    """A line is a notice in hours and what is given back; lines that are empty do not count."""

    def lines(self) -> list[tuple[Any, Any]]:
        return [(self[f"hours_{n}"], self[f"percent_{n}"]) for n in range(MOST_TIERS)]

    @property
    def tiers(self) -> list[Tier]:
        """Raises TiersOutOfOrder where a line is half filled in."""
        filled = [(h.data, p.data) for h, p in self.lines() if (h.data, p.data) != (None, None)]
        if any(None in line for line in filled):
            raise TiersOutOfOrder
        return [Tier(hours * HOUR, percent) for hours, percent in filled]


for _number in range(MOST_TIERS):
    setattr(
        OwnPolicyForm,
        f"hours_{_number}",
        WholeNumberField(
            _l("Hours before the start, at least"),
            [Optional(), NumberRange(0, MOST_HOURS, _l("Write a number of hours, up to a year."))],
        ),
    )
    setattr(
        OwnPolicyForm,
        f"percent_{_number}",
        WholeNumberField(
            _l("Given back, in percent"),
            [Optional(), NumberRange(0, 100, _l("Write a number from 0 to 100."))],
        ),
    )


def own_policy_form(policy: Policy | None) -> OwnPolicyForm:
    """With the policy as it is, unless other lines were sent."""
    written = {}
    for number, tier in enumerate(policy.tiers if policy else ()):
        written[f"hours_{number}"] = tier.notice // HOUR
        written[f"percent_{number}"] = tier.percent
    return OwnPolicyForm(data=written)
