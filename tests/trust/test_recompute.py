from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.jobs import Job
from pro_am.foundation.revisions import revision
from pro_am.standing import queries as standing
from pro_am.standing.models import SCORES, Standing
from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules import constants as c
from pro_am.trust import actions, queries
from pro_am.trust.jobs import UPDATE
from pro_am.trust.models import ReviewWeight
from tests.reviews.evenings import evening, review

AS_PROVIDER = ReviewedAs.PROVIDER


def score_of(member):
    found = standing.score_of(member.id, AS_PROVIDER)
    assert found is not None
    return found


def numbers_of(member):
    """All that a score says, to the last bit."""
    known = score_of(member)
    return (
        known.score.hex(),
        known.low.hex(),
        known.high.hex(),
        known.evidence.hex(),
        known.parts,
        known.moved_most,
    )


def test_everybody_begins_unproven(person):
    actions.recompute()

    for member in (person("ana"), person("ben")):
        for role in ReviewedAs:
            known = standing.score_of(member.id, role)
            assert (known.score, known.low, known.high, known.parts) == (None, None, None, {})
        assert standing.standing_of(member.id) == 0


def test_good_reviews_by_known_people_make_a_score(person, proven):
    known = score_of(person("ben"))

    assert known.is_proven
    assert known.score > c.BASE
    assert 0 < known.low < known.high <= 1
    assert known.version == c.VERSION


def test_the_lines_add_up_to_the_score(person, proven):
    known = score_of(person("ben"))

    assert c.BASE + sum(known.parts.values()) == pytest.approx(known.score, abs=1e-9)


def test_the_word_of_a_verified_member_moves_a_proven_cook(person, proven, verify, time):
    dinner = evening(person("ana"), time)
    verify(person("ana"))
    actions.recompute()
    before = score_of(person("ben")).score

    review(dinner, 1)
    actions.recompute()

    assert score_of(person("ben")).score < before - 1


def test_the_word_of_a_newcomer_moves_nobody_by_a_single_bit(person, proven, time):
    dinner = evening(person("ana"), time)
    actions.recompute()
    before = numbers_of(person("ben"))

    unheard = review(dinner, 1)
    actions.recompute()

    assert numbers_of(person("ben")) == before
    assert queries.weights_of([unheard]) == {unheard: 0}


def test_once_verified_a_newcomer_is_heard(person, proven, verify, time):
    review_id = review(evening(person("ana"), time), 1)
    actions.recompute()
    before = score_of(person("ben")).score

    verify(person("ana"))
    actions.recompute()

    assert queries.weights_of([review_id])[review_id] > 0.1
    assert score_of(person("ben")).score < before - 1


def test_a_sealed_review_counts_from_the_moment_it_is_shown(person, proven, verify, time):
    dinner = evening(person("ana"), time)
    verify(person("ana"))
    actions.recompute()
    before = numbers_of(person("ben"))

    review_id = review(dinner, 1, answered=False)
    actions.recompute()
    assert numbers_of(person("ben")) == before
    assert queries.weights_of([review_id]) == {}

    time.now = dinner.ends_at + timedelta(days=14)
    actions.recompute()
    assert queries.weights_of([review_id])[review_id] > 0
    assert score_of(person("ben")).score < float.fromhex(before[0]) - 1


def test_computing_again_changes_nothing(person, proven):
    actions.recompute()
    before = numbers_of(person("ben"))

    actions.recompute()

    assert numbers_of(person("ben")) == before


def test_only_what_is_no_longer_so_is_written_again(person, proven, time):
    actions.recompute()
    before = revision(SCORES)
    written = time.now
    time.forward(days=1)

    actions.recompute()

    assert revision(SCORES) == before, "weights faded by a thousandth: nothing that is shown"
    assert score_of(person("ben")).computed_at == time.now
    assert set(db.session.scalars(select(Standing.computed_at))) == {written}
    assert set(db.session.scalars(select(ReviewWeight.computed_at))) == {time.now}


def test_what_people_see_raises_the_revision(person, proven, verify, time):
    actions.recompute()
    before = revision(SCORES)
    verify(person("ana"))
    review(evening(person("ana"), time), 1)

    actions.recompute()

    assert revision(SCORES) == before + 1


def test_the_reviews_that_moved_most_are_named(person, proven, verify, time):
    verify(person("ana"))
    worst = review(evening(person("ana"), time), 1)
    actions.recompute()

    moved = score_of(person("ben")).moved_most

    assert dict(moved)[worst] < -1
    strengths = [abs(points) for _, points in moved]
    assert strengths == sorted(strengths, reverse=True)
    assert len(moved) == 4


def test_each_role_has_its_own_score(person, proven):
    as_host = standing.score_of(person("ben").id, ReviewedAs.HOST)

    assert as_host is not None
    assert not as_host.is_proven


def test_stewards_and_verified_members_have_standing(person, proven, verify):
    verify(person("ben"))
    actions.recompute()

    assert standing.standing_of(person("cleo").id) == c.STEWARD_EVIDENCE
    met_three = 3 * c.COUNTERPARTY_EVIDENCE
    assert standing.standing_of(person("ben").id) == pytest.approx(c.SEEN_EVIDENCE + met_three)
    assert standing.standing_of(person("ana").id) == 0


def due():
    return set(db.session.scalars(select(Job.run_at).where(Job.kind == UPDATE)))


def test_a_sealed_review_asks_for_a_recomputation_when_it_will_be_shown(person, offer, time):
    dinner = evening(person("ana"), time)

    review(dinner, 5, answered=False)

    assert due() == {dinner.ends_at + timedelta(days=14)}


def test_a_pair_of_reviews_asks_for_a_recomputation_at_once(person, offer, time):
    review(evening(person("ana"), time), 5)

    assert time.now in due()


def test_a_verification_asks_for_a_recomputation_at_once(person, verify, time):
    verify(person("ana"))

    assert due() == {time.now}
