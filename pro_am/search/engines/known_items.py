"""Offers that a new index must find before it serves."""

from collections.abc import Iterable, Iterator

from pro_am.search.rules.documents import SearchDocument

KNOWN_ITEMS = 50


class KnownItems:
    """Documents evenly spread over all that pass by, at least KNOWN_ITEMS if there are so many."""

    def __init__(self) -> None:
        self.items: list[SearchDocument] = []
        self.offers: set[int] = set()

    def watch(self, documents: Iterable[SearchDocument]) -> Iterator[SearchDocument]:
        step = 1
        for number, document in enumerate(documents):
            self.offers.add(document.offer_id)
            if number % step == 0:
                self.items.append(document)
            if len(self.items) == 2 * KNOWN_ITEMS:
                self.items = self.items[::2]
                step *= 2
            yield document
