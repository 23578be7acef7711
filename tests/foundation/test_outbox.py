from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from pro_am.foundation import clock, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Job
from pro_am.foundation.outbox import Address, Attachment, Letter

URL = "http://127.0.0.1:8000/en/bookings/ABC"


@pytest.fixture(autouse=True)
def _in_app(app):
    """An open context without a request, as a worker has it."""
    with app.app_context():
        yield


class Reading(HTMLParser):
    """The body of a letter as a mail program shows it: its elements, its links, its words."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.links, self.words = [], [], ""
        self._is_inside = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if self._is_inside:
            self.elements.append(tag)
            self.links += [value for name, value in attrs if name in ("href", "src")]
        self._is_inside |= tag == "main"

    def handle_endtag(self, tag):
        self._is_inside &= tag != "main"

    def handle_data(self, data):
        if self._is_inside:
            self.words += data


def message(body, *, name="Ana", title="Dinner", language="en", **more):
    """A letter about a new message, with everything in it that people type."""
    post = {
        "reader": SimpleNamespace(first_name=name),
        "author": SimpleNamespace(name=name, first_name=name),
        "booking": SimpleNamespace(offer_title=title),
        "body": body,
        "has_picture": False,
        "url": URL,
    }
    with transaction():
        outbox.post(Address("ana@example.org", language), "bookings/message", **post, **more)
    return db.session.scalars(select(Letter).order_by(Letter.id.desc()).limit(1)).one()


def squeezed(text):
    return "".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())


NOT_MARKUP = [
    "[click](http://evil.example)",
    "<http://evil.example>",
    "<a href='http://evil.example'>click</a>",
    "![x](http://evil.example/x.png)",
    "[click]\n\n[click]: http://evil.example",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#x41;",
    "**bold** _soft_ `code` ~~gone~~",
    "# heading",
    "heading\n===",
    "heading\n---",
    "- one\n- two",
    "1. one\n2) two",
    "> quoted",
    "    code of four spaces",
    "\tcode of a tab",
    "```\ncode\n```",
    "***",
    "\\",
    "two spaces  \nbreak",
    "{{ config.SECRET_KEY }} {% set subject = 'x' %} %(num)s",
    "| a | b |\n|---|---|\n| c | d |",
    "one\r\ntwo\u2028three\x0bfour",
]


@pytest.mark.parametrize("typed", NOT_MARKUP)
def test_markup_that_people_type_is_shown_as_they_typed_it(typed):
    read = Reading(message(typed).html)

    assert set(read.elements) <= {"p", "br", "a"}
    assert read.links == [URL]
    assert squeezed(typed) in squeezed(read.words)


markup = st.text(st.sampled_from("[](){}<>&;!*_~`#=+-|\\:/.\"'$%@^ \t\n\r0 1ahtps"), max_size=60)
# Forms let no NUL in, and PostgreSQL keeps none.
anything = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=markup | anything, name=markup | anything)
def test_nothing_typed_becomes_a_link_or_markup(body, name):
    read = Reading(message(body, name=name, title=name).html)

    assert set(read.elements) <= {"p", "br", "a"}
    assert read.links == [URL]
    assert squeezed(body) in squeezed(read.words)
    assert squeezed(name) in squeezed(read.words)


def test_the_text_says_it_as_it_was_typed():
    letter = message("I *love* it.\n\nSee you_there!", title="Soup & bread")

    assert "I *love* it.\n\nSee you_there!" in letter.text
    assert "“Soup & bread”" in letter.text
    assert f"Answer\n{URL}" in letter.text


@pytest.mark.parametrize("name", ["Ana\r\nBcc: x@example.org", "Ana\n\nDear", "A\u2028na\x85"])
def test_a_subject_is_one_line(name):
    subject = message("Hello", name=name).subject

    assert subject.splitlines() == [subject]


@pytest.mark.parametrize(("language", "greeting"), [("en", "Hello Ana,"), ("fr", "Bonjour Ana")])
def test_a_letter_speaks_its_readers_language(language, greeting):
    letter = message("¡Hola!", language=language)

    assert letter.text.startswith(greeting)
    assert f'<html lang="{language}">' in letter.html


def test_a_letter_waits_with_its_attachments_and_work_is_asked_for_once():
    file = Attachment("ABC.ics", "text/calendar;method=REQUEST", "BEGIN:VCALENDAR\r\n")
    message("Hello")
    letter = message("Hello", attachments=(file,))

    assert (letter.recipient, letter.template) == ("ana@example.org", "bookings/message")
    assert (letter.state, letter.next_at, letter.attempts) == ("waiting", clock.now(), 0)
    assert letter.attachments == [vars(file)]
    assert db.session.scalars(select(Job.kind)).all() == [outbox.DELIVER]


def test_a_deed_undone_leaves_no_letter():
    with pytest.raises(ZeroDivisionError), transaction():
        message("Hello")
        _ = 1 / 0

    assert db.session.scalar(select(func.count()).select_from(Letter)) == 0
