"""What coaches, clients and time do with programmes."""

from pro_am.programmes.actions.answering import answer, write_to_friends
from pro_am.programmes.actions.assigning import Given, assign, shift
from pro_am.programmes.actions.beginning import begin, put_back
from pro_am.programmes.actions.comments import comment
from pro_am.programmes.actions.ending import (
    catch_up_with_time,
    end,
    end_all_of,
    end_with_booking,
    keep_apart,
)
from pro_am.programmes.actions.exceptions import Otherwise, make_exception, take_back
from pro_am.programmes.actions.forgetting import forget
from pro_am.programmes.actions.letters import forget_acts, write_week_letters
from pro_am.programmes.actions.pausing import pause, resume
from pro_am.programmes.actions.planning import change_item, plan, remove_item, write_note

__all__ = [
    "Given",
    "Otherwise",
    "answer",
    "assign",
    "begin",
    "catch_up_with_time",
    "change_item",
    "comment",
    "end",
    "end_all_of",
    "end_with_booking",
    "forget",
    "forget_acts",
    "keep_apart",
    "make_exception",
    "pause",
    "plan",
    "put_back",
    "remove_item",
    "resume",
    "shift",
    "take_back",
    "write_note",
    "write_to_friends",
    "write_week_letters",
]
