"""Pages of programmes: weeks, exceptions, templates, links in letters, breaks and the end."""

from pro_am.programmes.views import (
    by_letter,
    exceptions,
    life,
    looking_back,
    planning,
    saying,
    templates,
    weeks,
)
from pro_am.programmes.views.own import blueprint, monday_from, own, own_as
from pro_am.programmes.views.saying import week_url

BLUEPRINTS = (
    templates.blueprint,
    blueprint,
    life.blueprint,
    looking_back.blueprint,
    by_letter.blueprint,
)

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
