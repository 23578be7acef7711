"""What a feed shows."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from pro_am.foundation.web.forms import Form


class ShowsForm(Form):
    titles = BooleanField(_l("Show what it is and with whom"))
    addresses = BooleanField(_l("Show the exact address, where you may see it"))
