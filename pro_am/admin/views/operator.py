"""The operator's desk as a whole: its pages, and what holds for every one of them.

Whatever all pages of the desk ask for first belongs here, on the one blueprint that holds them.
"""

from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from pro_am.accounts.password_again import asks_password_again
from pro_am.admin import rules
from pro_am.admin.views import (
    audit_log,
    cancellation,
    crafts,
    jobs,
    letters,
    members,
    overview,
    profiles,
    questionnaires,
    texts,
)
from pro_am.bookings.rules.disputes import OUTCOMES
from pro_am.standing.rules import SEEN_HOW

# What the audit log keeps as one word of a few, and how people say it.
FACT_WORDS: dict[str, dict[str, str]] = {
    "role": rules.ROLE_NAMES,
    "were": rules.LETTER_STATES,
    "how": {how.value: words for how, words in SEEN_HOW.items()},
    "outcome": {outcome.value: words for outcome, words in OUTCOMES.items()},
}

blueprint = Blueprint("operator", __name__, url_prefix="/admin")

for page in (
    overview,
    members,
    profiles,
    crafts,
    questionnaires,
    cancellation,
    letters,
    jobs,
    texts,
    audit_log,
):
    blueprint.register_blueprint(page.blueprint)


@blueprint.before_request
def ask_first() -> ResponseReturnValue | None:
    """Whatever is done here concerns others: not by whoever found the browser open."""
    if request.method == "POST":
        return _password_or_nothing()
    if current_user.is_fresh:
        return None
    return redirect(url_for("account.password_again", next=request.full_path), 303)


@asks_password_again
def _password_or_nothing() -> None:
    """What was typed waits for the password."""


# What the desk leads to, in this order.
PAGES = {
    "operator.overview.index": _l("Overview"),
    "operator.members.index": _l("Members"),
    "operator.profiles.index": _l("Profiles"),
    "operator.crafts.index": _l("Crafts"),
    "operator.questionnaires.index": _l("Questionnaires"),
    "operator.cancellation.show": _l("Cancellation"),
    "operator.letters.index": _l("Letters"),
    "operator.jobs.index": _l("Jobs"),
    "reports.index": _l("Reports"),
    "operator.texts.index": _l("Texts"),
    "operator.audit_log.index": _l("Audit log"),
}


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    is_current: bool


@blueprint.app_template_global()
def desk_tabs() -> list[Tab]:
    here = (request.blueprint or "") + "."
    return [
        Tab(str(label), url_for(endpoint), endpoint.startswith(here))
        for endpoint, label in PAGES.items()
    ]


@blueprint.app_template_global()
def role_name(role: str) -> str:
    return gettext(rules.ROLE_NAMES[role])


@blueprint.app_template_global()
def fact_words(key: str, value: object) -> str:
    """What an entry of the audit log says besides its act, as people say it."""
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    known = FACT_WORDS.get(key, {}).get(str(value))
    return gettext(known) if known else str(value)


blueprint.add_app_template_filter(rules.masked, "masked")
blueprint.add_app_template_filter(rules.last_line, "last_line")
