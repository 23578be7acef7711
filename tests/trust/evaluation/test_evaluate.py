"""`flask trust evaluate`, and the attack it measures under."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

from pro_am.trust.commands.evaluate import evaluate
from pro_am.trust.evaluation import ours
from pro_am.trust.evaluation.baselines import BASELINES
from pro_am.trust.evaluation.comparing import compare, first_accounts
from pro_am.trust.evaluation.files import Labels
from pro_am.trust.evaluation.sybils import Attack, attacked
from tests.trust.evaluation.networks import ratings_of

# 0 is trusted; 1 and 2 are honest, 3 and 4 frauds who praise each other; 5 was never rated.
ROWS = [
    (0, 1, 1),
    (0, 2, 1),
    (1, 2, 0.8),
    (0, 3, -1),
    (2, 4, -0.6),
    (3, 4, 1),
    (4, 3, 1),
    (5, 1, 1),
]
NETWORK = ratings_of(*ROWS, members=6)
LABELS = Labels(np.array([1, 2, 3, 4]), np.array([False, False, True, True]))
ATTACK = Attack(sybils=40, attack_edges=1, fakes=10, seed=11)


def test_our_ranking_puts_honest_first_and_unknown_in_between():
    score = ours.score(NETWORK, np.array([0]), invented=0)

    assert min(score[1], score[2]) > score[5] > max(score[3], score[4])


def test_an_attack_is_what_it_says():
    network = attacked(NETWORK, LABELS, ATTACK)
    added = slice(len(NETWORK), None)
    is_fake = network.rater[added] >= 6
    of_labelled = is_fake & (network.rated[added] < 6)

    assert network.members == 6 + 40
    assert np.all(network.rater != network.rated)
    assert (is_fake & ~of_labelled).sum() == 40 * 10
    assert (~is_fake).sum() == 1
    for member, x in [(1, -1), (2, -1), (3, 1), (4, 1)]:
        said = network.x[added][of_labelled & (network.rated[added] == member)]
        assert said.tolist() == [x] * 10
    days = network.days[added]
    assert days.min() >= NETWORK.days.max()
    assert days.max() <= NETWORK.days.max() + 90


def test_an_attack_is_the_same_every_time():
    once, again = attacked(NETWORK, LABELS, ATTACK), attacked(NETWORK, LABELS, ATTACK)
    other = attacked(NETWORK, LABELS, Attack(40, 1, 10, seed=12))

    assert once.rater.tobytes() == again.rater.tobytes()
    assert once.rater.tobytes() != other.rater.tobytes()


def test_invented_accounts_turn_the_mean_and_not_our_score():
    found = compare(NETWORK, LABELS, mask=False, anchors=1, attack=ATTACK).methods

    assert found["mean"].figures.auc == 0
    assert found["ours"].figures.auc == 1


def test_masked_ratings_are_those_the_labels_were_made_from():
    # By honest 1 of labelled 2, and by honest 2 of labelled 4.
    assert compare(NETWORK, LABELS, mask=True, anchors=1).masked == 2
    assert compare(NETWORK, LABELS, mask=False, anchors=1).masked == 0


def test_anchors_are_the_first_on_the_timeline():
    assert first_accounts(NETWORK, 4).tolist() == [0, 1, 2, 3]


RATINGS = "".join(
    f"{who},{whom},{10 * x:.0f},{day * 86400}\n" for day, (who, whom, x) in enumerate(ROWS)
)
KNOWN = "1,1\n2,1\n3,-1\n4,-1\n"


@pytest.fixture
def run(tmp_path):
    """A function: the command, run on these ratings and labels."""

    def run_on(ratings: str | bytes = RATINGS, labels: str | bytes = KNOWN, *options: str):
        files = []
        for name, content in (("ratings", ratings), ("labels", labels)):
            file = tmp_path / f"{name}.csv"
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
            files += [f"--{name}", str(file)]
        return CliRunner().invoke(evaluate, [*files, *options])

    return run_on


def test_one_object_holds_every_method(run):
    answer = run(RATINGS, KNOWN, "--json", "--mask-labelled", "--anchors", "first:2")

    found = json.loads(answer.stdout)
    assert list(found["methods"]) == ["ours", *BASELINES]
    assert set(found["methods"]["ours"]) == {"auc", "ap_fraud", "ap_benign", "seconds"}
    assert (found["masked"], found["anchors"]) == (2, [0, 1])


def test_the_table_has_a_line_for_every_method(run):
    answer = run("rater,rated,rating,time\n" + RATINGS, "member,label\n" + KNOWN)

    _about, _head, *lines = answer.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["ours", *BASELINES]


@pytest.mark.parametrize(
    ("ratings", "line", "cause"),
    [
        ("", 1, "the file is empty"),
        (b"1,2,3,4\n\x80\x81", 2, "this is not text"),
        (b"\x1f\x8b\x08\0", 1, "this is not text"),
        ("rater,rated,rating,time\n", 1, "nothing follows the heading"),
        ("1,2,3\n", 1, "3 columns instead of 4: rater, rated, rating, time"),
        ("1,2,3,4\n\n1,2,x,4\n", 3, "rating: 'x' is not a number"),
        ("1,2,nan,4\n", 1, "rating: 'nan' is not a number"),
        ("1,2,3,4\n1,2,11,4\n", 2, "rating: 11 is not from -10 to 10"),
        ("1,2,3,-1\n", 1, "time: -1 is not from 0"),
        ("1,b,3,4\n", 1, "rated: 'b' is not the number of a member"),
        ("-1,2,3,4\n", 1, "rater: '-1' is not the number"),
        ("7,7,3,4\n", 1, "the member 7 rates themselves"),
        ('1,2,"3,4\n', 1, "columns instead of 4"),
    ],
)
def test_broken_ratings_are_told_with_their_line_and_cause(run, ratings, line, cause):
    answer = run(ratings)

    assert answer.exit_code == 2, answer.output
    assert f"ratings.csv line {line}: " in answer.stderr
    assert cause in answer.stderr


@pytest.mark.parametrize(
    ("labels", "line", "cause"),
    [
        ("1,1\n99,-1\n", 2, "the member 99 is in no rating"),
        ("1,1\n3,0\n", 2, "the label 0 is neither 1 (honest) nor -1 (fraud)"),
        ("1,1\n3,fraud\n", 2, "label: 'fraud' is not a number"),
        ("1,1\n1,-1\n", 2, "the member 1 has two labels"),
        ("1,1\n2,1\n", 2, "nobody is labelled fraud"),
        ("3,-1\n", 1, "nobody is labelled honest"),
        ("1\n", 1, "1 columns instead of 2: member, label"),
    ],
)
def test_broken_labels_are_told_with_their_line_and_cause(run, labels, line, cause):
    answer = run(RATINGS, labels)

    assert answer.exit_code == 2, answer.output
    assert f"labels.csv line {line}: " in answer.stderr
    assert cause in answer.stderr


@pytest.mark.parametrize("anchors", ["10", "first:0", "first:x", "last:3"])
def test_anchors_that_mean_nothing_are_refused(run, anchors):
    assert run(RATINGS, KNOWN, "--anchors", anchors).exit_code == 2
