"""Closing an account, coming back, and being erased, with all that the features hold."""

import io
import json

import pytest
from PIL import Image
from sqlalchemy import func, select

from pro_am.accounts import actions, queries, rules
from pro_am.accounts.models import AccountToken, Member, MemberRole, SignedInSession
from pro_am.accounts.rules import Role
from pro_am.availability.models import Override, WeeklyHours
from pro_am.bookings import actions as bookings
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations import actions as conversations
from pro_am.conversations.models import Message
from pro_am.foundation import jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.queries import uploads
from pro_am.moderation import actions as moderation
from pro_am.moderation.models import Block
from pro_am.notifications import actions as notifications
from pro_am.notifications.models import UnwantedTopic
from pro_am.profiles import actions as profiles
from pro_am.profiles.actions.photos import add_photo
from pro_am.profiles.models import Profile
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from pro_am.reviews.models import Review
from tests.accounts.letters import latest_secret
from tests.factories import PASSWORD, free_starts, make_booking, only_offer


@pytest.fixture
def in_app(app, people):
    with app.test_request_context("/en/"):
        yield


def member(name, people):
    db.session.expire_all()
    return db.session.get_one(Member, people[name])


def sign_in(name="ben"):
    return actions.sign_in(f"{name}@example.org", PASSWORD, place="home", browser="Firefox")


def count(model, *where):
    return db.session.scalar(select(func.count()).select_from(model).where(*where))


def red_square():
    file = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 30, 30)).save(file, "JPEG")
    file.seek(0)
    return file


def keep_red_square(owner):
    return media.keep_picture(owner, red_square(), "a red square")


def files():
    return [file for file in uploads().rglob("*") if file.is_file()]


def states():
    return set(db.session.scalars(select(Booking.state)))


@pytest.fixture
def an_evening(in_app, people, time):
    """Ana has been at Ben's, they wrote to each other and reviewed each other."""
    ana, ben = member("ana", people), member("ben", people)
    booking = make_booking(ana, only_offer())
    bookings.confirm(booking, ben, allergies_read=True)
    conversations.write(booking.thread_id, ben, "Bring an appetite.", idempotency_key="1")
    time.now = booking.ends_at
    reviews.review(booking, ana, Opinion(5, {}, "What a soup.", ""))
    reviews.review(booking, ben, Opinion(4, {}, "A good guest.", ""))
    return booking


@pytest.mark.parametrize("leaver", ["ana", "ben"])
@pytest.mark.parametrize("confirmed", [False, True])
def test_what_lies_ahead_is_cancelled_and_both_are_told(in_app, people, leaver, confirmed):
    booking = make_booking(member("ana", people), only_offer())
    if confirmed:
        bookings.confirm(booking, member("ben", people), allergies_read=True)
    before = count(Letter)

    actions.leave(member(leaver, people))

    assert states() <= {
        BookingState.WITHDRAWN,
        BookingState.DECLINED,
        BookingState.CANCELLED_BY_HOST,
        BookingState.CANCELLED_BY_PROVIDER,
    }
    other = "ben" if leaver == "ana" else "ana"
    told = db.session.scalars(select(Letter.recipient).order_by(Letter.id).offset(before)).all()
    assert f"{other}@example.org" in told


def test_who_leaves_is_out_and_hidden_at_once(in_app, people):
    session = sign_in()

    actions.leave(member("ben", people))

    assert queries.session_with(session) is None
    assert not db.session.scalars(select(Profile)).one().is_published
    with pytest.raises(rules.YouHaveLeft):
        sign_in()
    assert member("ben", people).name == "Ben Keller"


def test_one_link_brings_everything_back_for_a_fortnight(in_app, people, time):
    actions.leave(member("ben", people))
    time.forward(days=13)
    actions.erase_the_gone()

    actions.come_back(latest_secret())
    time.forward(days=30)
    actions.erase_the_gone()

    assert sign_in()
    assert member("ben", people).name == "Ben Keller"
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.come_back(latest_secret())


def test_who_signs_in_meanwhile_gets_the_link_again(in_app, people, time):
    actions.leave(member("ben", people))
    first = latest_secret()
    time.forward(days=10)
    with pytest.raises(rules.YouHaveLeft):
        sign_in()

    with pytest.raises(rules.LinkNoLongerWorks):
        actions.come_back(first)
    time.forward(days=4)
    with pytest.raises(rules.LinkNoLongerWorks):
        actions.come_back(latest_secret())


def test_after_a_fortnight_nothing_of_the_member_is_left(an_evening, people, time):
    ben = member("ben", people)
    notifications.do_without(ben, "reviews")
    sign_in()
    actions.grant_role(ben, Role.STEWARD, by=None)
    actions.leave(ben)
    time.forward(days=14)

    actions.erase_the_gone()

    ben = member("ben", people)
    assert (ben.name, ben.first_name) == ("Membre d’autrefois", "Membre d’autrefois")
    assert ben.email.endswith("@erased.invalid")
    for model in (AccountToken, MemberRole, SignedInSession, UnwantedTopic):
        assert count(model, model.member_id == ben.id) == 0
    assert count(Letter, Letter.recipient == "ben@example.org") == 0
    assert count(WeeklyHours) == count(Override) == 0
    profile = db.session.scalars(select(Profile)).one()
    assert "ben" not in profile.slug.split("-")
    assert (profile.headline, profile.story, profile.address) == ("", "", "")
    assert set(db.session.scalars(select(Booking.address))) == {""}
    with pytest.raises(rules.WrongSignIn):
        sign_in()
    everything = " ".join(
        str(value)
        for table in db.metadata.sorted_tables
        if table.name != "letters"  # those to others are theirs, until they are forgotten
        for row in db.session.execute(select(table))
        for value in row
    )
    for trace in ("Keller", "ben@example.org", "rue des Cuisiniers", "Slow food"):
        assert trace not in everything, trace


