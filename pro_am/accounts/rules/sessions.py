"""How long a browser stays signed in, and what it is called."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.accounts.rules.roles import Role

SEEN_EVERY = timedelta(minutes=5)
FRESH_FOR = timedelta(minutes=30)  # since the password was last given in this session


@dataclass(frozen=True)
class Life:
    """A session ends when it was not used for `idle`, and `longest` after it began."""

    idle: timedelta
    longest: timedelta


SESSION_IDLE = timedelta(days=14)
SESSION_LONGEST = timedelta(days=90)
_OF_A_MEMBER = Life(SESSION_IDLE, SESSION_LONGEST)
_OF_AN_ADMIN = Life(timedelta(minutes=30), timedelta(hours=12))

# The first that is found counts: Edge says that it is Chrome too, and Chrome that it is Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def life_of(roles: Collection[Role]) -> Life:
    """Who can change everything is signed out sooner."""
    return _OF_AN_ADMIN if Role.ADMIN in roles else _OF_A_MEMBER


def is_alive(life: Life, *, created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    return now - created_at < life.longest and now - seen_at < life.idle


def browser_in_words(user_agent: str) -> tuple[str, str]:
    """The names of browser and system, as people know them; empty where it does not say."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return browser, system
