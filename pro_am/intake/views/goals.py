"""What a member is after: to read, to correct, to show, and to take back."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member, member_or_none
from pro_am.foundation.web.policy import Policy, allow
from pro_am.intake import actions, queries
from pro_am.intake.queries.showing import goals_of
from pro_am.intake.rules.answering import open_questions
from pro_am.intake.rules.questions import questions_from
from pro_am.intake.views.blueprint import asked_now, blueprint, own_goals
from pro_am.intake.views.questions import first_open, way_of


@blueprint.get("/")
@allow(Policy.PUBLIC)
def index() -> ResponseReturnValue:
    member = member_or_none()
    return render_template(
        "intake/index.html",
        asking=queries.asking(),
        begun={each.craft_id for each in queries.goal_profiles_of(member)} if member else set(),
    )


@blueprint.get("/<craft>")
@allow(Policy.OWNER)
def goals(craft: str) -> ResponseReturnValue:
    profile = queries.goal_profile_of(current_member(), craft)
    if profile is None:
        questionnaire = asked_now(craft)
        way = len(questions_from(questionnaire.questions))
        return render_template("intake/begin.html", questionnaire=questionnaire, most=way)
    newest = queries.current(craft)
    questions = questions_from(profile.questionnaire.questions)
    return render_template(
        "intake/goals.html",
        profile=profile,
        goals=goals_of(profile),
        way=way_of(profile),
        craft_slug=craft,
        go_on=first_open(profile, craft) if open_questions(questions, profile.answers) else None,
        has_newer=newest is not None
        and bool(newest.questions)
        and newest.id != profile.questionnaire_id,
    )


@blueprint.post("/<craft>/health/withdraw")
@allow(Policy.OWNER)
def withdraw_health(craft: str) -> ResponseReturnValue:
    actions.withdraw_health(own_goals(craft))
    flash(_("What you said of your health is gone."), "success")
    return redirect(url_for(".goals", craft=craft), 303)


@blueprint.post("/<craft>/on-request")
@allow(Policy.OWNER)
def show_on_request(craft: str) -> ResponseReturnValue:
    shown = request.form.get("shown") == "yes"
    actions.show_on_request(own_goals(craft), shown=shown)
    flash(
        _("A coach whom you ask for a programme reads your goals with your request.")
        if shown
        else _("A coach reads your goals once they have said yes to a programme."),
        "success",
    )
    return redirect(url_for(".goals", craft=craft), 303)


@blueprint.post("/<craft>/renew")
@allow(Policy.OWNER)
def renew(craft: str) -> ResponseReturnValue:
    profile = own_goals(craft)
    actions.renew(profile, asked_now(craft))
    return redirect(first_open(profile, craft), 303)


@blueprint.post("/<craft>/forget")
@allow(Policy.OWNER)
def forget(craft: str) -> ResponseReturnValue:
    actions.forget(own_goals(craft))
    flash(_("Your answers are gone."), "success")
    return redirect(url_for(".index"), 303)
