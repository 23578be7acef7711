"""What coaches say of a value."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from pro_am.foundation.web.forms import CreatingForm

LONGEST_COMMENT = 1000


class CommentForm(CreatingForm):
    text = TextAreaField(
        _l("Your comment"),
        [InputRequired(_l("Write a few words.")), Length(max=LONGEST_COMMENT)],
    )
