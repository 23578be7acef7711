"""What the index must hear of."""

from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.foundation.events import listen
from pro_am.profiles.events import ProfileChanged
from pro_am.search.jobs import INDEX
from pro_am.search.models import SearchNews


def attach() -> None:
    listen(ProfileChanged, _profile)


def _profile(event: ProfileChanged) -> None:
    db.session.add(SearchNews(profile_id=event.profile_id))
    jobs.enqueue(INDEX, key="all")
