"""What becomes of measures when their member goes, or takes their data."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.foundation.events import listen
from pro_am.measures import actions, queries
from pro_am.measures.queries.taken import comment_facts_of, sharing_facts_of
from pro_am.measures.rules.audiences import coach_of
from pro_am.programmes.events import ProgrammeEnded


def attach() -> None:
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(ProgrammeEnded, _ended)


def _considered(event: LeavingConsidered) -> None:
    if queries.series_of(event.member):
        event.goes.append(gettext("All that you measured."))


def _erased(event: MemberErased) -> None:
    actions.forget_measures_of(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["measures"] = queries.facts_of(event.member)
    event.parts["measures_shown_to"] = sharing_facts_of(event.member)
    event.parts["comments_on_measures"] = comment_facts_of(event.member)


def _ended(event: ProgrammeEnded) -> None:
    """A coach looks while there is a programme, and no longer."""
    actions.end_audience(coach_of(event.programme.id))
