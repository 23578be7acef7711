from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.reviews import actions
from pro_am.reviews.actions import Opinion

WORDS = "An hour late, and cold."
POOR = Opinion(2, {"skill": 1}, WORDS, "It was awful, in truth.")
FINE = Opinion(5, {}, "A feast.", "")


def letters():
    """Those about reviews, in order."""
    about = Letter.template.startswith("reviews/")
    return db.session.scalars(select(Letter).where(about).order_by(Letter.id)).all()


def told():
    return [(letter.recipient, letter.template) for letter in letters()]


def test_the_other_is_told_once_however_often_a_sealed_review_changes(person, dinner):
    actions.review(dinner, person("ana"), POOR)
    actions.review(dinner, person("ana"), FINE)

    assert told() == [("ben@example.org", "reviews/written")]


def test_a_letter_says_that_there_is_a_review_and_nothing_of_it(person, dinner):
    actions.review(dinner, person("ana"), POOR)

    (letter,) = letters()
    assert "Ana Martin has written" in letter.text
    assert "until Tuesday 22 January 2030, 20:00" in letter.text  # two weeks after it
    assert f"/en/bookings/{dinner.reference}/review" in letter.text
    for secret in (WORDS, "awful", "2 star"):
        assert secret not in letter.text + letter.html


def test_the_first_to_write_is_told_that_both_are_public(person, dinner):
    actions.review(dinner, person("ben"), FINE)
    actions.review(dinner, person("ana"), POOR)

    assert told() == [
        ("ana@example.org", "reviews/written"),
        ("ben@example.org", "reviews/both_written"),
    ]
    assert "/en/reviews/about-me" in letters()[1].text


def test_a_reply_is_told_to_the_author(person, dinner):
    review = actions.review(dinner, person("ana"), POOR)
    actions.review(dinner, person("ben"), FINE)

    actions.reply(review.id, person("ben"), "The bus was late.")

    assert told()[-1] == ("ana@example.org", "reviews/replied")
