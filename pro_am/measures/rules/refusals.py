"""Expected noes about series, in words for a person."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class MeasuredAlready(Refusal):
    message = mark("You measure this already.")
    field = "kind"


class EnoughSeries(Refusal):
    message = mark("You measure %(most)s things, which is the most. Take one out first.")


class NameNeeded(Refusal):
    message = mark("Say what is measured.")
    field = "name"


class NothingWritten(Refusal):
    message = mark("Write at least one value.")


class ProposalsWait(Refusal):
    message = mark("Several things you proposed still wait for an answer.")


class EnoughDevices(Refusal):
    message = mark("You have %(most)s devices, which is the most. Take one out first.")


class NobodyLooks(Refusal):
    message = mark("This programme is over: nobody looks at it any more.")
