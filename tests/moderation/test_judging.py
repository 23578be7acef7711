"""Exclusions by two, accounts taken over, threats, alarms, prices that jump, the public log."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import KeyChange, Member
from pro_am.accounts.queries import is_pending
from pro_am.foundation import jobs
from pro_am.foundation.database import db, transaction
from pro_am.moderation import actions
from pro_am.moderation.actions import Decision, Reported, exclusions, takeovers
from pro_am.moderation.actions.restrictions import Grounds
from pro_am.moderation.models import PublicEntry, Takeover
from pro_am.moderation.queries.freezing import frozen_reviews
from pro_am.moderation.rules import NotThreatened, Outcome, Reason, Subject
from pro_am.moderation.rules import restrictions as rules
from pro_am.moderation.rules.restrictions import Ending, Rule
from pro_am.profiles.actions import publish_offer
from pro_am.profiles.actions.offers_pause import pause_offers
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from pro_am.reviews.models import Review, ReviewCase
from pro_am.trust.models import Alarm
from tests.factories import make_booking, only_offer
from tests.moderation.rows import every_row
from tests.reviews.evenings import evening

GROUNDS = Grounds(Rule.SCAM, "Trois personnes l’ont dit.", "Three people said so.")
ON_SQLITE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def of_ben(person, time):
    """Ana's public review of Ben."""
    dinner = evening(person("ana"), time)
    found = reviews.review(dinner, person("ana"), Opinion(1, {}, "Pay me, or this stays.", ""))
    reviews.review(dinner, person("ben"), Opinion(4, {}, "", ""))
    return found


def report_threat(person, review, name="ben"):
    about = Reported(
        Subject.REVIEW, review.public_id, review.author_id, review.text, person("ben").id
    )
    return actions.report(person(name), about, Reason.EXTORTION, "", idempotency_key=name)


def test_an_exclusion_takes_two_who_took_no_part(bench, person):
    ben, mo = person("ben"), person("mo")
    proposed = exclusions.propose(ben, GROUNDS, by=mo)
    assert ben.suspended_at is None
    with pytest.raises(rules.AlreadyRestricted):
        exclusions.propose(ben, GROUNDS, by=person("sam"))
    with pytest.raises(rules.SecondNeeded):
        exclusions.confirm(proposed, mo)
    with pytest.raises(rules.OwnDecision):
        exclusions.propose(person("sam"), GROUNDS, by=person("sam"))

    exclusions.confirm(proposed, person("sol"))

    assert ben.suspended_at is not None
    with pytest.raises(rules.NotWaiting):
        exclusions.confirm(proposed, person("sue"))
    assert db.session.scalars(select(PublicEntry.outcome)).all() == [
        "Account closed by the community"
    ]


def test_a_second_who_does_not_agree_leaves_the_account_alone(bench, person):
    before = every_row()
    proposed = exclusions.propose(person("ben"), GROUNDS, by=person("mo"))

    exclusions.refuse(proposed, person("sol"))

    assert proposed.ending is Ending.REFUSED
    assert every_row() == before


def test_an_operator_with_few_stewards_decides_alone(operator, person):
    made = exclusions.propose(person("ben"), GROUNDS, by=person("ola"))

    assert made.is_alone
    assert person("ben").suspended_at is not None


def test_paused_offers_stay_paused_whatever_their_owner_does(person, offer):
    pause_offers(person("ben").id, words_fr="Trois avis.", words_en="Three reviews.")

    with pytest.raises(rules.OffersPaused):
        publish_offer(offer)
    pause_offers(person("ben").id, words_fr="Trois avis.", words_en="Three reviews.")

    assert len(db.session.scalars(select(PublicEntry)).all()) == 1


def test_a_review_under_threat_weighs_a_quarter_then_nothing(bench, person, of_ben):
    with pytest.raises(NotThreatened):
        report_threat(person, of_ben, "cleo")
    found = report_threat(person, of_ben)
    assert frozen_reviews() == {of_ben.public_id: 0.25}

    actions.decide(found, person("mo"), Decision(Outcome.WARNED, "Non.", "No."))
    assert frozen_reviews() == {of_ben.public_id: 0.0}

    actions.undo(found, person("mo"))
    actions.decide(found, person("mo"), Decision(Outcome.NOTHING_WRONG))
    assert frozen_reviews() == {}


def test_what_a_thief_wrote_is_voided_and_exactly_given_back(bench, person, of_ben, time):
    before = every_row()
    ana = person("ana")

    takeover = takeovers.say(ana, of_ben.written_at - timedelta(hours=1), by=ana)
    assert of_ben.voided_at is not None

    takeovers.undo(takeover, by=person("mo"))
    assert every_row() == before


def test_what_is_older_than_the_thief_stays(bench, person, of_ben, time):
    time.forward(hours=2)

    takeovers.say(person("ana"), of_ben.written_at + timedelta(hours=1), by=person("ana"))

    assert of_ben.voided_at is None


def test_what_is_written_after_a_new_password_waits_three_days(person, of_ben, time):
    def waits():
        pending = is_pending(Review.author_id, Review.written_at, time.now)
        return set(db.session.scalars(select(Review.author_id).where(pending)))

    assert waits() == set()
    with transaction():
        changed = of_ben.written_at - timedelta(hours=1)
        db.session.add(KeyChange(member_id=of_ben.author_id, at=changed))

    assert waits() == {of_ben.author_id}
    time.forward(hours=72)
    assert waits() == set()
    accounts.forget_old_traces()
    assert db.session.scalars(select(KeyChange)).all() == []


