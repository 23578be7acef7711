"""From a saved search to a letter: once for each offer, and never of somebody one must not meet."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.alerts import actions, queries
from pro_am.alerts.models import Find, LookedAt
from pro_am.alerts.rules import Pace
from pro_am.availability import actions as availability
from pro_am.availability.models import Calendar
from pro_am.foundation import clock, jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation import actions as moderation
from pro_am.notifications import actions as notifications
from pro_am.profiles import actions as profiles
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Offer
from pro_am.search.models import SearchNews
from tests.alerts.conftest import letters, work
from tests.factories import make_member, make_pro_am


def dora(**kwargs):
    return make_pro_am(make_member("Dora Blanc"), title="Bread, slowly", **kwargs)


def change_price(offer, price_minor):
    with transaction():
        offer.price_minor = price_minor
        publish(ProfileChanged(offer.profile_id))


def test_somebody_new_is_told_once(person, offer, save, time):
    save(person("ana"), "q=bread")

    dora()
    work()
    work()

    [letter] = letters()
    assert letter.member_id == person("ana").id
    assert "Somebody new: q=bread" in letter.subject
    assert "Bread, slowly" in letter.text
    assert "/pro/dora-blanc?offer=" in letter.text


def test_the_worker_looks_and_tells_by_itself(person, offer, save):
    jobs.run_due()
    save(person("ana"), "q=bread")
    dora()

    jobs.run_due()

    assert len(letters()) == 1


def test_who_was_there_already_is_no_news(person, offer, save):
    save(person("ana"), "q=dinner")

    change_price(offer, offer.price_minor - 100)
    work()

    assert letters() == []


def test_a_change_that_makes_an_offer_fit_is_news(person, offer, save):
    save(person("ana"), "price=20")

    change_price(offer, 1900)
    work()
    assert len(letters()) == 1
    change_price(offer, 5000)
    work()
    change_price(offer, 1900)
    work()

    assert len(letters()) == 1, "once is enough"


def test_every_word_has_to_fit(person, offer, save):
    save(person("ana"), "q=bread+yoga")

    dora()
    work()

    assert letters() == []


@pytest.mark.parametrize("whose", ["own", "blocked", "hidden"])
def test_who_must_not_be_met_or_is_not_there_is_not_told(person, offer, save, whose):
    ana = person("ana")
    save(ana, "q=bread")
    new = make_pro_am(ana, title="Bread") if whose == "own" else dora()
    if whose == "blocked":
        moderation.block(new.profile.member, ana.id)
    if whose == "hidden":
        profiles.pause_profile(new.profile)
    work()

    assert letters() == []


def test_who_is_back_in_time_is_told(person, offer, save, time):
    save(person("ana"), "q=bread")
    new = dora()
    set_pause(new, clock.now())
    work()
    assert letters() == []
    set_pause(new, None)
    time.forward(minutes=5)
    work()

    assert len(letters()) == 1


def set_pause(offer, at):
    calendar = db.session.scalars(select(Calendar).where(Calendar.profile_id == offer.profile_id))
    with transaction():
        calendar.one().paused_at = at
        publish(ProfileChanged(offer.profile_id))


def test_a_letter_tells_only_of_who_is_free_then(person, offer, save, time):
    """Dora works in the evenings: on a morning nobody is free."""
    day = (clock.now() + timedelta(days=3)).date().isoformat()
    save(person("ana"), f"q=bread&day={day}&after=18")
    save(person("cleo"), f"q=bread&day={day}&before=12")

    dora()
    work()

    assert [letter.member_id for letter in letters()] == [person("ana").id]
    assert "free when you asked" in letters()[0].text


def test_nobody_waits_when_the_day_is_over(person, offer, save, time):
    day = (clock.now() + timedelta(days=3)).date().isoformat()
    save(person("ana"), f"q=bread&day={day}")
    time.forward(days=5)

    dora()
    work()

    assert letters() == []


def test_many_at_once_are_one_letter_and_the_next_waits(person, offer, save, time):
    save(person("ana"), "q=bread")
    dora()
    make_pro_am(make_member("Eve Noir"), title="Rye bread")
    work()
    make_pro_am(make_member("Fay Gris"), title="Flat bread")
    work()
    assert len(letters()) == 1
    assert "2 new" in letters()[0].subject

    time.forward(minutes=15)
    work()

    assert len(letters()) == 2
    assert "Flat bread" in letters()[1].text


def test_a_letter_a_day_comes_in_the_morning(person, offer, save, time):
    save(person("ana"), "q=bread", Pace.DAILY)
    time.forward(hours=13)  # two at night in Paris
    dora()
    work()
    assert letters() == []

    time.forward(hours=7)
    work()

    assert len(letters()) == 1


def test_what_came_while_letters_were_off_is_in_none(person, offer, save, time):
    saved = save(person("ana"), "q=bread", Pace.OFF)
    time.forward(minutes=1)
    dora()
    work()
    time.forward(minutes=5)

    actions.change(saved, name="Bread", pace=Pace.AT_ONCE)
    work()

    assert letters() == []
    assert len(queries.news_of(person("ana"))) == 1


def test_one_topic_switches_all_of_them_off(person, offer, save):
    save(person("ana"), "q=bread")
    notifications.do_without(person("ana"), "saved_searches")
    dora()
    work()

    assert "letters/without/" in letters()[0].text


def test_the_same_search_is_saved_once(person, offer, save):
    first = save(person("ana"), "q=bread")

    assert save(person("ana"), "q=bread").id == first.id
    assert save(person("cleo"), "q=bread").id != first.id


def test_a_deleted_search_finds_nothing(person, offer, save):
    saved = save(person("ana"), "q=bread")
    dora()
    work()
    actions.forget(saved)
    make_pro_am(make_member("Eve Noir"), title="Rye bread")
    work()

    assert len(letters()) == 1
    assert db.session.scalars(select(Find)).all() == []


def test_nothing_stays_of_who_is_erased(person, offer, save):
    save(person("ana"), "q=bread")
    new = dora()
    work()
    assert db.session.get(LookedAt, new.id)

    with transaction():
        publish(MemberErased(new.profile.member))
    assert db.session.scalars(select(Find)).all() == []
    assert db.session.get(LookedAt, new.id) is None
    with transaction():
        publish(MemberErased(person("ana")))
    assert queries.saved_by(person("ana")) == []


def test_my_own_file_has_my_searches(person, offer, save):
    save(person("ana"), "q=bread")
    taken = DataTaken(person("ana"), clock.now())
    publish(taken)

    [told] = taken.parts["saved_searches"]
    assert (told["address"], told["letters"]) == ("/search?q=bread", Pace.AT_ONCE)


def test_news_that_are_kept_no_more_are_made_up_for(person, offer, save):
    save(person("ana"), "q=bread")
    dora()
    make_pro_am(make_member("Eve Noir"))
    with transaction():
        latest = db.session.scalar(select(func.max(SearchNews.id)))
        db.session.execute(delete(SearchNews).where(SearchNews.id < latest))

    work()

    assert len(letters()) == 1


def test_nobody_looks_before_a_search_is_saved(person, offer):
    dora()
    work()

    assert db.session.scalars(select(LookedAt)).all() == []
    assert len(db.session.scalars(select(Offer)).all()) == 2


def test_hours_that_open_do_not_make_somebody_new(person, offer, save):
    save(person("ana"), "q=dinner")
    availability.change_hours(
        db.session.scalars(select(Calendar.id)).one(),
        weekly=[],
        notice_minutes=0,
        horizon_days=60,
        buffers=(0, 0, 0),
    )
    work()

    assert letters() == []
