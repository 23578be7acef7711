"""The shape of a settled visit of the demo, and of what was said of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Visit:
    """A settled booking."""

    host: str
    offer: int
    """Its place in the pro-am's `offers`."""
    people: int
    days_ago: int
    """As the content tells it; `timeline` spreads these days over two years."""


@dataclass(frozen=True)
class DemoReview:
    """What both sides said of a visit, each in their own language."""

    visit: Visit
    stars: int
    text: str
    reply: str | None = None
    """The pro-am's public answer."""
    of_host: str | None = None
    """The pro-am's own review of the host, where they wrote one."""
    of_host_stars: int = 5
