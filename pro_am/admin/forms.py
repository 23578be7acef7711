"""The forms of the operator's desk."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from pro_am.accounts.rules import Role
from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import Form
from pro_am.profiles.rules import PUBLICATIONS
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
