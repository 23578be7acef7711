"""Adding a calendar that is kept elsewhere: its address, or a file."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from pro_am.calendar_sources.actions.keeping import LONGEST_NAME
from pro_am.foundation.outgoing.reach import LONGEST
from pro_am.foundation.web.forms import CreatingForm


class AddressForm(CreatingForm):
    url = StringField(
        _l("Secret address of the calendar"),
        [InputRequired(_l("Write the address of the calendar.")), Length(max=LONGEST)],
    )
    name = StringField(_l("What you call it"), [Length(max=LONGEST_NAME)])


class FileForm(CreatingForm):
    file = FileField(_l("A file ending in .ics"), [FileRequired(_l("Choose a file."))])
