"""What a moderator hides is paused; its owner may change it and show it, or a moderator does."""

from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.foundation.events import publish
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import Publication


def hide(of: Profile | Offer) -> None:
    """What is not public stays as it is, and is not shown when this is undone."""
    with transaction():
        if of.is_published:
            of.state, of.hidden_at = Publication.PAUSED, clock.now()
            publish(ProfileChanged(_profile_id(of)))


def show_again(of: Profile | Offer) -> None:
    with transaction():
        if not of.hidden_at:
            return
        of.hidden_at = None
        if isinstance(of, Offer) and of.profile.offers_paused_at:
            of.is_kept_back = True  # with the others of its profile
        elif of.state is Publication.PAUSED:
            of.state = Publication.PUBLISHED
        publish(ProfileChanged(_profile_id(of)))


def _profile_id(of: Profile | Offer) -> int:
    return of.id if isinstance(of, Profile) else of.profile_id
