"""Pages where people are found: the results of a search, a page for each town, the sitemap; those
whom one keeps, and two or three side by side."""

from pro_am.search.views.compare import compare
from pro_am.search.views.favourites import mine
from pro_am.search.views.results import blueprint, search_form
from pro_am.search.views.robots import blueprint as robots
from pro_am.search.views.suggestions import suggest
from pro_am.search.views.towns import town
from pro_am.search.views.unexpected import show_unexpected

__all__ = [
    "blueprint",
    "compare",
    "mine",
    "robots",
    "search_form",
    "show_unexpected",
    "suggest",
    "town",
]
