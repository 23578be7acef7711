"""What each side tells moderators, and what a moderator decides."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import MultipleFileField
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from pro_am.bookings.actions.disputes import Decision
from pro_am.bookings.forms import ActForm
from pro_am.bookings.rules import disputes
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form, told

LONGEST_FILE_NAME = 60


class StoryForm(ActForm):
    text = TextAreaField(_l("What happened"), [Length(max=disputes.LONGEST)], render_kw={"rows": 6})
    pictures = MultipleFileField(_l("Pictures"))

    @property
    def files(self) -> list[Any]:
        return [file for file in self.pictures.data or [] if file and file.filename]

    def show_of(self, file_name: str, refusal: Refusal) -> None:
        """Beside the field, the name of a file and why it was not kept."""
        words = gettext(
            "“%(file)s”: %(reason)s", file=file_name[-LONGEST_FILE_NAME:], reason=told(refusal)
        )
        self.pictures.errors = [*self.pictures.errors, words]


class DecisionForm(Form):
    outcome = RadioField(
        _l("What do you decide?"),
        choices=choices_from({each.value: _l(words) for each, words in disputes.OUTCOMES.items()}),
        validators=[InputRequired(_l("Choose one."))],
    )
    words_fr = TextAreaField(
        _l("Your reason for both, in French"), [Length(max=2000)], render_kw={"rows": 4}
    )
    words_en = TextAreaField(
        _l("Your reason for both, in English"), [Length(max=2000)], render_kw={"rows": 4}
    )

    @property
    def decision(self) -> Decision:
        return Decision(
            disputes.Outcome(self.outcome.data), self.words_fr.data or "", self.words_en.data or ""
        )
