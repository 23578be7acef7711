"""A client's pages about friends, and a friend's own page."""

from pro_am.supporters.views import following, mine

BLUEPRINTS = (mine.blueprint, following.blueprint)
