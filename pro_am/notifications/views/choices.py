"""Which letters a member gets: on a page of their account, and from any letter without sign-in."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.topics import known_topics
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf
from pro_am.notifications import actions, queries
from pro_am.notifications.forms import letters_form

blueprint = Blueprint("letters", __name__)


@blueprint.route("/account/letters", methods=["GET", "POST"])
@allow(Policy.OWNER)
def choose() -> ResponseReturnValue:
    form, member = letters_form(), current_member()
    if request.method == "GET":
        unwanted = queries.unwanted_topics(member.id)
        form.wanted.data = [key for key in known_topics() if key not in unwanted]
    if form.is_valid_post():
        actions.choose(member, form.wanted.data or [])
        flash(_("Your choice is saved."), "success")
        return redirect(url_for(".choose"), 303)
    return page("notifications/choose.html", form, comes_back=queries.is_bounced(member.email))


@blueprint.post("/account/letters/again")
@allow(Policy.OWNER)
def again() -> ResponseReturnValue:
    """Their mailbox works again, they say: the next letter shows whether it does."""
    actions.lift([current_member().email])
    flash(_("Letters are sent to you again."), "success")
    return redirect(url_for(".choose"), 303)


# The address itself says who may: it is signed, and mail programs that press the button for their
# reader (RFC 8058) have seen no form of ours.
@blueprint.route("/letters/without/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
@csrf.exempt
def without(token: str) -> ResponseReturnValue:
    """A GET shows a button: scanners that open every link in a letter change nothing."""
    member, topic = queries.choice_from(token) or abort(404)
    if request.method == "POST":
        if request.form.get("then") == "take-back":
            actions.take_back(member, topic.key)
        else:
            actions.do_without(member, topic.key)
        if "List-Unsubscribe" not in request.form:  # mail programs are not to be sent elsewhere
            return redirect(url_for(".without", token=token), 303)
    return render_template(
        "notifications/without.html",
        topic=topic,
        is_unwanted=topic.key in queries.unwanted_topics(member.id),
    )


@blueprint.route("/letters/never/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
@csrf.exempt
def never(token: str) -> ResponseReturnValue:
    """The same for an address without an account, to which members let us write."""
    address_mark = queries.stranger_from(token) or abort(404)
    if request.method == "POST":
        if request.form.get("then") == "take-back":
            actions.write_again(address_mark)
        else:
            actions.write_never(address_mark)
        if "List-Unsubscribe" not in request.form:
            return redirect(url_for(".never", token=token), 303)
    return render_template(
        "notifications/never.html", is_unwritten=queries.is_unwritten(address_mark)
    )
