"""My friends: ask, say what each sees, when they hear, remove."""

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import clock, time_zones
from pro_am.foundation.outbox import Sheet
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.measures import queries as measures
from pro_am.measures.queries.own import name_of
from pro_am.measures.queries.sharings import shared_with
from pro_am.supporters import actions, queries
from pro_am.supporters.actions import Guest
from pro_am.supporters.actions.letters import recap_as_sent
from pro_am.supporters.forms import AskForm, ChangeForm, RhythmForm
from pro_am.supporters.models import Supporter
from pro_am.supporters.queries import own
from pro_am.supporters.queries.measured import in_letters
from pro_am.supporters.queries.weeks import weeks_of
from pro_am.supporters.rules import recap, sight
from pro_am.supporters.rules import rhythm as rhythms
from pro_am.supporters.rules.audience import audience_of
from pro_am.supporters.rules.life import STATES
from pro_am.supporters.rules.rhythm import Rhythm

LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

blueprint = Blueprint("supporters", __name__, url_prefix="/friends")


@blueprint.get("/")
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    client = current_member()
    supporters, row = queries.supporters_of(client), queries.rhythm_of(client)
    rhythm = row.rhythm if row else rhythms.at_first(client.time_zone)
    monday = rhythms.next_due(rhythm, clock.now())
    return render_template(
        "supporters/mine.html",
        open_ones=[each for each in supporters if each.is_open],
        others=[each for each in supporters if not each.is_open],
        out_of_reach=own.not_reached(supporters),
        states=STATES,
        fields=sight.FIELDS,
        cheers=own.cheers_for(client),
        rhythm=rhythm,
        monday=monday,
        told_at=rhythms.due_at(rhythm, monday),
        is_kept=row is not None and row.not_told == monday,
    )


@blueprint.route("/ask", methods=["GET", "POST"])
@allow(Policy.OWNER)
def ask() -> ResponseReturnValue:
    form, client = AskForm(), current_member()
    if form.language.data is None:
        form.language.data = current_language()
    if form.is_valid_post():
        guest = Guest(
            form.name.data or "", form.email.data or "", form.language.data, form.sees.data or []
        )
        try:
            supporter = actions.ask(client, guest)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("%(name)s gets one letter, and decides.", name=supporter.name), "success")
            return redirect(url_for(".index"), 303)
    return page("supporters/ask.html", form)


@blueprint.route("/<public_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def change(public_id: str) -> ResponseReturnValue:
    supporter = queries.own_supporter(current_member(), public_id) or abort(404)
    series = measures.series_of(current_member())
    shown = {each.id for each in shared_with(audience_of(supporter.id), supporter.client_id)}
    form = ChangeForm(
        own=[(each.public_id, name_of(each)) for each in series],
        name=supporter.name,
        sees=supporter.sees,
        series=[each.public_id for each in series if each.id in shown],
    )
    if form.is_valid_post():
        actions.change(
            supporter,
            name=form.name.data or "",
            sees=form.sees.data or [],
            series=form.series.data or [],
        )
        flash(_("Saved. It holds from now on, for what was before too."), "success")
        return redirect(url_for(".index"), 303)
    return page("supporters/change.html", form, supporter=supporter, states=STATES)


@blueprint.get("/<public_id>/preview")
@allow(Policy.OWNER)
def preview(public_id: str) -> ResponseReturnValue:
    """The next recap as this friend would get it, had the week ended now."""
    supporter = queries.own_supporter(current_member(), public_id) or abort(404)
    return render_template(
        "supporters/preview.html", supporter=supporter, sheet=_next_recap(supporter)
    )


@blueprint.get("/<public_id>/preview/letter")
@allow(Policy.OWNER)
def letter(public_id: str) -> ResponseReturnValue:
    """With its own look, which our pages may not have: its styles stand in its elements."""
    supporter = queries.own_supporter(current_member(), public_id) or abort(404)
    sheet = _next_recap(supporter) or abort(404)
    return Response(sheet.html, headers={"Content-Security-Policy": LETTER_POLICY})


@blueprint.post("/<public_id>/remove")
@allow(Policy.OWNER)
def remove(public_id: str) -> ResponseReturnValue:
    supporter = queries.own_supporter(current_member(), public_id) or abort(404)
    actions.remove(supporter)
    flash(_("%(name)s follows you no more; their page is closed.", name=supporter.name), "success")
    return redirect(url_for(".index"), 303)


@blueprint.route("/recap", methods=["GET", "POST"])
@allow(Policy.OWNER)
def rhythm() -> ResponseReturnValue:
    client = current_member()
    row = queries.rhythm_of(client)
    now = row.rhythm if row else rhythms.at_first(client.time_zone)
    form = RhythmForm(
        own_zone=now.time_zone,
        weekday=now.weekday,
        hour=f"{now.minute // 60:02d}:{now.minute % 60:02d}",
        time_zone=now.time_zone,
    )
    if form.is_valid_post():
        minute = min(form.hour.minute or 0, rhythms.LAST_MINUTE)
        actions.tell_at(client, Rhythm(form.weekday.data, minute, form.time_zone.data))
        flash(_("Your choice is saved."), "success")
        return redirect(url_for(".index"), 303)
    return page("supporters/rhythm.html", form)


@blueprint.post("/not-this-week")
@allow(Policy.OWNER)
def not_this_week() -> ResponseReturnValue:
    """The next recap stays away, or comes after all: one button, which says which."""
    client = current_member()
    row = queries.rhythm_of(client) or abort(404)
    monday = rhythms.next_due(row.rhythm, clock.now())
    if row.not_told == monday:
        actions.tell_nevertheless(client)
        flash(_("Your friends get the next recap."), "success")
    else:
        actions.keep_to_oneself(client, monday)
        flash(_("Your friends get no recap of this week."), "success")
    return redirect(url_for(".index"), 303)


def _next_recap(supporter: Supporter) -> Sheet | None:
    """None while there is nothing to tell; of a week that has not begun, the one before."""
    row = queries.rhythm_of(supporter.client) or abort(404)
    today = time_zones.to_local(clock.now(), time_zones.zone(row.time_zone)).date()
    monday = min(rhythms.next_due(row.rhythm, clock.now()), rhythms.monday_of(today))
    week = weeks_of([supporter.client_id], monday)[supporter.client_id]
    if not week.says_something:
        return None
    seen = recap.told(week, supporter.sees)
    return recap_as_sent(supporter, seen, in_letters([supporter], monday).get(supporter.id, []))
