"""Friends of two people whom Karim coaches: some follow, one has not answered yet."""

from datetime import timedelta

from pro_am.foundation.database import transaction
from pro_am.operations.demo import found
from pro_am.supporters import actions
from pro_am.supporters.actions import Guest
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules import sight

AGO = timedelta(weeks=3)
FRIENDS = {
    "helen": (("Jo", "jo@example.com", "en", "Keep going, it shows!"),),
    "anais": (
        ("Maman", "maman@example.com", "fr", "Bravo ma grande !"),
        ("Mamie", "mamie@example.com", "fr", ""),
        ("Basile", "basile@example.com", "fr", None),
    ),
}


def fill() -> None:
    """With the words of a cheer, or none; who has not said yes is asked today."""
    seen = [field.value for field in sight.AT_FIRST]
    for key, friends in FRIENDS.items():
        client = found.member(key)
        for name, email, language, words in friends:
            friend = actions.ask(client, Guest(name, email, language, seen))
            if words is not None:
                actions.accept(friend)
                _long_ago(friend)
            if words:
                actions.cheer(friend, words)


def _long_ago(friend: Supporter) -> None:
    """So that their pages show the week that was told last."""
    assert friend.answered_at is not None  # noqa: S101 - a moment ago
    with transaction():
        friend.asked_at, friend.answered_at = friend.asked_at - AGO, friend.answered_at - AGO
