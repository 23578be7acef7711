"""What the index must hear of, and what becomes of a member's wishes."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.availability.events import RelianceChanged, RestChanged
from pro_am.foundation import jobs
from pro_am.foundation.events import listen
from pro_am.profiles.events import ProfileChanged
from pro_am.search import actions
from pro_am.search.jobs import INDEX
from pro_am.search.queries import habits
from pro_am.search.queries.offers import profiles_of_members
from pro_am.search.rules.documents import trust_step
from pro_am.standing.events import TrustMoved


def attach() -> None:
    listen(ProfileChanged, _profile)
    listen(RestChanged, _profile)
    listen(RelianceChanged, _profile)
    listen(TrustMoved, _trust)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _profile(event: ProfileChanged | RestChanged | RelianceChanged) -> None:
    _tell([event.profile_id])


def _trust(event: TrustMoved) -> None:
    """The index knows steps of trust, so that it need not be written anew every night."""
    _tell(
        profiles_of_members(
            member_id
            for member_id, (before, after) in event.lows.items()
            if trust_step(before) != trust_step(after)
        )
    )


def _tell(profile_ids: list[int]) -> None:
    if profile_ids:
        actions.tell(*profile_ids)
        jobs.enqueue(INDEX, key="all")


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    wishes = habits.wishes_of(event.member.id)
    event.parts["search"] = [{"likes_surprises": wishes.likes_surprises}]
