"""What optional letters are about. Features declare their topics; members choose among them.

A letter names its topic in its template, beside its subject: `{% set topic = "messages" %}`. A
letter without one is always sent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Flask, current_app


@dataclass(frozen=True)
class Topic:
    """A kind of letter that a member may do without; its words are marked sentences."""

    key: str
    name: str
    about: str


# The address where a member (by number) does without a topic (by key), with no sign-in.
WayOut = Callable[[int, str], str]


def register(app: Flask, topics: Iterable[Topic], way_out: WayOut) -> None:
    app.extensions["pro_am_topics"] = {topic.key: topic for topic in topics}
    app.extensions["pro_am_way_out"] = way_out


def known_topics() -> dict[str, Topic]:
    topics: dict[str, Topic] = current_app.extensions["pro_am_topics"]
    return topics


def way_out(member_id: int, topic: str) -> str:
    address: WayOut = current_app.extensions["pro_am_way_out"]
    return address(member_id, topic)