def test_what_others_rest_on_stays(an_evening, people, time):
    actions.leave(member("ben", people))
    time.forward(days=14)
    actions.erase_the_gone()

    assert count(Review) == 2
    assert set(db.session.scalars(select(Message.body))) >= {"Bring an appetite."}
    assert states() == {BookingState.CONFIRMED}  # it was; time has completed it
    actions.erase_the_gone()  # a second time changes nothing


def test_the_other_still_reads_the_thread_without_the_name(an_evening, people, time, browser_of):
    reference = an_evening.reference
    actions.leave(member("ben", people))
    time.forward(days=14)
    actions.erase_the_gone()
    db.session.remove()

    page = browser_of("ana").get(f"/bookings/{reference}")

    assert page.status_code == 200
    assert "Bring an appetite." in page.text
    assert "Membre d’autrefois" in page.text
    assert "Keller" not in page.text


def test_pictures_go_with_their_files(in_app, people, time):
    """Of the profile and its offers, which let go of them first, and the member's face."""
    ben, offer = member("ben", people), only_offer()
    for show in (offer.profile, offer):
        profiles.show_picture(show, keep_red_square(ben))
    add_photo(offer.profile, red_square(), upload_key="1")
    thread = conversations.open_thread(ben, member("ana", people))
    conversations.write(thread.id, ben, "Look!", idempotency_key="1", picture=keep_red_square(ben))
    media.show_portrait(ben, keep_red_square(ben))
    assert files()

    actions.leave(ben)
    time.forward(days=14)
    jobs.run_due()

    assert count(Picture) == 0
    assert files() == []
    assert db.session.scalars(select(Message.body)).all() == ["Look!"]


def test_blocks_end_with_who_is_erased(in_app, people, time):
    moderation.block(member("ana", people), people["ben"])
    moderation.block(member("ben", people), people["cleo"])
    moderation.block(member("ana", people), people["cleo"])

    actions.leave(member("ben", people))
    time.forward(days=14)
    actions.erase_the_gone()

    assert db.session.scalars(select(Block.blocked_id)).all() == [people["cleo"]]


def test_the_only_admin_appoints_somebody_first(in_app, people):
    ana, cleo = member("ana", people), member("cleo", people)
    actions.grant_role(ana, Role.ADMIN, by=None)
    with pytest.raises(rules.OnlyAdmin):
        actions.leave(ana)

    actions.grant_role(cleo, Role.ADMIN, by=ana)
    actions.leave(ana)

    assert member("ana", people).left_at


def test_the_page_says_what_goes_and_what_stays(app, people, browser_of):
    with app.test_request_context("/en/"):
        make_booking(member("ana", people), only_offer(), start=free_starts(only_offer())[0])
    ben = browser_of("ben")
    page = ben.follow(ben.submit("/account/leave", password_again=PASSWORD))
    assert "1 booking or request that lies ahead" in page.text
    assert "Your profile with its offers" in page.text

    unsure = ben.submit("/account/leave", sure=None)
    assert unsure.status_code == 422
    done = ben.follow(ben.submit("/account/leave", sure="y"))

    assert "Your account is closed" in done.text
    assert ben.get("/bookings").status_code == 303
    assert browser_of("cleo").get("/pro/ben-keller").status_code == 404


def test_data_is_one_file_of_what_is_ones_own(app, an_evening, browser_of, people):
    db.session.remove()
    with transaction():
        member("cleo", people).name = "Cleo Nobody"
    db.session.remove()
    ben = browser_of("ben")
    assert "Your password, once more" in ben.get("/account/data").text
    ben.submit("/account/data", password_again=PASSWORD)

    file = ben.submit("/account/data", "/account/data")

    assert file.headers["Content-Disposition"].startswith('attachment; filename="pro-am-')
    taken = json.loads(file.text)
    assert taken["account"][0]["email"] == "ben@example.org"
    assert taken["profile"][0]["headline"] == "Slow food, quick wit"
    assert [offer["title"] for offer in taken["offers"]] == ["Dinner at my table"]
    assert len(taken["calendar"][0]["weekly_hours"]) == 7
    assert [booking["with"] for booking in taken["bookings"]] == ["Ana Martin"]
    assert [message["body"] for message in taken["messages"]] == ["Bring an appetite."]
    assert {review["text"] for review in taken["reviews"]} == {"What a soup.", "A good guest."}
    for secret in ("argon2", "Cleo", "ana@example.org"):
        assert secret not in file.text
