"""What the index must hear of."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.availability.events import RelianceChanged, RestChanged
from pro_am.foundation import jobs
from pro_am.foundation.events import listen
from pro_am.profiles.events import ProfileChanged
from pro_am.search import actions
from pro_am.search.jobs import INDEX
from pro_am.search.queries import habits


def attach() -> None:
    listen(ProfileChanged, _profile)
    listen(RestChanged, _profile)
    listen(RelianceChanged, _profile)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _profile(event: ProfileChanged | RestChanged | RelianceChanged) -> None:
    actions.tell(event.profile_id)
    jobs.enqueue(INDEX, key="all")


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    wishes = habits.wishes_of(event.member.id)
    event.parts["search"] = [{"likes_surprises": wishes.likes_surprises}]
