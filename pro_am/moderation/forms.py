"""The form of a moderator's decision."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.moderation.actions import Decision
from pro_am.moderation.rules import OUTCOMES, PAUSE_DAYS, Outcome


class DecisionForm(Form):
    outcome = RadioField(
        _l("What do you decide?"),
        choices=choices_from({each.value: _l(words) for each, words in OUTCOMES.items()}),
        validators=[InputRequired(_l("Choose one."))],
    )
    pause_days = SelectField(
        _l("Days without writing, if you choose that"),
        choices=choices_from({str(days): str(days) for days in PAUSE_DAYS}),
        default=str(PAUSE_DAYS[1]),
    )
    words_fr = TextAreaField(
        _l("Your words to both, in French"), [Length(max=1000)], render_kw={"rows": 3}
    )
    words_en = TextAreaField(
        _l("Your words to both, in English"), [Length(max=1000)], render_kw={"rows": 3}
    )

    @property
    def decision(self) -> Decision:
        return Decision(
            Outcome(self.outcome.data),
            self.words_fr.data or "",
            self.words_en.data or "",
            int(self.pause_days.data),
        )
