"""When to look, what is written, and what becomes of saved searches when a member goes."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.alerts import actions, queries
from pro_am.alerts.actions.looking import LOOK
from pro_am.alerts.events import SomebodyNew
from pro_am.availability.events import RelianceChanged, RestChanged
from pro_am.foundation import clock, jobs, outbox
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url, with_query
from pro_am.foundation.words import mark
from pro_am.profiles.events import ProfileChanged
from pro_am.search.applied import pairs_of
from pro_am.search.queries.cards import card_facts

MOST_NAMED = 10  # in a letter; the page has the others

TOPICS = (
    Topic(
        "saved_searches",
        mark("Saved searches"),
        mark("Somebody new fits what you are looking for."),
    ),
)


def attach() -> None:
    for event in (ProfileChanged, RestChanged, RelianceChanged):
        listen(event, _changed)
    listen(SomebodyNew, _found)
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _changed(_event: object) -> None:
    jobs.enqueue(LOOK, key="all")


def _found(event: SomebodyNew) -> None:
    saved, reader = event.saved, event.saved.member
    facts = card_facts(event.offer_ids, clock.now())
    found = [facts[each] for each in event.offer_ids if each in facts]
    results = public_url("search.find", language=reader.language)
    outbox.post(
        reader.address,
        "alerts/somebody_new",
        reader=reader,
        saved=saved,
        found=[
            (each, _address(each.slug, each.public_id, reader.language))
            for each in found[:MOST_NAMED]
        ],
        others=max(len(found) - MOST_NAMED, 0),
        url=with_query(results, pairs_of(saved.asked)),
        off_url=queries.off_url(saved),
    )


def _address(slug: str, offer: str, language: str) -> str:
    return with_query(public_url("pages.profile", language=language, slug=slug), [("offer", offer)])


def _considered(event: LeavingConsidered) -> None:
    if queries.count_of(event.member):
        event.goes.append(gettext("Your saved searches."))


def _erased(event: MemberErased) -> None:
    actions.forget_member(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["saved_searches"] = queries.search_facts(event.member)
