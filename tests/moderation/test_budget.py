"""The desks and the page of a restriction ask the database little, however much there is."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.moderation.actions import appeals, restrictions
from pro_am.moderation.actions.restrictions import Grounds, Thing
from pro_am.moderation.models import Restriction
from pro_am.moderation.queries.restrictions import restrictions_of
from pro_am.moderation.rules.restrictions import Kind, Rule
from pro_am.profiles.actions.offers_pause import pause_offers
from tests.support.statements import counted

MOST = 8

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.mark.parametrize("count", [1, 6])
def test_pages_of_decisions_stay_within_their_budget(app, bench, done, browser_of, count):
    def decide(person):
        pause_offers(person("ben").id, words_fr="Trois avis.", words_en="Three reviews.")
        for number in range(count):
            restrictions.impose(
                person("ben"),
                Kind.WARNING,
                Grounds(Rule.SPAM, "Oui.", "Yes."),
                by=person("mo"),
                thing=Thing(ref=str(number)),
            )
        for each in restrictions_of(person("ben")):
            appeals.contest(each, "Not me.")

    done(decide)
    with app.app_context():
        own = db.session.scalars(select(Restriction.public_id)).first()
    asked = {}
    for name, path in (
        ("sam", "/moderation/appeals/"),
        ("mo", "/moderation/"),
        ("ben", "/reports"),
        ("ben", f"/restrictions/{own}"),
        (None, "/moderation/log"),
    ):
        browser = browser_of(name)
        browser.get(path)
        with counted(app) as statements:
            assert browser.get(path).status_code == 200
        asked[path] = len(statements)

    assert {path: number for path, number in asked.items() if number > MOST} == {}
