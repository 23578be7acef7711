"""Every letter of the product, written by the deeds that cause it."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy import select

import pro_am
from pro_am.bookings import actions as bookings
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking, make_member, make_pro_am
from tests.notifications.story import ALLERGIES, Story
from tests.programmes import story as coaching
from tests.sos import story as sos
from tests.supporters import story as friends
from tests.vouches import story as vouching

TEMPLATES = Path(pro_am.__file__).parent / "templates" / "emails"
ADDRESS = "3 rue des Cuisiniers"  # of Ben, see the factories
LANGUAGES = ("en", "fr")
# Where a link before the button leads: it answers the letter, and needs no sign-in.
ANSWERED_FROM_THE_LETTER = {
    "availability/still_hold": "my-calendar/still/",
    "bookings/move_proposed": "by-letter/move/",
    "bookings/reminder": "by-letter/presence/",  # a day before; two hours before it is too late
    "bookings/requested": "by-letter/answer/",
    "vouches/confirm": "by-letter/vouches/confirm/",
    "vouches/given": "by-letter/vouches/decline/",
}
OTHER_TIMES = {"bookings/no_room"}  # which has a link to each of the nearest two, before the button
ONE_TAP = {"sos/called", "sos/unanswered"}  # which answer or ring, before the button
OF_DAYS = {"programmes/week"}  # which has a link to each day, before the button
OF_OFFERS = {"alerts/somebody_new"}  # which has a link to each offer that fits, before the button
TOPICS = {
    "alerts/somebody_new": "saved_searches",
    "bookings/message": "messages",
    "bookings/reminder": "reminders",
    "conversations/message": "messages",
    "programmes/news": "coaching",
    "programmes/week": "coaching",
    "reviews/both_written": "reviews",
    "reviews/last_days": "reviews",
    "reviews/opened": "reviews",
    "reviews/replied": "reviews",
    "reviews/written": "reviews",
    "standing/level_fading": "levels",
    "standing/level_reached": "levels",
    "supporters/quiet_week": "recaps",
    "vouches/accepted": "vouches",
    "vouches/declined": "vouches",
    "vouches/here_already": "vouches",
}

# What somebody did, agreed to, or has to decide: always sent, with no way out below it.
TRANSACTIONS = {
    "accounts/account_closed",
    "accounts/already_a_member",
    "accounts/confirm_email",
    "accounts/confirm_new_email",
    "accounts/email_change_undone",
    "accounts/email_changes",
    "accounts/password_changed",
    "accounts/reinstated",
    "accounts/reset_password",
    "availability/still_hold",
    "bookings/answer_due",
    "bookings/called_off",
    "bookings/cancelled",
    "bookings/confirmed",
    "bookings/declined",
    "bookings/dispute_waits",
    "bookings/disputed",
    "bookings/expired",
    "bookings/move_proposed",
    "bookings/move_refused",
    "bookings/no_room",
    "bookings/no_show",
    "bookings/place_offered",
    "bookings/proposal_sent",
    "bookings/proposed",
    "bookings/request_sent",
    "bookings/requested",
    "bookings/rescheduled",
    "bookings/resolved",
    "bookings/series_confirmed",
    "bookings/series_ended",
    "bookings/series_request_sent",
    "bookings/series_requested",
    "bookings/withdrawn",
    "calendar_sources/stale",
    "moderation/about_you",
    "moderation/alarm",
    "moderation/appeal_answered",
    "moderation/appeal_waits",
    "moderation/decided",
    "moderation/looked",
    "moderation/second_waits",
    "moderation/statement",
    "moderation/taken_over",
    "profiles/restored",
    "programmes/ended",
    "programmes/paused",
    "programmes/resumed",
    "reviews/case_waits",
    "reviews/did_not_happen",
    "reviews/mismatch",
    "reviews/settled",
    "sos/answered",
    "sos/unanswered",
    "vouches/confirm",
    "vouches/given",
    "vouches/lapsed",
    "vouches/lapsed_for_you",
}
# To an address that belongs to no account: its reader ends them in one click.
TO_STRANGERS = {
    *("sos/called", "sos/ended", "supporters/asked", "supporters/recap", "vouches/invited"),
}


@pytest.fixture(params=LANGUAGES)
def letters(request, app, people, time):
    """All letters of the story, read in one language."""
    with app.app_context():
        Story(people, time, request.param).live()
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


def test_of_every_letter_it_is_said_whether_it_is_a_transaction():
    files = [file for file in TEMPLATES.rglob("*.md") if not file.name.startswith("_")]
    templates = sorted(str(file.relative_to(TEMPLATES).with_suffix("")) for file in files)

    assert sorted([*TRANSACTIONS, *TOPICS, *TO_STRANGERS]) == templates


def test_no_letter_weighs_more_than_60_kb(letters):
    """Gmail cuts off at 102 KB; a telephone far from a mast waits for every one of them."""
    assert max(len((each.html + each.text).encode()) for each in letters) < 60_000


def test_every_style_stands_beside_its_element(letters):
    """What is in the head only turns colours for the dark: many mail programs drop it."""
    for letter in letters:
        head, _, body = letter.html.partition("<body")
        light, _, dark = head.partition("@media (prefers-color-scheme: dark)")
        assert "{" not in light.partition("<style>")[2].replace(":root { color-scheme", "")
        assert "!important" in dark
        assert re.findall(r"<(?:a|p|main|footer)(?![^>]*style=)[^>]*>", body) == []


def test_each_letter_has_one_button_which_leads_home(letters, app):
    home = f"{app.config['PUBLIC_URL']}/{letters[0].language}/"

    for letter in letters:
        read = Reading(letter.html)
        *before, button = read.buttons
        led = {*ANSWERED_FROM_THE_LETTER, *OTHER_TIMES, *OF_OFFERS, *ONE_TAP, *OF_DAYS}
        assert not before or letter.template in led
        assert button.startswith(home), letter.template
        assert all(f"\n{url}\n" in letter.text for url in read.buttons), letter.template


def test_some_letters_are_answered_by_a_link_before_the_button(letters, app):
    home = f"{app.config['PUBLIC_URL']}/{letters[0].language}/"
    before = {template: [] for template in ANSWERED_FROM_THE_LETTER}

    for letter in letters:
        if letter.template in ANSWERED_FROM_THE_LETTER:
            before[letter.template].append(Reading(letter.html).buttons[:-1])

    for template, path in ANSWERED_FROM_THE_LETTER.items():
        assert any(before[template]), template
        for links in before[template]:
            assert len(links) <= 1, template
            assert all(url.startswith(home + path) for url in links), template


def test_whoever_finds_no_room_is_led_to_the_nearest_times(letters, app):
    home = f"{app.config['PUBLIC_URL']}/{letters[0].language}/"

    for letter in letters:
        if letter.template in OTHER_TIMES:
            *nearest, _ = Reading(letter.html).buttons
            assert len(nearest) == 2
            assert all(re.match(rf"{home}book/\w+\?start=", url) for url in nearest), nearest


def test_who_may_do_without_a_letter_reads_how_below_it(letters, app):
    """And no way out of those about bookings and accounts: those are needed."""
    for letter in letters:
        topic = TOPICS.get(letter.template)
        read = Reading(letter.html)
        assert letter.topic == topic, letter.template
        assert len(read.ways_out) == (1 if topic or letter.template in TO_STRANGERS else 0)
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
        *_of_accounts(),
        *_of_bookings(),
        *_of_another_time(),
        *_of_what_went_otherwise(),
        *_of_a_series(),
        *_of_a_waiting_list(),
        *_of_no_room(),
        *_of_reviews(),
        *vouching.LETTERS,
        *_of_moderation(),
        ("ben", "calendar_sources/stale"),
        ("ben", "availability/still_hold"),
        ("ana", "standing/level_reached"),
        ("ana", "standing/level_fading"),
        ("ana", "alerts/somebody_new"),
        *friends.LETTERS,
        *sos.LETTERS,
        *coaching.LETTERS,
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


def test_every_button_opens_a_page_for_its_reader(letters, app, browser_of):
    buttons = {
        (re.split("[.@]", each.recipient)[0], button)
        for each in letters
        for button in Reading(each.html).buttons
        if not button.startswith(("tel:", "sms:"))
    }

    for name, address in buttons:
        browser = browser_of(name if name in ("ana", "ben", "cleo") else None, letters[0].language)
        answer = browser.get(address.removeprefix(app.config["PUBLIC_URL"]))
        assert answer.status_code in (200, 303), address


def _of_accounts():
    return [
        ("dora", "accounts/confirm_email"),
        ("ana", "accounts/already_a_member"),
        ("ana", "accounts/reset_password"),
        ("ana", "accounts/password_changed"),
        ("ana.martin", "accounts/confirm_new_email"),
        ("ana", "accounts/email_changes"),
        ("ana", "accounts/email_change_undone"),
    ]


def _of_bookings():
    return [
        *_request(),
        ("ben", "bookings/withdrawn"),
        *_request(),
        ("ana", "bookings/declined"),
        *_request(),
        ("ana", "bookings/message"),
        *_both("bookings/confirmed"),
        *_both("bookings/cancelled"),
        *_request(),
        *_both("bookings/expired"),
    ]


def _of_another_time():
    return [
        *_request(),
        ("ana", "bookings/proposed"),
        ("ben", "bookings/proposal_sent"),
        ("ana", "bookings/answer_due"),
        *_both("bookings/confirmed"),
        ("ana", "bookings/move_proposed"),
        ("ben", "bookings/move_refused"),
        *_both("bookings/rescheduled"),
        *_both("bookings/reminder") * 2,
    ]


def _of_what_went_otherwise():
    return [
        ("ben", "bookings/no_show"),
        ("ana", "bookings/disputed"),
        ("cleo", "bookings/dispute_waits"),
        *_both("bookings/resolved"),
    ]


def _of_a_series():
    return [
        ("ben", "bookings/series_requested"),
        ("ana", "bookings/series_request_sent"),
        *_both("bookings/series_confirmed"),
        *_both("bookings/series_ended"),
    ]


def _of_a_waiting_list():
    return [
        *_request(),
        *_both("bookings/confirmed"),
        *_both("bookings/cancelled"),
        ("cleo", "bookings/place_offered"),
    ]


def _of_no_room():
    return [
        *_request(),
        *_request("cleo"),
        *_both("bookings/confirmed"),
        ("cleo", "bookings/no_room"),
        *_both("bookings/cancelled"),
    ]


def _of_reviews():
    return [
        *_request(),
        *_both("bookings/confirmed"),
        *_both("reviews/opened"),
        ("ben", "reviews/written"),
        ("ana", "reviews/both_written"),
        ("ana", "reviews/replied"),
        *_request(),
        *_both("bookings/confirmed"),
        ("ana", "reviews/did_not_happen"),
        ("cleo", "reviews/case_waits"),
        ("ana", "reviews/last_days"),
        ("ben", "reviews/settled"),
        ("ana", "reviews/settled"),
        *_request("cleo"),
        ("cleo", "bookings/confirmed"),
        ("ben", "bookings/confirmed"),
        ("ana", "reviews/mismatch"),
    ]


def _of_moderation():
    return [
        ("ben", "conversations/message"),
        ("ana", "conversations/message"),
        *_request(),
        ("cleo", "moderation/alarm"),
        *_both("bookings/called_off"),
        ("ana", "moderation/decided"),
        ("ben", "moderation/statement"),
        ("ana", "moderation/decided"),
        ("ben", "moderation/about_you"),
        ("ben", "moderation/statement"),
        ("ana", "moderation/appeal_waits"),
        ("ben", "moderation/appeal_answered"),
        ("ben", "moderation/looked"),
        ("ana", "moderation/second_waits"),
        ("ben", "moderation/taken_over"),
        ("ben", "moderation/statement"),
        ("ben", "accounts/reinstated"),
        ("ben", "moderation/statement"),
        ("ben", "profiles/restored"),
        ("cleo", "accounts/account_closed"),
    ]


def _request(host="ana"):
    return [("ben", "bookings/requested"), (host, "bookings/request_sent")]


def _both(template):
    return [("ana", template), ("ben", template)]
