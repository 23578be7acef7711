"""Letters that come back: what reports tell, and that nothing more is sent there."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.notifications import actions, queries
from pro_am.notifications.rules.bounces import NotAReport, is_gone, read_report
from tests.factories import PASSWORD
from tests.notifications.mail_server import TAKEN

REPORT = """\
From: MAILER-DAEMON@mail.example.org
To: bonjour@localhost
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"
MIME-Version: 1.0

--edge
Content-Type: text/plain

I could not deliver it.

--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; Ana@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} says the mailbox

--edge
Content-Type: text/rfc822-headers

Message-ID: {message_id}
Subject: Your password was changed

--edge--
"""


def report(status="5.1.1", action="failed", message_id="<1@x>"):
    return REPORT.format(status=status, action=action, message_id=message_id).encode()


def states():
    db.session.rollback()
    return db.session.scalars(select(Letter.state).order_by(Letter.id)).all()


@pytest.mark.parametrize(
    ("status", "action", "counts"),
    [
        ("5.1.1", "failed", True),
        ("5.0.0", "failed", True),
        ("5.2.1", "Failed", True),
        ("5.4.4", "failed", True),
        ("4.2.2", "failed", False),
        ("4.4.7", "delayed", False),
        ("5.1.1", "delayed", False),
        ("2.0.0", "delivered", False),
        ("5.2.2", "failed", False),
        ("5.7.1", "failed", False),
        ("5.6.0", "failed", False),
        ("5.1.8", "failed", False),
        ("nonsense", "failed", False),
    ],
)
def test_only_what_is_lasting_and_about_the_mailbox_counts(status, action, counts):
    failed = read_report(report(status, action)).failed

    assert [each.recipient for each in failed] == (["ana@example.org"] if counts else [])


@pytest.mark.parametrize(
    ("reply", "words", "is_so"),
    [
        (550, "Nobody of this name", True),
        (550, "5.1.1 User unknown", True),
        (553, "No such mailbox", True),
        (550, "5.7.1 Blocked by policy", False),
        (552, "Mailbox full", False),
        (554, "Go away", False),
        (450, "4.2.0 Greylisted", False),
    ],
)
def test_a_refusal_is_about_the_mailbox_or_about_something_else(reply, words, is_so):
    assert is_gone(reply, words) is is_so


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "no delivery report"),
        (b"Subject: Hello\n\nDo you like soup?", "no delivery report"),
        (b"Content-Type: multipart/report\n\nnothing inside", "no part"),
        (report().replace(b"message/delivery-status", b"text/plain"), "no part"),
        (report().replace(b"text/rfc822-headers", b"text/html"), "which letter"),
        (report()[:300], "which letter"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
)
def test_whatever_else_arrives_is_refused_with_its_cause(raw, cause):
    with pytest.raises(NotAReport, match=cause):
        read_report(raw)


@settings(max_examples=60)
@given(cut=st.integers(0, 600), junk=st.binary(max_size=60))
def test_broken_reports_never_break_the_reader(cut, junk):
    whole = report()

    with suppress(NotAReport):
        read_report(whole[:cut] + junk + whole[cut:])


def test_a_report_about_a_letter_of_ours_marks_its_reader(in_app, post):
    post()
    letter_id = db.session.scalars(select(Letter.id)).one()
    raw = report(message_id=queries.message_id_of(letter_id))

    done = in_app.test_cli_runner().invoke(args=["letters", "bounce"], input=raw)

    assert (done.exit_code, "1 addresses" in done.output) == (0, True)
    assert queries.is_bounced("ana@example.org")


@pytest.mark.parametrize("message_id", ["<1@127.0.0.1>", "<1.made-up@127.0.0.1>", "", "<>@"])
def test_nobody_silences_another_by_a_report_that_they_made_up(in_app, post, message_id):
    post()

    done = in_app.test_cli_runner().invoke(
        args=["letters", "bounce"], input=report(message_id=message_id)
    )

    assert done.exit_code == 2
    assert "no letter that this installation has sent" in done.output
    assert not queries.is_bounced("ana@example.org")


def test_nothing_is_sent_to_a_marked_address_until_that_is_lifted(in_app, post, mail_server):
    command = in_app.test_cli_runner()
    command.invoke(args=["letters", "bounced", "Ana@example.org", "dora@example.org"])
    post()
    post("ben@example.org")

    actions.deliver_due()

    assert mail_server.recipients == ["ben@example.org"]
    assert states() == ["undeliverable", "sent"]
    command.invoke(args=["letters", "bounced", "--lift", "ana@example.org"])
    post()
    actions.deliver_due()
    assert states()[-1] == "sent"


def test_a_mailbox_that_the_server_does_not_know_is_marked(post, mail_server):
    mail_server.to_recipients = "550 5.1.1 Nobody of this name"
    post()
    actions.deliver_due()
    mail_server.to_recipients = TAKEN
    post()

    actions.deliver_due()

    assert states() == ["failed", "undeliverable"]


@pytest.mark.parametrize("answer", ["552 Full", "550 5.7.1 Not from you"])
def test_a_full_mailbox_or_a_policy_marks_nobody(post, mail_server, answer):
    mail_server.to_recipients = answer
    post()

    actions.deliver_due()

    assert not queries.is_bounced("ana@example.org")


def test_a_new_password_by_letter_shows_that_the_mailbox_works(person, app, mail_server):
    ana = person("ana")
    actions.mark_bounced([ana.email], words="x")
    accounts.ask_for_reset(ana.email, place="x")
    actions.deliver_due()
    [letter] = mail_server.taken
    secret = letter.get_body(("plain",)).get_content().split("/new-password/")[1].split()[0]

    accounts.reset_password(secret, f"{PASSWORD} again")

    assert not queries.is_bounced(ana.email)


def test_whoever_is_not_reached_reads_it_and_says_when_the_mailbox_works(app, done, browser_of):
    done(lambda person: actions.mark_bounced([person("ana").email], words="x"))
    ana = browser_of("ana")

    for page in ("/my-week/", "/account/letters"):
        assert "Our letters to ana@example.org come back" in ana.get(page).text
        assert "come back" not in browser_of("ben").get(page).text
    ana.submit("/account/letters", action="/account/letters/again")

    assert "come back" not in ana.get("/my-week/").text


def test_the_operator_sees_which_letters_find_no_mailbox(done, admin, browser_of, people):
    def sent(person):
        actions.mark_bounced(["ana@example.org"], words="x")
        letter = db.session.scalars(select(Letter)).first()
        letter.state = "undeliverable"
        db.session.commit()

    done(lambda person: accounts.ask_for_reset("ana@example.org", place="x"))
    done(sent)

    assert (
        "to mailboxes that take none (1)"
        in browser_of("ana", fresh=True).get("/admin/letters/").text
    )


def test_an_erased_member_leaves_no_mark(person, time):
    cleo = person("cleo")
    actions.mark_bounced([cleo.email], words="x")
    accounts.leave(cleo)
    time.forward(days=15)

    accounts.erase_the_gone()

    assert not queries.is_bounced("cleo@example.org")
    assert db.session.get(Member, cleo.id).erased_at
