"""The letter of a week to its client, and news of clients to their coach."""

from flask_babel import force_locale

from pro_am.foundation import clock, outbox, time_zones
from pro_am.foundation.database import db
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.web.wording import quantity
from pro_am.foundation.words import mark
from pro_am.notifications import queries as notifications
from pro_am.programmes.events import CommentMade, ExceptionMade, ItemAnswered, WeekLetterDue
from pro_am.programmes.models import CoachLetter, Item, Programme, ProgrammeException, ProgrammeWeek
from pro_am.programmes.queries import links
from pro_am.programmes.rules.course import DAYS
from pro_am.programmes.rules.weeks import day_of
from pro_am.programmes.rules.words import EXCEPTION_KINDS

TOPIC = "coaching"
TOPICS = (
    Topic(
        TOPIC,
        mark("Coaching"),
        mark("Your week on Monday morning, and what your clients write."),
    ),
)


def attach() -> None:
    listen(WeekLetterDue, _week)
    listen(ExceptionMade, _exception)
    listen(ItemAnswered, _answered)
    listen(CommentMade, _comment)


def _week(event: WeekLetterDue) -> None:
    """Nobody gets it who does without; that it was its turn is noted all the same."""
    week, programme = event.week, event.week.programme
    reader = programme.client
    if TOPIC in notifications.unwanted_topics(reader.id):
        return
    with force_locale(reader.language):
        days = [
            (
                day_of(week.monday, day),
                [(item.title, _amount(item)) for item in week.items if item.day == day],
                links.day_url(programme, week.monday, day),
            )
            for day in range(DAYS + 1)
            if any(item.day == day for item in week.items)
        ]
    event.written.letter_id = outbox.post(
        reader.address,
        "programmes/week",
        reader=reader,
        programme=programme,
        number=programme.course.week_number(week.monday),
        note=week.note,
        days=days,
        url=_url(programme, week, reader.language),
    )


def _amount(item: Item) -> str:
    return item.unit if item.amount is None else quantity(item.amount, item.unit)


def _exception(event: ExceptionMade) -> None:
    exception = event.exception
    kind = EXCEPTION_KINDS[exception.kind]
    _tell_coach(exception.programme, exception=exception, kind=kind, words="")


def _answered(event: ItemAnswered) -> None:
    """Ticks alone are for the board; words are for a person."""
    if event.item.words:
        _tell_coach(event.item.week.programme, words=event.item.words)


def _comment(event: CommentMade) -> None:
    programme = event.comment.week.programme
    if event.comment.by_id == programme.client_id:
        _tell_coach(programme, words=event.comment.text)


def _tell_coach(
    programme: Programme,
    *,
    words: str,
    exception: ProgrammeException | None = None,
    kind: str = "",
) -> None:
    """At most once in a day of the coach's, for each client; the rest is on the board."""
    coach, client, now = programme.coach, programme.client, clock.now()
    day = time_zones.to_local(now, time_zones.zone(coach.time_zone)).date()
    if db.session.get(CoachLetter, (programme.id, day)):
        return
    written = CoachLetter(programme_id=programme.id, day=day, written_at=now)
    db.session.add(written)
    if TOPIC in notifications.unwanted_topics(coach.id):
        return
    written.letter_id = outbox.post(
        coach.address,
        "programmes/news",
        words=words,
        exception=exception,
        kind=kind,
        reader=coach,
        client=client,
        url=public_url("programmes.show", language=coach.language, public_id=programme.public_id),
    )


def _url(programme: Programme, week: ProgrammeWeek, language: str) -> str:
    return public_url(
        "programmes.week",
        language=language,
        public_id=programme.public_id,
        monday=week.monday.isoformat(),
    )
