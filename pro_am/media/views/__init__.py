"""Pictures as browsers fetch them, and the page where members choose their face."""

from pro_am.media.views.files import blueprint, send_rendition
from pro_am.media.views.portraits import blueprint as portraits

__all__ = ["blueprint", "portraits", "send_rendition"]
