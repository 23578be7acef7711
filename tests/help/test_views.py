from datetime import timedelta

import pytest

from pro_am.accounts.rules.links import RESET_WITHIN
from pro_am.bookings.actions import FORGET_ALLERGIES_AFTER
from pro_am.bookings.rules.life import ANSWER_WITHIN
from pro_am.bookings.rules.policy import FLEXIBLE
from pro_am.bookings.views import ADDRESS_SHOWN_AFTER
from pro_am.reviews.rules import REPLY_WITHIN, WINDOW

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def test_help_tells_the_figures_that_the_program_keeps(browser_of):
    page = browser_of(None).get("/en/help").text

    for said in (
        f"Within {ANSWER_WITHIN.total_seconds() / 3600:.0f} hours",
        f"Up to {FLEXIBLE.tiers[0].notice // timedelta(hours=1)} hours before",
        f"until {ADDRESS_SHOWN_AFTER.total_seconds() / 3600:.0f} hours after",
        f"erased after {FORGET_ALLERGIES_AFTER.days} days",
        f"For {WINDOW.days} days once",
        f"within {REPLY_WITHIN.days} days",
    ):
        assert said in page
    assert RESET_WITHIN.total_seconds() == 3600, "a link works for an hour"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_help_is_found_at_the_bottom_of_every_page(browser_of, language):
    visitor = browser_of(None, language)

    assert f'href="/{language}/help"' in visitor.get(f"/{language}/").text
    page = visitor.get(f"/{language}/help")
    assert page.status_code == 200
    assert page.text.count("<h2") == 4
