"""A measured number as people write it."""

from decimal import Decimal
from typing import Any

from wtforms import StringField, ValidationError

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.measures.rules.values import read_number


class MeasureField(StringField):
    """`number` is what was understood; None where nothing was written."""

    number: Decimal | None = None

    def __init__(self, *args: Any, kind: SeriesKind = SeriesKind.OTHER, **named: Any) -> None:
        super().__init__(*args, **named)
        self.kind = kind

    def pre_validate(self, _form: Any) -> None:
        text = (self.data or "").strip()
        if not text:
            return
        try:
            self.number = read_number(text, self.kind)
        except Refusal as refusal:
            raise ValidationError(told(refusal)) from None
