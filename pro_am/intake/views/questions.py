"""One question a page; what was said is kept at every step, forwards and backwards."""

from collections.abc import Sequence

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.intake import actions
from pro_am.intake.forms import QuestionForm, asking, asking_of_health
from pro_am.intake.models import GoalProfile
from pro_am.intake.rules.answering import open_questions
from pro_am.intake.rules.questions import questions_from
from pro_am.intake.rules.steps import Step, step_of, steps
from pro_am.intake.views.blueprint import asked_now, blueprint, own_goals

BACK = "back"
GOALS = "goals"


@blueprint.post("/<craft>/begin")
@allow(Policy.OWNER)
def begin(craft: str) -> ResponseReturnValue:
    profile = actions.begin(current_member(), asked_now(craft))
    return redirect(first_open(profile, craft), 303)


@blueprint.route("/<craft>/questions/<key>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def ask(craft: str, key: str) -> ResponseReturnValue:
    profile = own_goals(craft)
    step = step_of(way_of(profile), key) or abort(404)
    form = asking(step.questions[0], profile.answers)
    if _goes_back():
        _keep_what_fits(profile, form)
        return redirect(_before(profile, craft, step), 303)
    if form.is_valid_post():
        try:
            actions.answer(profile, form.question, form.given)
        except Refusal as refusal:
            form.show(refusal)
        else:
            return redirect(_after(profile, craft, step), 303)
    return page("intake/question.html", form, profile=profile, step=step, craft_slug=craft)


@blueprint.route("/<craft>/health", methods=["GET", "POST"])
@allow(Policy.OWNER)
def health(craft: str) -> ResponseReturnValue:
    """The last page. Going back from it keeps nothing that was not agreed to."""
    profile = own_goals(craft)
    step = step_of(way_of(profile), None) or abort(404)
    notes = profile.health
    form = asking_of_health(
        step.questions, notes.answers if notes else {}, agreed=notes is not None
    )
    if _goes_back():
        return redirect(_before(profile, craft, step), 303)
    if form.is_valid_post():
        try:
            actions.tell_health(profile, form.given, agrees=form.consent.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            return redirect(_after(profile, craft, step), 303)
    return page("intake/health.html", form, profile=profile, step=step, craft_slug=craft)


def way_of(profile: GoalProfile) -> list[Step]:
    return steps(questions_from(profile.questionnaire.questions), profile.answers)


def first_open(profile: GoalProfile, craft: str) -> str:
    """Where to go on: the first question without an answer, or the goals when all have one."""
    for step in way_of(profile):
        if step.key is not None and step.key not in profile.answers:
            return url_for("intake.ask", craft=craft, key=step.key)
    return url_for("intake.goals", craft=craft)


def ask_what_is_open(profile: GoalProfile, craft: str) -> ResponseReturnValue | None:
    """None when all that has to be answered is."""
    left = open_questions(questions_from(profile.questionnaire.questions), profile.answers)
    if not left:
        return None
    flash(_("One more answer, and we can tell you who fits."), "info")
    return redirect(url_for("intake.ask", craft=craft, key=left[0].key), 303)


def _goes_back() -> bool:
    return request.method == "POST" and request.form.get("go") == BACK


def _keep_what_fits(profile: GoalProfile, form: QuestionForm) -> None:
    """Whoever goes back is not told that something is still to be answered."""
    if form.is_valid_post():
        actions.answer(profile, form.question, form.given)


def _before(profile: GoalProfile, craft: str, step: Step) -> str:
    return _at(way_of(profile), craft, step.number - 1)


def _after(profile: GoalProfile, craft: str, step: Step) -> str:
    """The answer may have changed what comes next."""
    if request.args.get("then") == GOALS:
        return url_for("intake.goals", craft=craft)
    return _at(way_of(profile), craft, step.number + 1)


def _at(way: Sequence[Step], craft: str, number: int) -> str:
    """The page of that number; before the first the goals, behind the last who fits."""
    if number > len(way):
        return url_for("intake.coaches", craft=craft)
    if number < 1:
        return url_for("intake.goals", craft=craft)
    key = way[number - 1].key
    if key is None:
        return url_for("intake.health", craft=craft)
    return url_for("intake.ask", craft=craft, key=key)
