"""Dates, sums and stories as the reader writes them; what belongs together is not parted."""

from datetime import date, datetime, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation import clock
from pro_am.foundation.web import wording
from pro_am.foundation.web.wording import story

NBSP = "\u00a0"
THIN = "\u202f"
DAY = date(2030, 11, 30)
SAFE_SCHEMES = ("http:", "https:", "mailto:")
EVENING = datetime(2030, 11, 30, 18, 30)  # 19:30 in Paris


@pytest.fixture
def read(app):
    """A function from a language to what a filter writes in it."""

    def read(language, write, *facts, **more):
        with app.test_request_context(f"/{language}/"):
            return write(*facts, **more)

    return read


on_sqlite = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@on_sqlite
@pytest.mark.parametrize(
    ("language", "write", "facts", "words"),
    [
        ("fr", wording.day, (DAY,), "sam. 30 nov."),
        ("en", wording.day, (DAY,), "Sat 30 Nov"),
        ("fr", wording.day, (date(2031, 1, 2),), "jeu. 2 janv. 2031"),
        ("en", wording.day, (date(2029, 12, 31),), "Mon 31 Dec 2029"),
        ("fr", wording.long_day, (DAY,), "samedi 30 novembre 2030"),
        ("en", wording.long_day, (DAY,), "Saturday 30 November 2030"),
        ("fr", wording.long_day, (date(2030, 12, 1),), "dimanche 1er décembre 2030"),
        ("fr", wording.day, (date(2030, 12, 1),), "dim. 1er déc."),
        ("en", wording.day, (date(2030, 12, 1),), "Sun 1 Dec"),
        ("fr", wording.city, ("Europe/London",), "Londres"),
        ("en", wording.city, ("America/New_York",), "New York"),
        ("fr", wording.moment, (EVENING, "Europe/Paris"), "samedi 30 novembre 2030, 19:30"),
        ("en", wording.moment, (EVENING, "Europe/London"), "Saturday 30 November 2030, 18:30"),
        ("en", wording.clock_time, (EVENING, "Asia/Kathmandu"), "00:15"),
        ("fr", wording.money_words, (2850, "EUR"), f"28,50{NBSP}€"),
        ("en", wording.money_words, (2850, "EUR"), "€28.50"),
        ("fr", wording.money_words, (123_400, "EUR"), f"1{THIN}234{NBSP}€"),
        ("en", wording.money_words, (123_400, "EUR"), "€1,234"),
        ("fr", wording.money_as_typed, (2850, "EUR"), "28,50"),
        ("en", wording.money_as_typed, (2800, "EUR"), "28"),
        ("fr", wording.decimal, (4.25,), "4,2"),
        ("en", wording.decimal, (4.0,), "4.0"),
        ("fr", wording.duration, (45,), f"45{NBSP}min"),
        ("en", wording.duration, (120,), f"2{NBSP}h"),
        ("fr", wording.duration, (150,), f"2{NBSP}h{NBSP}30"),
        ("en", wording.duration, (65,), f"1{NBSP}h{NBSP}05"),
    ],
)
def test_each_language_has_its_own_way(read, language, write, facts, words):
    assert read(language, write, *facts) == words


@on_sqlite
def test_a_short_moment_leaves_out_what_is_plain(read):
    words = read("en", wording.moment, EVENING, "Europe/Paris", short=True)

    assert words == f"Sat 30 Nov{NBSP}·{NBSP}19:30"


@on_sqlite
@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (timedelta(seconds=-5), "1 minute ago"),
        (timedelta(minutes=-59), "59 minutes ago"),
        (timedelta(hours=18), "in 18 hours"),
        (timedelta(hours=-1), "1 hour ago"),
        (timedelta(hours=47, minutes=59), "in 47 hours"),
        (timedelta(days=2), "in 2 days"),
        (timedelta(days=-3, hours=-5), "3 days ago"),
    ],
)
def test_how_long_ago_is_said_in_whole_units(read, distance, words):
    assert read("en", wording.ago, clock.now() + distance) == words


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("I **cook** for *you*.", "<p>I <strong>cook</strong> for <em>you</em>.</p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("# Big", "Big\n"),
        ("### Small", "<h3>Small</h3>\n"),
        ("", ""),
        (
            "[me](https://a.example)",
            '<p><a href="https://a.example" rel="nofollow noopener noreferrer ugc">me</a></p>\n',
        ),
    ],
)
def test_a_story_keeps_its_shape(typed, html):
    assert story(typed) == html


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/spy.gif)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "<javascript:alert(1)>",
        '[x](https://a.example "onmouseover=alert(1)")',
        "<a href=javascript:alert(1)>x</a>",
        "<style>body{display:none}</style>",
        "<iframe src=https://evil.example></iframe>",
        "<form action=https://evil.example><input name=password></form>",
        "```\n<script>alert(1)</script>\n```",
        "`<script>`",
        "<svg/onload=alert(1)>",
        "<!--><script>alert(1)</script>-->",
        "[x]: javascript:alert(1)\n\n[x]",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "[a](<javascript:alert(1)>)",
        "[x](\x01javascript:alert(1))",
    ],
)
def test_a_story_runs_nothing_and_fetches_nothing(typed):
    assert_harmless(story(typed))


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                *("<", ">", '"', "'", "`", "[", "](", ")", "!", "javascript:", "script", "\n"),
                *("a href=", "img src=x onerror=", "&lt;", "&#60;", "x", " ", "<b>", "</a>"),
                *("<svg", "style="),
            ]
        ),
        max_size=15,
    ).map("".join)
)
def test_no_mixture_of_signs_becomes_code(typed):
    assert_harmless(story(typed))


def assert_harmless(html):
    tags = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
    reader.feed(html)
    for tag, attributes in tags:
        assert tag in wording.STORY_TAGS
        for name, value in attributes:
            assert name in ("href", "rel")
            assert name == "rel" or ":" not in value or value.startswith(SAFE_SCHEMES)
