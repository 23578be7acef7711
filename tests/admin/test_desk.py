"""The operator's desk: for administrators alone; what they see, and what they do there."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import disputes
from pro_am.bookings.actions.disputes import Story
from pro_am.foundation import jobs, marks, outbox
from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Job
from pro_am.foundation.outbox import Address, Letter
from pro_am.profiles.models import Profile
from pro_am.texts import queries as texts
from tests.conftest import NOON
from tests.factories import PASSWORD, make_booking, only_offer

PAGES = ["/admin/", *(f"/admin/{page}/" for page in ("members", "profiles", "letters", "jobs"))]
PAGES += ["/admin/texts/", "/admin/texts/fr/privacy", "/admin/log/"]
PAGES += ["/admin/profiles/ben-keller/withdraw"]


@pytest.fixture
def desk(browser_of, admin):
    return browser_of("ana", fresh=True)


@pytest.fixture
def page_of_ben(app, people):
    with app.app_context():
        return f"/admin/members/{db.session.get_one(Member, people['ben']).public_id}"


def acts(app):
    with app.app_context():
        return list(db.session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)))


@pytest.mark.parametrize(("name", "status"), [(None, 303), ("ben", 404), ("cleo", 404)])
def test_the_desk_is_for_administrators(browser_of, steward, name, status):
    browser = browser_of(name)

    assert {path: browser.get(path).status_code for path in PAGES} == dict.fromkeys(PAGES, status)


def test_nobody_else_reads_the_page_of_a_member(browser_of, steward, page_of_ben):
    assert browser_of("cleo").get(page_of_ben).status_code == 404


def test_the_password_is_asked_for_before_anything_is_shown_or_done(app, browser_of, admin):
    browser = browser_of("ana")
    on_the_way = {path: browser.get(path) for path in PAGES}

    assert {path for path, answer in on_the_way.items() if answer.status_code != 303} == set()
    asked = on_the_way["/admin/log/"].location
    answer = browser.submit(asked, password_again=PASSWORD)

    assert browser.follow(browser.follow(answer)).status_code == 200
    assert browser.get("/admin/log/").status_code == 200


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_of_the_desk_opens(browser_of, admin, language):
    browser = browser_of("ana", language, fresh=True)

    assert {path: browser.get(path).status_code for path in PAGES} == dict.fromkeys(PAGES, 200)


def test_the_overview_says_what_needs_a_person(app, desk):
    with app.app_context():
        put_letter("failed")
        put_job("failed")
        marks.put(marks.Name.WORKER)

    shown = desk.get("/admin/").text

    assert "1 letter could not be sent." in shown
    assert "1 job was given up." in shown
    assert "3 members wait for a steward." in shown
    assert "alive" in shown
    assert "none yet" in shown  # no backup


def test_disputes_that_wait_for_moderators_are_counted(app, people, desk, time):
    with app.app_context():
        host = db.session.get_one(Member, people["cleo"])
        booking = make_booking(host, only_offer())
        bookings.confirm(booking, booking.provider, allergies_read=True)
        time.now = booking.starts_at + timedelta(hours=1)
        disputes.dispute(booking, host, Story("Nobody was there."))
    time.now = NOON

    assert "1 dispute waits for the moderators." in desk.get("/admin/").text


def test_a_silent_worker_and_held_letters_are_said(app, desk, time):
    with app.app_context():
        marks.put(marks.Name.WORKER)
        marks.put(marks.Name.LETTERS_HELD)
    time.forward(minutes=6)

    shown = desk.get("/admin/").text

    assert "silent" in shown
    assert "Letters are held since" in shown


def test_members_are_found_by_name_or_address_and_the_list_shows_no_address(desk):
    shown = {
        words: "Ben Keller" in desk.get("/admin/members/", query_string={"q": words}).text
        for words in ("ben", "KELLER", "ben@example", "%", "zoe")
    }

    assert shown == {"ben": True, "KELLER": True, "ben@example": True, "%": False, "zoe": False}
    assert "ben@example.org" not in desk.get("/admin/members/").text


def test_members_come_page_by_page(desk, monkeypatch):
    monkeypatch.setattr("pro_am.admin.queries.members.PER_PAGE", 2)
    monkeypatch.setattr("pro_am.admin.views.members.members.PER_PAGE", 2)

    first = desk.get("/admin/members/").text
    rest = desk.get("/admin/members/?before=2").text

    assert "Cleo Petit" in first
    assert "Older" in first
    assert "Ana Martin" in rest
    assert "Cleo Petit" not in rest


def test_the_page_of_a_member_shows_their_address_and_every_look_is_logged(app, desk, page_of_ben):
    for _ in range(2):
        assert "ben@example.org" in desk.get(page_of_ben).text

    assert acts(app)[1:] == ["member looked at"] * 2
    assert "member looked at" in desk.get(page_of_ben).text


def test_a_role_is_granted_and_withdrawn(app, desk, page_of_ben, people):
    told = desk.follow(desk.submit(page_of_ben, action="/roles", role="steward")).text
    assert "The role is granted." in told
    assert "verifies people and diplomas" in told

    desk.submit(page_of_ben, action="/roles/withdraw")

    with app.app_context():
        assert not db.session.get_one(Member, people["ben"]).has_role(Role.STEWARD)


def test_a_member_is_suspended_with_a_reason_and_let_in_again(app, desk, page_of_ben, browser_of):
    ben = browser_of("ben")
    refused = desk.submit(page_of_ben, action="/suspend", why=" ")
    assert refused.status_code == 422
    assert "Write the reason" in refused.text

    told = desk.follow(desk.submit(page_of_ben, action="/suspend", why="Guests were afraid.")).text
    assert "Ben Keller is suspended" in told
    assert "Guests were afraid." in told
    assert ben.get("/bookings").status_code == 303

    desk.submit(page_of_ben, action="/reinstate")
    with app.app_context():
        templates = list(db.session.scalars(select(Letter.template).order_by(Letter.id)))
        assert templates == ["moderation/statement", "accounts/reinstated"]


def test_all_sessions_of_a_member_are_ended(desk, page_of_ben, browser_of):
    ben = browser_of("ben")

    desk.submit(page_of_ben, action="/end-sessions")

    assert ben.get("/bookings").status_code == 303


def test_nobody_suspends_themselves_nor_takes_their_own_role(app, desk, people):
    with app.app_context():
        path = f"/admin/members/{db.session.get_one(Member, people['ana']).public_id}"

    shown = desk.get(path).text

    assert "/suspend" not in shown
    assert "/roles/withdraw" not in shown


def test_a_profile_is_withdrawn_with_a_reason_and_shown_again(app, desk, browser_of):
    visitor, path = browser_of(None), "/admin/profiles/ben-keller/withdraw"
    assert desk.submit(path, why="").status_code == 422

    told = desk.follow(desk.submit(path, why="Not your picture.")).text
    assert "Not your picture." in told
    assert visitor.get("/pro/ben-keller").status_code == 404

    desk.submit("/admin/profiles/", action="/restore")
    assert visitor.get("/pro/ben-keller").status_code == 200
    with app.app_context():
        assert db.session.scalars(select(Profile.withdrawn_why)).one() is None


def test_profiles_are_found_by_words_and_state(desk):
    shown = {
        query: desk.get(f"/admin/profiles/?{query}").text.count("Slow food")
        for query in ("q=Nantes", "q=Lyon", "state=paused", "state=x")
    }

    assert shown == {"q=Nantes": 1, "q=Lyon": 0, "state=paused": 0, "state=x": 1}


def put_letter(state, error=None):
    with transaction():
        outbox.post(
            Address("ben@example.org", "en"),
            "accounts/password_changed",
            name="Ben",
            reset_url="http://127.0.0.1:8000/",
        )
        db.session.flush()
        letter = db.session.scalars(select(Letter).order_by(Letter.id.desc())).first()
        letter.state, letter.attempts, letter.error = state, 6, error


def put_job(state, error="Traceback\nZeroDivisionError: no luck for ben@example.org"):
    with transaction():
        jobs.enqueue("search.check")
        db.session.flush()
        job = db.session.scalars(select(Job).order_by(Job.id.desc())).first()
        job.state, job.attempts, job.error = state, 5, error
        job.finished_at = job.run_at
    return job.id


def letter_states(app):
    with app.app_context():
        return list(db.session.scalars(select(Letter.state).order_by(Letter.id)))


@pytest.mark.parametrize("state", ["failed", "unknown"])
def test_letters_that_did_not_arrive_are_sent_again_or_dropped(app, desk, state):
    with app.app_context():
        for _ in range(4):
            put_letter(state, "SMTPRecipientsRefused: {'ben@example.org': (550, b'no')}")
    path = f"/admin/letters/?state={state}"
    shown = desk.get(path).text
    assert "b…@example.org" in shown
    assert "ben@example.org" not in shown

    desk.submit(path, action="/again", number="4")
    desk.submit(path, action="/drop", number="3")
    assert letter_states(app) == [state, state, "dropped", "waiting"]
    told = desk.follow(desk.submit(path, action="/again")).text

    assert "2 letters will be sent." in told
    assert letter_states(app) == ["waiting", "waiting", "dropped", "waiting"]
    assert acts(app)[1:] == ["letters sent again", "letters dropped", "letters sent again"]


def test_what_was_sent_stays_sent(app, desk):
    with app.app_context():
        put_letter("failed")
        put_letter("sent")

    for deed in ("again", "drop"):
        desk.submit("/admin/letters/?state=failed", action=f"/{deed}", state="sent", number="2")

    assert letter_states(app)[1] == "sent"


def test_held_letters_leave_once_somebody_agrees(app, desk):
    with app.app_context():
        put_letter("waiting")
        marks.put(marks.Name.LETTERS_HELD)

    desk.submit("/admin/letters/", action="/resume")

    with app.app_context():
        assert not marks.stands(marks.Name.LETTERS_HELD)
    assert "letters resumed" in acts(app)


def test_jobs_that_were_given_up_begin_anew_or_are_dropped(app, desk):
    with app.app_context():
        first, second, third = (put_job("failed") for _ in range(3))
    shown = desk.get("/admin/jobs/").text
    assert "ZeroDivisionError: no luck for b…@example.org" in shown
    assert "Traceback" not in shown

    desk.submit("/admin/jobs/", action="/drop", number=second)
    desk.submit("/admin/jobs/", action="/again", number=first)
    desk.submit("/admin/jobs/", action="/again")

    with app.app_context():
        left = db.session.execute(
            select(Job.id, Job.state, Job.attempts).where(Job.id.in_((first, second, third)))
        )
        assert sorted(map(tuple, left)) == [(first, "waiting", 0), (third, "waiting", 0)]
    assert acts(app)[1:] == ["jobs dropped", "jobs begun again", "jobs begun again"]


def test_a_text_is_previewed_then_saved_and_taken_back(app, desk):
    path = "/admin/texts/en/contact"
    preview = desk.submit(path, title="Contact", body="## By pigeon\n\n[[the loft]]", preview="1")
    assert preview.status_code == 200
    assert "<h2>By pigeon</h2>" in preview.text
    assert "<mark>the loft</mark>" in preview.text
    assert "pigeon" not in desk.get("/about/contact").text

    desk.submit(path, title="Contact", body="By pigeon.")
    desk.submit(path, title="Contact", body="By telephone.")
    assert "By telephone." in desk.get("/about/contact").text
    with app.app_context():
        first = texts.revisions("contact", "en")[-1].id
    desk.submit(f"{path}?revision={first}", title="Contact")

    assert "By pigeon." in desk.get("/about/contact").text


def test_an_empty_page_is_refused_and_what_was_typed_is_kept(desk):
    answer = desk.submit("/admin/texts/en/contact", title="Kept", body=" ")

    assert answer.status_code == 409
    assert "Write a title and a text." in answer.text
    assert 'value="Kept"' in answer.text


def test_the_log_is_filtered_and_comes_page_by_page(app, desk, page_of_ben, monkeypatch):
    for _ in range(3):
        desk.get(page_of_ben)

    about = page_of_ben.rpartition("/")[2]
    assert desk.get(f"/admin/log/?about=member+{about}").text.count("member looked at") >= 3
    assert "No entries" in desk.get("/admin/log/?about=nobody").text
    granted = desk.get("/admin/log/?act=role+granted").text
    assert "at the machine itself" in granted
    assert "<td" not in desk.get("/admin/log/?before=1").text


def test_addresses_may_say_anything(desk):
    for query in ("before=x", "before=" + "9" * 30, "q=" + "x" * 500, "state=" + "y" * 99):
        for page in ("members", "profiles", "letters", "log"):
            assert desk.get(f"/admin/{page}/?{query}").status_code == 200
