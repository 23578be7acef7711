"""The form of letters."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice

from pro_am.foundation.topics import Topic, known_topics
from pro_am.foundation.web.forms import Form


class LettersForm(Form):
    wanted = SelectMultipleField(_l("Write to me about"))


def letters_form() -> LettersForm:
    form = LettersForm()
    form.wanted.choices = [
        SelectChoice(topic.key, _words_of(topic)) for topic in known_topics().values()
    ]
    return form


def _words_of(topic: Topic) -> str:
    return gettext("%(topic)s: %(about)s", topic=gettext(topic.name), about=gettext(topic.about))
