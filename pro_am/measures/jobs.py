"""Files that nobody confirmed are forgotten."""

from pro_am.measures.actions.forgetting import forget_uploads

FORGET = "measures.forget_uploads"

HANDLERS = {FORGET: forget_uploads}
