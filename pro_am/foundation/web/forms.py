"""The form every form inherits: CSRF protection, and refusals shown beside their fields."""

from datetime import date
from decimal import Decimal
from functools import cache
from gettext import NullTranslations

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.i18n import get_builtin_gnu_translations
from wtforms.validators import Length

from pro_am.foundation import ids
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.wording import long_day, quantity


@cache
def _words_of_forms(language: str) -> NullTranslations:
    """What WTForms itself says of a field, in one of our languages."""
    words: NullTranslations = get_builtin_gnu_translations([language])
    return words


def told(refusal: Refusal) -> str:
    """The refusal's sentence in the reader's language; words, days and quantities in it too."""
    facts = {name: _told(fact) for name, fact in refusal.facts.items()}
    return gettext(refusal.message, **facts)


def _told(fact: object) -> object:
    if isinstance(fact, Decimal):
        return quantity(fact)
    if isinstance(fact, date):
        return long_day(fact)
    return gettext(fact) if isinstance(fact, str) and fact else fact


class Form(FlaskForm):
    class Meta(FlaskForm.Meta):
        def get_translations(self, _form: FlaskForm) -> NullTranslations:
            """Read once in a process; Flask-WTF reads the file again for every request."""
            return _words_of_forms(current_language())

    refused = False

    def is_valid_post(self) -> bool:
        return bool(self.validate_on_submit())

    def show(self, refusal: Refusal) -> None:
        """Put a refusal beside its field, or on top of the form when it has none here."""
        self.refused = True
        if refusal.field and refusal.field in self:
            field = self[refusal.field]
            field.errors = [*field.errors, told(refusal)]
        else:
            self.form_errors.append(told(refusal))

    @property
    def status(self) -> int:
        """What the page answers: 409 where a rule refused, 422 where a field is wrong."""
        if self.refused:
            return 409
        return 422 if self.errors else 200


class CreatingForm(Form):
    """A form that makes something new: sent twice, it makes it once."""

    idempotency_key = HiddenField(default=ids.public_id, validators=[Length(max=64)])


def page(template: str, form: Form, **facts: object) -> ResponseReturnValue:
    """The page of a form, with the status that its answer deserves."""
    html = render_template(template, form=form, form_has_errors=bool(form.errors), **facts)
    return html, form.status
