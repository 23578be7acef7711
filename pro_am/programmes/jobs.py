"""What time does to programmes."""

from pro_am.programmes import actions
from pro_am.programmes.actions.pictures import forget_left_over_pictures

CATCH_UP = "programmes.catch_up"
WEEK_LETTERS = "programmes.week_letters"
FORGET_ACTS = "programmes.forget_acts"
FORGET_PICTURES = "programmes.forget_pictures"

HANDLERS = {
    CATCH_UP: actions.catch_up_with_time,
    WEEK_LETTERS: actions.write_week_letters,
    FORGET_ACTS: actions.forget_acts,
    FORGET_PICTURES: forget_left_over_pictures,
}
