"""Reading SOS: by their client, for the friend who has the letter, and for a coach who may know."""

from pro_am.sos.queries.coach import OpenSos, open_for_coach
from pro_am.sos.queries.own import (
    choices_of,
    concerns,
    friends_of,
    latest_moments,
    open_sos,
    own_sos,
    sos_facts,
    sos_with_key,
)

__all__ = [
    "OpenSos",
    "choices_of",
    "concerns",
    "friends_of",
    "latest_moments",
    "open_for_coach",
    "open_sos",
    "own_sos",
    "sos_facts",
    "sos_with_key",
]
