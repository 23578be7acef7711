"""After each deed a small update; after all of them the same as if everything were computed."""

import random

import pytest
from sqlalchemy import select

from pro_am.foundation import ids, jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Job
from pro_am.reviews import actions as reviews
from pro_am.reviews.models import Review
from pro_am.standing.models import Score, Standing
from pro_am.standing.rules import ReviewedAs
from pro_am.trust import actions
from pro_am.trust.jobs import RECOMPUTE, UPDATE
from pro_am.trust.models import ReviewWeight
from pro_am.vouches.actions.giving import Known, begin
from pro_am.vouches.rules.vouch import Basis
from tests.factories import make_member
from tests.reviews.evenings import evening, review


def everything():
    """Scores by member and role, standings by member, weights by review."""
    return (
        {(row.member_id, row.role): row.score for row in db.session.scalars(select(Score))},
        {row.member_id: row.standing for row in db.session.scalars(select(Standing))},
        {row.review_id: row.weight for row in db.session.scalars(select(ReviewWeight))},
    )


def assert_the_same(updated, computed):
    for part, tolerance in zip(range(3), (0.1, 1e-3, 1e-3), strict=True):
        assert updated[part].keys() == computed[part].keys()
        for key, number in computed[part].items():
            assert updated[part][key] == (number and pytest.approx(number, abs=tolerance)), key


def work_of(*kinds):
    return set(
        db.session.scalars(select(Job.kind).where(Job.kind.in_(kinds), Job.state == "waiting"))
    )


def test_a_review_is_counted_by_an_update_and_not_by_a_full_run(person, proven, verify, time):
    ana = person("ana")
    verify(ana)
    jobs.run_due()
    time.forward(hours=3)
    review(evening(ana, time), 1)

    assert work_of(RECOMPUTE, UPDATE) == {UPDATE}
    jobs.run_due()

    updated = everything()
    assert any(weight > 0.1 for weight in updated[2].values())
    actions.recompute()
    assert_the_same(updated, everything())


def test_the_first_deed_of_all_needs_no_full_run_before_it(person, offer, time):
    written = review(evening(person("ana"), time), 5)

    jobs.run_due()

    assert written in everything()[2]


def test_what_is_hidden_counts_no_more_and_what_is_shown_again_does(person, proven, time):
    before = everything()
    worst = db.session.scalars(select(Review).order_by(Review.id)).first()

    for hidden in (True, False):
        reviews.hide(worst.public_id, hidden=hidden)
        actions.catch_up(reviews=[(worst.author_id, worst.subject_id)])
        assert (worst.id in everything()[2]) is not hidden

    assert_the_same(everything(), before)


@pytest.mark.parametrize("seed", [3, 8])
def test_after_many_deeds_updates_have_come_to_where_the_full_run_comes(
    person, proven, verify, time, seed
):
    chance = random.Random(seed)  # noqa: S311 - no secret
    steward, ben = person("cleo"), person("ben")
    guests = [person("ana"), *(make_member(f"Guest{n} Roux") for n in range(4))]
    friends = [make_member(f"Friend{n} Noir") for n in range(3)]
    for guest in guests[::2]:
        verify(guest)
    dinners = [evening(guest, time) for guest in guests for _ in range(2)]
    jobs.run_due()
    actions.recompute()  # from now on everybody is as known by their meetings as they will be

    waiting = [lambda dinner=dinner: review(dinner, chance.randint(1, 5)) for dinner in dinners]
    waiting += [lambda friend=friend: verify(friend) for friend in friends]
    waiting += [lambda friend=friend: vouch(friend, chance.choice(guests)) for friend in friends]
    waiting += [lambda: vouch(steward, ben, "cooking"), lambda: vouch(ben, steward)]
    chance.shuffle(waiting)
    for deed in waiting:
        deed()
        jobs.run_due()

    updated = everything()
    actions.recompute()
    assert_the_same(updated, everything())


def test_a_recommendation_counts_for_the_craft_it_names(person, proven):
    ben, cleo = person("ben"), person("cleo")
    actions.recompute()

    def known(role):
        return db.session.get_one(Score, (ben.id, role), populate_existing=True).figures["standing"]

    before = known(ReviewedAs.PROVIDER)
    vouch(cleo, ben, "cooking")
    jobs.run_due()

    assert known(ReviewedAs.PROVIDER) > before + 0.04
    assert known(ReviewedAs.HOST) == pytest.approx(before)
    updated = everything()
    actions.recompute()
    assert_the_same(updated, everything())


def vouch(voucher, vouched, craft="host"):
    with transaction():
        begin(
            voucher,
            vouched,
            Known(craft, "We cook together."),
            Basis.RELATION,
            idempotency_key=ids.public_id(),
        )
