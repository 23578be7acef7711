"""The board's one form: several clients, and one thing for all of them."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import Length, Optional

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import CreatingForm
from pro_am.foundation.words import mark
from pro_am.programmes.models import Programme, Template
from pro_am.programmes.rules.plan import Over

KIND_WORDS = {
    "thinking": mark("I am thinking of you. How are you?"),
    "bravo": mark("Bravo, that was a good week!"),
    "gently": mark("Take your time: we go on when you are ready."),
}


class BoardForm(CreatingForm):
    chosen = SelectMultipleField(_l("For whom"), validators=[Optional()])
    template = SelectField(_l("Template"), validators=[Optional()])
    week = SelectField(
        _l("From"),
        choices=choices_from({"this": _l("this week"), "next": _l("next week")}),
        default="next",
    )
    over = RadioField(
        _l("If something is planned already"),
        choices=choices_from(
            {
                Over.ASK: _l("ask me"),
                Over.AFTER: _l("add to it"),
                Over.REPLACE: _l("replace what is not answered"),
            }
        ),
        default=Over.ASK,
        validators=[Optional()],
    )
    words = TextAreaField(
        _l("A word to each of them"), [Optional(), Length(max=2000)], render_kw={"rows": 2}
    )

    def offer(self, programmes: Iterable[Programme], templates: Iterable[Template]) -> None:
        self.chosen.choices = [(each.public_id, each.client.name) for each in programmes]
        self.template.choices = [("", gettext("Choose a template"))] + [
            (each.public_id, each.title) for each in templates if each.retired_at is None
        ]
