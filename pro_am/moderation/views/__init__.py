"""What members find of moderation, and what everybody may read of it."""

from pro_am.moderation.views.by_letter import blueprint as by_letter
from pro_am.moderation.views.mine import blueprint
from pro_am.moderation.views.public_log import blueprint as public_log
from pro_am.moderation.views.statements import blueprint as statements
from pro_am.moderation.views.takeovers import blueprint as takeovers

__all__ = ["blueprint", "by_letter", "public_log", "statements", "takeovers"]
