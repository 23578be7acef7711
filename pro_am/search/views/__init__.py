"""Pages where people are found: the results of a search, a page for each town, the sitemap."""

from pro_am.search.views.results import blueprint, search_form
from pro_am.search.views.robots import blueprint as robots
from pro_am.search.views.suggestions import suggest
from pro_am.search.views.towns import town
from pro_am.search.views.unexpected import show_unexpected

__all__ = ["blueprint", "robots", "search_form", "show_unexpected", "suggest", "town"]
