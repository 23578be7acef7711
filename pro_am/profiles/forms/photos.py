"""The forms of the gallery: several files at once, and a line of words for each photo."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import MultipleFileField
from wtforms import StringField, ValidationError
from wtforms.validators import Length

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import CreatingForm, Form, told
from pro_am.profiles.models import ProfilePhoto
from pro_am.profiles.rules.gallery import LONGEST_WORDS

LONGEST_FILE_NAME = 60


class UploadForm(CreatingForm):
    photos = MultipleFileField(_l("Photos"))

    @property
    def files(self) -> list[Any]:
        return [file for file in self.photos.data or [] if file and file.filename]

    def validate_photos(self, _field: Any) -> None:
        if not self.files:
            raise ValidationError(gettext("Choose one photo, or several."))

    def show_of(self, file_name: str, refusal: Refusal) -> None:
        """Beside the field, the name of a file and why it was not kept."""
        words = gettext(
            "“%(file)s”: %(reason)s", file=file_name[-LONGEST_FILE_NAME:], reason=told(refusal)
        )
        self.photos.errors = [*self.photos.errors, words]


class WordsForm(Form):
    """One field for each photo of a gallery; see `words_form`."""

    photos: Sequence[ProfilePhoto] = ()

    def field_of(self, photo: ProfilePhoto) -> Any:
        return self[_name(photo)]

    @property
    def words(self) -> dict[ProfilePhoto, str]:
        return {photo: (self.field_of(photo).data or "").strip() for photo in self.photos}

    def validate(self, extra_validators: Any = None) -> bool:
        """What is public keeps words; what is new may wait for them."""
        valid = bool(super().validate(extra_validators))
        for photo, words in self.words.items():
            if photo.is_public and not words:
                self.field_of(photo).errors = [gettext("Say in a few words what it shows.")]
                valid = False
        return valid


def words_form(photos: Sequence[ProfilePhoto]) -> WordsForm:
    """A form with the photos' words as they are, unless others were sent."""
    fields = {
        _name(photo): StringField(
            _l("What it shows, for people who cannot see it"), [Length(max=LONGEST_WORDS)]
        )
        for photo in photos
    }
    form_class: type[WordsForm] = type("GalleryWordsForm", (WordsForm,), fields)
    form = form_class(data={_name(photo): photo.picture.alt for photo in photos})
    form.photos = photos
    return form


def _name(photo: ProfilePhoto) -> str:
    return f"words_{photo.picture.public_id}"
