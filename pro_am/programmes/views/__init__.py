"""Pages of programmes: weeks for client and coach, exceptions, templates, and links in letters."""

from pro_am.programmes.views import by_letter, exceptions, planning, saying, templates, weeks
from pro_am.programmes.views.own import blueprint, monday_from, own, own_as
from pro_am.programmes.views.saying import week_url

BLUEPRINTS = (templates.blueprint, blueprint, by_letter.blueprint)

__all__ = [
    "BLUEPRINTS",
    "blueprint",
    "exceptions",
    "monday_from",
    "own",
    "own_as",
    "planning",
    "saying",
    "week_url",
    "weeks",
]
