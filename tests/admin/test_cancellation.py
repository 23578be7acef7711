"""The operator writes a cancellation policy of the community's own."""

import pytest

from pro_am.bookings.queries import policies
from pro_am.bookings.rules.policy import FLEXIBLE, STRICT, PolicyKind

PATH = "/admin/cancellation/"


@pytest.fixture
def desk(admin, browser_of):
    return browser_of("ana", fresh=True)


def test_the_operator_writes_a_policy(app, desk):
    tiers = {"hours_0": "72", "percent_0": "100", "hours_1": "24", "percent_1": "25"}

    page = desk.follow(desk.submit(PATH, **tiers))

    assert "Saved." in page.text
    assert 'value="72"' in page.text
    with app.app_context():
        own = policies.own_policy()
        assert (own.kind, [each.percent for each in own.tiers]) == (PolicyKind.OWN, [100, 25])
    assert "changed the community’s cancellation policy" in desk.get("/admin/log/").text


@pytest.mark.parametrize(
    "lines",
    [
        {"hours_0": "24", "percent_0": "50", "hours_1": "72", "percent_1": "20"},
        {"hours_0": "72", "percent_0": "50", "hours_1": "24", "percent_1": "60"},
        {"hours_0": "72", "percent_0": "50", "hours_1": "24"},
        {"hours_0": "", "percent_0": ""},
    ],
)
def test_lines_that_make_no_sense_are_refused_and_kept(app, desk, lines):
    answer = desk.submit(PATH, **lines)

    assert answer.status_code == 409
    assert "Begin with the longest notice." in answer.text
    assert all(f'value="{each}"' in answer.text for each in lines.values())
    with app.app_context():
        assert policies.own_policy() is None


def test_no_percent_is_more_than_a_hundred(desk):
    assert desk.submit(PATH, hours_0="24", percent_0="101").status_code == 422


def test_while_people_pay_in_person_there_is_one_policy(app, desk):
    desk.submit(PATH, hours_0="72", percent_0="100")

    with app.app_context():
        assert policies.policies_offered() == {PolicyKind.FLEXIBLE: FLEXIBLE}
        assert policies.policy_for(PolicyKind.STRICT) == FLEXIBLE
        app.config["PAYMENT"] = "online"
        assert list(policies.policies_offered()) == ["flexible", "moderate", "strict", "own"]
        assert policies.policy_for(PolicyKind.STRICT) == STRICT
        assert policies.policy_for("of a time to come") == FLEXIBLE