def test_the_pages_of_an_account_taken_over(app, browser_of, people):
    ana = browser_of("ana", fresh=True)
    late = ana.submit("/account/taken-over", since="2029-11-01")
    assert late.status_code == 409
    assert "in the last thirty days" in late.text

    sent = ana.submit("/account/taken-over", since="2030-01-07")

    assert sent.status_code == 303
    assert ana.get("/account/").status_code == 303  # signed out, too
    with app.app_context():
        assert db.session.scalars(select(Takeover.member_id)).one() == people["ana"]


@ON_SQLITE
def test_a_moderator_says_it_for_a_member_who_cannot(app, bench, browser_of, people):
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"]).public_id
    path = f"/moderation/taken-over/{ana}"
    assert browser_of("ben").get(path).status_code == 404
    mo = browser_of("mo")
    assert mo.submit(path, since="2030-02-01").status_code == 409

    assert mo.submit(path, since="2029-10-01").status_code == 303

    assert "Ana Martin" in mo.get("/moderation/appeals/").text
    mo.submit("/moderation/appeals/", action="/undo")
    assert "Ana Martin" not in mo.get("/moderation/appeals/").text


@pytest.mark.parametrize(
    ("price", "is_booked", "alarms"), [(3750, True, 0), (3751, True, 1), (9000, False, 0)]
)
def test_a_price_that_jumps_while_people_have_booked_raises_an_alarm(
    app, bench, person, price, is_booked, alarms
):
    offer = only_offer()
    if is_booked:
        make_booking(person("ana"), offer)
    from pro_am.profiles import actions as profiles
    from tests.moderation.offers import text_of

    profiles.change_offer(offer, text_of(offer, price_minor=price))
    jobs.run_due()

    assert len(db.session.scalars(select(Alarm)).all()) == alarms


@ON_SQLITE
def test_an_alarm_is_settled_once_by_voiding_reviews_with_reasons(
    app, bench, done, browser_of, time
):
    def alarm(person):
        dinner = evening(person("ana"), time)
        review = reviews.review(dinner, person("ana"), Opinion(1, {}, "Cold.", ""))
        reviews.review(dinner, person("ben"), Opinion(4, {}, "", ""))
        figures = {"in_the_week": 9.0, "usual_in_a_week": 0.4}
        facts = {"reviews": [review.id], "figures": figures, "raised_at": time.now}
        with transaction():
            db.session.add(Alarm(key="one", kind="burst", member_id=person("ben").id, **facts))

    done(alarm)
    with app.app_context():
        number = db.session.scalars(select(Alarm.id)).one()
        review = db.session.scalars(select(Review.public_id).order_by(Review.id)).first()
    mo, path = browser_of("mo"), f"/moderation/alarms/{number}"
    assert browser_of("ben").get(path).status_code == 404
    assert "9 reviews in a week; usually 0.4." in mo.get(path).text
    bare = mo.submit(path, act="void", found="Paid for.", review=[review])
    assert bare.status_code == 409
    assert "in both languages" in bare.text

    facts = {"words_fr": "Avis achetés.", "words_en": "They were bought."}
    sent = mo.submit(path, act="void", found="Paid for.", review=[review], rule="made_up", **facts)

    assert sent.status_code == 303
    assert "They were bought." in browser_of("ana").get("/reports").text
    assert "Cold." not in browser_of(None).get("/pro/ben-keller").text
    with app.app_context():
        settled = db.session.scalars(select(Alarm)).one()
        assert settled.settled_at is not None


@ON_SQLITE
def test_a_disputed_review_takes_two_who_say_the_same(app, bench, done, browser_of, time):
    def doubt(person):
        dinner = evening(person("ana"), time)
        reviews.say_it_did_not_happen(dinner, person("ana"), "Nobody opened.")

    done(doubt)
    with app.app_context():
        path = f"/moderation/cases/{db.session.scalars(select(ReviewCase.public_id)).one()}"
    words = {"words_fr": "Rien ne le montre.", "words_en": "Nothing shows it."}
    assert browser_of("ben").get(path).status_code == 404
    sam, sol, mo = (browser_of(name) for name in ("sam", "sol", "mo"))
    assert sam.submit(path, outcome="upheld", **words).status_code == 303
    assert "a second person who took no part decides" in sam.get(path).text
    assert sol.submit(path, outcome="dismissed", **words).status_code == 303
    with app.app_context():
        assert db.session.scalars(select(ReviewCase.outcome)).one() is None

    assert mo.submit(path, outcome="dismissed", **words).status_code == 303

    with app.app_context():
        assert db.session.scalars(select(ReviewCase.outcome)).one() == "dismissed"
    shown = browser_of(None).get("/moderation/log").text
    assert "The objection does not hold" in shown


def test_the_public_log_says_what_and_never_who(app, bench, done, browser_of):
    def decide(person):
        pause_offers(person("ben").id, words_fr="Trois avis.", words_en="Ben shouted at guests.")

    done(decide)
    for language, words in (("en", "Pause of offers"), ("fr", "Offres mises en pause")):
        shown = browser_of(None, language).get("/moderation/log").text
        assert words in shown
        assert "shouted" not in shown
        assert "Ben" not in shown.split("<main")[1]
