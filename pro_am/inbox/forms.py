"""The forms of conversations, reports and blocks."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from pro_am.conversations.forms import WritingForm
from pro_am.conversations.rules import messages as rules
from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.moderation.rules import LONGEST as LONGEST_REPORT
from pro_am.moderation.rules import REASONS


class QuestionForm(WritingForm):
    body = TextAreaField(_l("Your message"), [Length(max=rules.LONGEST)], render_kw={"rows": 4})


class MessageForm(QuestionForm):
    picture = FileField(_l("A photo"))
    alt = StringField(_l("What the photo shows, in a few words"), [Length(max=200)])
    # The public id of a photo that came with words which were not sent yet.
    kept = HiddenField(validators=[Length(max=64)])


class ReportForm(CreatingForm):
    reason = RadioField(
        _l("What is wrong?"),
        choices=choices_from({each.value: _l(words) for each, words in REASONS.items()}),
        validators=[InputRequired(_l("Choose what fits best."))],
    )
    words = TextAreaField(_l("What happened"), [Length(max=LONGEST_REPORT)], render_kw={"rows": 4})
    block = BooleanField(_l("Block this person too: you cannot write to or book each other"))


class BlockForm(Form):
    """A button."""
