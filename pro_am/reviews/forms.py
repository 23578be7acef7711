"""The forms of reviews."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.reviews.models import Review
from pro_am.reviews.rules import FACETS, LONGEST, STARS, Facet
from pro_am.standing.rules import ReviewedAs

STAR_CHOICES = choices_from(
    {number: _l(words) for number, words in sorted(STARS.items(), reverse=True)}
)


class ReviewForm(Form):
    stars = RadioField(
        _l("All in all"),
        choices=STAR_CHOICES,
        coerce=int,
        validators=[InputRequired(_l("Choose from one to five stars."))],
    )
    text = TextAreaField(
        _l("In a few words, for others"), [Length(max=LONGEST)], render_kw={"rows": 5}
    )
    private_note = TextAreaField(
        _l("A private word, only for the other person"), [Length(max=1000)], render_kw={"rows": 3}
    )

    def facet_fields(self, role: ReviewedAs) -> list[RadioField]:
        return [self[f"facet_{facet}"] for facet in FACETS[role]]

    def facets(self, role: ReviewedAs) -> dict[str, int]:
        given = {facet.value: self[f"facet_{facet}"].data for facet in FACETS[role]}
        return {facet: stars for facet, stars in given.items() if stars}

    def fill_from(self, review: Review) -> None:
        self.stars.data, self.text.data = review.stars, review.text
        self.private_note.data = review.private_note
        for facet, stars in review.facets.items():
            self[f"facet_{facet}"].data = stars


def _stars_or_none(value: object) -> int | None:
    return int(str(value)) if value not in (None, "", "None") else None


for _facets in FACETS.values():
    for _facet, _words in _facets.items():
        setattr(
            ReviewForm,
            f"facet_{Facet(_facet)}",
            RadioField(
                _l(_words), choices=STAR_CHOICES, coerce=_stars_or_none, validators=[Optional()]
            ),
        )


class ReplyForm(Form):
    text = TextAreaField(
        _l("Your reply"),
        [DataRequired(_l("Write a few words first.")), Length(max=1000)],
        render_kw={"rows": 3},
    )
