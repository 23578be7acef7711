"""What is asked of whoever calls, answers, or settles something beforehand."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import AnyOf, Length, Optional

from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.sos.rules import telephone
from pro_am.sos.rules.words import LONGEST_ANSWER, LONGEST_CALL, Pick

MOST_CONTACTS = 3
LONGEST_NAME = 60


class SosForm(CreatingForm):
    """Each pick is a button that sends the whole form: one tap."""

    pick = HiddenField(validators=[Optional(), AnyOf([each.value for each in Pick])])
    words = TextAreaField(_l("In your own words"), [Length(max=LONGEST_CALL)])
    is_sure = HiddenField()


class AnswerForm(CreatingForm):
    class Meta(CreatingForm.Meta):
        csrf = False  # the signed address says who answers

    say = HiddenField()
    words = TextAreaField(_l("In your own words"), [Length(max=LONGEST_ANSWER)])


class ChoicesForm(Form):
    phone = StringField(_l("Your telephone, for friends who ring"), [Length(max=telephone.LONGEST)])
    coach_sees = BooleanField(_l("My coach may see that there was an SOS, never what I said"))
    name_1 = StringField(_l("First person: name"), [Length(max=LONGEST_NAME)])
    phone_1 = StringField(_l("First person: telephone"), [Length(max=telephone.LONGEST)])
    name_2 = StringField(_l("Second person: name"), [Length(max=LONGEST_NAME)])
    phone_2 = StringField(_l("Second person: telephone"), [Length(max=telephone.LONGEST)])
    name_3 = StringField(_l("Third person: name"), [Length(max=LONGEST_NAME)])
    phone_3 = StringField(_l("Third person: telephone"), [Length(max=telephone.LONGEST)])

    def contacts(self) -> list[tuple[str, str]]:
        return [
            (self[f"name_{number}"].data or "", self[f"phone_{number}"].data or "")
            for number in range(1, MOST_CONTACTS + 1)
        ]
