"""Conversations, questions, reports and blocks."""

from pro_am.inbox.views.reporting import blueprint as reporting
from pro_am.inbox.views.threads import blueprint

__all__ = ["blueprint", "reporting"]
