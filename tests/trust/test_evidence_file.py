"""The public evidence file, and `flask trust recompute`."""

import json
import re
from dataclasses import fields
from datetime import timedelta

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules import constants as c
from pro_am.trust.commands.recompute import recompute as command
from pro_am.trust.rules import evidence_file
from pro_am.trust.rules.broken_file import BrokenFile, text_of
from pro_am.trust.rules.days import EPOCH
from pro_am.trust.rules.evidence_file import EvidenceFile, Numbers, ReviewLine
from pro_am.trust.rules.network import TrustResult, compute
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.score import UNPROVEN, Parts
from tests.trust.networks import NOW, Review, communities, network_of


def file_of(result: TrustResult, member: int, role: Role = Role.PROVIDER) -> EvidenceFile:
    """The public evidence on a member of a community."""
    reviews, known = result.network.reviews, result.score_of(member, role)
    lines = tuple(
        ReviewLine(
            id=f"review-{place}",
            by=f"author-{reviews.reviewer[place]}",
            stars=int(reviews.x[place] * 2 + 3),
            time=EPOCH + timedelta(days=float(reviews.time_days[place])),
            weight=float(result.weights.om[place]),
            undecayed=float(result.weights.undecayed[place]),
        )
        for place in range(len(reviews))
        if reviews.reviewed[place] == member and reviews.role[place] == role
    )
    told = Numbers(None, None, None, {})
    if known is not UNPROVEN:
        names = [*(part.name for part in fields(Parts)), "clipping"]
        parts = {name: getattr(known, name) for name in names}
        told = Numbers(known.score, known.low, known.high, parts)
    return EvidenceFile(
        version=c.VERSION,
        computed_at=EPOCH + timedelta(days=NOW),
        member="a-cook",
        role=ReviewedAs.PROVIDER if role == Role.PROVIDER else ReviewedAs.HOST,
        standing=float(result.support[member, role]),
        stake=float(result.stake[member]),
        reviews=lines,
        told=told,
    )


def praised() -> EvidenceFile:
    rows = [Review(1, 0, 5, 10), Review(2, 0, 4, 20), Review(3, 0, 2, 30)]
    return file_of(compute(network_of([0.3, 1, 0.3, 0.3], rows), NOW), 0)


@given(communities())
@settings(max_examples=100, deadline=None)
def test_every_number_follows_from_its_file(community):
    result = compute(community.network, NOW)

    for member in range(len(community.evidence)):
        for role in Role:
            read = evidence_file.read(evidence_file.write(file_of(result, member, role)))
            found = evidence_file.recompute(read)
            assert evidence_file.differences(read.told, found) == []


def test_a_file_says_all_that_it_was_told():
    file = praised()

    read = evidence_file.read(evidence_file.write(file))

    assert (read.version, read.computed_at, read.member, read.role) == (
        file.version,
        file.computed_at,
        file.member,
        file.role,
    )
    assert [line.time for line in read.reviews] == [line.time for line in file.reviews]
    assert read.told.score == pytest.approx(file.told.score, abs=1e-3)
    assert "standing" not in json.loads(evidence_file.write(file))["reviews"][0]


def test_the_faintest_review_still_marks_its_day():
    line = ReviewLine("faint", "a", 5, EPOCH, weight=1e-9, undecayed=1e-9)
    file = EvidenceFile(c.VERSION, EPOCH, "a", ReviewedAs.HOST, 0, 0, (line,), praised().told)

    assert evidence_file.read(evidence_file.write(file)).reviews[0].weight > 0


@pytest.fixture
def run(tmp_path):
    """A function: the command, run on a file with this content."""

    def run_on(content: str | bytes):
        file = tmp_path / "evidence.json"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(command, [str(file)]), file

    return run_on


