"""Pages for pro-ams, their galleries, and the stewards' desk for what they say they hold."""

from pro_am.profiles.views.credentials import blueprint as credentials
from pro_am.profiles.views.mine import blueprint
from pro_am.profiles.views.photos import blueprint as photos

__all__ = ["blueprint", "credentials", "photos"]
