"""Taking profiles and offers off the site when a moderator decides so."""

from pro_am.foundation.events import listen
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.moderation.rules import Subject
from pro_am.profiles import actions, queries


def attach() -> None:
    listen(ContentHidden, _hidden)
    listen(ContentShownAgain, _shown_again)


def _hidden(event: ContentHidden) -> None:
    """Paused: its owner may change it and publish it again."""
    kind, ref = event.report.kind, event.report.ref
    if kind is Subject.PROFILE and (profile := queries.profile_with(ref)):
        actions.pause_profile(profile)
    if kind is Subject.OFFER and (offer := queries.open_offer(ref)):
        actions.pause_offer(offer)


def _shown_again(event: ContentShownAgain) -> None:
    kind, ref = event.report.kind, event.report.ref
    if kind is Subject.PROFILE and (profile := queries.profile_with(ref)):
        actions.publish_profile(profile)
    if kind is Subject.OFFER and (offer := queries.own_offer(event.report.owner, ref)):
        actions.publish_offer(offer)
