"""Pages of vouches and invitations."""

from pro_am.vouches.views.by_letter import blueprint as by_letter
from pro_am.vouches.views.giving import blueprint as people
from pro_am.vouches.views.invitations import blueprint as invitations
from pro_am.vouches.views.invited import blueprint as invited
from pro_am.vouches.views.mine import blueprint as mine

BLUEPRINTS = (mine, people, invitations, invited, by_letter)

__all__ = ["BLUEPRINTS"]
