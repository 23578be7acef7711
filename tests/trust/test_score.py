import numpy as np
import pytest

from pro_am.trust.rules.score import UNPROVEN, Evidence, gather, harm, score, stake


def evidence(*, a=0.0, b=0.0, n0=0.0, T=0.0, span_days=0.0, voices=2.0):  # noqa: N803
    columns = (a, b, n0, T, span_days, voices)
    return Evidence(*(np.array([number], dtype=float) for number in columns))


def only(evidence, standing=0.0, stake=0.0):
    return score(evidence, np.array([standing]), np.array([stake])).at(0)


@pytest.mark.parametrize(
    ("facts", "standing", "stake", "part", "points"),
    [
        # mu = 1.0 / 1.3 and 0.3 / 1.3: 30 * (2 mu - 1)
        ({"a": 0.7}, 0, 0, "reviews", 16.153846),
        ({"b": 0.7}, 0, 0, "reviews", -16.153846),
        ({"n0": 0.7}, 0, 0, "reviews", 0),
        # ten times 1 - 1/e
        ({"a": 0.7, "T": 1}, 0, 0, "track_record", 6.321206),
        ({"a": 0.7}, 0.5, 0, "vouches", 4),
        # twelve times 1 - 1/e, halved by half a good week
        ({"a": 0.7, "T": 9, "span_days": 365}, 0, 0, "tenure", 7.585447),
        ({"a": 0.7, "T": 0.5, "span_days": 365}, 0, 0, "tenure", 3.792723),
        # A third of harm costs everything.
        ({"a": 0.7}, 0, 1 / 6, "stake", -2.5),
        ({"a": 0.7}, 0, 0.9, "stake", -5),
        # b = .5, K = 4: -14 * (1 - exp(-.5 / 1.2)); K = .5: -14 * (1 - exp(-.5 / .675))
        ({"a": 3.5, "b": 0.5}, 0, 0, "incidents", -4.770631),
        ({"b": 0.5}, 0, 0, "incidents", -7.325351),
    ],
)
def test_each_part_is_worth_its_points(facts, standing, stake, part, points):
    known = only(evidence(**facts), standing, stake)

    assert getattr(known, part) == pytest.approx(points, abs=1e-6)


def test_the_worst_is_clipped_in_a_line_of_its_own():
    # 40 - 30 * 100/100.6 - 5 - 14 * (1 - exp(-100 / 15.6)) = -8.798049
    worst = only(evidence(b=100), stake=1)

    assert worst.score == 0
    assert worst.clipping == pytest.approx(8.798049, abs=1e-6)


def test_the_best_stays_below_a_hundred():
    best = only(evidence(a=1e4, T=1e3, span_days=1e4), standing=1)

    assert 99.9 < best.score <= 100
    assert best.clipping == 0


@pytest.mark.parametrize(("weight", "known"), [(0.099, False), (0.1, True)])
@pytest.mark.parametrize("kind", ["a", "b", "n0"])
def test_too_little_weight_of_any_kind_gives_no_number(kind, weight, known):
    assert (only(evidence(**{kind: weight})) is not UNPROVEN) == known


def test_there_is_no_number_on_the_word_of_one():
    assert only(evidence(a=5, voices=1)) is UNPROVEN


def test_the_interval_is_that_of_the_beta_distribution():
    # Beta(1.3, 0.3) and, with neutral weight on both sides, Beta(4.3, 1.3); from tables.
    firm, mixed = only(evidence(a=1)), only(evidence(a=3.5, b=0.5, n0=1))

    assert (firm.low, firm.high) == pytest.approx((0.4158576430, 0.9996715308), abs=1e-8)
    assert (mixed.low, mixed.high) == pytest.approx((0.5312579710, 0.9539292596), abs=1e-8)


def gathered(*rows):
    """Rows of (subject, x, day, om, undecayed), for two subjects."""
    subject, x, day, om, undecayed = (np.array(column) for column in zip(*rows, strict=True))
    reviewer = np.arange(len(rows))
    return gather(
        subject=subject, reviewer=reviewer, x=x, time_days=day, om=om, undecayed=undecayed, n=2
    )


def test_opinions_become_positive_negative_and_neutral_weight():
    known = gathered((0, 1.0, 0, 0.4, 0.4), (0, -0.5, 0, 0.2, 0.2), (0, 0.0, 0, 0.1, 0.1))

    assert (known.a[0], known.b[0], known.n0[0]) == pytest.approx((0.4, 0.1, 0.2))
    assert list(known.N) == pytest.approx([0.7, 0])


@pytest.mark.parametrize(
    ("rows", "weeks"),
    [
        ([(0, 1.0, 0.0, 0.1, 0.2)], 0.4),  # 2 * the weight before decay
        ([(0, 1.0, 0.0, 0.9, 0.9)], 1),  # at most 1
        ([(0, 1.0, 0.0, 0.1, 0.1), (0, 0.5, 6.9, 0.2, 0.2)], 0.4),  # one week: its heaviest
        ([(0, 1.0, 0.0, 0.1, 0.1), (0, 0.5, 7.0, 0.2, 0.2)], 0.6),  # two weeks
        ([(0, -1.0, 0.0, 0.9, 0.9), (0, 0.0, 7.0, 0.9, 0.9)], 0),  # good ones only
        ([(1, 1.0, 0.0, 0.9, 0.9)], 0),  # somebody else's
    ],
)
def test_a_record_counts_good_weeks(rows, weeks):
    assert gathered(*rows).T[0] == pytest.approx(weeks)


def test_tenure_spans_the_credible_good_reviews():
    known = gathered(
        (0, 1.0, 10.0, 0.1, 0.1),
        (0, 0.5, 45.0, 0.1, 0.1),
        (0, -1.0, 90.0, 0.1, 0.1),
        (0, 1.0, 99.0, 0.0, 0.0),
        (1, 1.0, 300.0, 0.1, 0.1),
    )

    assert known.span_days == pytest.approx([35, 0])


def test_a_voucher_answers_for_the_harm_of_those_they_vouch_for():
    # h = 1 / (0 + 1 + 0.5) = 2/3; one vouch of one: 2/3 / (1 + 2).
    h = harm(np.array([0.0, 5.0, 0.0]), np.array([1.0, 0.0, 0.0]))
    voucher, vouched = np.array([2, 1, 1]), np.array([0, 0, 2])

    staked = stake(h, voucher, vouched, np.array([1.0, 0.5, 1.0]), 3)

    assert staked == pytest.approx([0, (1 / 3) / 3.5, 2 / 9])
