"""Pages of programmes: weeks, what is agreed, the end, templates, and links in letters."""

from pro_am.programmes.views import (
    by_letter,
    exceptions,
    life,
    looking_back,
    photos,
    planning,
    saying,
    templates,
    weeks,
)
from pro_am.programmes.views.own import blueprint

BLUEPRINTS = (
    templates.blueprint,
    blueprint,
    life.blueprint,
    looking_back.blueprint,
    by_letter.blueprint,
)

__all__ = ["BLUEPRINTS", "exceptions", "photos", "planning", "saying", "weeks"]
