"""What is kept of what people type, and who counts."""

import pytest

from pro_am.search.asked.rules import is_person, kept_words

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36"


@pytest.mark.parametrize(
    ("typed", "words", "shown"),
    [
        ("Crème  Brûlée!", "creme brulee", "crème brûlée"),
        ("soupe à l’oignon", "soupe a l'oignon", "soupe à l’oignon"),
        ("Tai-chi", "tai chi", "tai-chi"),
        ("", "", ""),
        ("...", "", ""),
        ("couscous 4 personnes", "couscous personnes", "couscous personnes"),
        ("06 12 34 56 78", "", ""),
        ("appelez le 06 12 34 56 78", "", ""),
        ("lea@example.org", "", ""),
        ("cours de yoga pour ma mère qui a mal au dos", "", ""),
        ("a" * 61, "", ""),
        ("\ud800 \x00 pain", "pain", "pain"),
    ],
)
def test_of_words_no_more_is_kept_than_what_was_looked_for(typed, words, shown):
    assert kept_words(typed) == (words, shown)


@pytest.mark.parametrize(
    ("agent", "is_one"),
    [
        (CHROME, True),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", True),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", False),
        ("Mozilla/5.0 (X11) HeadlessChrome/130", False),
        ("facebookexternalhit/1.1", False),
        ("WhatsApp/2.24", False),
        ("curl/8.5", False),
        ("python-requests/2.32", False),
        ("", False),
    ],
)
def test_robots_and_previews_are_not_people(agent, is_one):
    assert is_person(agent) == is_one
