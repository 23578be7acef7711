"""What time does to programmes."""

from pro_am.programmes import actions

CATCH_UP = "programmes.catch_up"

HANDLERS = {CATCH_UP: actions.catch_up_with_time}
