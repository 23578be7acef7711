"""A judged collection through the product's own analysis and engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from pro_am.operations.bench.relevance.files import Judgements, Text
from pro_am.operations.bench.relevance.measures import average_precision, ndcg
from pro_am.search.engines import Engine
from pro_am.search.rules.documents import Query, SearchDocument
from pro_am.search.rules.text import fold


@dataclass(frozen=True)
class Evaluation:
    ndcg: float
    average_precision: float
    queries: int
    """Those with judgements; both figures are their mean, as `trec_eval` takes it."""


def evaluate(
    engine: Engine,
    documents: Sequence[Text],
    queries: Sequence[Text],
    judgements: Judgements,
    *,
    language: str,
    is_folded: bool,
) -> Evaluation:
    """Title and text become title and body of an offer, and each query is asked as it is typed.

    A query has the product's limits of length and words, but finds as many as there are. Folded
    ones are typed without accents.
    """
    engine.rebuild(
        (_document(number, each, language) for number, each in enumerate(documents, 1)), position=1
    )
    scores = []
    for query in queries:
        if query.name not in judgements:
            continue
        words = fold(query.text) if is_folded else query.text
        hits = engine.search(Query(words, language=language, limit=len(documents)))
        found = [documents[hit.offer_id - 1].name for hit in hits]
        grades = judgements[query.name]
        scores.append((ndcg(found, grades), average_precision(found, grades)))
    if not scores:
        return Evaluation(0.0, 0.0, 0)
    ndcgs, precisions = zip(*scores, strict=True)
    return Evaluation(fmean(ndcgs), fmean(precisions), len(scores))


def _document(number: int, text: Text, language: str) -> SearchDocument:
    return SearchDocument(
        offer_id=number,
        member_id=number,
        language=language,
        title=text.title,
        body=text.text,
        craft="",
        price_minor=0,
        place_modes=frozenset(),
    )
