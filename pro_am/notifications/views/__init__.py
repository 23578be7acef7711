"""Which letters a member gets; and on a development machine, the letters themselves."""

from pro_am.notifications.views.choices import blueprint as letters
from pro_am.notifications.views.development import blueprint

__all__ = ["blueprint", "letters"]
