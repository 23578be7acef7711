"""The page "Why 78?", which anybody may read."""

import re

import pytest

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs, constants
from pro_am.trust import actions
from tests.reviews.evenings import evening, review

PAGE = "/pro/ben-keller/why"
MINUS = "\N{MINUS SIGN}"
LINE = re.compile(rf'class="meter-line__number">([+{MINUS}]?)(\d+)<')


def whole_score(app, people):
    with app.app_context():
        return round(standing.score_of(people["ben"], ReviewedAs.PROVIDER).score)


def lines_on(page):
    return [int(f"{sign.replace(MINUS, '-')}{digits}") for sign, digits in LINE.findall(page)]


def test_the_lines_on_the_page_add_up_to_the_number(app, people, browser_of, proven):
    score = whole_score(app, people)

    page = browser_of(None).get(PAGE).text

    assert f"<h1>Why {score}?</h1>" in page
    *parts, together = lines_on(page)
    assert parts[0] == constants.BASE
    assert len(parts) == 7
    assert sum(parts) == together == score


def test_a_bad_word_is_a_line_that_takes_away(app, people, browser_of, proven, verify, time):
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"])
        verify(ana)
        review(evening(ana, time), 1, text="An hour late.")
        actions.recompute()

    page = browser_of(None).get(PAGE).text

    *parts, together = lines_on(page)
    assert sum(parts) == together
    assert min(parts) < 0
    assert "An hour late." in page


def test_the_page_names_reviews_periods_and_version(browser_of, proven):
    page = browser_of(None).get(PAGE).text

    assert "A feast, says Cleo Petit." in page
    for words in ("The last 90 days", "The last 12 months", "All time"):
        assert words in page
    assert "What is never used" in page
    assert f"version {constants.VERSION}" in page


def test_the_unproven_have_no_number_and_no_ring(app, browser_of, people):
    with app.app_context():
        actions.recompute()

    page = browser_of(None).get(PAGE).text

    assert "A score in the making" in page
    assert "About 2 more reviews" in page
    assert 'class="ring' not in page
    assert lines_on(page) == []


def test_before_the_first_computation_the_page_is_there(browser_of):
    assert "A score in the making" in browser_of(None).get(PAGE).text


def test_nobody_has_no_page(browser_of):
    assert browser_of(None).get("/pro/nobody/why").status_code == 404


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_is_there_in_both_languages(browser_of, proven, language):
    answer = browser_of("ana", language).get(PAGE)

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
