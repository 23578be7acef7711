"""Letters about levels: one is reached, one is about to be lost."""

from pro_am.accounts.models import Member
from pro_am.foundation import outbox
from pro_am.foundation.database import db
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.standing.events import LevelFading, LevelReached
from pro_am.standing.rules.unlocks import LEVELS, RIGHTS, unlocked_by

TOPICS = (
    Topic(
        "levels",
        mark("Your level"),
        mark("You have reached a level, or are about to lose one."),
    ),
)


def attach() -> None:
    listen(LevelReached, _reached)
    listen(LevelFading, _fading)


def _reached(event: LevelReached) -> None:
    reader = db.session.get_one(Member, event.member_id)
    if _is_here(reader):
        outbox.post(
            reader.address,
            "standing/level_reached",
            reader=reader,
            level=LEVELS[event.level],
            rights=[RIGHTS[right] for right in unlocked_by(event.level)],
            url=public_url("my_trust.show", language=reader.language),
        )


def _fading(event: LevelFading) -> None:
    reader = db.session.get_one(Member, event.member_id)
    if _is_here(reader):
        outbox.post(
            reader.address,
            "standing/level_fading",
            reader=reader,
            level=LEVELS[event.level],
            falls_to=LEVELS[event.falls_to],
            lost_at=event.lost_at,
            url=public_url("my_trust.show", language=reader.language),
        )


def _is_here(reader: Member) -> bool:
    return not (reader.left_at or reader.erased_at or reader.suspended_at)
