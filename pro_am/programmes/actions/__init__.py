"""What coaches, clients and time do with programmes."""

from pro_am.programmes.actions.answering import answer, write_to_friends
from pro_am.programmes.actions.assigning import Given, assign, shift
from pro_am.programmes.actions.beginning import begin
from pro_am.programmes.actions.comments import comment
from pro_am.programmes.actions.exceptions import Otherwise, make_exception, take_back
from pro_am.programmes.actions.planning import change_item, plan, remove_item, write_note

__all__ = [
    "Given",
    "Otherwise",
    "answer",
    "assign",
    "begin",
    "change_item",
    "comment",
    "make_exception",
    "plan",
    "remove_item",
    "shift",
    "take_back",
    "write_note",
    "write_to_friends",
]
