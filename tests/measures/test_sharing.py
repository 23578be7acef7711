"""Who sees a series: nobody, until its member says so, and no longer than they say so."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.measures import actions, queries
from pro_am.measures.models import MeasureValue, Proposal, Series, ValueComment
from pro_am.measures.rules.audiences import coach_of
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.measures.rules.refusals import NobodyLooks
from pro_am.programmes.events import ProgrammeEnded
from pro_am.programmes.models import Programme
from pro_am.programmes.rules.words import Standing
from tests.factories.programmes import make_programme
from tests.measures.hands import begin, public_id_of
from tests.support.statements import counted

MONDAY = date(2030, 1, 7)


@pytest.fixture
def followed(done: Callable) -> None:
    """Ben leads a programme of Ana's, who wrote down her weight and her steps."""

    def follow(person):
        make_programme(person("ana"), person("ben"))
        for kind, number in ((SeriesKind.WEIGHT, "72.5"), (SeriesKind.STEPS, "8432")):
            actions.write_down(
                person("ana"),
                {begin(person("ana"), kind): Decimal(number)},
                MONDAY,
                idempotency_key=kind,
            )

    done(follow)


def facts(app) -> tuple[str, str, str]:
    """The page of the programme's measures, Ana's weight, and its value."""
    with app.app_context():
        programme = db.session.scalars(select(Programme)).one().public_id
        weight = db.session.scalars(select(Series).where(Series.kind == SeriesKind.WEIGHT)).one()
        value = db.session.scalars(select(MeasureValue).where(MeasureValue.series == weight)).one()
        return f"/programmes/{programme}/measures", weight.public_id, value.public_id


def test_a_coach_sees_nothing_until_it_is_shown(app, browser_of, followed):
    page, weight, _ = facts(app)

    assert "Ana shows you no measures" in browser_of("ben").get(page).text
    assert browser_of("ben").get(f"{page}/{weight}").status_code == 404

    assert browser_of("ana").submit(page, action=f"{weight}/share").status_code == 303
    shown = browser_of("ben").get(page).text
    assert "Weight" in shown
    assert "Steps" not in shown.partition("<main")[2]
    assert "72.5" in browser_of("ben").get(f"{page}/{weight}").text


def test_what_is_no_longer_shown_is_hidden_at_once(app, browser_of, followed):
    page, weight, value = facts(app)
    browser_of("ana").submit(page, action=f"{weight}/share")
    browser_of("ana").submit(page, action=f"{weight}/stop")

    for path in (f"{page}/{weight}", f"{page}/{weight}/{value}"):
        assert browser_of("ben").get(path).status_code == 404
    assert "Ana shows you no measures" in browser_of("ben").get(page).text


def test_a_stranger_finds_nothing(app, browser_of, followed):
    page, weight, value = facts(app)
    browser_of("ana").submit(page, action=f"{weight}/share")

    for path in ("", f"/{weight}", f"/{weight}/{value}", "/propose"):
        assert browser_of("cleo").get(f"{page}{path}").status_code == 404


def test_each_side_has_its_own_pages(app, browser_of, followed):
    page, weight, _ = facts(app)
    browser_of("ana").submit(page, action=f"{weight}/share")

    assert browser_of("ana").get(f"{page}/propose").status_code == 404
    assert browser_of("ana").get(f"{page}/{weight}").status_code == 404
    assert browser_of("ben").get(f"/measures/{weight}").status_code == 404


def test_a_coach_says_something_of_a_value_and_the_client_reads_it(app, browser_of, followed):
    page, weight, value = facts(app)
    browser_of("ana").submit(page, action=f"{weight}/share")

    answer = browser_of("ben").submit(f"{page}/{weight}/{value}", text="Calmly on.")

    assert answer.status_code == 303
    shown = browser_of("ana").get(f"/measures/{weight}").text
    assert "Calmly on." in shown
    assert "chart__mark" in shown


def test_a_comment_sent_twice_is_there_once(person):
    value = write(person("ana"))

    for _ in range(2):
        actions.comment(value, person("ben"), "Calmly on.", idempotency_key="form")

    assert len(db.session.scalars(select(ValueComment)).all()) == 1


def test_goals_and_notes_are_never_shown(app, browser_of, followed, done):
    page, weight, value = facts(app)

    def note(person):
        series = queries.series_named(person("ana"), weight)
        actions.set_goal(series, Decimal(64), height_cm=172)
        actions.correct(
            person("ana"), queries.value_of(person("ana"), value), Decimal(72), MONDAY, "secret"
        )

    done(note)
    browser_of("ana").submit(page, action=f"{weight}/share")

    assert "secret" in browser_of("ana").get(f"/measures/{weight}").text
    assert "chart__goal" in browser_of("ana").get(f"/measures/{weight}").text
    shown = browser_of("ben").get(f"{page}/{weight}").text
    assert "secret" not in shown
    assert "chart__goal" not in shown


