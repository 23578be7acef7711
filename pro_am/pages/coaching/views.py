"""The landing of coaching: a coach's board of clients, and a client's own programmes."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.pages.coaching import queries
from pro_am.pages.coaching.forms import KIND_WORDS, BoardForm
from pro_am.pages.coaching.queries import Line
from pro_am.pages.coaching.rows import row_of
from pro_am.programmes import actions
from pro_am.programmes.models import Programme
from pro_am.programmes.queries.templates import template_of, templates_of
from pro_am.programmes.rules.course import WEEK, monday_of
from pro_am.programmes.rules.plan import Over
from pro_am.programmes.rules.words import STANDINGS, Standing

blueprint = Blueprint("coaching", __name__, url_prefix="/coaching")


@blueprint.get("/")
@allow(Policy.MEMBER)
def index() -> ResponseReturnValue:
    led, followed = queries.lines_for(current_member())
    form = _form_for(led)
    if request.args.get("tick") == "all":
        form.chosen.data = [value for value, _name in form.chosen.choices]
    return _page(form, led, followed)


@blueprint.post("/")
@allow(Policy.MEMBER)
def act() -> ResponseReturnValue:
    """One thing for all who are ticked, or one of the kind words to one."""
    led, _followed = queries.lines_for(current_member())
    form = _form_for(led)
    if form.is_valid_post():
        try:
            words = _done(form, led)
        except Refusal as refusal:
            form.show(refusal)
        else:
            if words:
                flash(words, "success")
                return redirect(url_for(".index"), 303)
    return _page(form, *queries.lines_for(current_member()))


def _done(form: BoardForm, lines: list[Line]) -> str:
    """What was done, in words; nothing when something is to be said first."""
    one, _dot, kind = request.form.get("kind", "").partition(".")
    if kind in KIND_WORDS:
        return _say(form, _chosen(lines, [one]), _(KIND_WORDS[kind]))
    chosen = _chosen(lines, form.chosen.data or [])
    if not chosen:
        form.chosen.errors = [_("Tick at least one person.")]
        return ""
    deeds: dict[str, Callable[[], str]] = {
        "assign": lambda: _assign(form, chosen),
        "shift": lambda: _shift(form, chosen),
        "say": lambda: _say(form, chosen, form.words.data or ""),
    }
    deed = deeds.get(request.form.get("then", ""))
    return deed() if deed else ""


def _assign(form: BoardForm, chosen: list[Line]) -> str:
    template = template_of(current_member(), form.template.data or "")
    if template is None:
        form.template.errors = [_("Choose a template.")]
        return ""
    given = actions.assign(
        template,
        _programmes(chosen),
        _monday(form, chosen),
        over=Over(form.over.data or Over.ASK),
        by=current_member(),
        key=form.idempotency_key.data,
    )
    return ngettext(
        "%(num)s person has “%(title)s” now.",
        "%(num)s people have “%(title)s” now.",
        given.programmes,
        title=template.title,
    )


def _shift(form: BoardForm, chosen: list[Line]) -> str:
    moved = actions.shift(
        _programmes(chosen),
        _monday(form, chosen),
        1,
        by=current_member(),
        key=form.idempotency_key.data,
    )
    return ngettext(
        "What was planned for %(num)s person comes a week later.",
        "What was planned for %(num)s people comes a week later.",
        moved,
    )


def _say(form: BoardForm, chosen: list[Line], words: str) -> str:
    if not words.strip():
        form.words.errors = [_("Write something first.")]
        return ""
    key = f"{form.idempotency_key.data}.{request.form.get('kind', '')}"
    by_monday: dict[date, list[Programme]] = {}
    for line in chosen:
        by_monday.setdefault(line.facts.monday, []).append(line.programme)
    for monday, programmes in by_monday.items():
        actions.comment(programmes, monday, words, by=current_member(), key=key)
    return ngettext("%(num)s person reads it.", "%(num)s people read it.", len(chosen))


def _chosen(lines: list[Line], public_ids: list[str]) -> list[Line]:
    """Of those that this coach leads, and that have not ended."""
    return [
        line
        for line in lines
        if line.programme.public_id in public_ids and line.facts.standing is not Standing.ENDED
    ]


def _programmes(lines: list[Line]) -> list[Programme]:
    return [line.programme for line in lines]


def _monday(form: BoardForm, chosen: list[Line]) -> date:
    """Of this week or the next, as most of the chosen would say: by the first of them."""
    monday = monday_of(chosen[0].facts.today)
    return monday + WEEK if form.week.data == "next" else monday


def _form_for(lines: list[Line]) -> BoardForm:
    form = BoardForm()
    led = [line.programme for line in lines if line.facts.standing is not Standing.ENDED]
    form.offer(led, templates_of(current_member()) if led else [])
    return form


def _page(form: BoardForm, led: list[Line], followed: list[Line]) -> ResponseReturnValue:
    rows = sorted(map(row_of, led), key=lambda row: row.sort_key)
    open_rows = [row for row in rows if row.standing is not Standing.ENDED]
    return page(
        "pages/coaching/index.html",
        form,
        urgent=[row for row in open_rows if row.why],
        calm=[row for row in open_rows if not row.why],
        ended=[row for row in rows if row.standing is Standing.ENDED],
        followed=sorted(map(row_of, followed), key=lambda row: row.standing is Standing.ENDED),
        titled=len({row.programme.title for row in open_rows}) > 1,
        standings=STANDINGS,
        kind_words=KIND_WORDS,
    )
