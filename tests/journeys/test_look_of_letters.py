"""Letters as mail programs show them: light and dark, on a narrow screen, without pictures."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.sos import story

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

# The subject is the heading, and the mail program shows it above the letter.
ABOVE_THE_LETTER = "page-has-heading-one"
LOOKED_AT = ("accounts/reset_password", "sos/called", "sos/unanswered")


@pytest.fixture
def letters(app, done, time):
    def live(person):
        accounts.ask_for_reset("ana@example.org", place="x")
        story.live(person("ana"), time)

    done(live)
    with app.app_context():
        found = select(Letter.template, Letter.html).where(Letter.template.in_(LOOKED_AT))
        return {template: html for template, html in db.session.execute(found)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_are_readable_and_fit(letters, browser, axe, scheme):
    context = browser.new_context(color_scheme=scheme, viewport={"width": 320, "height": 640})
    page, findings = context.new_page(), []
    assert set(letters) == set(LOOKED_AT)

    for template, html in letters.items():
        page.set_content(html)
        findings += [f"{template}: {fault}" for fault in axe(page) if ABOVE_THE_LETTER not in fault]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            findings.append(f"{template} is wider than the screen")
    context.close()

    assert findings == []
