"""Pages for coming in, for one's own account, and for leaving."""

from pro_am.accounts.views.doors import blueprint
from pro_am.accounts.views.leaving import blueprint as leaving
from pro_am.accounts.views.mine import blueprint as account
from pro_am.accounts.views.sessions import blueprint as sessions

__all__ = ["account", "blueprint", "leaving", "sessions"]
