"""What the index must hear of."""

from pro_am.availability.events import RelianceChanged, RestChanged
from pro_am.foundation import jobs
from pro_am.foundation.events import listen
from pro_am.profiles.events import ProfileChanged
from pro_am.search import actions
from pro_am.search.jobs import INDEX


def attach() -> None:
    listen(ProfileChanged, _profile)
    listen(RestChanged, _profile)
    listen(RelianceChanged, _profile)


def _profile(event: ProfileChanged | RestChanged | RelianceChanged) -> None:
    actions.tell(event.profile_id)
    jobs.enqueue(INDEX, key="all")
