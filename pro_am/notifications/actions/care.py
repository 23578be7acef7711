"""What those who run the installation do with letters that did not arrive, or shall not leave."""

from sqlalchemy import select, update

from pro_am.foundation import audit, clock, jobs, marks, outbox
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.foundation.words import mark


def send_again(state: str, letter_id: int | None, *, by: int) -> int:
    """Send a letter that failed or was lost, or all of them; return how many.

    One that was lost may arrive twice: a person decides that, never the worker.
    """
    return _change(state, letter_id, mark("letters sent again"), by, state="waiting", attempts=0)


def drop(state: str, letter_id: int | None, *, by: int) -> int:
    """Give up on a letter, or all in that state; what was written stays readable."""
    return _change(state, letter_id, mark("letters dropped"), by, state="dropped")


def hold_letters() -> None:
    """Send nothing until somebody agrees: a restored copy must not write to people by itself."""
    marks.put(marks.Name.LETTERS_HELD)


def resume_letters(*, by: int | None) -> None:
    """Let what waits be sent."""
    with transaction():
        if marks.stands(marks.Name.LETTERS_HELD):
            marks.take_away(marks.Name.LETTERS_HELD)
            audit.note(mark("letters resumed"), by=by)
            jobs.enqueue(outbox.DELIVER, key="all")


def drop_waiting() -> int:
    """For a restored copy whose original went on: it has sent them, or will."""
    return _change("waiting", None, mark("letters dropped"), None, state="dropped")


def _change(before: str, letter_id: int | None, act: str, by: int | None, **values: object) -> int:
    if before not in ("waiting", "failed", "unknown"):
        return 0  # what was sent stays sent
    with transaction():
        chosen = select(Letter.id).where(Letter.state == before).with_for_update()
        if letter_id is not None:
            chosen = chosen.where(Letter.id == letter_id)
        letter_ids = list(db.session.scalars(chosen))
        if letter_ids:
            db.session.execute(
                update(Letter)
                .where(Letter.id.in_(letter_ids))
                .values(next_at=clock.now(), **values)
            )
            about = f"letter {letter_id}" if letter_id is not None else ""
            audit.note(act, by=by, about=about, were=before, count=len(letter_ids))
            jobs.enqueue(outbox.DELIVER, key="all")
    return len(letter_ids)
