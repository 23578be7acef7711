"""The words of programmes: their states, and the kinds of what they hold."""

import enum

from pro_am.foundation.words import mark


class Standing(enum.StrEnum):
    """Where a programme is; a paused one keeps its weeks and asks for nothing."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Side(enum.StrEnum):
    CLIENT = "client"
    COACH = "coach"


class Ending(enum.StrEnum):
    FINISHED = "finished"  # all its weeks are over
    LEFT = "left"  # by the client
    CLOSED = "closed"  # by the coach


class ItemKind(enum.StrEnum):
    SESSION = "session"
    MEAL = "meal"
    HABIT = "habit"
    REST = "rest"
    OTHER = "other"


class ItemState(enum.StrEnum):
    PLANNED = "planned"  # nothing was said of it
    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"


class ExceptionKind(enum.StrEnum):
    """Why some days went otherwise; none is better than another."""

    ILLNESS = "illness"
    TRAVEL = "travel"
    FAMILY = "family"
    WORK = "work"
    REST = "rest"
    OTHER = "other"


STANDINGS = {
    Standing.ACTIVE: mark("under way"),
    Standing.PAUSED: mark("on a break"),
    Standing.ENDED: mark("finished"),
}
ITEM_KINDS = {
    ItemKind.SESSION: mark("session"),
    ItemKind.MEAL: mark("meal"),
    ItemKind.HABIT: mark("habit"),
    ItemKind.REST: mark("rest"),
    ItemKind.OTHER: mark("something else"),
}
ITEM_STATES = {
    ItemState.PLANNED: mark("planned"),
    ItemState.DONE: mark("done"),
    ItemState.PARTLY: mark("partly done"),
    ItemState.SKIPPED: mark("not this time"),
}
EXCEPTION_KINDS = {
    ExceptionKind.ILLNESS: mark("not well"),
    ExceptionKind.TRAVEL: mark("on the road"),
    ExceptionKind.FAMILY: mark("family"),
    ExceptionKind.WORK: mark("work"),
    ExceptionKind.REST: mark("a need of rest"),
    ExceptionKind.OTHER: mark("something else"),
}
