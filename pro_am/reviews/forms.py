"""The forms of reviews."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms import Form as RowForm
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form, told
from pro_am.foundation.web.languages import current_language
from pro_am.reviews.actions import Opinion, ShownPhoto
from pro_am.reviews.models import Review
from pro_am.reviews.rules import LONGEST, LONGEST_NOTE, LONGEST_WORDS, MOST_PHOTOS, STARS
from pro_am.reviews.rules.cases import LONGEST_ANSWER
from pro_am.reviews.rules.facets import AskedFacet
from pro_am.reviews.rules.witnesses import LONGEST_REASON, WITNESS_KINDS, WitnessKind

STAR_CHOICES = choices_from(
    {number: _l(words) for number, words in sorted(STARS.items(), reverse=True)}
)


class PhotoRow(RowForm):
    """Room for one photo: a file to send, or the one that is kept already; and what it shows."""

    kept = HiddenField(validators=[Length(max=64)])
    file = FileField(_l("Photo"))
    words = StringField(
        _l("What it shows, for people who cannot see it"), [Length(max=LONGEST_WORDS)]
    )
    remove = BooleanField(_l("Leave this photo out"))

    @property
    def is_shown(self) -> bool:
        return bool(self.kept.data) and not self.remove.data

    def show(self, refusal: Refusal) -> None:
        self.file.errors = [*self.file.errors, told(refusal)]


class ReviewForm(Form):
    """With one field for each question that is asked; see `review_form`."""

    stars = RadioField(
        _l("All in all"),
        choices=STAR_CHOICES,
        coerce=int,
        validators=[InputRequired(_l("Choose from one to five stars."))],
    )
    text = TextAreaField(
        _l("In a few words, for others"), [Length(max=LONGEST)], render_kw={"rows": 5}
    )
    photos = FieldList(FormField(PhotoRow), min_entries=MOST_PHOTOS, max_entries=MOST_PHOTOS)
    private_note = TextAreaField(
        _l("A private word, only for the other person"),
        [Length(max=LONGEST_NOTE)],
        render_kw={"rows": 3},
    )
    asked: Sequence[AskedFacet] = ()

    @property
    def facet_fields(self) -> list[Any]:
        return [self[_name(facet)] for facet in self.asked]

    @property
    def rows(self) -> list[PhotoRow]:
        return [entry.form for entry in self.photos]

    @property
    def opinion(self) -> Opinion:
        given = {facet.key: self[_name(facet)].data for facet in self.asked}
        return Opinion(
            self.stars.data,
            {key: stars for key, stars in given.items() if stars},
            self.text.data or "",
            self.private_note.data or "",
            [ShownPhoto(row.kept.data, row.words.data or "") for row in self.rows if row.is_shown],
        )

    def check_words(self) -> bool:
        """Whether every photo says what it shows; asked once the files are kept."""
        missing = [row for row in self.rows if row.is_shown and not (row.words.data or "").strip()]
        for row in missing:
            row.words.errors = [gettext("Say in a few words what it shows.")]
        return not missing and not any(row.file.errors for row in self.rows)

    @property
    def errors(self) -> dict[Any, Any]:
        """For the summary: what is wrong with a photo is said of the photos."""
        found = {name: errors for name, errors in super().errors.items() if name != "photos"}
        of_photos = [
            error
            for row in self.rows
            for field in (row.file, row.words, row.kept)
            for error in field.errors
        ]
        if of_photos:
            found["photos"] = list(dict.fromkeys(of_photos))
        return found


def review_form(asked: Sequence[AskedFacet], known: Review | None) -> ReviewForm:
    """A form that asks these questions too, with what its author has written already."""
    fields = {
        _name(facet): RadioField(
            facet_words(facet),
            choices=STAR_CHOICES,
            coerce=_stars_or_none,
            validators=[Optional()],
        )
        for facet in asked
    }
    form_class: type[ReviewForm] = type("ReviewForm", (ReviewForm,), fields)
    form = form_class(data=_facts_of(known, asked) if known and known.happened else None)
    form.asked = asked
    return form


def facet_words(facet: AskedFacet) -> str:
    """A question in the reader's language."""
    return facet.names.get(current_language()) or gettext(facet.words)


def _facts_of(review: Review, asked: Sequence[AskedFacet]) -> dict[str, Any]:
    return {
        "stars": review.stars,
        "text": review.text,
        "private_note": review.private_note,
        "photos": [
            {"kept": photo.picture.public_id, "words": photo.picture.alt} for photo in review.photos
        ],
        **{_name(facet): review.facets.get(facet.key) for facet in asked},
    }


def _name(facet: AskedFacet) -> str:
    return f"facet_{facet.key}"


def _stars_or_none(value: object) -> int | None:
    return int(str(value)) if value not in (None, "", "None") else None


class DidNotHappenForm(Form):
    text = TextAreaField(
        _l("What happened instead"),
        [DataRequired(_l("Please say in a few words what happened instead.")), Length(max=LONGEST)],
        render_kw={"rows": 4},
    )


class AnswerForm(Form):
    text = TextAreaField(
        _l("How it was"),
        [
            DataRequired(_l("Write a few words first.")),
            Length(max=LONGEST_ANSWER),
        ],
        render_kw={"rows": 4},
    )


class ReplyForm(Form):
    text = TextAreaField(
        _l("Your reply"),
        [DataRequired(_l("Write a few words first.")), Length(max=1000)],
        render_kw={"rows": 3},
    )


class WitnessForm(Form):
    kind = RadioField(
        _l("What can you say of it?"),
        choices=choices_from({kind.value: _l(words) for kind, words in WITNESS_KINDS.items()}),
        validators=[InputRequired(_l("Choose one."))],
    )
    reason = TextAreaField(
        _l("What does not match"), [Length(max=LONGEST_REASON)], render_kw={"rows": 3}
    )

    @property
    def chosen(self) -> WitnessKind:
        return WitnessKind(self.kind.data)
