"""The page of one week, for its client or their coach, with whatever form was refused on it."""

from datetime import date

from flask import request
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.forms import Form, page
from pro_am.foundation.web.offline import keep_offline
from pro_am.programmes.forms.weeks import AnswerForm, CommentForm, NoteForm, ToFriendsForm
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import plans
from pro_am.programmes.queries.programmes import life_of
from pro_am.programmes.rows import week_rows
from pro_am.programmes.rules.answering import is_answerable
from pro_am.programmes.rules.course import WEEK, monday_of
from pro_am.programmes.rules.life import standing_on
from pro_am.programmes.rules.replies import REPLIES
from pro_am.programmes.rules.words import EXCEPTION_KINDS, ITEM_KINDS, ITEM_STATES, Side

TEMPLATES = {Side.CLIENT: "programmes/week.html", Side.COACH: "programmes/week_of_client.html"}


def shown_monday(programme: Programme, today: date) -> date:
    """This week; the first while it has not come, the last once it is over."""
    course, this = programme.course, monday_of(today)
    last = course.last_monday
    return max(course.starts_on, min(this, last) if last else this)


def week_page(
    programme: Programme, side: Side, monday: date, form: Form | None = None
) -> ResponseReturnValue:
    if side is Side.CLIENT:
        keep_offline()
    life = life_of(programme)
    week = plans.week_of(programme, monday)
    exceptions = plans.exceptions_of(programme, since=monday)
    to_friends = form if isinstance(form, ToFriendsForm) else ToFriendsForm(formdata=None)
    note = form if isinstance(form, NoteForm) else NoteForm(formdata=None)
    if week and not request.form:
        to_friends.client_words.data = week.client_words
        note.note.data, note.coach_words.data = week.note, week.coach_words
    previous, following = monday - WEEK, monday + WEEK
    return page(
        TEMPLATES[side],
        form or Form(formdata=None),
        programme=programme,
        week=week,
        rows=week_rows(programme, monday, week, exceptions, life.today),
        exceptions=exceptions,
        number=life.course.week_number(monday),
        standing=standing_on(life),
        today=life.today,
        this_monday=shown_monday(programme, life.today),
        previous=previous if previous >= life.course.starts_on else None,
        following=following if is_shown(programme, following) else None,
        is_behind_the_end=not _is_of(programme, monday),
        can_answer=is_answerable(monday, life.today),
        comments=plans.comments_in(week) if week else [],
        comment_form=form if isinstance(form, CommentForm) else CommentForm(formdata=None),
        answer_form=form if isinstance(form, AnswerForm) else AnswerForm(formdata=None),
        to_friends=to_friends,
        note_form=note,
        kinds=ITEM_KINDS,
        states=ITEM_STATES,
        exception_kinds=EXCEPTION_KINDS,
        replies=REPLIES,
    )


def is_shown(programme: Programme, monday: date) -> bool:
    """What was moved behind the last week that was agreed is not lost: such a week is shown too."""
    return _is_of(programme, monday) or plans.has_plan(programme, monday)


def _is_of(programme: Programme, monday: date) -> bool:
    last = programme.course.last_monday
    return last is None or monday <= last
