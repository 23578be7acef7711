"""How a thread of trust begins: what ties somebody to the first person on it."""

import enum

MOST_STEPS = 3


class FirstStep(enum.IntEnum):
    """The lower says more, and is told first."""

    GUEST = 1  # one has been at theirs
    BOOKED = 2  # one has booked them
    MET = 3  # they have booked one
    VOUCHED = 4  # one vouches for them
