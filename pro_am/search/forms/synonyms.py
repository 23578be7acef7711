"""The desk's form of synonyms."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.foundation.web.languages import NAMES, current_language
from pro_am.search.models import Synonym
from pro_am.search.rules.text import LONGEST_QUERY
from pro_am.search.rules.wording.synonyms import SynonymText, lines_of

EACH_OTHER, ALSO = "each_other", "also"
LONGEST_LIST = 2000


class SynonymForm(Form):
    language = SelectField(_l("Language of who asks"), choices=choices_from(NAMES))
    words = TextAreaField(_l("Words"), [Length(max=LONGEST_LIST)], render_kw={"rows": 4})
    kind = RadioField(
        _l("What they do"),
        choices=choices_from(
            {
                EACH_OTHER: _l("Each of them finds all the others, too"),
                ALSO: _l("Each of them also finds what stands below, and not the other way round"),
            }
        ),
        default=EACH_OTHER,
    )
    finds = TextAreaField(
        _l("What they also find"), [Length(max=LONGEST_LIST)], render_kw={"rows": 3}
    )
    sample = StringField(_l("A search to try them on"), [Length(max=LONGEST_QUERY)])

    @property
    def is_one_way(self) -> bool:
        return bool(self.kind.data == ALSO)

    @property
    def text(self) -> SynonymText:
        finds = lines_of(self.finds.data or "") if self.is_one_way else ()
        return SynonymText(self.language.data, lines_of(self.words.data or ""), finds)


def synonym_form(synonym: Synonym | None, *, words: str = "") -> SynonymForm:
    """As it is; or a new one, about words that somebody looked for."""
    if synonym is None:
        return SynonymForm(data={"language": current_language(), "words": words, "sample": words})
    return SynonymForm(
        data={
            "language": synonym.language,
            "words": "\n".join(synonym.words),
            "finds": "\n".join(synonym.finds),
            "kind": ALSO if synonym.finds else EACH_OTHER,
            "sample": synonym.words[0],
        }
    )
