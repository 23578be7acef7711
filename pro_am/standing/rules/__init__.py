"""Pure: who may verify whom."""

import enum

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class SeenHow(enum.StrEnum):
    IN_PERSON = "in_person"
    DOCUMENT = "document"


class ReviewedAs(enum.StrEnum):
    """The two roles in which a member has a score."""

    PROVIDER = "provider"
    HOST = "host"


SEEN_HOW = {
    SeenHow.IN_PERSON: mark("met in person"),
    SeenHow.DOCUMENT: mark("identity document seen"),
}


class OwnIdentity(Refusal):
    message = mark("Nobody verifies themselves: ask another steward.")


def check_verification(*, steward_id: int, member_id: int) -> None:
    if steward_id == member_id:
        raise OwnIdentity