@pytest.mark.parametrize(
    ("answer", "measured", "seen"), [("shown", 1, 1), ("alone", 1, 0), ("no", 0, 0)]
)
def test_the_client_answers_what_is_proposed(app, browser_of, done, answer, measured, seen):
    done(lambda person: make_programme(person("ana"), person("ben")))
    with app.app_context():
        page = f"/programmes/{db.session.scalars(select(Programme)).one().public_id}/measures"
    proposed = browser_of("ben").submit(f"{page}/propose", kind="other", name="Sleep", unit="h")
    assert proposed.status_code == 303
    assert "Ben proposes to measure: Sleep" in browser_of("ana").get("/measures/").text

    ana = browser_of("ana")
    for _ in range(2):
        press(ana, public_id_of(app, Proposal), answer)

    assert "Ben proposes" not in ana.get("/measures/").text
    with app.app_context():
        assert len(db.session.scalars(select(Series)).all()) == measured
    assert ("Sleep" in browser_of("ben").get(page).text.partition("<main")[2]) is bool(seen)


def test_what_is_measured_already_is_not_begun_again(person):
    programme = make_programme(person("ana"), person("ben"))
    begin(person("ana"), SeriesKind.STEPS)
    actions.propose(programme, SeriesKind.STEPS, name="", unit="", idempotency_key="p")
    proposal = queries.proposals_to(person("ana"))[0]

    actions.accept(person("ana"), proposal, is_shown=True)

    assert len(queries.series_of(person("ana"))) == 1
    assert queries.shown_to(coach_of(programme.id), person("ana").id, MONDAY)


def test_when_a_programme_is_over_nobody_looks_any_more(person):
    programme = make_programme(person("ana"), person("ben"))
    series = write(person("ana")).series
    audience = coach_of(programme.id)
    actions.share(series, audience)

    publish(ProgrammeEnded(programme, person("ana")))

    assert queries.shown_to(audience, person("ana").id, MONDAY) == []
    with transaction():
        programme.standing = Standing.ENDED
    with pytest.raises(NobodyLooks):
        actions.share_with_coach(series, programme)


def test_an_audience_is_shown_its_series_and_no_other(person):
    series = write(person("ana")).series
    actions.share(series, "supporter:7")
    actions.share(series, "supporter:7")

    (shown,) = queries.shown_to("supporter:7", person("ana").id, MONDAY - timedelta(days=7))

    assert (shown.kind, shown.unit, shown.points) == (
        SeriesKind.WEIGHT,
        "kg",
        ((MONDAY, Decimal("72.5")),),
    )
    assert queries.shown_to("supporter:8", person("ana").id, MONDAY) == []
    assert queries.shown_to("supporter:7", person("cleo").id, MONDAY) == []
    assert (
        queries.shown_to("supporter:7", person("ana").id, MONDAY + timedelta(days=1))[0].points
        == ()
    )


def test_a_gap_is_shown_as_such_and_never_as_a_zero(person, time):
    ana = person("ana")
    series = begin(ana)
    for ago in (9, 8, 7):
        day = MONDAY - timedelta(days=ago)
        actions.write_down(ana, {series: Decimal(72)}, day, idempotency_key=str(ago))
    actions.share(series, "supporter:7")

    (shown,) = queries.shown_to("supporter:7", ana.id, MONDAY - timedelta(days=30))

    assert shown.gap_since == MONDAY - timedelta(days=7)
    assert len(shown.points) == 3


def test_many_audiences_cost_no_more_statements_than_one(app, person):
    series = write(person("ana")).series
    audiences = [f"supporter:{n}" for n in range(300)]
    for audience in audiences:
        actions.share(series, audience)

    with counted(app) as asked:
        found = queries.shown_to_each(audiences, MONDAY)

    assert len(asked) <= 3
    assert all(len(shown) == 1 for shown in found.values())


def test_erasing_a_member_takes_all_of_it(person):
    programme = make_programme(person("ana"), person("ben"))
    value = write(person("ana"))
    actions.share(value.series, coach_of(programme.id))
    actions.comment(value, person("ben"), "Calmly on.", idempotency_key="form")
    actions.propose(programme, SeriesKind.STEPS, name="", unit="", idempotency_key="p")

    actions.forget_measures_of(person("ana"))

    for model in (Series, MeasureValue, ValueComment, Proposal):
        assert db.session.scalars(select(model)).all() == []


def test_what_was_measured_is_in_ones_own_data(person):
    write(person("ana"))

    (fact,) = queries.facts_of(person("ana"))

    assert (fact["value"], fact["day"], fact["unit"]) == (Decimal("72.5"), MONDAY, "kg")


def write(ana) -> MeasureValue:
    series = begin(ana)
    actions.write_down(ana, {series: Decimal("72.5")}, MONDAY, idempotency_key="form")
    return queries.newest_values(series, 1)[0]


def press(browser, proposal: str, answer: str):
    token = browser.get("/measures/").text
    token = token.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    return browser.client.post(
        f"/en/measures/proposals/{proposal}",
        base_url="http://127.0.0.1",
        data={"csrf_token": token, "answer": answer},
    )