def test_the_command_prints_the_number_and_its_parts(run):
    file = praised()

    answer, _ = run(evidence_file.write(file))

    assert answer.exit_code == 0, answer.output
    assert f"{file.told.score:.1f}" in answer.stdout
    assert "track record" in answer.stdout
    assert "reviews       " in answer.stdout


def test_the_unproven_have_no_number(run):
    alone = file_of(compute(network_of([0.3], []), NOW), 0)

    answer, _ = run(evidence_file.write(alone))

    assert answer.exit_code == 0
    assert "unproven" in answer.stdout


@pytest.mark.parametrize("name", ["score", "low", "high", "standing", "stake"])
def test_a_number_that_was_touched_up_is_noticed(run, name):
    facts = json.loads(evidence_file.write(praised()))
    facts[name] += -0.1 if facts[name] > 0.5 else 0.1

    answer, _ = run(json.dumps(facts))

    assert answer.exit_code == 1
    assert "The file says otherwise" in answer.stderr


def test_a_review_that_was_left_out_is_noticed(run):
    facts = json.loads(evidence_file.write(praised()))
    del facts["reviews"][2]

    answer, _ = run(json.dumps(facts))

    assert answer.exit_code == 1
    assert "The file says otherwise: score" in answer.stderr


def broken(**changes: object) -> str:
    """A good file with other facts, written over several lines."""
    return json.dumps(json.loads(evidence_file.write(praised())) | changes, indent=1)


def with_review(**changes: object) -> str:
    """A good file, each review on its line, with other facts in the second."""
    head, before, second, *rest = re.split(r"(?m)^(?=    {)", evidence_file.write(praised()))
    facts = json.loads(second.strip().rstrip(",")) | changes
    return "".join([head, before, f"    {json.dumps(facts)},\n", *rest])


@pytest.mark.parametrize(
    ("content", "line", "cause"),
    [
        (b"", 1, "the file is empty"),
        (b"{}\n\xff\xfe", 2, "this is not text"),
        (b"\x89PNG\r\n\x1a\n\0\0", 1, "this is not text"),
        (b"{\n\0}", 2, "zero byte"),
        ("{\n oops", 2, "this is not JSON"),
        ("[1]", 1, "expected an object"),
        ("{}", 1, "'version' is missing"),
        ("[" * 100_000, 1, "nested too deeply"),
        ('{"version": NaN}', 1, "NaN is no number"),
        (broken(version="0"), 2, "version: computed with constants 0"),
        (broken(computed_at="yesterday"), 3, "computed_at: expected a time"),
        (broken(computed_at="2027-01-31T18:00:00"), 3, "no zone"),
        (broken(role="cook"), 5, "role: expected provider or host"),
        (broken(standing="much"), 6, 'standing: expected a number, not "much"'),
        (broken(standing=1.5), 6, "standing: expected 0 to 1, not 1.5"),
        (broken(stake=True), 7, "stake: expected a number"),
        (broken(score=-1), 8, "score: expected 0 to 100"),
        (broken(parts=[]), 11, "parts: expected an object"),
        (broken(parts={}), 11, "parts: 'reviews' is missing"),
        (broken(reviews={}), 20, "reviews: expected a list"),
        (with_review(stars=6), 14, "reviews[1].stars: expected 1 to 5"),
        (with_review(stars=4.5), 14, "reviews[1].stars: stars are whole"),
        (with_review(weight=None), 14, "reviews[1].weight: expected a number, not null"),
        (with_review(id="review-0"), 14, "comes twice"),
    ],
)
def test_a_broken_file_is_told_with_its_line_and_cause(run, content, line, cause):
    answer, file = run(content)

    assert answer.exit_code == 2, answer.output
    assert answer.stderr.startswith(f"{file} line {line}: ")
    assert cause in answer.stderr


def test_a_mark_of_the_encoding_does_no_harm():
    assert text_of(b"\xef\xbb\xbfok") == "ok"
    with pytest.raises(BrokenFile):
        text_of(b" \n")
