"""Pages about trust: why a score is what it is, and where I stand."""

from pro_am.trust.views.mine import blueprint as mine
from pro_am.trust.views.why import blueprint

__all__ = ["blueprint", "mine"]
