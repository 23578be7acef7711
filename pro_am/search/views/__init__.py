"""Pages where people are found: the results of a search, and a page for each town."""

from pro_am.search.views.results import blueprint, search_form

__all__ = ["blueprint", "search_form"]
