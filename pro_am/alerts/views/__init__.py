"""My saved searches, what a letter does without a sign-in, and feeds."""

from pro_am.alerts.views import by_letter, feed, mine

BLUEPRINTS = (mine.blueprint, by_letter.blueprint, feed.blueprint)

__all__ = ["BLUEPRINTS"]
