"""Bad input: refused with the reason, and the database is byte for byte what it was."""

import pytest
from sqlalchemy import select

from pro_am.bookings import actions as bookings
from pro_am.foundation.database import db, transaction
from pro_am.media.models import Picture
from pro_am.media.rules import PictureState
from pro_am.operations.drills.hostile.pages import forms_in
from pro_am.reviews import actions, rules
from pro_am.reviews.actions import Opinion, ShownPhoto
from pro_am.reviews.models import Review
from pro_am.reviews.rules import cases, window
from pro_am.reviews.rules import witnesses as vouching
from pro_am.reviews.rules.witnesses import WitnessKind
from pro_am.standing.rules.constants import VOUCHING_STANDING
from tests.factories import make_booking
from tests.reviews.evenings import evening, known, review
from tests.support.browser import ADDRESS
from tests.support.tables import fingerprint

FINE = Opinion(5, {"skill": 4}, "A feast.", "")
SAME, MISMATCH = WitnessKind.SAME, WitnessKind.MISMATCH


def with_photos(*ids, words="The table"):
    return Opinion(5, {}, "A feast.", "", [ShownPhoto(public_id, words) for public_id in ids])


def by_ana():
    return db.session.scalars(select(Review).where(Review.text == "Late.")).one()


def writes(opinion=FINE, by="ana"):
    return lambda who, booking: actions.review(booking, who(by), opinion)


def doubts(words, by="ana"):
    return lambda who, booking: actions.say_it_did_not_happen(booking, who(by), words)


def stars(number, **facets):
    return Opinion(number, facets, "A feast.", "")


AFTER_THE_WINDOW = 14 * 24 * 3600
WRITING = {  # seconds after the end, what is tried, why not
    "before the end": (-1, writes(), window.TooEarly),
    "after the window": (AFTER_THE_WINDOW, writes(), window.WindowClosed),
    "others' booking": (0, writes(by="cleo"), KeyError),
    "six stars": (0, writes(stars(6)), rules.NotAStar),
    "no star": (0, writes(stars(0)), rules.NotAStar),
    "a facet of nine": (0, writes(stars(5, skill=9)), rules.NotAStar),
    "an invented facet": (0, writes(stars(5, beauty=5)), rules.NotAsked),
    "the wrong role's facet": (0, writes(FINE, by="ben"), rules.NotAsked),
    "an unknown photo": (0, writes(with_photos("review-nothing")), rules.NotAsked),
    "a stranger's photo": (0, writes(with_photos("review-of-cleo")), rules.NotAsked),
    "no words": (0, writes(with_photos("review-of-ana", words=" ")), rules.WordsForPhoto),
    "five photos": (0, writes(with_photos(*"12345")), rules.TooManyPhotos),
    "a doubt without words": (0, doubts(" "), cases.SayWhy),
    "a stranger's doubt": (0, doubts("No.", by="cleo"), KeyError),
}


def vouches(kind, by, reason=""):
    return lambda who: actions.bear_witness(by_ana(), who(by), kind, reason)


def again(deed):
    return lambda who: deed(who, by_ana().booking)


AFTERWARDS = {
    "a second time": (again(writes()), rules.AlreadyShown),
    "a doubt of what is public": (again(doubts("No.")), rules.AlreadyShown),
    "one's own reply": (
        lambda who: actions.reply(by_ana().id, who("ana"), "True."),
        rules.NotForYou,
    ),
    "a stranger's reply": (
        lambda who: actions.reply(by_ana().id, who("cleo"), "True."),
        rules.NotForYou,
    ),
    "a witness of oneself": (vouches(SAME, "ana"), vouching.OwnReview),
    "a witness for oneself": (vouches(MISMATCH, "ben", "No."), vouching.OwnReview),
    "a witness without a booking": (vouches(SAME, "cleo"), vouching.NoBookingOfYourOwn),
}


@pytest.mark.parametrize("what", WRITING)
def test_a_review_that_is_not_to_be_written_leaves_nothing(person, dinner, time, what):
    seconds, deed, refusal = WRITING[what]
    for name in ("ana", "cleo"):
        make_photo(person(name), f"review-of-{name}")
    time.forward(seconds=seconds)
    before = fingerprint()

    with pytest.raises(refusal):
        deed(person, dinner)

    assert fingerprint() == before


@pytest.mark.parametrize("what", AFTERWARDS)
def test_what_is_said_of_a_public_review_by_the_wrong_people_leaves_nothing(person, dinner, what):
    deed, refusal = AFTERWARDS[what]
    review(dinner, 2, text="Late.")
    known(ana=1.0, ben=1.0, cleo=1.0)
    before = fingerprint()

    with pytest.raises(refusal):
        deed(person)

    assert fingerprint() == before


def test_a_witness_whom_nobody_knows_leaves_nothing(person, dinner, time):
    evening(person("cleo"), time)
    review(dinner, 2, text="Late.")
    known(cleo=VOUCHING_STANDING - 0.01)
    before = fingerprint()

    with pytest.raises(vouching.NotKnownEnough):
        actions.bear_witness(by_ana(), person("cleo"), SAME)

    assert fingerprint() == before


def test_what_was_called_off_leaves_nothing(person, offer, time):
    booking = make_booking(person("ana"), offer)
    bookings.confirm(booking, person("ben"), allergies_read=True)
    bookings.cancel(booking, person("ana"))
    time.now = booking.ends_at
    before = fingerprint()

    for deed in (
        lambda: actions.review(booking, person("ana"), FINE),
        lambda: actions.say_it_did_not_happen(booking, person("ana"), "It did not."),
    ):
        with pytest.raises(window.NeverHappened):
            deed()

    assert fingerprint() == before


FORGED = [
    ("cleo", "{booking}/review", {"stars": 5}, 404),
    ("cleo", "{booking}/review/did-not-happen", {"text": "No."}, 404),
    ("ana", "{booking}/review", {"stars": 9}, 422),
    (
        "ana",
        "{booking}/review",
        {"stars": 5, "photos-0-kept": "review-of-cleo", "photos-0-words": "A table"},
        409,
    ),
    ("ana", "/reviews/no-such-review/witness", {"kind": "same"}, 404),
    ("ana", "/reviews/no-such-review/witness/take-back", {}, 404),
    ("ana", "/reviews/cases/no-such-case", {"text": "So."}, 404),
    ("ana", "/reviews/99/reply", {"text": "So."}, 404),
]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("forged", FORGED, ids=str)
def test_forged_forms_leave_nothing(app, browser_of, dinner_path, forged):
    who, path, fields, status = forged
    browser = browser_of(who)
    (form, *_) = forms_in(browser.get("/reviews").text)
    token = form.values["csrf_token"]
    with app.app_context():
        before = fingerprint()

    answer = browser.client.post(
        f"/en{path.format(booking=dinner_path)}",
        base_url=ADDRESS,
        data={"csrf_token": token, **fields},
    )

    assert answer.status_code == status
    with app.app_context():
        assert fingerprint() == before


def make_photo(owner, public_id):
    """As it would have been kept; its files are not asked for."""
    with transaction():
        db.session.add(
            Picture(
                public_id=public_id,
                owner_id=owner.id,
                width=4,
                height=3,
                alt="",
                bytes=1,
                state=PictureState.READY,
                created_at=owner.created_at,
            )
        )
