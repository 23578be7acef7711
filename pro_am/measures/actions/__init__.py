"""What people do with measures: begin, write down, correct, share, and let go."""

from pro_am.measures.actions.adding import Added, NewValue, Outcome, add_values
from pro_am.measures.actions.commenting import comment
from pro_am.measures.actions.devices import end_device, make_device, rename_device
from pro_am.measures.actions.forgetting import forget_measures_of
from pro_am.measures.actions.proposing import accept, decline, propose
from pro_am.measures.actions.series import begin_series, change_series, remove_series, set_goal
from pro_am.measures.actions.sharing import end_audience, share, share_with_coach, stop_sharing
from pro_am.measures.actions.values import correct, remove_value, write_down

__all__ = [
    "Added",
    "NewValue",
    "Outcome",
    "accept",
    "add_values",
    "begin_series",
    "change_series",
    "comment",
    "correct",
    "decline",
    "end_audience",
    "end_device",
    "forget_measures_of",
    "make_device",
    "propose",
    "remove_series",
    "remove_value",
    "rename_device",
    "set_goal",
    "share",
    "share_with_coach",
    "stop_sharing",
    "write_down",
]
