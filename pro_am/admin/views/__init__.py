"""The desks of those who run the community."""

from pro_am.admin.views.reports import blueprint as reports

__all__ = ["reports"]
