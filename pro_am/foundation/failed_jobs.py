"""What those who run the installation do with jobs that were given up."""

from sqlalchemy import delete, select, update

from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Job
from pro_am.foundation.words import mark

FAILED = "failed"


def try_again(job_id: int | None, *, by: int) -> int:
    """Let one failed job, or all, begin anew; return how many."""
    with transaction():
        kinds = _kinds(job_id)
        db.session.execute(
            update(Job)
            .where(Job.id.in_(kinds))
            .values(state="waiting", attempts=0, run_at=clock.now(), finished_at=None)
        )
        if kinds:
            audit.note(mark("jobs begun again"), by=by, kinds=sorted(set(kinds.values())))
    return len(kinds)


def drop(job_id: int | None, *, by: int) -> int:
    """Forget one failed job, or all; return how many."""
    with transaction():
        kinds = _kinds(job_id)
        db.session.execute(delete(Job).where(Job.id.in_(kinds)))
        if kinds:
            audit.note(mark("jobs dropped"), by=by, kinds=sorted(set(kinds.values())))
    return len(kinds)


def _kinds(job_id: int | None) -> dict[int, str]:
    failed = select(Job.id, Job.kind).where(Job.state == FAILED)
    if job_id is not None:
        failed = failed.where(Job.id == job_id)
    return {found_id: kind for found_id, kind in db.session.execute(failed.with_for_update())}
