"""The forms of moderators, of those who hear appeals, and of those who contest."""

from datetime import UTC, datetime, time

from flask_babel import lazy_gettext as _l
from wtforms import DateField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from pro_am.foundation import time_zones
from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.moderation.actions import Decision
from pro_am.moderation.actions.appeals import Vote
from pro_am.moderation.actions.restrictions import Grounds
from pro_am.moderation.rules import LONGEST, OUTCOMES, PAUSE_DAYS, Outcome
from pro_am.moderation.rules.appeals import ANSWERS, Answer
from pro_am.moderation.rules.restrictions import LONGEST_WORDS, RULES, Rule


class DecisionForm(Form):
    outcome = RadioField(
        _l("What do you decide?"),
        choices=choices_from({each.value: _l(words) for each, words in OUTCOMES.items()}),
        validators=[InputRequired(_l("Choose one."))],
    )
    pause_days = SelectField(
        _l("Days without writing, if you choose that"),
        choices=choices_from({str(days): str(days) for days in PAUSE_DAYS}),
        default=str(PAUSE_DAYS[1]),
    )
    words_fr = TextAreaField(
        _l("Your words to both, in French"), [Length(max=1000)], render_kw={"rows": 3}
    )
    words_en = TextAreaField(
        _l("Your words to both, in English"), [Length(max=1000)], render_kw={"rows": 3}
    )

    @property
    def decision(self) -> Decision:
        return Decision(
            Outcome(self.outcome.data),
            self.words_fr.data or "",
            self.words_en.data or "",
            int(self.pause_days.data),
        )


class AppealForm(Form):
    words = TextAreaField(
        _l("What is wrong with it?"),
        [DataRequired(_l("Say in your own words what is wrong with it.")), Length(max=LONGEST)],
        render_kw={"rows": 6},
    )


class WordsForm(Form):
    """What the person reads, in both languages."""

    words_fr = TextAreaField(
        _l("The facts you go by, in French"),
        [
            DataRequired(_l("Write it in French, too.")),
            Length(max=LONGEST_WORDS),
        ],
        render_kw={"rows": 3},
    )
    words_en = TextAreaField(
        _l("The facts you go by, in English"),
        [
            DataRequired(_l("Write it in English, too.")),
            Length(max=LONGEST_WORDS),
        ],
        render_kw={"rows": 3},
    )

    @property
    def words(self) -> tuple[str, str]:
        return self.words_fr.data or "", self.words_en.data or ""


class VoteForm(WordsForm):
    answer = RadioField(
        _l("What do you decide?"),
        choices=choices_from({each.value: _l(words) for each, words in ANSWERS.items()}),
        validators=[InputRequired(_l("Choose one."))],
    )

    @property
    def vote(self) -> Vote:
        return Vote(Answer(self.answer.data), *self.words)


class GroundsForm(WordsForm):
    rule = SelectField(
        _l("Which rule was not kept?"),
        choices=choices_from(
            {each.value: _l(words) for each, words in RULES.items() if each is not Rule.BAD_REVIEWS}
        ),
        default=Rule.OTHER.value,
    )

    @property
    def grounds(self) -> Grounds:
        return Grounds(Rule(self.rule.data), *self.words)


class TakeoverForm(Form):
    since = DateField(
        _l("Since which day was it somebody else?"),
        [InputRequired(_l("Choose the day."))],
    )

    def since_in(self, zone: str) -> datetime:
        """The beginning of that day on the member's clock, in UTC."""
        begins = datetime.combine(self.since.data, time(), time_zones.zone(zone))
        return begins.astimezone(UTC).replace(tzinfo=None)
