"""What time does to programmes."""

from pro_am.programmes import actions

CATCH_UP = "programmes.catch_up"
WEEK_LETTERS = "programmes.week_letters"
FORGET_ACTS = "programmes.forget_acts"

HANDLERS = {
    CATCH_UP: actions.catch_up_with_time,
    WEEK_LETTERS: actions.write_week_letters,
    FORGET_ACTS: actions.forget_acts,
}
