"""What a starter template is: one of ours, in every language, that a coach copies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pro_am.programmes.rules.plan import ItemText
from pro_am.programmes.rules.words import ItemKind


@dataclass(frozen=True)
class StarterItem:
    """One activity on some days of some weeks; its words by language."""

    titles: Mapping[str, str]
    days: tuple[int, ...]
    amounts: tuple[int | None, ...] = (None,)
    """One for each week; the last goes on."""
    units: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    kind: ItemKind = ItemKind.SESSION
    weeks: tuple[int, ...] = ()
    """All where none are named."""


@dataclass(frozen=True)
class Starter:
    key: str
    craft: str
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    weeks: int
    items: tuple[StarterItem, ...]

    def placed(self, language: str) -> Iterator[tuple[int, int, int, ItemText]]:
        """Week, day, place in that day, and the words of each item."""
        for week in range(1, self.weeks + 1):
            for place, item in enumerate(self.items):
                if item.weeks and week not in item.weeks:
                    continue
                amount = item.amounts[min(week, len(item.amounts)) - 1]
                text = ItemText(
                    item.kind,
                    item.titles[language],
                    None if amount is None else Decimal(amount),
                    item.units.get(language, ""),
                    item.notes.get(language, ""),
                )
                for day in item.days:
                    yield week, day, place, text
