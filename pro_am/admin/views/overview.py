"""What needs a person, and whether the machinery runs."""

from datetime import timedelta

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from pro_am.admin import rules
from pro_am.admin.queries import overview
from pro_am.foundation import clock
from pro_am.foundation.jobs import LEASE
from pro_am.foundation.marks import Name
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.queries import restrictions
from pro_am.texts import queries as texts
from pro_am.trust.queries import alarms

BACKUP_WITHIN = timedelta(days=2)

blueprint = Blueprint("overview", __name__)


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    marks, disk, now = overview.all_marks(), overview.disk(), clock.now()
    worker, backup = marks.get(Name.WORKER), marks.get(Name.BACKUP)
    audit = marks.get(Name.FREE_DAYS)
    index, index_broken = marks.get(Name.INDEX), marks.get(Name.INDEX_BROKEN)
    looks, waiting_appeals = restrictions.waiting_counts()
    return render_template(
        "admin/overview.html",
        waiting_looks=looks,
        waiting_appeals=waiting_appeals,
        waiting_alarms=alarms.waiting_count(),
        counts=overview.counts(),
        blanks=texts.unfinished(),
        worker=worker,
        worker_is_well=worker is not None and now - worker.at < LEASE,
        backup=backup,
        backup_is_recent=backup is not None and now - backup.at < BACKUP_WITHIN,
        audit=audit,
        index=index,
        index_broken=index_broken,
        index_is_mended=bool(index and index_broken and index.at >= index_broken.at),
        hidden_calendars=int(audit.words) if audit else 0,
        letters_held=marks.get(Name.LETTERS_HELD),
        has_mail=bool(current_app.config["MAIL_SERVER"]),
        disk=disk,
        disk_free=rules.size_of(disk.free),
    )
