"""What a cheer may say: it goes to somebody's page unread by anybody before."""

from pro_am.conversations.rules.contact_details import contacts_in
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST = 140


class NotInACheer(Refusal):
    message = mark("A cheer takes words alone: no telephone numbers, addresses or links.")
    field = "words"


def check(words: str) -> None:
    if "://" in words or "www." in words.lower() or contacts_in(words):
        raise NotInACheer
