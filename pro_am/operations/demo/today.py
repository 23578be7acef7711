"""What is going on in the demo today, made by the product's own actions once everybody is there.

The letters they write stay unsent.
"""

from pro_am.availability import actions as availability
from pro_am.notifications import actions as letters
from pro_am.operations.demo import (
    befriended,
    coaching,
    elsewhere,
    goals,
    measured,
    together,
    unsettled,
)


def fill() -> None:
    together.fill()
    unsettled.fill()
    elsewhere.fill()
    coaching.fill()
    goals.fill()
    measured.show()
    befriended.fill()
    availability.picture_all_free_days()
    letters.drop_waiting()
