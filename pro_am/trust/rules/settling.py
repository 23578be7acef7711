"""Pure: who may settle an alarm."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST = 1000


class OwnAlarm(Refusal):
    message = mark("This alarm is about you or what you wrote: somebody else looks at it.")


class AlreadySettled(Refusal):
    message = mark("Somebody has settled this alarm in the meantime.")


class SayWhatYouFound(Refusal):
    message = mark("Say what you found: the next person who looks will read it.")
    field = "found"


def check_settling(*, by_id: int, parties: frozenset[int], is_settled: bool, words: str) -> None:
    if by_id in parties:
        raise OwnAlarm
    if is_settled:
        raise AlreadySettled
    if not words.strip():
        raise SayWhatYouFound
