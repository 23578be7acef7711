"""The operator's texts: honest drafts at first, every revision kept, blanks marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db
from pro_am.foundation.web.languages import LANGUAGES
from pro_am.pages.navigation import operator_text
from pro_am.texts import actions, queries, rules
from pro_am.texts.models import Text
from pro_am.texts.rules import BANNER, PAGES, PURPOSES, Words, blanks_in, words_from


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PAGES)
def test_a_new_community_has_every_text_with_its_blanks(slug, language):
    words = queries.draft(slug, language)

    assert words.title
    assert len(words.body) > 200
    assert words.blanks or slug == "terms"


@pytest.mark.parametrize("slug", PAGES)
def test_both_languages_leave_the_same_to_fill_in(slug):
    french, english = (len(queries.draft(slug, language).blanks) for language in LANGUAGES)

    # Ireland's authority is not France's: the English draft cannot name it.
    assert english - french in (0, 1)


@pytest.mark.parametrize(("language", "words"), [("fr", "Un seul"), ("en", "One, which is")])
def test_everybody_reads_them(browser_of, language, words):
    answer = browser_of(None, language).get("/about/privacy")

    assert answer.status_code == 200
    assert words in answer.text
    assert "<mark>" in answer.text
    assert f"/{language}/about/legal-notice" in answer.text  # from the footer


@pytest.mark.parametrize("slug", ["nothing", BANNER])
def test_what_is_no_page_is_not_found(browser_of, slug):
    assert browser_of(None).get(f"/about/{slug}").status_code == 404


def test_what_was_written_last_is_shown_and_what_was_before_is_kept(person):
    ana = person("ana")
    actions.write("contact", "en", title="Contact", body="By pigeon.", by=ana)
    actions.write("contact", "en", title="Contact", body="By telephone.", by=ana)

    assert queries.text("contact", "en").body == "By telephone."
    assert "courrier" in queries.text("contact", "fr").body
    assert [each.body for each in queries.revisions("contact", "en")] == [
        "By telephone.",
        "By pigeon.",
    ]
    acts = list(db.session.scalars(select(AuditEntry.about)))
    assert acts == ["text en/contact"] * 2


def test_the_same_words_again_are_no_revision(person):
    for _ in range(2):
        actions.write("contact", "en", title="Contact", body="By pigeon.", by=person("ana"))

    assert db.session.scalar(select(func.count()).select_from(Text)) == 1


@pytest.mark.parametrize(("title", "body"), [("", "words"), ("Title", " "), (" ", "")])
def test_a_page_says_something(person, title, body):
    with pytest.raises(rules.NothingWritten):
        actions.write("contact", "en", title=title, body=body, by=person("ana"))


def test_the_banner_stands_above_every_page_while_it_says_something(app, done, browser_of):
    visitor = browser_of(None)
    assert 'class="banner"' not in visitor.get("/about/contact").text

    write = actions.write
    done(lambda who: write(BANNER, "en", title="", body="Closed *today*.", by=who("ana")))
    assert "Closed <em>today</em>." in visitor.get("/about/contact").text
    assert 'class="banner"' not in browser_of(None, "fr").get("/about/contact").text

    done(lambda who: write(BANNER, "en", title="", body="", by=who("ana")))
    assert 'class="banner"' not in visitor.get("/about/contact").text


def test_what_is_left_blank_is_counted(person):
    before = queries.unfinished()
    actions.write("contact", "en", title="Contact", body="By pigeon.", by=person("ana"))

    assert set(before) - set(queries.unfinished()) == {("contact", "en")}
    assert {slug for slug, _ in before} <= set(PURPOSES)


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("[[your name]]", ["your name"]),
        ("at [[ home ]] and [[away]]", ["home", "away"]),
        ("[a link](https://example.org)", []),
        ("[[]] [[a [b] c]] [[<b>]]", []),
    ],
)
def test_blanks_stand_in_double_brackets(text, blanks):
    assert blanks_in(text) == blanks


def test_a_draft_begins_with_its_title():
    assert words_from("# Contact\n\nBy post.\n") == Words("Contact", "By post.")


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_text_brings_markup_of_its_own(text):
    html = operator_text(f"[[{text}]] <script>{text}</script>")

    assert "<script" not in html
