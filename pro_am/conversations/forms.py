"""What all forms share in which members write to each other."""

from flask_babel import lazy_gettext as _l
from wtforms import SubmitField

from pro_am.conversations.rules.contact_details import Contact, contacts_in
from pro_am.foundation.web.forms import CreatingForm


class WritingForm(CreatingForm):
    """Words to somebody; `send_anyway` is the button under a warning about what was found."""

    found: frozenset[Contact] = frozenset()

    send_anyway = SubmitField(_l("Send it anyway"))

    def points_out(self, text: str) -> bool:
        """Whether there are contact details to think about first; asked once, never refused."""
        self.found = frozenset() if self.send_anyway.data else contacts_in(text)
        return bool(self.found)

    @property
    def status(self) -> int:
        """Nothing was sent while there is something to point out."""
        return 422 if self.found else super().status
