"""What a device is called."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from pro_am.foundation.web.forms import CreatingForm
from pro_am.measures.rules.kinds import LONGEST_NAME


class DeviceForm(CreatingForm):
    name = StringField(
        _l("What you call it"), [InputRequired(_l("Give it a name.")), Length(max=LONGEST_NAME)]
    )
