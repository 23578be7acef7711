"""Pages for pro-ams, and the stewards' desk for what they say they hold."""

from pro_am.profiles.views.credentials import blueprint as credentials
from pro_am.profiles.views.mine import blueprint

__all__ = ["blueprint", "credentials"]
