"""Every letter of the product, written by the deeds that cause it."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy import select

import pro_am
from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.conversations import actions as conversations
from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.moderation import actions as moderation
from pro_am.moderation.actions import Decision, Reported
from pro_am.moderation.rules import Outcome, Reason, Subject
from pro_am.profiles.actions.withdrawing import restore_profile, withdraw_profile
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from tests.factories import (
    PASSWORD,
    free_starts,
    make_booking,
    make_member,
    make_pro_am,
    only_offer,
)

TEMPLATES = Path(pro_am.__file__).parent / "templates" / "emails"
ADDRESS = "3 rue des Cuisiniers"  # of Ben, see the factories
ALLERGIES = "hazelnuts, badly"
LANGUAGES = ("en", "fr")
NOTHING_TO_DO = {"accounts/suspended", "profiles/withdrawn"}  # but to answer, by an ordinary mail


class Story:
    """What Ana and Ben live through, in one language."""

    def __init__(self, people, clock, language):
        self.people, self.clock, self.language = people, clock, language
        with transaction():
            for member in (self.member(name) for name in ("ana", "ben", "cleo")):
                member.language = language

    def member(self, name):
        return db.session.get_one(Member, self.people[name])

    def accounts(self):
        arrival = {"password": PASSWORD, "language": self.language, "place": "x", "onward": None}
        accounts.sign_up(name="Dora Roux", email="dora@example.org", **arrival)
        accounts.sign_up(name="Ana Martin", email="ana@example.org", **arrival)
        accounts.ask_for_reset("ana@example.org", place="x")
        secret = self.secret_in("accounts/reset_password")
        accounts.reset_password(secret, "another horse, another battery")
        accounts.ask_for_email_change(self.member("ana"), "ana.martin@example.org")
        accounts.undo_email_change(self.secret_in("accounts/email_changes"))

    def secret_in(self, template):
        text = db.session.scalars(select(Letter.text).where(Letter.template == template)).one()
        return re.search(r"/(\S{43})$", text, re.MULTILINE).group(1)

    def bookings(self):
        ana, ben = self.member("ana"), self.member("ben")
        bookings.withdraw(self.request(), ana)
        bookings.decline(self.request(), ben, reason="My oven has died.")
        cancelled = self.request()
        conversations.write(cancelled.thread_id, ben, "Do you like soup?", idempotency_key="1")
        bookings.confirm(cancelled, ben, allergies_read=True)
        bookings.cancel(cancelled, ana, reason="I have a fever.")
        self.clock.now = self.request().answer_by
        bookings.catch_up_with_time()

    def reviews(self):
        evening = self.request()
        bookings.confirm(evening, self.member("ben"), allergies_read=True)
        self.clock.now = evening.ends_at
        by_host = reviews.review(evening, self.member("ana"), Opinion(4, {}, "Good soup.", ""))
        reviews.review(evening, self.member("ben"), Opinion(5, {}, "A fine guest.", ""))
        reviews.reply(by_host.id, self.member("ben"), "Come again.")

    def moderation(self):
        ana, ben, cleo = self.member("ana"), self.member("ben"), self.member("cleo")
        accounts.grant_role(cleo, Role.MODERATOR, by=None)
        question = conversations.ask(
            ana, only_offer().profile, "Do you do lunches?", idempotency_key="2"
        )
        conversations.write(question.thread_id, ben, "On Sundays.", idempotency_key="3")
        self.request()
        about = Reported(Subject.PROFILE, "ben-keller", ben.id, "Slow food, quick wit")
        report = moderation.report(ana, about, Reason.UNSAFE, "", idempotency_key="4")
        moderation.decide(report, cleo, Decision(Outcome.WARNED, "Du calme.", "Easy now."))
        self.clock.forward(minutes=30)
        moderation.tell(report.id, report.decided_at.isoformat())

    def oversight(self):
        ben, cleo, profile = self.member("ben"), self.member("cleo"), only_offer().profile
        accounts.suspend(ben, by=cleo, why="Ben has not answered us.")
        accounts.reinstate(ben, by=cleo)
        withdraw_profile(profile, by=cleo, why="The pictures are not yours.")
        restore_profile(profile, by=cleo)
        accounts.leave(cleo)

    def request(self):
        offer = only_offer()
        start = free_starts(offer)[-1]
        wish = Wish(start=start, people=2, message="With pleasure!", allergies=ALLERGIES)
        return bookings.request_booking(
            self.member("ana"), offer, wish, idempotency_key=ids.public_id()
        )


@pytest.fixture(params=LANGUAGES)
def letters(request, app, people, time):
    """All letters of the story, read in one language."""
    with app.app_context():
        story = Story(people, time, request.param)
        story.accounts()
        story.bookings()
        story.reviews()
        story.moderation()
        story.oversight()
        found = db.session.scalars(select(Letter).order_by(Letter.id)).all()
        db.session.expunge_all()  # they are read with no context open, see tests/conftest.py
    return found


class Reading(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.elements, self.buttons, self.ways_out, self.loaded = set(), [], [], []
        self.in_footer = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)
        given = dict(attrs)
        if tag == "footer":
            self.in_footer = True
        if tag == "a":
            (self.ways_out if self.in_footer else self.buttons).append(given["href"])
        self.loaded += [given[name] for name in ("src", "srcset", "background") if name in given]


def test_every_letter_is_written_by_some_deed(letters):
    written = {letter.template for letter in letters}

    files = [file for file in TEMPLATES.rglob("*.md") if not file.name.startswith("_")]
    assert written == {str(file.relative_to(TEMPLATES).with_suffix("")) for file in files}


def test_each_letter_has_one_button_which_leads_home(letters, app):
    home = f"{app.config['PUBLIC_URL']}/{letters[0].language}/"

    for letter in letters:
        read = Reading(letter.html)
        if letter.template in NOTHING_TO_DO:
            assert read.buttons == []
            continue
        assert len(read.buttons) == 1, letter.template
        assert read.buttons[0].startswith(home), letter.template
        assert f"\n{read.buttons[0]}\n" in letter.text, letter.template


def test_who_may_do_without_a_letter_reads_how_below_it(letters, app):
    """And no way out of those about bookings and accounts: those are needed."""
    for letter in letters:
        feature, _, kind = letter.template.partition("/")
        topic = "messages" if kind == "message" else "reviews" if feature == "reviews" else None
        read = Reading(letter.html)
        assert letter.topic == topic, letter.template
        assert len(read.ways_out) == (1 if topic else 0)
        assert all(letter.text.endswith(f"\n{url}\n") for url in read.ways_out)


def test_no_letter_calls_anybody_when_it_is_opened(letters):
    """No picture, font or style from elsewhere, ours included: nobody learns that it was read."""
    for letter in letters:
        read = Reading(letter.html)
        assert read.loaded == []
        assert not read.elements & {"img", "link", "script", "iframe", "form", "object", "video"}
        assert "url(" not in letter.html
        assert "@import" not in letter.html


def test_no_letter_tells_the_door_or_the_allergies(letters):
    for letter in letters:
        everything = " ".join([letter.subject, letter.text, letter.html, str(letter.attachments)])
        assert ADDRESS not in everything
        assert ALLERGIES not in everything
        assert "Good soup" not in everything  # reviews are read where they are public


def test_letters_greet_in_their_language_and_leave_nothing_open(letters):
    greeting = {"en": "Hello ", "fr": "Bonjour "}[letters[0].language]

    for letter in letters:
        assert letter.text.startswith(greeting), letter.template
        assert 0 < len(letter.subject) <= 78, letter.subject
        assert "%(" not in letter.subject + letter.text
        assert "\\" not in letter.text


def test_each_hears_what_concerns_them(letters):
    told = [(letter.recipient.split("@")[0], letter.template) for letter in letters]

    assert told == [
        ("dora", "accounts/confirm_email"),
        ("ana", "accounts/already_a_member"),
        ("ana", "accounts/reset_password"),
        ("ana", "accounts/password_changed"),
        ("ana.martin", "accounts/confirm_new_email"),
        ("ana", "accounts/email_changes"),
        ("ana", "accounts/email_change_undone"),
        *_request(),
        ("ben", "bookings/withdrawn"),
        *_request(),
        ("ana", "bookings/declined"),
        *_request(),
        ("ana", "bookings/message"),
        ("ana", "bookings/confirmed"),
        ("ben", "bookings/confirmed"),
        ("ana", "bookings/cancelled"),
        ("ben", "bookings/cancelled"),
        *_request(),
        ("ana", "bookings/expired"),
        ("ben", "bookings/expired"),
        *_request(),
        ("ana", "bookings/confirmed"),
        ("ben", "bookings/confirmed"),
        ("ben", "reviews/written"),
        ("ana", "reviews/both_written"),
        ("ana", "reviews/replied"),
        ("ben", "conversations/message"),
        ("ana", "conversations/message"),
        *_request(),
        ("cleo", "moderation/alarm"),
        ("ana", "bookings/called_off"),
        ("ben", "bookings/called_off"),
        ("ana", "moderation/decided"),
        ("ben", "moderation/about_you"),
        ("ben", "accounts/suspended"),
        ("ben", "accounts/reinstated"),
        ("ben", "profiles/withdrawn"),
        ("ben", "profiles/restored"),
        ("cleo", "accounts/account_closed"),
    ]


@pytest.mark.parametrize(("price_minor", "speak_of_it"), [(2500, True), (0, False)])
def test_paying_is_spoken_of_where_there_is_a_price(app, price_minor, speak_of_it):
    with app.app_context():
        offer = make_pro_am(make_member("Ben Keller"), price_minor=price_minor)
        booking = make_booking(make_member("Ana Martin"), offer)
        bookings.confirm(booking, booking.provider, allergies_read=True)

        agreed = select(Letter.text).where(
            Letter.template.in_(["bookings/request_sent", "bookings/confirmed"])
        )
        assert ["in person" in text for text in db.session.scalars(agreed)] == [speak_of_it] * 3


@pytest.mark.parametrize(("hours_ahead", "is_free"), [(25, True), (24, False), (23, False)])
def test_hosts_read_until_when_cancelling_is_free_as_long_as_it_is(app, time, hours_ahead, is_free):
    with app.app_context():
        offer = make_pro_am(make_member("Ben Keller"))
        start = next(s for s in free_starts(offer) if s - time.now > timedelta(hours=28))
        booking = make_booking(make_member("Ana Martin"), offer, start=start)
        time.now = start - timedelta(hours=hours_ahead)
        bookings.confirm(booking, booking.provider, allergies_read=True)

        text = db.session.scalars(
            select(Letter.text).where(
                Letter.template == "bookings/confirmed", Letter.recipient == "ana@example.org"
            )
        ).one()
        assert ("Cancelling is free until Monday 7 January 2030, 18:00." in text) is is_free


def _request():
    return [("ben", "bookings/requested"), ("ana", "bookings/request_sent")]


def test_every_button_opens_a_page_for_its_reader(letters, app, browser_of):
    buttons = {
        (re.split("[.@]", each.recipient)[0], button)
        for each in letters
        for button in Reading(each.html).buttons
    }

    for name, address in buttons:
        browser = browser_of(None if name == "dora" else name, letters[0].language)
        answer = browser.get(address.removeprefix(app.config["PUBLIC_URL"]))
        assert answer.status_code in (200, 303), address
