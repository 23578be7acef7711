"""`flask search evaluate`: its measures, its files, and a small collection of our own."""

import json
from math import log2
from pathlib import Path

import pytest

from pro_am.operations.bench.relevance.commands import evaluate
from pro_am.operations.bench.relevance.files import read_judgements, read_texts
from pro_am.operations.bench.relevance.measures import average_precision, ndcg

OURS = Path(__file__).parents[1] / "search" / "collection"
FILES = {"documents": "documents.jsonl", "queries": "queries.jsonl", "judgements": "judgements.tsv"}
GRADES = {"a": 2, "b": 1, "c": 0, "d": -1}


@pytest.fixture
def asked(app, tmp_path):
    """A function that evaluates our collection; in place of a file, other content."""

    def asked(*options, **others):
        arguments = list(options)
        for name, file in FILES.items():
            path = OURS / file
            if name in others:
                path = tmp_path / file
                path.write_bytes(others[name])
            arguments += [f"--{name}", str(path)]
        return app.test_cli_runner().invoke(evaluate, arguments)

    return asked


on_sqlite = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@on_sqlite
@pytest.mark.parametrize("engine", ["memory", "whoosh"])
def test_french_typed_without_accents_is_answered_as_well(asked, engine):
    options = ("--language", "fr", "--json", "--engine", engine)
    accents = json.loads(asked(*options).stdout)
    without = json.loads(asked(*options, "--fold-queries").stdout)

    assert accents["queries"] == 15
    assert accents["ndcg@10"] >= 0.9
    assert without["ndcg@10"] == pytest.approx(accents["ndcg@10"], abs=0.01)
    assert without["map"] == pytest.approx(accents["map"], abs=0.01)


@on_sqlite
def test_figures_are_printed_for_people_too(asked):
    assert "ndcg@10   0." in asked("--language", "fr").stdout


@on_sqlite
@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("documents", b'{"_id": "1", "text": "a"}\n{"_id": "1", "text": "b"}', "line 2: the id"),
        ("documents", b'{"_id": "1", "text": "a"}\n\n[1]', "line 3: this is not a JSON object"),
        ("documents", b"[" * 100_000, "line 1: this is not JSON"),
        ("documents", b"\xff", "line 1: this is not text in UTF-8"),
        ("documents", b"", "line 1: the file is empty"),
        ("queries", b'{"_id": "a"}', "line 1: “text” is not a text"),
        ("queries", b'{"_id": true, "text": "a"}', "line 1:"),
        ("judgements", b"a\t1\t1\na\t1", "line 2: this is not: query, document, grade"),
        ("judgements", b"a\t1\tgood", "line 1: the grade 'good'"),
        ("judgements", b"a\t1\t1\na\t1\t2", "line 2: query 'a' and document '1' have two grades"),
        ("judgements", b"z\t1\t1", "judges none of the queries"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_line(asked, name, content, told):
    result = asked(**{name: content})

    assert result.exit_code == 2
    assert told in result.stderr
    assert FILES[name] in result.stderr


def test_files_are_read_as_beir_and_trec_write_them():
    beir = read_judgements(b"query-id\tcorpus-id\tscore\nq1\td1\t2\n")
    trec = read_judgements(b"q1 0 d1 2\n")

    assert beir == trec == {"q1": {"d1": 2}}
    assert [each.name for each in read_texts('{"_id": 7, "text": "\u2028"}'.encode())] == ["7"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("ab", 1),
        ("ba", (1 + 2 / log2(3)) / (2 + 1 / log2(3))),
        ("xxa", (2 / 2) / (2 + 1 / log2(3))),
        ("cda", (2 / 2) / (2 + 1 / log2(3))),
        ("x" * 10 + "ab", 0),
        ("", 0),
    ],
)
def test_gains_are_discounted_by_rank(found, expected):
    assert ndcg(list(found), GRADES) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("found", "expected"),
    [("ab", 1), ("xab", (1 / 2 + 2 / 3) / 2), ("cb", (1 / 2) / 2), ("x" * 600 + "a", 1 / 601 / 2)],
)
def test_precision_is_taken_where_each_relevant_document_is_found(found, expected):
    assert average_precision(list(found), GRADES) == pytest.approx(expected)


def test_without_anything_relevant_there_is_nothing_to_find():
    assert ndcg(["c"], {"c": 0}) == average_precision(["c"], {"c": 0}) == 0
