import shutil
import socket
import ssl
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from pro_am.foundation import clock, jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.notifications import actions
from pro_am.notifications.actions.delivery import PAUSES
from tests.notifications.mail_server import TAKEN, MailServer

YEAR = timedelta(days=365)


def the_letter():
    db.session.rollback()  # see what was committed
    return db.session.scalars(select(Letter)).one()


def test_a_letter_is_sent_once(post, mail_server):
    post()

    actions.deliver_due()
    actions.deliver_due()

    assert mail_server.recipients == ["ana@example.org"]
    assert (the_letter().state, the_letter().sent_at) == ("sent", clock.now())


def test_many_workers_send_each_letter_once(app, post, mail_server):
    expected = [f"member{number}@example.org" for number in range(8)]
    for recipient in expected:
        post(recipient)

    def work(_):
        with app.app_context():
            actions.deliver_due()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))

    assert sorted(mail_server.recipients) == expected


def test_a_letter_goes_as_text_and_as_html_from_the_community(post, mail_server):
    post()

    actions.deliver_due()

    (letter,) = mail_server.taken
    assert letter["From"] == "Pro-Am <bonjour@localhost>"
    assert (letter["To"], letter["Subject"]) == ("ana@example.org", "Your password was changed")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]
    assert letter.get_body(("plain",)).get_content().startswith("Hello Ana,")


@pytest.mark.parametrize("where", ["to_recipients", "to_letters"])
def test_a_busy_server_is_asked_again_with_growing_pauses_and_not_for_ever(
    post, mail_server, time, where
):
    setattr(mail_server, where, "451 Later, please")
    post()

    for pause in PAUSES:
        actions.deliver_due()
        letter = the_letter()
        assert (letter.state, letter.next_at - clock.now()) == ("waiting", pause)
        assert "451" in letter.error
        attempts = letter.attempts
        actions.deliver_due()  # not before its time
        assert the_letter().attempts == attempts
        time.now = letter.next_at
    actions.deliver_due()

    assert the_letter().state == "failed"
    assert sorted(PAUSES) == list(PAUSES)
    assert mail_server.taken == []


def test_a_letter_put_back_comes_up_again_by_itself(post, mail_server, time):
    mail_server.to_recipients = "450 Greylisted"
    post()
    jobs.run_due()
    mail_server.to_recipients = TAKEN

    time.now += PAUSES[0]
    jobs.run_due()

    assert the_letter().state == "sent"
    assert len(mail_server.taken) == 1


@pytest.mark.parametrize(
    ("where", "answer"),
    [("to_recipients", "550 Nobody of this name"), ("to_letters", "554 Not this letter")],
)
def test_what_the_server_refuses_for_good_is_not_tried_again(
    post, mail_server, time, where, answer
):
    setattr(mail_server, where, answer)
    post()

    actions.deliver_due()

    letter = the_letter()
    assert (letter.state, letter.attempts) == ("failed", 1)
    assert answer[:3] in letter.error
    time.now += YEAR
    actions.deliver_due()
    assert the_letter().attempts == 1


def test_one_refused_letter_keeps_no_other_from_leaving(post, mail_server):
    mail_server.to_recipients = "550 Nobody of this name"
    post()
    actions.deliver_due()
    mail_server.to_recipients = TAKEN
    post("ben@example.org")

    actions.deliver_due()

    assert mail_server.recipients == ["ben@example.org"]


def test_when_the_answer_is_lost_nobody_knows_and_it_is_never_sent_again(post, mail_server, time):
    mail_server.cuts_the_line = True
    post()

    actions.deliver_due()

    assert mail_server.offers == 1
    assert the_letter().state == "unknown"
    mail_server.cuts_the_line = False
    time.now += YEAR
    actions.deliver_due()
    assert mail_server.offers == 1


@pytest.mark.parametrize("goodbye", ["421 Too busy to part politely", "500 What?"])
def test_a_letter_that_was_taken_is_sent_however_they_part(post, mail_server, goodbye):
    mail_server.goodbye = goodbye
    post()

    actions.deliver_due()

    assert the_letter().state == "sent"
    assert len(mail_server.taken) == 1


def test_a_worker_that_died_while_sending_leaves_a_letter_nobody_sends_again(
    post, mail_server, time
):
    post()
    with transaction():  # as the claim leaves it
        db.session.execute(
            update(Letter).values(state="sending", next_at=clock.now() + timedelta(minutes=10))
        )

    actions.deliver_due()
    assert the_letter().state == "sending"
    time.forward(minutes=11)
    actions.deliver_due()

    assert the_letter().state == "unknown"
    assert mail_server.taken == []


def test_while_the_server_is_down_letters_wait_for_it(in_app, post):
    with socket.create_server(("127.0.0.1", 0)) as closing:
        in_app.config["MAIL_SERVER"] = f"smtp://127.0.0.1:{closing.getsockname()[1]}"
    post()

    actions.deliver_due()

    letter = the_letter()
    assert (letter.state, letter.next_at) == ("waiting", clock.now() + PAUSES[0])
    assert "ConnectionRefused" in letter.error


def test_without_a_mail_server_letters_stay(in_app, post):
    post()

    actions.deliver_due()

    assert (the_letter().state, the_letter().attempts) == ("waiting", 0)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 that only those trust who are told to."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: no certificate to test TLS with")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-days", "2", "-subj", "/CN=mail", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return folder / "certificate.pem", folder / "key.pem"


@pytest.fixture
def tls_server(in_app, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server = MailServer(tls=context)
    server.start()
    in_app.config["MAIL_SERVER"] = server.address
    yield server
    server.stop()


def with_password(server):
    return server.address.replace("//", "//post:letter%20box@")


def test_letters_travel_encrypted_whenever_the_server_can(post, tls_server):
    post()

    actions.deliver_due()

    assert (len(tls_server.taken), tls_server.encrypted) == (1, 1)


def test_the_password_goes_to_the_server_that_proves_its_name(
    in_app, post, tls_server, certificate, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    in_app.config["MAIL_SERVER"] = with_password(tls_server)
    post()

    actions.deliver_due()

    assert the_letter().state == "sent"
    assert tls_server.passwords == [b"letter box"]


def test_the_password_goes_to_no_server_that_cannot(in_app, post, tls_server):
    in_app.config["MAIL_SERVER"] = with_password(tls_server)
    post()

    actions.deliver_due()

    assert the_letter().state == "waiting"
    assert "certificate" in the_letter().error.lower()
    assert tls_server.passwords == []


def test_the_password_never_travels_in_the_clear(in_app, post, mail_server):
    in_app.config["MAIL_SERVER"] = with_password(mail_server)
    post()

    actions.deliver_due()

    assert the_letter().state == "waiting"
    assert mail_server.passwords == []
