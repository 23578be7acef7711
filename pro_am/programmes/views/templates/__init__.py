"""Pages of templates: the list, one of them week by week, and giving it to clients."""

from pro_am.programmes.views.templates import assigning, items, making, pictures
from pro_am.programmes.views.templates.own import blueprint

__all__ = ["assigning", "blueprint", "items", "making", "pictures"]
