"""Letters as mail programs receive them: whom they reach, and the date that can be kept."""

import pytest
from icalendar import Calendar

from pro_am.bookings import actions as bookings
from pro_am.notifications import actions
from tests.factories import make_booking, make_member, make_pro_am

HOSTILE = (
    "\r\nBcc: thief@example.org",
    "\nBcc: thief@example.org\n\nDear friend",
    "\rBcc: thief@example.org",
    "\u2028Bcc: thief@example.org",
    "\x0bBcc: thief@example.org",
    "\x85Bcc: thief@example.org",
    "=?utf-8?q?=0D=0ABcc=3A_thief=40example.org?=",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:thief@example.org",
    '";ROLE=CHAIR:mailto:thief@example.org',
)


@pytest.fixture
def confirmed(in_app, mail_server):
    """A function that lets Ben confirm what Ana asked for, under names that they chose."""

    def confirm(*, title="Dinner at my table", tail=""):
        ana = make_member(f"Ana{tail}", email="ana@example.org")
        ben = make_member(f"Ben{tail}", email="ben@example.org")
        booking = make_booking(ana, make_pro_am(ben, title=title))
        bookings.confirm(booking, ben, allergies_read=True)
        return booking

    return confirm


def letters_with_dates(mail_server):
    actions.deliver_due()
    return [each for each in mail_server.taken if each.get_content_type() == "multipart/mixed"]


def parts_of(letter):
    """The kinds of its alternatives, the invitation among them, and the file."""
    alternatives, file = letter.iter_parts()
    return list(alternatives.iter_parts()), file


def test_an_invitation_is_one_way_to_read_the_letter_and_a_file_to_save(mail_server, confirmed):
    booking = confirmed()

    letters = letters_with_dates(mail_server)

    assert sorted(letter["To"] for letter in letters) == ["ana@example.org", "ben@example.org"]
    for letter in letters:
        alternatives, file = parts_of(letter)
        kinds = [part.get_content_type() for part in alternatives]
        assert kinds == ["text/plain", "text/html", "text/calendar"]  # the last one is preferred
        invitation = alternatives[2]
        assert invitation.get_param("method") == "REQUEST"
        assert invitation.get_param("charset") == "utf-8"
        assert invitation["Content-Disposition"] is None
        assert file.get_content_type() == "application/ics"
        assert file.get_filename() == f"{booking.reference}.ics"
        assert file.get_payload(decode=True) == invitation.get_payload(decode=True)


def test_the_method_in_the_mail_is_the_one_in_the_file(mail_server, confirmed):
    booking = confirmed()
    bookings.cancel(booking, booking.host)

    for letter in letters_with_dates(mail_server):
        invitation = parts_of(letter)[0][2]
        calendar = Calendar.from_ical(invitation.get_payload(decode=True))
        (event,) = calendar.walk("VEVENT")
        assert calendar["method"] == invitation.get_param("method")
        assert event["attendee"] == f"mailto:{letter['To']}"
        assert invitation.get_payload(decode=True).startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_letter_without_a_date_has_no_file(post, mail_server):
    post()

    actions.deliver_due()

    (letter,) = mail_server.taken
    assert letter.get_content_type() == "multipart/alternative"


@pytest.mark.parametrize("tail", HOSTILE, ids=ascii)
def test_what_people_type_reaches_nobody_else(mail_server, confirmed, tail):
    booking = confirmed(title=f"Dinner{tail}", tail=tail)
    bookings.cancel(booking, booking.host, reason=tail)

    actions.deliver_due()

    assert set(mail_server.recipients) == {"ana@example.org", "ben@example.org"}
    assert len(mail_server.recipients) == len(mail_server.taken)
    for letter in mail_server.taken:
        assert [letter[name] for name in ("Bcc", "Cc", "Reply-To", "Sender")] == [None] * 4
        assert len(letter.get_all("To")) == len(letter.get_all("Subject")) == 1
        assert letter["To"] in ("ana@example.org", "ben@example.org")
    for letter in letters_with_dates(mail_server):
        for part in (parts_of(letter)[0][2], parts_of(letter)[1]):
            events = Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
            assert [event["attendee"] for event in events] == [f"mailto:{letter['To']}"]


def test_a_letter_has_one_recipient_whatever_an_address_says(post, mail_server):
    post("ana@example.org, thief@example.org")

    actions.deliver_due()

    assert "thief@example.org" not in mail_server.recipients


def test_what_people_type_is_still_read_as_they_typed_it(mail_server, confirmed):
    confirmed(title="Dîner « chez moi »\r\nBcc: thief@example.org")

    subjects = [letter["Subject"] for letter in letters_with_dates(mail_server)]

    assert all("Dîner « chez moi » Bcc: thief@example.org" in subject for subject in subjects)
