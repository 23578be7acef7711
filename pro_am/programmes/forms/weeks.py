"""What client and coach write in a week."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import DateField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.programmes.actions import Otherwise
from pro_am.programmes.rules.answering import LONGEST_WORDS
from pro_am.programmes.rules.words import EXCEPTION_KINDS, ExceptionKind, ItemState


class AnswerForm(Form):
    """How it went: the buttons of an item, and words with it."""

    state = SelectField(
        choices=choices_from({state: state for state in ItemState}), coerce=ItemState
    )
    words = TextAreaField(
        _l("A word for your coach"), [Length(max=LONGEST_WORDS)], render_kw={"rows": 2}
    )


class CommentForm(CreatingForm):
    text = TextAreaField(
        _l("Your comment"),
        [DataRequired(_l("Write a few words.")), Length(max=LONGEST_WORDS)],
        render_kw={"rows": 3},
    )


class ToFriendsForm(Form):
    client_words = TextAreaField(
        _l("Words for your friends"), [Length(max=LONGEST_WORDS)], render_kw={"rows": 3}
    )


class NoteForm(Form):
    """What a coach writes above a week, and for friends."""

    note = TextAreaField(
        _l("What this week is about"), [Length(max=LONGEST_WORDS)], render_kw={"rows": 3}
    )
    coach_words = TextAreaField(
        _l("A sentence for the friends who follow"),
        [Length(max=LONGEST_WORDS)],
        render_kw={"rows": 2},
    )


class ExceptionForm(CreatingForm):
    from_day = DateField(_l("First day"), [InputRequired(_l("Choose a day."))])
    to_day = DateField(_l("Last day"), [InputRequired(_l("Choose a day."))])
    kind = RadioField(
        _l("What was or will be different"),
        choices=lambda: choices_from(
            {kind: gettext(words) for kind, words in EXCEPTION_KINDS.items()}
        ),
        coerce=ExceptionKind,
        validators=[InputRequired(_l("Choose one; “something else” is fine."))],
    )
    words = StringField(_l("A word for your coach"), [Length(max=300)])

    @property
    def said(self) -> Otherwise:
        return Otherwise(
            self.from_day.data, self.to_day.data, self.kind.data, self.words.data or ""
        )
