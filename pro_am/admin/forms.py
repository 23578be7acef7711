"""The forms of the operator's desk."""

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from pro_am.accounts.rules import Role
from pro_am.admin.rules import ALARM_ACTS, CASE_OUTCOMES
from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import Form
from pro_am.moderation.actions.cases import Voice
from pro_am.moderation.forms import GroundsForm, WordsForm
from pro_am.profiles.rules import PUBLICATIONS
from pro_am.reviews.rules.cases import CaseOutcome
from pro_am.texts.rules import LONGEST_BODY, LONGEST_TITLE

LONGEST_REASON = 1000

ROLE_WORDS = {
    "steward": _l("steward: verifies people and diplomas"),
    "moderator": _l("moderator: answers reports"),
    "admin": _l("administrator: runs this installation"),
}


class SearchForm(Form):
    """Read from the address, so without a token."""

    class Meta:
        csrf = False

    q = StringField(_l("Name or e-mail address"), [Length(max=120)])
    before = WholeNumberField(validators=[Optional()])


class ProfileSearchForm(SearchForm):
    q = StringField(_l("Name, headline or town"), [Length(max=120)])
    state = SelectField(
        _l("State"),
        choices=choices_from(
            {"": _l("any")} | {state.value: _l(words) for state, words in PUBLICATIONS.items()}
        ),
        default="",
    )


class AuditForm(Form):
    class Meta:
        csrf = False

    act = SelectField(_l("What was done"), default="", validate_choice=False)
    about = StringField(_l("About"), [Length(max=120)])
    by = StringField(_l("By"), [Length(max=64)])
    before = WholeNumberField(validators=[Optional()])


class RoleForm(Form):
    role = SelectField(
        _l("Role"), choices=choices_from({role.value: ROLE_WORDS[role.value] for role in Role})
    )


class ReasonForm(Form):
    """The person will read it."""

    why = TextAreaField(
        _l("The reason"),
        [
            DataRequired(_l("Write the reason: the person will read it.")),
            Length(max=LONGEST_REASON, message=_l("A reason has at most %(max)d characters.")),
        ],
        render_kw={"rows": 3},
    )


class TextForm(Form):
    title = StringField(
        _l("Title"),
        [Length(max=LONGEST_TITLE, message=_l("A title has at most %(max)d characters."))],
    )
    body = TextAreaField(
        _l("Text"),
        [Length(max=LONGEST_BODY, message=_l("A text has at most %(max)d characters."))],
        render_kw={"rows": 18},
    )
    preview = HiddenField()


class OneOrAllForm(Form):
    """One thing by its number, or all when it is left empty."""

    number = WholeNumberField(validators=[Optional()])
    state = HiddenField(validators=[Length(max=32)])


class AlarmForm(GroundsForm):
    """What a look at an alarm has led to; the reasons are needed unless it is harmless."""

    act = RadioField(
        _l("What do you decide?"),
        choices=choices_from({each.value: _l(words) for each, words in ALARM_ACTS.items()}),
        validators=[InputRequired(_l("Choose one."))],
    )
    found = TextAreaField(
        _l("What you found, for the next person who looks"),
        [
            DataRequired(_l("Say what you found: the next person who looks will read it.")),
            Length(max=LONGEST_REASON),
        ],
        render_kw={"rows": 3},
    )
    words_fr = TextAreaField(
        _l("The facts you go by, in French"),
        [Length(max=LONGEST_REASON)],
        render_kw={"rows": 3},
    )
    words_en = TextAreaField(
        _l("The facts you go by, in English"),
        [Length(max=LONGEST_REASON)],
        render_kw={"rows": 3},
    )

    @property
    def chosen(self) -> set[str]:
        """The reviews that are ticked, by public id."""
        return set(request.form.getlist("review"))


class CaseForm(WordsForm):
    outcome = RadioField(
        _l("What do you decide?"),
        choices=choices_from(
            {
                each.value: _l(CASE_OUTCOMES[each])
                for each in (CaseOutcome.UPHELD, CaseOutcome.DISMISSED)
            }
        ),
        validators=[InputRequired(_l("Choose one."))],
    )

    @property
    def voice(self) -> Voice:
        return Voice(self.outcome.data, *self.words)
