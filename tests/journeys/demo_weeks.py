"""A programme under way, for the pages of its weeks and of its coach's templates."""

from datetime import timedelta

from pro_am.accounts.models import Member
from pro_am.foundation.database import transaction
from pro_am.programmes import actions
from pro_am.programmes.actions import templates
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import links, plans
from pro_am.programmes.queries.programmes import today_of
from pro_am.programmes.rules.course import monday_of
from pro_am.programmes.rules.starters import STARTERS
from pro_am.programmes.rules.words import ExceptionKind, ItemState


def weeks(programme: Programme, coach: Member) -> dict[str, object]:
    """Its first week began on Monday: something is done, some days go otherwise."""
    today = today_of(programme)
    monday = monday_of(today)
    with transaction():
        programme.starts_on = monday
    template = templates.copy_starter(coach, STARTERS["walk-then-run"], key="demo")
    actions.assign(template, [programme], monday, by=coach, key="demo")
    actions.write_note(programme, monday, note="Doucement, c’est très bien.", to_friends="")
    items = plans.week_of(programme, monday).items
    actions.answer(items[0], ItemState.DONE)
    actions.answer(items[1], ItemState.PARTLY, words="Vingt minutes, sous la pluie")
    otherwise = actions.Otherwise(
        monday + timedelta(days=4), monday + timedelta(days=5), ExceptionKind.TRAVEL, "Un mariage"
    )
    actions.make_exception(programme, otherwise, key="demo-days")
    actions.comment([programme], monday, "Belle semaine !", by=coach, key="demo-word")
    return {
        "programme": programme.public_id,
        "programme_monday": monday.isoformat(),
        "programme_item": items[-1].public_id,
        "check_in": links.day_url(programme, monday, 3).rsplit("/", 1)[1],
        "template": template.public_id,
        "template_item": template.items[0].id,
    }
